//! Archives of documents and attachments of e-mails: what is in them, and what is done with what should not be.

use standpoint_import::container::is_archive;
use standpoint_import::{Input, read};

use crate::archives::{archive, book, open_document, word};
use crate::seeds;

#[track_caller]
fn check_is_archive(name: &str, bytes: &[u8], expect: bool) {
    assert_eq!(is_archive(&Input { name, media_hint: None, bytes }), expect, "{name}");
}

#[test]
fn documents_that_are_archives_are_documents() {
    let inner = word("<w:p><w:r><w:t>Talks</w:t></w:r></w:p>", &[]);
    check_is_archive("a.docx", &inner, false);
    check_is_archive("a.zip", &inner, false);
    check_is_archive("a.odt", &open_document("", "<text:p>Talks</text:p>", &[]), false);
    check_is_archive("a.epub", &book("", &["<html><body><p>Talks</p></body></html>"], &[]), false);
    check_is_archive("a.zip", &archive(&[("a.txt", b"Talks")]), true);
    // What lies uncompressed in an archive does not make the archive one of its kind.
    check_is_archive("a.zip", &archive(&[("a.docx", &inner)]), true);
    let odt = open_document("", "<text:p>Talks</text:p>", &[]);
    check_is_archive("a.zip", &archive(&[("letter.odt", &odt), ("b.docx", &inner)]), true);
    check_is_archive("a.docx", b"PK\x03\x04 cut short", false);
    check_is_archive("a.txt", b"The ministers met.", false);
}

#[test]
fn a_document_in_an_archive_reads_as_it_does_alone() {
    let inner = word("<w:p><w:r><w:t>Talks</w:t></w:r></w:p>", &[]);
    assert!(
        read(&Input { name: "a.zip", media_hint: None, bytes: &archive(&[("a.docx", &inner)]) }).is_err()
    );
    assert_eq!(
        read(&Input { name: "a.docx", media_hint: None, bytes: &inner }).map(|it| it.text),
        Ok("Talks".to_owned())
    );
}

#[test]
fn every_seed_is_what_it_is_called() {
    for (name, bytes) in seeds::all() {
        let outcome =
            read(&Input { name, media_hint: None, bytes: &bytes }).map_err(|refusal| refusal.code());
        match name {
            "talks.zip" => check_is_archive(name, &bytes, true),
            _ => assert!(outcome.is_ok(), "{name}: {outcome:?}"),
        }
    }
}
