//! Tables on their side: where they stand, and what stands before and behind them.

use super::Written;
use super::written::text;
use crate::Composed;
use crate::page::{LinkTarget, Mark, Page, Pages, Tag};
use standpoint_core::actors::ActorKind;
use standpoint_core::notes::block::Body;
use standpoint_core::positions::Stance;

/// A note that has come to a table of eight issues.
fn led() -> Written {
    let mut note = Written::new();
    let source = note.source("Gazette");
    let actors =
        ["Velmaros", "Ostrany", "Tirel", "Sabe"].map(|name| note.actor(name, ActorKind::State, None));
    let issues: Vec<_> = (1..=8).map(|number| note.issue(&format!("Dam {number}"))).collect();
    for (&actor, &issue) in actors.iter().zip(&issues) {
        let quote = note.excerpt(source, "never a dam");
        note.position(&[actor], issue, Stance::Opposes, "2025-04-21", &[quote]);
    }
    note.heading(1, "Before it");
    note.paragraph(1, "It began here.");
    note.heading(1, "Who stands where");
    note.block(Body::PositionsTable { actors: actors.into(), issues, caption: text("All of it") });
    note
}

/// What stands on a page, from top to bottom.
fn read(page: &Page) -> Vec<(f32, &str)> {
    let mut lines: Vec<(f32, &str)> = page
        .items
        .iter()
        .filter_map(|item| match (&item.tag, &item.mark) {
            (Tag::Element(_), Mark::Glyphs(run)) => Some((run.origin.y, run.text.trim())),
            _ => None,
        })
        .collect();
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    lines
}

fn holds(composed: &Composed, page: usize, words: &str) -> bool {
    read(&composed.pages.pages[page]).iter().any(|(_, line)| line.contains(words))
}

/// Which pages lie on their side, from the first.
fn lying(composed: &Composed) -> Vec<bool> {
    composed.pages.pages.iter().map(|page| page.size.width > page.size.height).collect()
}

/// What lies on its side is behind a page of the body, and before the annexes.
pub(super) fn no_annex_before_a_plate(pages: &Pages) {
    let lying = |page: &&Page| page.size.width > page.size.height;
    assert!(!pages.pages.first().as_ref().is_some_and(lying));
    let last = pages.pages.iter().filter(lying).map(|page| page.number).max().unwrap_or_default();
    let first = pages.destinations.iter().filter(|(place, _)| place.starts_with("annex-"));
    let first = first.map(|(_, destination)| destination.page + 1).min();
    assert!(first.is_none_or(|first| first > last), "annex on {first:?}, plate on {last}");
}

#[test]
fn a_part_of_a_table_has_the_rows_that_say_something_and_names_the_others() {
    let mut note = Written::new();
    let source = note.source("Gazette");
    let one = note.actor("Velmaros", ActorKind::State, None);
    let envoy = note.actor("Envoy Irun", ActorKind::Person, Some(one));
    let other = note.actor("Ostrany", ActorKind::State, None);
    let issues: Vec<_> = (1..=10).map(|number| note.issue(&format!("Dam {number}"))).collect();
    let quote = note.excerpt(source, "never a dam");
    note.position(&[one], issues[0], Stance::Opposes, "2025-04-21", &[quote]);
    note.position(&[other], issues[1], Stance::Supports, "2025-04-21", &[quote]);
    note.position(&[envoy], issues[9], Stance::Opposes, "2025-04-21", &[quote]);
    let both = note.actor("Tirel", ActorKind::State, None);
    for issue in [issues[0], issues[9]] {
        note.position(&[both], issue, Stance::Opposes, "2025-04-21", &[quote]);
    }
    note.block(Body::PositionsTable { actors: Vec::new(), issues, caption: Vec::new() });
    let composed = note.composed();
    let lines: Vec<&str> = composed.pages.pages.iter().flat_map(read).map(|(_, line)| line).collect();
    let part = |number: usize| lines.iter().position(|line| line.contains(&format!("part {number} of 2")));
    let legend = lines.iter().rposition(|line| line.contains("supports with conditions"));
    let (first, second) =
        lines[part(1).unwrap()..legend.unwrap()].split_at(part(2).unwrap() - part(1).unwrap());
    let named = |lines: &[&str]| {
        let named =
            |line: &&&str| ["Velmaros", "Envoy Irun", "Ostrany"].iter().any(|name| line.contains(name));
        lines.iter().filter(named).map(ToString::to_string).collect::<Vec<_>>()
    };
    let silence = "No position found on any of these issues as of";
    assert_eq!(named(first)[..2], ["Velmaros", "Ostrany"]);
    assert!(named(first)[2].starts_with(&format!("Envoy Irun: {silence}")), "{first:?}");
    assert_eq!(named(second)[..2], ["Velmaros", "Envoy Irun"]);
    assert!(named(second)[2].starts_with(&format!("Ostrany: {silence}")), "{second:?}");
}

#[test]
fn a_part_of_a_table_in_which_nobody_says_anything_keeps_its_rows() {
    let mut note = Written::new();
    let source = note.source("Gazette");
    let issues: Vec<_> = (1..=10).map(|number| note.issue(&format!("Dam {number}"))).collect();
    let quote = note.excerpt(source, "never a dam");
    for name in ["Velmaros", "Ostrany", "Tirel", "Sabe"] {
        let actor = note.actor(name, ActorKind::State, None);
        note.position(&[actor], issues[0], Stance::Opposes, "2025-04-21", &[quote]);
    }
    note.block(Body::PositionsTable { actors: Vec::new(), issues, caption: Vec::new() });
    let composed = note.composed();
    let lines: Vec<&str> = composed.pages.pages.iter().flat_map(read).map(|(_, line)| line).collect();
    let second = lines.iter().position(|line| line.contains("part 2 of 2")).unwrap();
    let rows = lines[second..].iter().filter(|line| line.contains("none found")).count();
    assert!(lines[second..].contains(&"Velmaros") && rows >= 5, "{:?}", &lines[second..]);
}

#[test]
fn text_goes_on_upon_the_page_that_leads_to_it() {
    let mut note = led();
    for number in 0..12 {
        note.paragraph(1, &format!("w{number}x {}", "and so they said ".repeat(15)));
    }
    let composed = note.composed();
    assert_eq!(lying(&composed)[..3], [false, true, false]);
    assert!(holds(&composed, 0, "Who stands where") && holds(&composed, 0, "Table 1, page 2"));
    let foot = read(&composed.pages.pages[0]).last().map_or(0.0, |(y, _)| *y);
    assert!(foot > 690.0, "the page is full: {foot}");
    let pointer = composed.pages.pages[0].links.iter().find_map(|link| match &link.target {
        LinkTarget::Place(place) if link.description == "Table 1, page 2" => Some(place),
        _ => None,
    });
    assert_eq!(composed.pages.destinations[pointer.unwrap()].page, 1);
}

#[test]
fn no_annex_comes_before_it() {
    let mut note = led();
    note.paragraph(1, "And it ended here.");
    let composed = note.composed();
    assert_eq!(lying(&composed)[..3], [false, true, false]);
    assert!(holds(&composed, 0, "And it ended here.") && !holds(&composed, 0, "Annex A"));
    assert!(holds(&composed, 2, "Annex A"));
}

#[test]
fn where_nothing_follows_its_heading_stands_on_it() {
    for page_break in [false, true] {
        let mut note = led();
        if page_break {
            note.block(Body::PageBreak);
            note.paragraph(1, "On a page of its own.");
        }
        let composed = note.composed();
        assert_eq!(lying(&composed)[..3], [false, true, false]);
        assert!(holds(&composed, 1, "Who stands where") && !holds(&composed, 0, "Who stands where"));
        assert!(!holds(&composed, 0, "Table 1, page"));
        assert_eq!(holds(&composed, 2, "On a page of its own."), page_break);
    }
}

#[test]
fn headings_with_nothing_below_them_come_behind_it() {
    let mut note = led();
    note.heading(1, "What is left");
    let composed = note.composed();
    assert_eq!(lying(&composed)[..3], [false, true, false]);
    assert!(holds(&composed, 1, "Who stands where") && holds(&composed, 2, "What is left"));
    assert!(holds(&composed, 2, "Annex A"));
}

#[test]
fn two_that_follow_each_other_share_their_pages() {
    let mut note = led();
    let table = note.snapshot.blocks.last().unwrap().body.clone();
    note.block(table);
    note.paragraph(1, "And it ended here.");
    let composed = note.composed();
    assert_eq!(lying(&composed)[..3], [false, true, false]);
    assert!(holds(&composed, 0, "Table 1, page 2") && holds(&composed, 0, "Table 2, page 2"));
}

#[test]
fn read_aloud_it_comes_where_it_is_written() {
    let mut note = led();
    note.paragraph(1, "And it ended here.");
    let pages = note.composed().pages;
    let first = |page: usize, words: &str| {
        let items = &pages.pages[page].items;
        items.iter().find_map(|item| match (&item.tag, &item.mark) {
            (Tag::Element(element), Mark::Glyphs(run)) if run.text.contains(words) => Some(*element),
            _ => None,
        })
    };
    let order = [first(0, "Who stands where"), first(0, "page 2"), first(1, "Velmaros"), first(0, "ended")];
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{order:?}");
}
