//! What customers were told, written down and fsynced before they go on: nobody may forget it.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "told")]
pub enum Told {
    Placed { number: String },
    Paid { number: String, payment: String },
    Declined { number: String, payment: String },
    Withdrawn { number: String },
    Refunded { number: String },
    Recorded { number: String, reference: String },
    PaidOut { number: String, reference: String },
}

pub struct Diary {
    path: PathBuf,
    file: Mutex<File>,
    count: AtomicUsize,
}

impl Diary {
    pub fn in_folder(folder: &Path) -> Self {
        let path = folder.join("diary.jsonl");
        let file = OpenOptions::new().create(true).append(true).open(&path);
        let file = Mutex::new(file.expect("the folder is ours"));
        Self { path, file, count: AtomicUsize::new(0) }
    }

    pub fn write(&self, told: &Told) {
        let mut line = serde_json::to_vec(told).expect("JSON");
        line.push(b'\n');
        let mut file = self.file.lock().expect("nobody panics with it");
        file.write_all(&line).and_then(|()| file.sync_data()).expect("the disk takes it");
        self.count.fetch_add(1, Ordering::SeqCst);
    }

    /// How much was told so far.
    pub fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }

    pub fn read(&self) -> Vec<Told> {
        let text = std::fs::read_to_string(&self.path).expect("it is there");
        // Somebody may be writing the last line right now.
        let whole = text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        whole.map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }
}
