//! What stands on the pages, as readable text, and errors.

use super::Written;
use super::written::text;
use crate::fonts::Fonts;
use crate::page::{Artifact, Mark, Tag};
use crate::{BriefError, Composed, compose};
use standpoint_core::notes::Pictures;
use standpoint_core::notes::block::Body;

/// The texts of a page from top to bottom; running matter in brackets.
fn texts(page: &crate::page::Page) -> Vec<String> {
    let mut lines: Vec<(i64, i64, String)> = Vec::new();
    for item in &page.items {
        if let Mark::Glyphs(run) = &item.mark {
            let words = match item.tag {
                Tag::Artifact(Artifact::Header | Artifact::Footer) => format!("({})", run.text.trim()),
                _ => run.text.trim().to_owned(),
            };
            lines.push((run.origin.y.round() as i64, run.origin.x.round() as i64, words));
        }
    }
    lines.sort();
    lines.into_iter().map(|(y, x, words)| format!("{y:3} {x:3} {words}")).collect()
}

#[test]
fn page_one_as_the_design_has_it() {
    let mut note = Written::new();
    note.block(Body::BottomLine {
        statement: text("They differ."),
        judgement: text("It is likely to last."),
    });
    note.heading(1, "Our objectives");
    note.paragraph(1, "Keep them at the table.");
    let composed = note.composed();
    let first = texts(&composed.pages.pages[0]);
    assert_eq!(
        first[..20],
        [
            " 39 271 (OFFICIAL)",
            " 84  54 Position paper",
            "112  54 Talks on the river: who stands where",
            "149  54 Reference",
            "149 148 Version",
            "149 241 Issued",
            "149 379 Information as of",
            "161  54 REF/2025/7",
            "161 148 1.0",
            "161 241 23 April 2025, 08:00 UTC+1",
            "161 379 23 April 2025, 07:00 UTC+1",
            "173 241 230700Z APR 25",
            "193  54 Prepared for",
            "193 148 Prepared by",
            "193 241 Last brief",
            "193 379 Clearance",
            "205  54 Minister",
            "205 148 River Unit",
            "205 241 None",
            "205 379 Cleared, 23 April 2025, 07:40 UTC+1",
        ]
    );
    let position = |words: &str| first.iter().position(|line| line.ends_with(words)).unwrap();
    assert!(position("Bottom line") < position("They differ."));
    assert!(position("It is likely to last.") < position("Our objectives"));
    assert!(first.last().unwrap().ends_with("(OFFICIAL)"));
}

#[test]
fn a_character_that_no_font_has_stops_the_note_and_is_named() {
    let mut note = Written::new();
    let block = note.paragraph(1, "A Linear B syllable: 𐀀.");
    match compose(&note.snapshot, &Pictures::new(), &note.edition(), &Fonts::bundled()) {
        Err(BriefError::MissingGlyph { character, block: at, .. }) => {
            assert_eq!((character, at), ('𐀀', Some(block)));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_uncleared_note_is_a_draft_on_every_page() {
    let mut note = Written::new();
    note.snapshot.note.clearance = None;
    note.paragraph(1, "Soon.");
    let composed = note.composed();
    for page in &composed.pages.pages {
        assert!(page.items.iter().any(|item| item.tag == Tag::Artifact(Artifact::Watermark)));
        assert!(texts(page).iter().any(|line| line.ends_with("(Distribution copy, draft)")));
    }
}

#[test]
fn each_block_knows_where_it_stands() {
    let mut note = Written::new();
    let long = "word ".repeat(700);
    let blocks = [note.paragraph(1, "Short."), note.paragraph(1, long.trim())];
    let composed = note.composed();
    let pages =
        |block| composed.extents.iter().filter(move |extent| extent.block == block).map(|extent| extent.page);
    assert_eq!(pages(blocks[0]).collect::<Vec<_>>(), [0]);
    assert_eq!(pages(blocks[1]).collect::<Vec<_>>(), [0, 1]);
    assert!(composed.extents.iter().all(|extent| extent.top < extent.bottom));
}

#[test]
fn a_page_is_known_again_by_its_looks() {
    let note = |word: &str| {
        let mut note = Written::new();
        note.paragraph(1, "word ".repeat(700).trim());
        note.block(Body::PageBreak);
        note.paragraph(1, word);
        note.composed()
    };
    let looks = |composed: &Composed| -> Vec<(String, String)> {
        let pages = 0..composed.page_count();
        pages
            .flat_map(|at| composed.page_layers(at))
            .map(|layer| (layer.fingerprint(), layer.svg()))
            .collect()
    };
    let (one, other) = (looks(&note("sooner")), looks(&note("later")));
    assert_eq!(one, looks(&note("sooner")));
    let same: Vec<bool> = one.iter().zip(&other).map(|(one, other)| one.0 == other.0).collect();
    assert!(one.iter().zip(&other).all(|(one, other)| (one.0 == other.0) == (one.1 == other.1)));
    assert!(
        same[0] && same.iter().filter(|same| !**same).count() == 1,
        "only one layer of one page: {same:?}"
    );
}

#[test]
fn an_empty_note_has_a_page_with_its_title() {
    let mut note = Written::new();
    note.snapshot.note.title = String::new();
    note.snapshot.note.reference = None;
    note.snapshot.note.template = String::new();
    note.block(Body::PositionsTable { actors: Vec::new(), issues: Vec::new(), caption: Vec::new() });
    note.block(Body::Timeline { actor: None, issue: None });
    note.block(Body::OptionsTable { options: Vec::new() });
    note.block(Body::PageBreak);
    let composed = note.composed();
    assert_eq!(composed.page_count(), 2);
    let second = texts(&composed.pages.pages[1]);
    assert!(second.iter().any(|line| line.ends_with("Annex A. Yardsticks")), "{second:?}");
}

#[test]
fn a_word_of_five_thousand_letters_breaks_where_lines_are_full() {
    let word = "ж".repeat(5000);
    let mut note = Written::new();
    note.snapshot.note.title = "W".repeat(300);
    note.block(Body::Paragraph { level: 1, lead: Vec::new(), text: text(&word) });
    note.block(Body::Bullets { items: vec![text(&word)] });
    let composed = note.composed();
    for page in &composed.pages.pages {
        for item in &page.items {
            if let Mark::Glyphs(run) = &item.mark {
                assert!(
                    run.origin.x + run.width() < page.size.width - 20.0,
                    "{} on {}",
                    run.text,
                    page.number
                );
            }
        }
    }
    let runs = composed.pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.mark {
        Mark::Glyphs(run) if item.tag != Tag::Artifact(Artifact::Header) => Some(run.text.as_str()),
        _ => None,
    });
    assert_eq!(runs.flat_map(str::chars).filter(|&letter| letter == 'ж').count(), 10_000);
}
