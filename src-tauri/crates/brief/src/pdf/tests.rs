//! The file as other programs see it: qpdf, poppler. Those that are not installed are skipped.

mod sample;

use std::process::Command;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use sha2::Digest;

use super::{Properties, write};
use crate::page::{Artifact, Image, Mark, Rect, Tag};
use crate::picture::{Picture, Pixels};
use crate::tests::ask;
use sample::sample;

fn properties() -> Properties {
    Properties {
        unit: "Eastern Europe Unit".to_owned(),
        subject: "Talks & positions <2025>".to_owned(),
        created: DateTime::<FixedOffset>::parse_from_rfc3339("2025-04-23T08:00:00+01:00").expect("a date"),
        identity: "note 1, version 2".to_owned(),
    }
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let one = write(&sample(), &properties(), &[]).expect("a PDF");
    assert_eq!(one, write(&sample(), &properties(), &[]).expect("a PDF"));
    assert!(one.starts_with(b"%PDF-1.7"));
}

#[test]
fn two_processes_give_the_same_bytes() {
    let other = || {
        let test = std::env::current_exe().expect("this test program");
        let arguments = ["pdf::tests::tell_digest", "--exact", "--ignored", "--nocapture"];
        let run = Command::new(test).args(arguments).output().expect("to run");
        let said = String::from_utf8_lossy(&run.stdout).into_owned();
        said.lines().find(|line| line.starts_with("digest ")).expect("a digest").to_owned()
    };
    assert_eq!(other(), other());
}

#[test]
#[ignore = "run by two_processes_give_the_same_bytes"]
fn tell_digest() {
    let file = write(&sample(), &properties(), &[]).expect("a PDF");
    println!("\ndigest {:x?}", sha2::Sha256::digest(&file));
}

#[test]
fn what_a_camera_wrote_into_a_picture_is_not_in_the_file() {
    let segment = |marker: u8, words: &[u8]| [&[0xFF, marker, 0, 2 + words.len() as u8], words].concat();
    let place = segment(0xE1, b"Exif: a place and a name");
    let original = [&[0xFF, 0xD8][..], &place, &segment(0xDA, b"the scan itself")].concat();
    let (pixels, media_type) = (Pixels::Jpeg { channels: 3 }, "image/jpeg");
    let picture = Arc::new(Picture { width: 2, height: 2, pixels, original, media_type });
    let mut pages = sample();
    let area = Rect::new(72.0, 72.0, 20.0, 20.0);
    let image = Image { picture, area };
    pages.pages[0].draw(Tag::Artifact(Artifact::Layout), Mark::Image(image));
    let file = write(&pages, &properties(), &[]).expect("a PDF");
    let holds = |words: &[u8]| file.windows(words.len()).any(|window| window == words);
    assert!(holds(b"the scan itself") && !holds(b"a place and a name"));
}

#[test]
fn qpdf_finds_nothing_wrong() {
    let file = write(&sample(), &properties(), &[]).expect("a PDF");
    if let Some(said) = ask("qpdf", &["--check", "FILE"], &file) {
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
}

#[test]
fn every_word_can_be_copied() {
    let file = write(&sample(), &properties(), &[]).expect("a PDF");
    let Some(text) = ask("pdftotext", &["-raw", "FILE", "-"], &file) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for expect in [
        "London talks: efficient offices, first",
        "official office offers coffee; the first affair is difficult, and the waffle is final. [1, 2] Ask what",
        "прогрес протягом днів (case 0), Ελλάδα, Łódź, Æsir, 1945–2025 and Zelenskyy or LEN.",
        "OFFICIAL-SENSITIVE",
        "Ukraine opposes",
        "Die Verhandlungs\u{AD} bereitschaft",
    ] {
        assert!(text.contains(expect), "{expect:?} is not in {text:?}");
    }
}

#[test]
fn poppler_sees_title_tags_and_links() {
    let file = write(&sample(), &properties(), &[]).expect("a PDF");
    if let Some(said) = ask("pdfinfo", &["FILE"], &file) {
        for expect in [
            "London talks: Київ & “positions”",
            "Eastern Europe Unit",
            "Tagged:          yes",
            "PDF version:     1.7",
        ] {
            assert!(said.contains(expect), "{expect:?} is not in {said}");
        }
    }
    if let Some(said) = ask("pdfinfo", &["-dests", "FILE"], &file) {
        assert!(said.contains("\"objectives\"") && said.contains("\"evidence\""), "{said}");
    }
}
