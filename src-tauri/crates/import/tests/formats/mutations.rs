//! Sound documents, damaged at random in the same way each time: they are read or refused, and soon.

use std::time::{Duration, Instant};

use standpoint_import::{Input, read};

use crate::archives::{archive, book, open_document, word};
use crate::pdf_pages::{line, pdf, scan};

/// How many times each document is damaged.
const TIMES: usize = 300;

/// A reading longer than this is as good as none, also where nothing is optimised.
const LONGEST: Duration = Duration::from_secs(5);

/// Numbers without a pattern, the same every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }

    /// Damages bytes in one of the ways in which files are damaged, and in a few that take ill will.
    fn damage(&mut self, sound: &[u8]) -> Vec<u8> {
        let mut bytes = sound.to_vec();
        for _ in 0..=self.next(4) {
            let at = self.next(bytes.len());
            let length = self.next(24);
            let end = (at + length).min(bytes.len());
            match self.next(6) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => bytes[at..end].iter_mut().for_each(|byte| *byte = self.0 as u8),
                3 => {
                    let piece = bytes[at..end].to_vec();
                    bytes.splice(at..at, piece.repeat(1 + length));
                }
                4 => bytes[at] ^= 1 << self.next(8),
                _ => {
                    let number = [&b"0"[..], b"-1", b"4294967295", b"99999999999", b"}", b">>", b"<w:tbl>"]
                        [self.next(7)];
                    bytes.splice(at..end, number.iter().copied());
                }
            }
            if bytes.is_empty() {
                bytes.push(b' ');
            }
        }
        bytes
    }
}

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

const BODY: &str = "<w:p><w:pPr><w:pStyle w:val='H'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Talks</w:t>\
    <w:footnoteReference w:id='1'/><w:br w:type='page'/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>\
    <w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='1'><w:start w:val='4294967290'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>";
const NOTES: &str =
    "<w:footnotes><w:footnote w:id='1'><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>";

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
    let text = "<text:list text:style-name='L'><text:list-item text:start-value='4294967295'><text:p>Talks<text:note><text:note-citation>1\
                </text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p></text:list-item></text:list>\
                <table:table><table:table-row><table:table-cell table:number-columns-repeated='9'><text:p>Cell</text:p></table:table-cell>\
                </table:table-row></table:table>";
    check("a.odt", &open_document("", text, &[]), |bytes| bytes);
    let content = format!("<office:document-content>{text}</office:document-content>");
    check("b.odt", content.as_bytes(), |bytes| {
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &bytes)])
    });
}

#[test]
fn books() {
    let chapter =
        "<html><body><h1>Talks</h1><table><tr><td>a<td>b</table><p>The ministers met.</p></body></html>";
    check("a.epub", &book("<dc:title>Talks</dc:title>", &[chapter, chapter], &[]), |bytes| bytes);
    check("b.epub", chapter.as_bytes(), |bytes| book("", &[&String::from_utf8_lossy(&bytes)], &[]));
}

#[test]
fn rich_text() {
    let source = br"{\rtf1\ansi{\fonttbl{\f0\fcharset204 Times;}}{\stylesheet{\s1 heading 1;}}\pard\s1 Talks\par{\listtext 1.}\ls1 one
{\footnote Note}\u-10179?\'cc\par\trowd\pard\intbl a\cell b\cell\row{\pict\bin3 abc}{\field{\*\fldinst x}{\fldrslt y}}\par}";
    check("a.rtf", source, |bytes| bytes);
}

#[test]
fn mails_and_web_archives() {
    let source = b"From: a@example.org\r\nSubject: =?utf-8?q?Talks?=\r\nDate: Wed, 23 Apr 2025 23:30:00 -0500\r\nContent-Type: multipart/mixed; \
        boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VGFsa3M8L3A+\r\n--x\r\n\
        Content-Type: text/plain; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nTalks =E9 \r\n> old\r\n--x\r\n\
        Content-Type: message/rfc822\r\n\r\nSubject: Old\r\n\r\nold\r\n--x--\r\n";
    check("a.eml", source, |bytes| bytes);
    check("a.mhtml", source, |bytes| bytes);
}

#[test]
fn tables_as_text() {
    check("a.csv", b"sep=;\nState;Share\n\"France; \"\"x\"\"\";1,5\n\nItaly;2\n", |bytes| bytes);
}

#[test]
fn pdf_documents() {
    let page = [line(0, "The ministers met in London."), line(1, "They spoke.")];
    check("a.pdf", &pdf(&[&page, &page], "/Title(Talks)/CreationDate(D:2025)", ""), |bytes| bytes);
    check("b.pdf", &scan(2), |bytes| bytes);
}
