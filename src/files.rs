//! Where the bytes of documents are kept: a folder, as yet. Each file has a name of ours, which begins
//! with the time that it was made at, so that nobody has to trust the clock of a disk.
//!
//! A file is there whole or not at all, and on the disk before anybody is told.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Bytes;
use chrono::NaiveDate;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{Error, ObjectStoreExt, WriteMultipart};

/// Bytes of one file that are held before they are written.
const PIECE_BYTES: usize = 256 * 1024;
/// Pieces of one file that are being written at once.
const PIECES_AT_ONCE: usize = 2;

/// Where files are that nobody seems to need.
const ASIDE: &str = "unnamed";

/// A place for files.
#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<LocalFileSystem>,
    folder: PathBuf,
}

/// A file that is being written. It is not there until it is finished.
pub struct Writing {
    upload: WriteMultipart,
}

/// A file that is there.
pub struct Reading {
    pub size: u64,
    pub bytes: BoxStream<'static, Result<Bytes, Error>>,
}

impl Files {
    /// Files in this folder, which is made if it is missing: for nobody's eyes but ours. One that is
    /// there keeps its permissions.
    pub fn open(folder: &Path) -> io::Result<Self> {
        make_private(folder)?;
        Self::at(folder)
    }

    /// Files in this folder, if it is there.
    pub fn at(folder: &Path) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let store = LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), folder })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub async fn write(&self, name: &str) -> Result<Writing, Error> {
        let upload = self.store.put_multipart(&Key::from(name)).await?;
        Ok(Writing { upload: WriteMultipart::new_with_chunk_size(upload, PIECE_BYTES) })
    }

    /// `None` when there is no such file.
    pub async fn read(&self, name: &str) -> Result<Option<Reading>, Error> {
        match self.store.get(&Key::from(name)).await {
            Ok(found) => {
                let (size, bytes) = (found.meta.size, found.into_stream().boxed());
                Ok(Some(Reading { size, bytes }))
            }
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Removes a file, if it is there.
    pub async fn remove(&self, name: &str) -> io::Result<()> {
        match tokio::fs::remove_file(self.folder.join(name)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Moves a file out of the way, to where those of that day are.
    pub async fn set_aside(&self, name: &str, day: NaiveDate) -> io::Result<()> {
        let there = self.aside_on(day);
        make_private(&there)?;
        tokio::fs::rename(self.folder.join(name), there.join(name)).await
    }

    /// What was set aside, day by day.
    pub async fn aside(&self) -> io::Result<Vec<(NaiveDate, Vec<String>)>> {
        let mut days = Vec::new();
        for name in names_in(&self.folder.join(ASIDE)).await? {
            if let Ok(day) = name.parse() {
                days.push((day, names_in(&self.aside_on(day)).await?));
            }
        }
        Ok(days)
    }

    pub async fn put_back(&self, name: &str, day: NaiveDate) -> io::Result<()> {
        tokio::fs::rename(self.aside_on(day).join(name), self.folder.join(name)).await
    }

    /// Removes what was set aside on a day.
    pub async fn forget(&self, day: NaiveDate) -> io::Result<()> {
        tokio::fs::remove_dir_all(self.aside_on(day)).await
    }

    fn aside_on(&self, day: NaiveDate) -> PathBuf {
        self.folder.join(ASIDE).join(day.to_string())
    }

    /// Everything in the place, with what a crash has left half written: the library does not list
    /// that, and calls it by the file's name and `#` and a number.
    pub async fn names(&self) -> io::Result<Vec<String>> {
        let mut names = names_in(&self.folder).await?;
        names.retain(|name| name != ASIDE);
        Ok(names)
    }
}

/// For nobody's eyes but ours.
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// None of a folder that is not there.
async fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut entries = match tokio::fs::read_dir(folder).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    while let Some(entry) = entries.next_entry().await? {
        names.extend(entry.file_name().into_string());
    }
    Ok(names)
}

/// Whether others on this machine can look into a folder.
pub fn is_open_to_others(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(folder).is_ok_and(|it| it.permissions().mode() & 0o077 != 0)
}

impl Writing {
    /// Takes on more, once there is room for it.
    pub async fn put(&mut self, bytes: Bytes) -> Result<(), Error> {
        self.upload.wait_for_capacity(PIECES_AT_ONCE).await?;
        self.upload.put(bytes);
        Ok(())
    }

    /// From now on the file is there.
    pub async fn finish(self) -> Result<(), Error> {
        self.upload.finish().await.map(drop)
    }

    /// Nothing of it is left.
    pub async fn give_up(self) -> Result<(), Error> {
        self.upload.abort().await
    }
}

impl Reading {
    /// All of it in memory.
    pub async fn whole(self) -> Result<Vec<u8>, Error> {
        let append = |mut all: Vec<u8>, bytes: Bytes| async move {
            all.extend_from_slice(&bytes);
            Ok(all)
        };
        self.bytes.try_fold(Vec::new(), append).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let files = Files::open(&folder.path().join("of/documents")).expect("it is made");
        let mut writing = files.write("one").await.expect("it begins");
        let piece = Bytes::from(vec![7; PIECE_BYTES]);
        for _ in 0..3 {
            writing.put(piece.clone()).await.expect("there is room");
        }
        assert!(files.read("one").await.expect("it is looked for").is_none());
        assert_eq!(files.names().await.expect("it is listed").len(), 1, "half written");
        writing.finish().await.expect("it is written");
        let found = files.read("one").await.expect("it is looked for").expect("it is there");
        assert_eq!(found.size, 3 * PIECE_BYTES as u64);
        assert_eq!(found.whole().await.expect("it is read"), vec![7; 3 * PIECE_BYTES]);

        let mut writing = files.write("two").await.expect("it begins");
        writing.put(piece).await.expect("there is room");
        writing.give_up().await.expect("it is removed");
        assert_eq!(files.names().await.expect("it is listed"), ["one"]);

        files.remove("one").await.expect("it is removed");
        files.remove("one").await.expect("it is gone");
        assert_eq!(files.names().await.expect("it is listed"), [""; 0]);
    }
}
