//! What a request takes, what files are, and what they are called.

use uuid::Uuid;

use super::*;

fn request(status: DocumentRequestStatus) -> DocumentRequest {
    DocumentRequest {
        id: DocumentRequestId(Uuid::from_u128(1)),
        order_id: OrderId(Uuid::from_u128(2)),
        kind: DocumentKind::Identity,
        status,
        message: None,
        requested_at: DateTime::UNIX_EPOCH,
        due_at: Some(DateTime::UNIX_EPOCH + TimeDelta::days(3)),
    }
}

fn file(sha256: &str) -> Document {
    Document {
        id: DocumentId(Uuid::from_u128(3)),
        request_id: DocumentRequestId(Uuid::from_u128(1)),
        order_id: OrderId(Uuid::from_u128(2)),
        file_name: "card.png".into(),
        file_type: FileType::Png,
        size: 9,
        sha256: sha256.into(),
        stored_as: "a".into(),
        uploaded_at: DateTime::UNIX_EPOCH,
    }
}

#[test]
fn files_are_told_by_their_first_bytes() {
    for (head, found) in [
        (b"%PDF-1.7".as_slice(), Some(FileType::Pdf)),
        (b"\xff\xd8\xff\xe0", Some(FileType::Jpeg)),
        (b"\x89PNG\r\n\x1a\n", Some(FileType::Png)),
        (b"\x89PNG\n\n\x1a\n", None),
        (b" %PDF-1.", None),
        (b"GIF89a..", None),
        (b"<html>..", None),
        (b"MZ\x90\0\x03\0\0\0", None),
        (b"", None),
    ] {
        assert_eq!(FileType::of(head), found, "{head:?}");
        assert!(head.len() <= FileType::HEAD_BYTES);
    }
}

#[test]
fn names_of_files_have_no_path_no_tricks_and_the_right_ending() {
    let name = |given| file_name(given, DocumentKind::ProofOfAddress, FileType::Pdf);
    for (given, kept) in [
        (None, "proof-of-address.pdf"),
        (Some(""), "proof-of-address.pdf"),
        (Some("bill.pdf"), "bill.pdf"),
        (Some("Bolletta di novembre.PDF"), "Bolletta di novembre.PDF"),
        (Some("Zoë 東京.pdf"), "Zoë 東京.pdf"),
        (Some("../../etc/passwd"), "passwd.pdf"),
        (Some("C:\\Users\\anna\\bill.pdf"), "bill.pdf"),
        (Some("bill.pdf/"), "proof-of-address.pdf"),
        (Some("bill.exe"), "bill.exe.pdf"),
        (Some("bill.pdf.hta"), "bill.pdf.hta.pdf"),
        (Some("bill\u{202e}fdp.exe"), "billfdp.exe.pdf"),
        (Some("a\r\nb\0c\u{1b}.pdf"), "abc.pdf"),
        (Some(".pdf"), "proof-of-address.pdf"),
        (Some("pdf"), "proof-of-address.pdf"),
        (Some(" .. "), "proof-of-address.pdf"),
        (Some("what?<\"*:|>.pdf"), "what.pdf"),
        (Some("end .pdf"), "end.pdf"),
    ] {
        assert_eq!(name(given), kept, "{given:?}");
    }
    let long = name(Some(&format!("{}.pdf", "ß".repeat(500))));
    assert_eq!((long.chars().count(), long.ends_with("ß.pdf")), (FILE_NAME_MAX, true));
    let photo = file_name(Some("me.jpeg"), DocumentKind::Identity, FileType::Jpeg);
    assert_eq!(photo, "me.jpeg");
}

#[test]
fn a_request_takes_files_until_it_is_full_reviewed_or_of_no_use() {
    use DocumentRequestStatus::{Accepted, Open, Received, Rejected};
    let had: Vec<Document> = ["a", "b", "c", "d", "e"].map(file).into();
    let taken = |status, order, count: usize| request(status).take(order, &had[..count], "new");
    for order in [OrderStatus::Checking, OrderStatus::DocumentsRequested] {
        assert_eq!(taken(Open, order, 0), Ok(Intake::New));
        assert_eq!(taken(Received, order, 4), Ok(Intake::New));
        assert_eq!(taken(Received, order, 5), Err(IntakeRefusal::Full));
        for status in [Accepted, Rejected] {
            assert_eq!(taken(status, order, 1), Err(IntakeRefusal::Reviewed(status)));
        }
    }
    for &order in OrderStatus::ALL.iter().filter(|it| !is_being_checked(**it)) {
        assert_eq!(taken(Open, order, 0), Err(IntakeRefusal::Order(order)));
    }
}

#[test]
fn the_same_bytes_are_known_whatever_has_happened_since() {
    let had = ["a", "b"].map(file);
    for &status in DocumentRequestStatus::ALL {
        let again = request(status).take(OrderStatus::Cancelled, &had, "b");
        assert_eq!(again, Ok(Intake::Known(&had[1])));
    }
}

#[test]
fn what_is_asked_for_again_says_why_and_keeps_a_day_that_is_to_come() {
    let id = DocumentRequestId(Uuid::from_u128(9));
    let first = request(DocumentRequestStatus::Received);
    let again = first.again(id, "It is blurred.".into(), DateTime::UNIX_EPOCH);
    assert_eq!((again.id, again.kind, again.due_at), (id, first.kind, first.due_at));
    assert_eq!(again.status, DocumentRequestStatus::Open);
    assert_eq!(again.message.as_deref(), Some("It is blurred."));
    let late = DateTime::UNIX_EPOCH + TimeDelta::days(3);
    assert_eq!(first.again(id, "It is blurred.".into(), late).due_at, None);
}
