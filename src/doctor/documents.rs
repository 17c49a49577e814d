//! The place of documents that customers send in: whether there is one, and whether it can be written to.

use std::path::Path;

use rustix::fs::{Access, access};

use super::Finding;
use super::machine::folder_of;
use crate::config::{Settings, documents_folder};
use crate::files::is_open_to_others;

const WHAT: &str = "documents";

/// What is wrong with the setting itself is found with the settings.
pub(super) fn examine(settings: &Settings) -> Option<Finding> {
    Some(match documents_folder(settings).ok()? {
        // Of a database without a folder is told where the database is.
        Some(folder) if settings.storage_url.is_none() && !folder_of(&folder).is_dir() => {
            return None;
        }
        Some(folder) => of_folder(&folder),
        None => Finding::warn(
            WHAT,
            "None are taken: nobody has said where to keep them. Set BUONO_STORAGE_URL to file:// and \
             the full path of a folder, which all servers share.",
        ),
    })
}

/// Whoever can write to a folder that is there can make those that are missing in it.
fn of_folder(folder: &Path) -> Finding {
    let shown = folder.display();
    let there = folder.ancestors().find(|it| it.exists()).unwrap_or_else(|| folder_of(folder));
    let rights = Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK;
    if !there.is_dir() || access(there, rights).is_err() {
        let there = there.display();
        let message = format!(
            "They cannot be kept in {shown}: {there} is no folder that this user can write to. Make it \
             one, or name another with BUONO_STORAGE_URL."
        );
        return Finding::fail(WHAT, message);
    }
    if folder.is_dir() && is_open_to_others(folder) {
        let message = format!(
            "They are kept in {shown}, and other users of this machine can look into it. Only yours \
             should: chmod 700 {shown}"
        );
        return Finding::warn(WHAT, message);
    }
    Finding::ok(WHAT, format!("They are kept in {shown}."))
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::*;

    #[test]
    fn a_place_that_cannot_be_made_is_found_and_none_is_made() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "").expect("the folder is ours");
        let open = folder.path().join("open");
        std::fs::create_dir(&open).expect("the folder is ours");
        for (path, mode) in [(folder.path(), 0o700), (open.as_path(), 0o755)] {
            let mode = std::os::unix::fs::PermissionsExt::from_mode(mode);
            std::fs::set_permissions(path, mode).expect("it is ours");
        }
        for (path, verdict) in [
            (folder.path().to_owned(), Verdict::Ok),
            (open, Verdict::Warn),
            (folder.path().join("of/documents"), Verdict::Ok),
            (file.clone(), Verdict::Fail),
            (file.join("documents"), Verdict::Fail),
        ] {
            assert_eq!(of_folder(&path).verdict, verdict, "{}", path.display());
        }
        assert!(!folder.path().join("of").exists());
    }
}
