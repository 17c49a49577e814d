//! A JSON object a line, with the order's lines in it.

use std::io::{self, Write};

use super::Sheet;
use super::record::OrderRecord;

pub struct Jsonl<W: Write>(W);

impl<W: Write> Jsonl<W> {
    pub fn new(out: W) -> Self {
        Self(out)
    }
}

impl<W: Write> Sheet for Jsonl<W> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn order(&mut self, order: &OrderRecord) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, order)?;
        self.0.write_all(b"\n")
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
