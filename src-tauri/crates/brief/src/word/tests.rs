//! The file as a reader of its XML sees it.

use super::parts;
use crate::manuscript::{Manuscript, Run};
use crate::tests::{Written, ask, varied};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use standpoint_core::exports::CopyKind;
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::block::{Body, Inline};

/// A part as a few readable lines: a line to the paragraph with its style, marks for what is not words.
pub(crate) fn readable(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut out = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => out += &opening(&start),
            Event::Text(text) => out += &text,
            Event::GeneralRef(reference) => out.extend(["&", &*reference, ";"]),
            Event::End(end) => {
                out += match end.local_name().into_inner() {
                    "hyperlink" => ">",
                    "instrText" => "}",
                    "tbl" => "\n=== end",
                    _ => "",
                }
            }
            Event::Eof => return out.trim_start().to_owned() + "\n",
            _ => {}
        }
    }
}

fn opening(start: &BytesStart<'_>) -> String {
    let value = |name: &str| {
        let mut attributes = start.attributes().flatten();
        attributes.find(|it| it.key.into_inner() == name).map(|it| it.value.to_string()).unwrap_or_default()
    };
    match start.local_name().into_inner() {
        "p" => "\n".to_owned(),
        "pStyle" => format!("[{}] ", value("w:val")),
        "bookmarkStart" => format!("‹{}›", value("w:name")),
        "hyperlink" => format!("<{}{} ", value("w:anchor"), value("r:id")),
        "footnoteReference" => format!("^{}", value("w:id")),
        "instrText" => "{".to_owned(),
        "tab" => "\t".to_owned(),
        "br" => "\n    ".to_owned(),
        "tblCaption" => format!("\n=== {}", value("w:val")),
        "tblHeader" => " (head, repeated)".to_owned(),
        "tr" => "\n---".to_owned(),
        "gridSpan" => format!(" ({} columns)", value("w:val")),
        "numId" => format!("(list {}) ", value("w:val")),
        "b" => "*".to_owned(),
        "lang" => format!("({}) ", value("w:val")),
        "docPr" => format!("(picture: {})", value("descr")),
        _ => String::new(),
    }
}

fn part(note: &Written, name: &str) -> String {
    let parts = parts(&note.told());
    let part = parts.into_iter().find(|part| part.name == name).unwrap();
    String::from_utf8(part.bytes).unwrap()
}

#[test]
fn every_kind_of_block_in_named_styles() {
    let mut note = varied();
    let mut noted = vec![Inline::words("Said before")];
    noted.push(Inline::Footnote { text: vec![Inline::words("By "), Inline::words("them & <others>.")] });
    note.block(Body::Paragraph { level: 0, lead: Vec::new(), text: noted });
    note.paragraph(2, "Begins at (a) again.");
    let key = note.told().about.key.unwrap();
    let document = readable(&part(&note, "word/document.xml")).replace(&key, "KEY");
    let all = format!("{document}\n{}", readable(&part(&note, "word/footnotes.xml")));
    let expect = include_str!("tests/varied.txt");
    if all != expect {
        // Left where it can be looked at, and taken over if it is right.
        let path = std::env::temp_dir().join("standpoint-varied.txt");
        let mut file = std::fs::File::create(&path).unwrap();
        std::io::Write::write_all(&mut file, all.as_bytes()).unwrap();
    }
    assert_eq!(all, expect);
}

#[test]
fn header_and_footer_carry_the_marking_and_count_pages() {
    let mut note = varied();
    note.snapshot.dossier.marking_scheme = MarkingScheme::Tlp;
    note.snapshot.note.marking = Some("TLP:AMBER".into());
    let check = |name: &str, expect: &str| assert_eq!(readable(&part(&note, name)), expect, "{name}");
    check("word/header1.xml", "[MarkingRight] \u{A0}TLP:AMBER\u{A0}\n");
    check(
        "word/header2.xml",
        "[MarkingRight] \u{A0}TLP:AMBER\u{A0}\n[Header] Talks on the river: who stands where\tREF/2025/7 · version 1.0\n",
    );
    check(
        "word/footer1.xml",
        "[Footer] Information as of 23 April 2025, 07:00 UTC+1\tDistribution copy\tPage { PAGE }1 of { NUMPAGES }1\n\
         [MarkingRight] \u{A0}TLP:AMBER\u{A0}\n",
    );
    note.snapshot.note.clearance = None;
    assert!(part(&note, "word/header1.xml").contains("string=\"DRAFT\""));
}

#[test]
fn the_same_note_gives_the_same_bytes() {
    let mut note = varied();
    let first = note.told().word().unwrap();
    assert_eq!(note.told().word().unwrap(), first);
    note.snapshot.note.title.push('!');
    assert_ne!(note.told().word().unwrap(), first);
}

#[test]
fn other_programs_find_the_archive_whole() {
    if let Some(said) = ask("unzip", &["-t", "FILE"], &varied().told().word().unwrap()) {
        assert!(said.contains("No errors detected"), "{said}");
    }
}

#[test]
fn a_distribution_copy_says_nothing_that_is_not_seen() {
    let mut note = varied();
    note.snapshot.sources[0].file_name = Some("somebody/secret.pdf".into());
    let id = note.snapshot.note.id.to_string();
    for part in parts(&note.told()) {
        let text = String::from_utf8_lossy(&part.bytes).into_owned();
        for hidden in ["somebody", "secret.pdf", id.as_str(), &id.replace('-', "")] {
            assert!(!text.contains(hidden), "{} says {hidden}", part.name);
        }
    }
}

#[test]
fn a_release_copy_is_blanked_and_does_not_come_back() {
    let mut note = Written::new();
    note.snapshot.dossier.marking_scheme = MarkingScheme::Us;
    note.snapshot.dossier.marking = Some("UNCLASSIFIED".into());
    note.snapshot.note.marking = None;
    note.paragraph(1, "Open words.");
    note.paragraph(1, "Closed words.");
    note.snapshot.blocks[1].marking = Some("SECRET".into());
    let ceiling = note.snapshot.dossier.marking_scheme.labels().first().map(|label| (*label).to_owned());
    let edition = crate::Edition { copy: CopyKind::Release, ceiling, ..note.edition() };
    let told = crate::tell(&note.snapshot, &standpoint_core::notes::Pictures::new(), &edition).unwrap();
    for text in [String::from_utf8_lossy(&parts(&told)[4].bytes).into_owned(), told.html(), told.markdown()] {
        assert!(text.contains("Open words"), "{text}");
        assert!(!text.contains("Closed"), "{text}");
        assert!(text.contains("withheld"), "{text}");
    }
    assert_eq!(told.about.key, None);
}

#[test]
fn every_text_of_the_manuscript_stands_in_the_document_once() {
    let note = varied();
    let told = note.told();
    let document = String::from_utf8_lossy(&parts(&told)[4].bytes).into_owned();
    let mut reader = Reader::from_str(&document);
    let mut said = String::new();
    let mut in_field = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.local_name().into_inner() == "instrText" => in_field = true,
            Event::End(end) if end.local_name().into_inner() == "instrText" => in_field = false,
            Event::Text(text) if !in_field => said += &text,
            Event::Eof => break,
            _ => {}
        }
    }
    let manuscript: &Manuscript = &told.manuscript;
    let mut rest = said.as_str();
    for run in manuscript.texts().into_iter().flatten() {
        let (Run::Words { text, .. } | Run::Link { text, .. }) = run else { continue };
        for words in text.split(['\t', '\n']).filter(|words| !words.trim().is_empty()) {
            let Some(at) = rest.find(words) else { panic!("“{words}” is not in “{rest}”") };
            rest = &rest[at + words.len()..];
        }
    }
}
