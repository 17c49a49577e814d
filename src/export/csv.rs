//! CSV as RFC 4180 has it: commas, CRLF, and quotation marks where they are needed.

use std::io::{self, Write};

use super::Sheet;
use super::record::{COLUMNS, OrderRecord};

pub struct Csv<W: Write>(csv::Writer<W>);

impl<W: Write> Csv<W> {
    pub fn new(out: W) -> Self {
        Self(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out))
    }
}

impl<W: Write> Sheet for Csv<W> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(self.0.write_record(COLUMNS.map(|(name, _)| name))?)
    }

    fn order(&mut self, order: &OrderRecord) -> io::Result<()> {
        Ok(self.0.write_record(order.cells())?)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
