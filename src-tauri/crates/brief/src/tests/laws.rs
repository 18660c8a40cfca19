//! What holds for every note, whatever is in it.

use super::Written;
use super::looks::no_note_beside_a_box;
use super::plates::no_annex_before_a_plate;
use super::written::text;
use crate::compose_again;
use crate::fonts::Fonts;
use crate::page::{ElementId, ElementKind, GlyphRun, LinkTarget, Mark, Page, Pages, Structure, Tag};
use crate::text::Memory;
use proptest::prelude::*;
use standpoint_core::actors::ActorKind;
use standpoint_core::notes::block::{Body, DefensiveLine, Inline};
use standpoint_core::notes::{Paper, Pictures};
use standpoint_core::positions::Stance;
use std::collections::{BTreeMap, BTreeSet};

/// A block in the making: its kind and its numbers of words.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    Heading(u8),
    Paragraph(u8, usize),
    Bullets(Vec<usize>),
    Lines(Vec<usize>),
    Defence(Vec<usize>),
    Table(usize, usize),
    Quotation(usize),
    Citing(usize, usize),
    Footnoted(usize, usize),
    PageBreak,
}

pub(crate) fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        2 => (1u8..=2).prop_map(Part::Heading),
        6 => (0u8..=2, 1usize..110).prop_map(|(level, words)| Part::Paragraph(level, words)),
        2 => prop::collection::vec(1usize..50, 1..6).prop_map(Part::Bullets),
        1 => prop::collection::vec(1usize..60, 1..12).prop_map(Part::Lines),
        1 => prop::collection::vec(1usize..60, 1..8).prop_map(Part::Defence),
        1 => (0usize..24, 0usize..8).prop_map(|(actors, issues)| Part::Table(actors, issues)),
        1 => (1usize..1500).prop_map(Part::Quotation),
        3 => (1usize..60, 1usize..6).prop_map(|(words, citations)| Part::Citing(words, citations)),
        2 => (1usize..60, 1usize..200).prop_map(|(words, below)| Part::Footnoted(words, below)),
        1 => Just(Part::PageBreak),
    ]
}

/// A note whose words are all different, and the words in reading order.
pub(crate) fn written(parts: &[Part], paper: Paper) -> (Written, Vec<String>) {
    let mut note = Written::new();
    note.snapshot.note.paper = paper;
    let mut words: Vec<String> = Vec::new();
    let mut some = |count: usize| {
        let first = words.len();
        words.extend((first..first + count).map(|number| format!("w{number}x")));
        words[first..].join(" ")
    };
    let source = note.source("Source");
    for part in parts {
        match part {
            Part::Heading(level) => {
                note.heading(*level, &some(3));
            }
            Part::Paragraph(level, count) => {
                note.paragraph(*level, &some(*count));
            }
            Part::Bullets(counts) => {
                let items = counts.iter().map(|count| text(&some(*count))).collect();
                note.block(Body::Bullets { items });
            }
            Part::Lines(counts) => {
                let items = counts.iter().map(|count| text(&some(*count))).collect();
                note.block(Body::LinesToTake { items });
            }
            Part::Defence(counts) => {
                let pairs = counts
                    .iter()
                    .map(|count| DefensiveLine { question: text(&some(2)), answer: text(&some(*count)) })
                    .collect();
                note.block(Body::DefensiveLines { pairs });
            }
            Part::Table(actors, issues) => {
                let actors: Vec<_> =
                    (0..*actors).map(|_| note.actor("Country A", ActorKind::State, None)).collect();
                let issues: Vec<_> = (0..*issues).map(|_| note.issue("A dam on the river")).collect();
                for (&actor, &issue) in actors.iter().zip(issues.iter().cycle()) {
                    let quote = note.excerpt(source, "never a dam");
                    note.position(
                        &[actor],
                        issue,
                        Stance::OpposesWithConditions,
                        "2025-04-21",
                        &[quote, quote],
                    );
                    if issue == issues[0] {
                        note.last_position().condition =
                            Some("the unconditional internationalisation fails".into());
                        note.last_position().actors = actors.clone();
                    }
                }
                note.block(Body::PositionsTable { actors, issues, caption: Vec::new() });
            }
            Part::Quotation(count) => {
                // Its words stand in Annex A too, so they are not of those that appear once.
                let quote = note.excerpt(source, &"said ".repeat(*count));
                note.block(Body::Quotation { excerpt: quote });
            }
            Part::Citing(count, citations) => {
                let quotes: Vec<_> = (0..*citations).map(|_| note.excerpt(source, "never a dam")).collect();
                note.citing(&some(*count), &quotes);
            }
            Part::Footnoted(count, below) => {
                let number = note.snapshot.blocks.len();
                let below: Vec<String> = (0..*below).map(|word| format!("f{number:03}n{word:03}x")).collect();
                let mut words = text(&some(*count));
                words.push(Inline::Footnote { text: text(&below.join(" ")) });
                note.block(Body::Paragraph { level: 1, lead: Vec::new(), text: words });
            }
            Part::PageBreak => {
                note.block(Body::PageBreak);
            }
        }
    }
    (note, words)
}

pub(super) fn kinds(structure: &Structure, mut id: ElementId) -> Vec<ElementKind> {
    let mut kinds = Vec::new();
    while let Some(element) = structure.get(id) {
        kinds.push(element.kind);
        let Some(parent) = element.parent else { break };
        id = parent;
    }
    kinds
}

/// Glyph runs that are read, with the element they belong to: id, left, baseline, right, text.
fn read(page: &Page) -> impl Iterator<Item = (ElementId, f32, f32, f32, &str)> {
    page.items.iter().filter_map(|item| match (&item.tag, &item.mark) {
        (Tag::Element(id), Mark::Glyphs(run)) => {
            Some((*id, run.origin.x, run.origin.y, run.origin.x + run.width(), run.text.as_str()))
        }
        _ => None,
    })
}

fn every_word_once_in_order(pages: &Pages, words: &[String]) {
    let found: Vec<&str> = pages
        .pages
        .iter()
        // The list of contents says headings again.
        .flat_map(|page| read(page).filter(|(id, ..)| !listed(pages, *id)))
        .flat_map(|(.., text)| text.split_whitespace())
        .filter(|word| word.starts_with('w') && word.ends_with('x'))
        .collect();
    assert_eq!(found, words);
}

/// Words of footnotes: whole, in order, the first of each on the page of its number or, pushed over, on the next.
fn every_footnote_in_order(pages: &Pages, parts: &[Part]) {
    let found: Vec<&str> = pages
        .pages
        .iter()
        .flat_map(|page| read(page).flat_map(|(.., text)| text.split_whitespace()))
        .filter(|word| word.starts_with('f') && word.ends_with('x') && word.contains('n'))
        .collect();
    let expect: usize =
        parts.iter().map(|part| if let Part::Footnoted(_, below) = part { *below } else { 0 }).sum();
    assert_eq!(found.len(), expect);
    assert!(found.is_sorted(), "{found:?}");
    for (number, page) in pages.pages.iter().enumerate() {
        for link in &page.links {
            if let LinkTarget::Place(place) = &link.target
                && place.starts_with("footnote-")
            {
                assert_eq!(pages.destinations[place].page, number, "{place}");
            }
        }
    }
}

fn listed(pages: &Pages, id: ElementId) -> bool {
    kinds(&pages.structure, id).contains(&ElementKind::ContentsItem)
}

fn nothing_outside_the_margins(pages: &Pages) {
    for page in &pages.pages {
        let upright = page.size.height > page.size.width;
        let side = if upright { (page.size.width - 487.28) / 2.0 } else { 54.0 };
        // A space that hangs over the end of a line is not seen.
        for (_, left, baseline, right, text) in read(page).filter(|(.., text)| !text.trim().is_empty()) {
            assert!(
                left >= side - 0.5 && right <= page.size.width - side + 0.5,
                "page {}: {text}",
                page.number
            );
            let foot = page.size.height - 61.0;
            assert!(baseline > 72.0 && baseline < foot, "page {}: {text} at {baseline}", page.number);
        }
    }
}

fn no_heading_last_on_a_page(pages: &Pages) {
    for page in &pages.pages {
        let last = read(page).filter(|(id, ..)| !kinds(&pages.structure, *id).contains(&ElementKind::Note));
        let last = last.max_by(|one, other| one.2.total_cmp(&other.2));
        if let Some((id, .., text)) = last {
            let kinds = kinds(&pages.structure, id);
            assert!(
                !kinds.iter().any(|kind| matches!(kind, ElementKind::Heading(_))),
                "page {}: {text}",
                page.number
            );
        }
    }
}

/// Where a run's letters are: left, top, right, bottom.
fn ink(run: &GlyphRun) -> [f32; 4] {
    let (left, baseline) = (run.origin.x, run.origin.y);
    [left + 0.2, baseline - 0.6 * run.size, left + run.width() - 0.2, baseline + 0.1 * run.size]
}

fn nothing_on_top_of_another(pages: &Pages) {
    for page in &pages.pages {
        let runs: Vec<&GlyphRun> = page
            .items
            .iter()
            .filter_map(|item| match &item.mark {
                Mark::Glyphs(run) if !run.text.trim().is_empty() => Some(run),
                _ => None,
            })
            .collect();
        for (index, one) in runs.iter().enumerate() {
            for other in &runs[index + 1..] {
                let ([left, top, right, bottom], [l, t, r, b]) = (ink(one), ink(other));
                let apart = right <= l || r <= left || bottom <= t || b <= top;
                assert!(apart, "page {}: “{}” on “{}”", page.number, one.text, other.text);
            }
        }
    }
}

fn every_link_leads_somewhere(pages: &Pages) {
    let known = |name: &String| pages.destinations.contains_key(name);
    for link in pages.pages.iter().flat_map(|page| &page.links) {
        if let LinkTarget::Place(name) = &link.target {
            assert!(known(name), "{} leads to {name}, which is nowhere", link.description);
        }
        assert!(link.element.is_some(), "{} is not in the structure", link.description);
    }
    let entries = pages.outline.iter().flat_map(|entry| std::iter::once(entry).chain(&entry.children));
    for entry in entries {
        assert!(known(&entry.destination), "bookmark {} leads nowhere", entry.title);
    }
}

fn tables_repeat_their_head(pages: &Pages) {
    for page in &pages.pages {
        let in_row = |id| kinds(&pages.structure, id).contains(&ElementKind::TableRow);
        let has_head = |names: &[&str]| {
            page.items
                .iter()
                .any(|item| matches!(&item.mark, Mark::Glyphs(run) if names.contains(&run.text.as_str())))
        };
        let annex = has_head(&["Cited in"]);
        // Countries stand in the positions table (in its head, where the issues are its rows) and in the annex of
        // names, each under a head of its own, and in the evidence annex as those whose words are quoted.
        let countries = read(page).any(|(id, .., text)| text.contains("Country") && in_row(id));
        let entries = read(page).any(|(id, .., text)| text.starts_with('“') && in_row(id));
        assert!(
            !countries || annex || has_head(&["Actor", "Issue", "Name"]),
            "page {} has rows without a head",
            page.number
        );
        assert!(!entries || annex, "page {} has evidence without a head", page.number);
    }
}

fn two_lines_on_each_side_of_a_break(pages: &Pages) {
    let mut lines: BTreeMap<ElementId, BTreeMap<usize, BTreeSet<i64>>> = BTreeMap::new();
    for page in &pages.pages {
        for (id, _, baseline, ..) in read(page) {
            let kinds = kinds(&pages.structure, id);
            if !kinds.contains(&ElementKind::Table) {
                lines.entry(id).or_default().entry(page.number).or_default().insert(baseline.round() as i64);
            }
        }
    }
    for (id, pages) in lines.iter().filter(|(_, pages)| pages.len() > 1) {
        let counts: Vec<usize> = pages.values().map(BTreeSet::len).collect();
        assert!(counts[0] >= 2 && counts[counts.len() - 1] >= 2, "{id:?} breaks into {counts:?}");
    }
}

/// All of them, for the pages of a note of these parts and words.
pub(super) fn hold(pages: &Pages, parts: &[Part], words: &[String]) {
    every_word_once_in_order(pages, words);
    every_footnote_in_order(pages, parts);
    nothing_outside_the_margins(pages);
    no_heading_last_on_a_page(pages);
    nothing_on_top_of_another(pages);
    every_link_leads_somewhere(pages);
    tables_repeat_their_head(pages);
    two_lines_on_each_side_of_a_break(pages);
    no_note_beside_a_box(pages);
    no_annex_before_a_plate(pages);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_of_the_page(parts in prop::collection::vec(part(), 1..28), letter in any::<bool>(), long in any::<bool>()) {
        let (mut note, words) = written(&parts, if letter { Paper::Letter } else { Paper::A4 });
        if long {
            note.snapshot.note.title = "All that was said on the river and its dams ".repeat(5);
            note.snapshot.note.marking = Some("FOR THE EYES OF THE RIVER COMMISSION AND OF ITS MEMBERS ONLY".into());
            note.snapshot.note.clearance = None;
        }
        let composed = note.composed();
        let pages = &composed.pages;
        hold(pages, &parts, &words);
        prop_assert_eq!(pages.dump(), note.composed().pages.dump());
    }

    /// What is set again after a keystroke, a paragraph put in, one taken out or another paper is what would be set
    /// for the first time.
    #[test]
    fn composed_again_is_composed_anew(
        parts in prop::collection::vec(part(), 2..12),
        changes in prop::collection::vec((0u8..4, any::<prop::sample::Index>(), part()), 1..6),
    ) {
        let memory = Memory::default();
        let mut parts = parts;
        let mut paper = Paper::A4;
        for (kind, at, part) in changes {
            let at = at.index(parts.len());
            match kind {
                0 => parts.insert(at, part),
                1 if parts.len() > 1 => drop(parts.remove(at)),
                2 => paper = if paper == Paper::A4 { Paper::Letter } else { Paper::A4 },
                _ => parts[at] = part,
            }
            let (note, _) = written(&parts, paper);
            memory.turn();
            let (nothing, fonts) = (Pictures::new(), Fonts::bundled());
            let again = compose_again(&note.snapshot, &nothing, &note.edition(), &fonts, &memory).unwrap();
            prop_assert_eq!(again.pages.dump(), note.composed().pages.dump());
        }
    }
}
