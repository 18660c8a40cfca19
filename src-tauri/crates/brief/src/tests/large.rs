//! Large print: the same words, larger, in columns of their own.

use super::laws::{Part, part, written};
use super::varied;
use crate::fonts::Face;
use crate::page::{Item, Mark, Page, Tag};
use proptest::prelude::*;
use standpoint_core::notes::{Paper, Print};

/// Sizes of the letters that are read, and the words.
fn letters(page: &Page) -> impl std::iter::Iterator<Item = (f32, &str)> {
    page.items.iter().filter_map(|item| match (&item.tag, &item.mark) {
        (Tag::Element(_), Mark::Glyphs(run)) if !run.text.trim().is_empty() => {
            Some((run.size, run.text.trim()))
        }
        _ => None,
    })
}

#[test]
fn nothing_is_smaller_than_eleven_points_and_no_evidence_stands_in_the_margin() {
    let mut note = varied();
    note.snapshot.note.print = Some(Print::Large);
    let pages = note.composed().pages;
    for page in &pages.pages {
        for (size, text) in letters(page) {
            assert!(size >= 10.99, "page {}: “{text}” in {size}", page.number);
        }
        let serifs = [Face::Serif, Face::SerifItalic, Face::SerifSemibold, Face::Display];
        let serifs = serifs.map(|face| pages.fonts.of(face));
        let serif = |item: &Item| matches!(&item.mark, Mark::Glyphs(run) if serifs.contains(&run.font));
        assert!(!page.items.iter().any(serif), "page {} has a serif", page.number);
    }
    let body = letters(&pages.pages[0]).find(|(_, text)| text.contains("It is likely to last."));
    assert!((body.unwrap().0 - 14.0).abs() < 0.01);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_of_the_page_in_large_print(parts in prop::collection::vec(part(), 1..20)) {
        let (mut note, words): (_, Vec<String>) = written(&parts as &[Part], Paper::A4);
        note.snapshot.note.print = Some(Print::Large);
        super::laws::hold(&note.composed().pages, &parts, &words);
    }
}
