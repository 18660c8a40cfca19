//! What a severe eye would see: things too near each other, said twice, or set for another script.

use super::Written;
use super::laws::kinds;
use super::written::text;
use crate::page::{ElementKind, Mark, Page, Pages, Tag};
use proptest::prelude::*;
use standpoint_core::notes::block::Body;

/// Where words stand: left edge and baseline.
#[track_caller]
fn place(page: &Page, words: &str) -> (f32, f32) {
    let run = page.items.iter().find_map(|item| match &item.mark {
        Mark::Glyphs(run) if run.text.trim() == words => Some(run.origin),
        _ => None,
    });
    run.map_or_else(|| panic!("“{words}” is not on page {}", page.number), |at| (at.x, at.y))
}

/// Frames of boxes hang over to where evidence notes stand: there are none beside them.
pub(super) fn no_note_beside_a_box(pages: &Pages) {
    for page in &pages.pages {
        let right = (page.size.width - 487.28) / 2.0 + 396.0 + 12.0;
        let edges = page.items.iter().filter_map(|item| match &item.mark {
            Mark::Rule(rule) if (rule.area.x + rule.area.width - right).abs() < 0.1 => Some(rule.area),
            _ => None,
        });
        let edges: Vec<_> = edges.filter(|area| area.height > area.width).collect();
        for item in &page.items {
            let (Tag::Element(id), Mark::Glyphs(run)) = (&item.tag, &item.mark) else { continue };
            if run.origin.x < right || !kinds(&pages.structure, *id).contains(&ElementKind::Note) {
                continue;
            }
            let (top, bottom) = (run.origin.y - 0.7 * run.size, run.origin.y + 0.2 * run.size);
            for edge in &edges {
                let apart = bottom <= edge.y || top >= edge.y + edge.height;
                assert!(apart, "page {}: “{}” beside a box", page.number, run.text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Running text fills its pages: no more than eight lines stay empty, for a paragraph that does not part and what parting
    /// another one costs.
    #[test]
    fn pages_of_running_text_are_full(counts in prop::collection::vec(1usize..140, 12..40)) {
        let mut note = Written::new();
        for (number, count) in counts.iter().enumerate() {
            note.paragraph(1, &format!("w{number}x {}", "said ".repeat(*count)));
        }
        let pages = note.composed().pages;
        let annexes = pages.destinations.iter().filter(|(place, _)| place.starts_with("annex-"));
        let annex = annexes.map(|(_, destination)| destination.page).min();
        for page in &pages.pages[..annex.unwrap_or_default().saturating_sub(1)] {
            let read = page.items.iter().filter(|item| matches!(item.tag, Tag::Element(_)));
            let lines = read.filter_map(|item| match &item.mark {
                Mark::Glyphs(run) => Some(run.origin.y),
                _ => None,
            });
            let last = lines.fold(0.0, f32::max);
            prop_assert!(last > 760.0 - 8.0 * 16.0, "page {} ends at {last}", page.number);
        }
    }
}

#[test]
fn a_lead_that_ends_in_a_space_is_followed_by_one() {
    let [without, with] = ["The offer.", "The offer. "].map(|lead| {
        let mut note = Written::new();
        note.block(Body::Paragraph { level: 1, lead: text(lead), text: text("It stands.") });
        let pages = note.composed().pages;
        place(&pages.pages[0], "It stands.").0 - place(&pages.pages[0], "The offer.").0
    });
    assert!((without - with).abs() < 0.5, "{without} and {with}");
}

#[test]
fn a_box_does_not_say_again_what_its_heading_says() {
    for (heading, expect) in [("Lines to take", 1), ("What to say", 2)] {
        let mut note = Written::new();
        note.heading(1, heading);
        note.block(Body::LinesToTake { items: vec![text("We want a river.")] });
        let page = &note.composed().pages.pages[0];
        let said = |words: &str| {
            let says = |item: &&crate::page::Item| matches!(&item.mark, Mark::Glyphs(run) if run.text.trim() == words);
            page.items.iter().filter(says).count()
        };
        assert_eq!(said("Lines to take") + said("What to say"), expect);
        assert_eq!(said("For use in the meeting"), 1);
    }
}

#[test]
fn a_title_has_the_room_that_its_script_wants() {
    let title = |words: &str| {
        let mut note = Written::new();
        note.snapshot.note.title = words.into();
        place(&note.composed().pages.pages[0], words).1
    };
    assert!((title("Who stands where") - 112.0).abs() < 0.1);
    assert!((title("שיחות") - 115.0).abs() < 0.1, "{}", title("שיחות"));
}

#[test]
fn a_title_leaves_no_word_over() {
    let words: Vec<&str> =
        "After the second round of talks on the river and its three dams: who said what there"
            .split(' ')
            .collect();
    for count in 4..=words.len() {
        let mut note = Written::new();
        note.snapshot.note.title = words[..count].join(" ");
        let page = &note.composed().pages.pages[0];
        let lines = page.items.iter().filter_map(|item| match &item.mark {
            Mark::Glyphs(run) if run.size > 20.0 && !run.text.trim().is_empty() => Some(run.text.trim()),
            _ => None,
        });
        let lines: Vec<&str> = lines.collect();
        assert!(lines.iter().all(|line| line.contains(' ')), "{lines:?}");
    }
}

#[test]
fn nobody_s_name_is_said_not_to_be_spelled_out() {
    let heads = |say: Option<&str>| {
        let mut note = Written::new();
        let actor = note.actor("Velmaros", standpoint_core::actors::ActorKind::State, None);
        note.snapshot.actors[0].pronunciation = say.map(Into::into);
        note.snapshot.actors[0].aliases = vec!["the republic".into()];
        note.block(Body::ActorProfile { actor });
        let pages = note.composed().pages;
        let says =
            |item: &&crate::page::Item| matches!(&item.mark, Mark::Glyphs(run) if run.text.trim() == "Say");
        pages.pages.iter().flat_map(|page| &page.items).filter(says).count()
    };
    assert_eq!((heads(None), heads(Some("vel-MAR-os"))), (0, 1));
}
