//! Sound documents, damaged at random in the same way each time: they are read or refused, and soon.

use std::time::{Duration, Instant};

use standpoint_import::{Input, read};

use crate::archives::{archive, book, open_document, word};
use crate::damage::Chance;
use crate::pdf_pages::{drawn, line, pdf, scan};
use crate::seeds::{
    BODY, CHAPTER, CONTENT, DICTIONARIES, MAIL, NOTES, NUMBERING, OBJECTS, OPEN_TEXT, RICH, TABLE,
};

/// How many times each document is damaged.
const TIMES: usize = 300;

/// A reading longer than this is as good as none, also where nothing is optimised.
const LONGEST: Duration = Duration::from_secs(5);

#[track_caller]
fn check(name: &str, sound: &[u8], rebuild: impl Fn(Vec<u8>) -> Vec<u8>) {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for round in 0..TIMES {
        let bytes = rebuild(chance.damage(sound));
        let started = Instant::now();
        let outcome = read(&Input { name, media_hint: None, bytes: &bytes });
        assert!(started.elapsed() < LONGEST, "{name}, round {round}: {:?}", started.elapsed());
        if let Err(refusal) = outcome {
            assert!(refusal.to_string().contains(name), "{refusal}");
        }
    }
}

#[test]
fn word_documents() {
    let parts = [("word/numbering.xml", NUMBERING), ("word/footnotes.xml", NOTES)];
    check("a.docx", &word(BODY, &parts), |bytes| bytes);
    // The archive is sound and what is in it is not.
    let document = format!("<w:document><w:body>{BODY}</w:body></w:document>");
    check("b.docx", document.as_bytes(), |bytes| {
        archive(&[("word/numbering.xml", NUMBERING.as_bytes()), ("word/document.xml", &bytes)])
    });
    check("c.docx", NUMBERING.as_bytes(), |bytes| {
        archive(&[("word/numbering.xml", &bytes), ("word/document.xml", document.as_bytes())])
    });
}

#[test]
fn open_documents() {
    check("a.odt", &open_document("", OPEN_TEXT, &[]), |bytes| bytes);
    let content = format!("<office:document-content>{OPEN_TEXT}</office:document-content>");
    check("b.odt", content.as_bytes(), |bytes| {
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &bytes)])
    });
}

#[test]
fn books() {
    check("a.epub", &book("<dc:title>Talks</dc:title>", &[CHAPTER, CHAPTER], &[]), |bytes| bytes);
    check("b.epub", CHAPTER.as_bytes(), |bytes| book("", &[&String::from_utf8_lossy(&bytes)], &[]));
}

#[test]
fn rich_text() {
    check("a.rtf", RICH, |bytes| bytes);
}

#[test]
fn mails_and_web_archives() {
    check("a.eml", MAIL, |bytes| bytes);
    check("a.mhtml", MAIL, |bytes| bytes);
}

#[test]
fn tables_as_text() {
    check("a.csv", TABLE, |bytes| bytes);
}

#[test]
fn pdf_documents() {
    let page = [line(0, "The ministers met in London."), line(1, "They spoke.")];
    check("a.pdf", &pdf(&[&page, &page], "/Title(Talks)/CreationDate(D:2025)", ""), |bytes| bytes);
    check("b.pdf", &scan(2), |bytes| bytes);
    check("c.pdf", &drawn(CONTENT, DICTIONARIES, OBJECTS), |bytes| bytes);
}
