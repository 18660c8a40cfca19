//! What is found, in which order, and that no query is ever an error.

use super::{Hit, HitKind};
use crate::excerpts::Verification;
use crate::excerpts::ops::ExcerptFacts;
use crate::ids::{BlockId, NoteId};
use crate::notes::block::{Body, Inline};
use crate::notes::ops::NewBlock;
use crate::positions::Stance;
use crate::testing::Desk;
use proptest::prelude::*;

/// A dossier with one thing of each kind, in several scripts.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let country = desk.actor_with("République d’Amont", None, |facts| {
        facts.short_name = Some("Amont".into());
        facts.aliases = vec!["the Palace".into(), "say \"Amont\"".into(), "Старый дворец".into()];
        facts.role = Some("Host of the talks".into());
    });
    let issue = desk.issue("Security guarantees", None);
    desk.position_with(&[country], issue, Stance::Supports, "2025-04", |facts| {
        facts.summary = Some("Would send peacekeepers".into());
        facts.condition = Some("the ceasefire holds".into());
    });
    let source = desk.source(
        "Communiqué of the delegations",
        "The delegations met.\n\nPeacekeepers were discussed at length. La trêve tient. Прекращение огня. Κατάπαυση του πυρός. وقف إطلاق النار. 停火协议。",
    );
    let excerpt = desk.excerpt(source, "Peacekeepers were discussed at length.");
    let facts = ExcerptFacts {
        memo: Some("Ask the embassy".into()),
        translation: Some("Friedenstruppen wurden erörtert.".into()),
        credibility: None,
        verification: Verification::Unverified,
        marking: None,
    };
    desk.dossier.edit_excerpt(excerpt, facts, &desk.stamp.clone()).unwrap();
    let (note, block): (NoteId, BlockId) = (desk.id(), desk.id());
    let facts = crate::testing::note_facts("Brief for the Minister");
    let body = Body::Bullets { items: vec![vec![Inline::words("Snap-back of sanctions is open.")]] };
    desk.dossier
        .create_note(
            note,
            facts,
            vec![NewBlock { id: block, prompt: None, marking: None, body }],
            &desk.stamp.clone(),
        )
        .unwrap();
    desk
}

/// A hit as one line: `kind title: words with the [matched] ones marked`.
fn line(hit: &Hit) -> String {
    let context: String = hit
        .context
        .iter()
        .map(|piece| if piece.matched { format!("[{}]", piece.text) } else { piece.text.clone() })
        .collect();
    format!("{} {}: {}", hit.kind, hit.title, context.trim()).trim_end_matches([':', ' ']).to_owned()
}

#[track_caller]
fn check(desk: &Desk, text: &str, expect: &[&str]) {
    let found: Vec<String> = desk.dossier.search(text, 20).unwrap().iter().map(line).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn each_kind_is_found_with_the_words_around_the_match() {
    let desk = desk();
    check(
        &desk,
        "palace",
        &["actor République d’Amont: the [Palace], say \"Amont\", Старый дворец, Host of the talks"],
    );
    check(&desk, "guarantees", &["issue Security guarantees: Security [guarantees]?"]);
    check(&desk, "holds", &["position Amont · Security guarantees: the ceasefire [holds]"]);
    check(&desk, "embassy", &["excerpt Communiqué of the delegations: Ask the [embassy]"]);
    check(
        &desk,
        "friedens",
        &[
            "excerpt Communiqué of the delegations: Peacekeepers were discussed at length. [Friedenstruppen] wurden erörtert.",
        ],
    );
    check(&desk, "ref/12", &["note Brief for the Minister: [REF/12]"]);
    check(&desk, "snap-back", &["block Brief for the Minister: [Snap-back] of sanctions is open."]);
    check(
        &desk,
        "communique",
        &[
            "source Communiqué of the delegations: The delegations met.  Peacekeepers were discussed at length. La trêve tient. Прекращение огня. Κατάπαυση του πυρός. وقف إطلاق النار. 停火协议。",
        ],
    );
}

#[test]
fn every_term_must_occur_and_phrases_together() {
    let desk = desk();
    check(
        &desk,
        "the talks palace",
        &["actor République d’Amont: [the] [Palace], say \"Amont\", Старый дворец, Host of [the] [talks]"],
    );
    check(&desk, "palace embassy", &[]);
    check(
        &desk,
        "\"host of\"",
        &["actor République d’Amont: the Palace, say \"Amont\", Старый дворец, [Host of] the talks"],
    );
    check(&desk, "\"of host\"", &[]);
    check(&desk, "\"host o\" palace", &[]);
    check(
        &desk,
        "\"host o",
        &["actor République d’Amont: the Palace, say \"Amont\", Старый дворец, [Host of] the talks"],
    );
    check(&desk, "  ", &[]);
}

/// Two actors on two issues, one passage under each of two positions, and a note.
fn talks() -> Desk {
    let mut desk = Desk::new();
    let upper =
        desk.actor_with("République d’Amont", None, |facts| facts.aliases = vec!["the Palace".into()]);
    let lower = desk.actor("Lower Land", None);
    let (truce, borders) = (desk.issue("Truce at sea", None), desk.issue("Borders", None));
    let source = desk.source("Communiqué", "Upper wants a truce. Lower wants none.");
    let facts = |published: &str| crate::sources::ops::SourceFacts {
        title: "Communiqué".into(),
        publisher: None,
        authors: vec![],
        published: Some(published.parse().unwrap()),
        accessed: None,
        url: None,
        kind: crate::sources::SourceKind::Statement,
        language: None,
        reliability: None,
        marking: None,
        translation_of: None,
    };
    desk.dossier.edit_source(source, facts("2025-04"), &desk.stamp.clone()).unwrap();
    let (wants, refuses) =
        (desk.excerpt(source, "Upper wants a truce."), desk.excerpt(source, "Lower wants none."));
    let support = |excerpt| vec![crate::testing::evidence(excerpt, crate::positions::Relation::Supports)];
    desk.position_with(&[upper], truce, Stance::SupportsWithConditions, "2025-04-10", |facts| {
        facts.summary = Some("A truce for a month".into());
        facts.evidence = support(wants);
    });
    desk.position_with(&[lower], truce, Stance::Opposes, "2025", |facts| {
        facts.summary = Some("No truce".into());
        facts.evidence = support(refuses);
    });
    desk.position_with(&[lower], borders, Stance::Opposes, "2025-05-01", |facts| {
        facts.summary = Some("No new line".into());
    });
    let note = desk.id();
    desk.dossier
        .create_note(note, crate::testing::note_facts("Truce brief"), vec![], &desk.stamp.clone())
        .unwrap();
    desk
}

/// What is found, in the order of the alphabet.
#[track_caller]
fn left(desk: &Desk, text: &str, expect: &[&str]) {
    let hits = desk.dossier.search(text, 20).unwrap();
    let mut found: Vec<String> = hits.iter().map(|hit| format!("{} {}", hit.kind, hit.title)).collect();
    found.sort();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn filters_leave_in_what_they_say() {
    let desk = talks();
    let (month, never, line) = (
        "position République d’Amont · Truce at sea",
        "position Lower Land · Truce at sea",
        "position Lower Land · Borders",
    );
    let words = "excerpt Communiqué";
    let (note, source) = ("note Truce brief", "source Communiqué");
    left(&desk, "actor:lower", &[words, line, never]);
    left(&desk, "actor:land actor:palace", &[words, words, line, never, month]);
    left(&desk, "actor:\"lower land\" issue:truce", &[words, never]);
    left(&desk, "actor:ower", &[]);
    left(&desk, "actor:republique", &[words, month]);
    left(&desk, "stance:oppose in:positions", &[line, never]);
    left(&desk, "stance:supports", &[]);
    left(&desk, "stance:supports-if truce", &[words, month]);
    left(&desk, "truce in:notes", &[note]);
    left(&desk, "truce in:note in:sources", &[note, source]);
    left(&desk, "before:2025-04-10 in:position", &[never]);
    left(&desk, "before:2025-04", &[never]);
    left(&desk, "after:2025-04 in:positions", &[line]);
    left(&desk, "after:2025 truce", &[]);
    left(&desk, "after:2025-03 before:2025-05 truce", &[words, note, month, source]);
    left(&desk, "in:actors", &["actor Lower Land", "actor République d’Amont"]);
    left(&desk, "before:2025-02-30", &[]);
    left(&desk, "actor:nobody", &[]);
}

#[test]
fn scripts_and_accents() {
    let desk = desk();
    let kinds =
        |text: &str| desk.dossier.search(text, 9).unwrap().iter().map(|hit| hit.kind).collect::<Vec<_>>();
    for text in
        ["TREVE", "trêve", "tre\u{302}ve", "прекращение", "ОГНЯ", "κατάπαυση", "ΠΥΡΌΣ", "إطلاق", "停火"]
    {
        assert_eq!(kinds(text), [HitKind::Source], "{text}");
    }
    assert_eq!(kinds("republique amont"), [HitKind::Actor]);
    assert_eq!(kinds("дворец"), [HitKind::Actor]);
}

#[test]
fn titles_go_before_texts_and_pages_follow_each_other() {
    let desk = desk();
    let found = desk.dossier.search("peacekeepers", 9).unwrap();
    let kinds: Vec<HitKind> = found.iter().map(|hit| hit.kind).collect();
    assert_eq!(kinds, [HitKind::Position, HitKind::Excerpt, HitKind::Source]);
    let query = super::Query::parse("peacekeepers");
    let paged: Vec<Hit> =
        (0..4).flat_map(|offset| desk.dossier.search_page(&query, 1, offset).unwrap()).collect();
    assert_eq!(paged, found);
}

#[test]
fn undo_takes_words_out_of_the_index_and_redo_puts_them_back() {
    let mut desk = desk();
    desk.dossier.undo().unwrap();
    check(&desk, "sanctions", &[]);
    desk.dossier.redo().unwrap();
    check(&desk, "sanctions", &["block Brief for the Minister: Snap-back of [sanctions] is open."]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_typed_is_an_error(queries in prop::collection::vec(
        prop_oneof![any::<String>(), "[a-z\"*():^+{} \\-0]{0,24}", "(NEAR|AND|OR|NOT|title:|in:notes|actor:|before:2025| after:|stance:|\"|\\*| |a){1,9}"], 20,
    )) {
        let desk = DESK.with(std::rc::Rc::clone);
        for query in queries {
            desk.dossier.search(&query, 5).unwrap();
        }
    }
}

#[test]
fn a_query_of_ten_thousand_characters_or_of_operators_alone_is_answered() {
    let desk = desk();
    for text in [
        "AND OR NOT NEAR ".repeat(625),
        "a".repeat(10_000),
        "( ) * ^ : + - \"".repeat(700),
        "actor:".repeat(1_700),
    ] {
        assert_eq!(desk.dossier.search(&text, 5).unwrap(), []);
    }
    let long = "the talks palace ".repeat(600);
    assert_eq!(desk.dossier.search(&long, 5).unwrap().len(), 1);
}

thread_local! {
    /// Made once: the property asks it thousands of times and changes nothing.
    static DESK: std::rc::Rc<Desk> = std::rc::Rc::new(desk());
}
