//! Documents that an operator asks a customer for, and what the customer sends in.

use std::fmt::Write;

use chrono::{DateTime, TimeDelta, Utc};

use super::ids::{DocumentId, DocumentRequestId, OrderId};
use super::status::OrderStatus;

#[cfg(test)]
mod tests;

/// Files that one request takes: both sides of a card, and some pages more.
pub const FILES_PER_REQUEST_MAX: usize = 5;
/// The longest name of a file, in characters.
pub const FILE_NAME_MAX: usize = 120;
/// A file that nothing in the database names is set aside after this time.
pub const UNNAMED_FILE_LIFE: TimeDelta = TimeDelta::hours(1);
/// And removed after so many days more. A database that was restored, or the wrong one, may not know of
/// what is somebody's document.
pub const SET_ASIDE_DAYS: u64 = 14;
/// A file that is older is not written down any more: it could be removed at that moment.
pub const WRITTEN_DOWN_WITHIN: TimeDelta = TimeDelta::minutes(30);

named! {
    pub enum DocumentKind {
        Identity = "IDENTITY",
        ProofOfAddress = "PROOF_OF_ADDRESS",
        PaymentProof = "PAYMENT_PROOF",
        CompanyRegistration = "COMPANY_REGISTRATION",
        Other = "OTHER",
    }
}

named! {
    pub enum DocumentRequestStatus {
        Open = "OPEN",
        Received = "RECEIVED",
        Accepted = "ACCEPTED",
        Rejected = "REJECTED",
    }
}

named! {
    /// What a file is, as its first bytes say: whatever its sender says does not count.
    pub enum FileType {
        Pdf = "application/pdf",
        Jpeg = "image/jpeg",
        Png = "image/png",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRequest {
    pub id: DocumentRequestId,
    pub order_id: OrderId,
    pub kind: DocumentKind,
    pub status: DocumentRequestStatus,
    /// What the operator wrote to the customer, last.
    pub message: Option<String>,
    pub requested_at: DateTime<Utc>,
    pub due_at: Option<DateTime<Utc>>,
}

/// A file that a customer has sent in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: DocumentId,
    pub request_id: DocumentRequestId,
    pub order_id: OrderId,
    pub file_name: String,
    pub file_type: FileType,
    /// In bytes.
    pub size: i64,
    /// Of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// What the file is called where it is kept. Nothing of it is the customer's.
    pub stored_as: String,
    pub uploaded_at: DateTime<Utc>,
}

/// What to do with a file that has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intake<'a> {
    /// The same bytes came before: a retry.
    Known(&'a Document),
    New,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntakeRefusal {
    /// The check that it was asked for is over.
    Order(OrderStatus),
    /// An operator has decided already.
    Reviewed(DocumentRequestStatus),
    Full,
}

impl FileType {
    /// Bytes that are enough to tell.
    pub const HEAD_BYTES: usize = 8;

    pub fn of(head: &[u8]) -> Option<Self> {
        const SIGNS: [(&[u8], FileType); 3] = [
            (b"%PDF-", FileType::Pdf),
            (b"\xff\xd8\xff", FileType::Jpeg),
            (b"\x89PNG\r\n\x1a\n", FileType::Png),
        ];
        SIGNS.iter().find(|(sign, _)| head.starts_with(sign)).map(|&(_, it)| it)
    }

    /// What names of such files end with. The first is given to those that end otherwise.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
        }
    }
}

/// A hash of a file's bytes, as it is kept.
pub fn digits(sha256: &[u8]) -> String {
    sha256.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes everything");
        text
    })
}

/// Whether an operator still decides on the order: documents are of use only then.
pub fn is_being_checked(status: OrderStatus) -> bool {
    matches!(status, OrderStatus::Checking | OrderStatus::DocumentsRequested)
}

impl DocumentRequest {
    /// Takes a file, or says why not. Until an operator has decided, a request that has been answered
    /// takes more: another page. `had` is what has come for it; a file of it is known by its bytes, also
    /// when nothing new would be taken.
    pub fn take<'a>(
        &self,
        order: OrderStatus,
        had: &'a [Document],
        sha256: &str,
    ) -> Result<Intake<'a>, IntakeRefusal> {
        if let Some(known) = had.iter().find(|it| it.sha256 == sha256) {
            return Ok(Intake::Known(known));
        }
        self.takes_more(order)?;
        if FILES_PER_REQUEST_MAX <= had.len() { Err(IntakeRefusal::Full) } else { Ok(Intake::New) }
    }

    /// Whether a file that is not known could be taken, as far as that depends on an operator.
    pub fn takes_more(&self, order: OrderStatus) -> Result<(), IntakeRefusal> {
        match self.status {
            _ if !is_being_checked(order) => Err(IntakeRefusal::Order(order)),
            DocumentRequestStatus::Open | DocumentRequestStatus::Received => Ok(()),
            reviewed => Err(IntakeRefusal::Reviewed(reviewed)),
        }
    }

    /// The same once more, because what came will not do.
    #[must_use]
    pub fn again(&self, id: DocumentRequestId, why: String, now: DateTime<Utc>) -> Self {
        Self {
            id,
            status: DocumentRequestStatus::Open,
            message: Some(why),
            requested_at: now,
            due_at: self.due_at.filter(|due| now < *due),
            ..self.clone()
        }
    }
}

/// What a file is called when it is shown and saved: no path, nothing that a screen or a disk would
/// take for something else, and an ending that says what it is, so that nobody's computer runs it.
pub fn file_name(given: Option<&str>, kind: DocumentKind, file_type: FileType) -> String {
    let last = given.unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|&it| is_plain(it)).collect();
    let plain = plain.trim_matches(|it: char| it.is_whitespace() || it == '.');
    let endings = file_type.endings();
    let ends = |ending: &str| endings.iter().any(|it| it.eq_ignore_ascii_case(ending));
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if ends(ending) => (stem, ending),
        _ if ends(plain) => ("", plain),
        _ => (plain, endings[0]),
    };
    let room = FILE_NAME_MAX - ending.len() - 1;
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim_end_matches(|it: char| it.is_whitespace() || it == '.');
    if stem.is_empty() {
        let kind = kind.name().to_ascii_lowercase().replace('_', "-");
        return format!("{kind}.{ending}");
    }
    format!("{stem}.{ending}")
}

/// Not a control character, nor one that turns the direction of what is read, nor one that some file
/// system does not take.
fn is_plain(it: char) -> bool {
    let turns = matches!(it, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = matches!(it, '\u{2028}' | '\u{2029}' | '\u{feff}');
    !it.is_control() && !turns && !breaks && !"<>:\"|?*".contains(it)
}
