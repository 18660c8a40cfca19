//! What the positions add up to, in a note: what is said, what a release copy leaves out, and files for the judges.

use super::Written;
use super::judged::leave;
use super::written::{analyses, at};
use crate::document::{Content, Document, Finding, Found};
use crate::release::withhold;
use crate::resolve::{resolve, resolve_released};
use standpoint_core::actors::ActorKind;
use standpoint_core::ids::{ActorId, IssueId, PositionId, SourceId};
use standpoint_core::notes::block::Body;
use standpoint_core::notes::{Analysis, Pictures};
use standpoint_core::positions::{Manner, PositionState, Relation, Stance};

const STATES: [&str; 9] = [
    "Velmaros",
    "Orland",
    "Republic of Kessia",
    "Tarn",
    "Ostmark League",
    "Isles of Brenn",
    "Quillon",
    "Sarovia",
    "Upper Dalmere",
];

/// So many states on four issues, each a little further from the first.
struct River {
    note: Written,
    source: SourceId,
    states: Vec<ActorId>,
    issues: Vec<IssueId>,
    positions: Vec<PositionId>,
}

fn river(states: usize) -> River {
    let mut note = Written::new();
    let source = note.source("River talks open: what was said");
    let quote = note.excerpt(source, "nobody shall close the river, whatever is built above it");
    let states: Vec<ActorId> =
        STATES.iter().cycle().take(states).map(|name| note.actor(name, ActorKind::State, None)).collect();
    let issues = ["The upper dam", "Tolls", "Fishing", "Who watches"].map(|title| note.issue(title)).to_vec();
    let mut positions = Vec::new();
    for (far, &state) in states.iter().enumerate() {
        for (at, &issue) in issues.iter().enumerate().filter(|(at, _)| (far + at) % 5 != 4) {
            let stance = Stance::ALL[usize::midpoint(far, at).min(5) % 5];
            positions.push(note.position(&[state], issue, stance, "2025-04-21", &[quote]));
        }
    }
    River { note, source, states, issues, positions }
}

impl River {
    fn ask(&mut self, of: Analysis) {
        self.note.block(Body::Analysis { of, actors: Vec::new(), issues: Vec::new(), caption: Vec::new() });
    }

    fn document(&self) -> Document {
        resolve(&self.note.snapshot, &Pictures::new(), &self.note.edition())
    }

    fn released(&self) -> Document {
        let (snapshot, withheld) = withhold(&self.note.snapshot, "OFFICIAL").unwrap();
        resolve_released(&snapshot, &Pictures::new(), &withheld, &self.note.edition())
    }
}

/// The last block as lines: `name (note): cell | cell`.
fn lines(document: &Document) -> Vec<String> {
    match &document.blocks.last().unwrap().content {
        Content::Findings(findings) => findings.rows.iter().map(line).collect(),
        Content::Square(square) => {
            let figure = |with: &Option<_>| {
                with.map_or("–".to_owned(), |it: standpoint_core::analysis::Agreement| {
                    format!("{}/{}", it.percent, it.issues)
                })
            };
            let row = |row: &crate::document::SquareActor| {
                format!("{}: {}", row.short, row.with.iter().map(figure).collect::<Vec<_>>().join(" "))
            };
            square.actors.iter().map(row).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn line(finding: &Finding) -> String {
    let cell = |found: &Found| match found {
        Found::Words(words) => words.clone(),
        Found::Position { who, standing, quote } => {
            let who = who.as_ref().map(|who| format!("{who} ")).unwrap_or_default();
            format!("{who}{} {}{}", standing.word, standing.date, if quote.is_some() { " “”" } else { "" })
        }
        Found::Quote { attribution, .. } => format!("“” {attribution}"),
    };
    let note = finding.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{}{note}: {}", finding.name, finding.cells.iter().map(cell).collect::<Vec<_>>().join(" | "))
}

#[test]
fn who_stands_with_whom_is_a_square_in_which_those_alike_stand_together() {
    let mut river = river(3);
    river.ask(Analysis::Alignment);
    assert_eq!(
        lines(&river.document()),
        ["Velmaros: – 92/3 75/3", "Orland: 92/3 – 88/2", "Republic of Kessia: 75/3 88/2 –"]
    );
}

#[test]
fn what_has_moved_stands_beside_what_it_took_the_place_of() {
    let mut river = river(2);
    let since = at("2025-04-21T12:00:00+01:00");
    let (state, issue, before) = (river.states[0], river.issues[0], river.positions[0]);
    river.note.snapshot.positions[0].state = PositionState::Superseded;
    river.note.position(&[state], issue, Stance::Opposes, "2025-04-22", &[]);
    river.note.last_position().supersedes = Some(before);
    river.note.last_position().created_at = at("2025-04-22T08:00:00+01:00");
    river.note.position(&[state], issue, Stance::Opposes, "2025-04-30", &[]);
    river.note.last_position().created_at = at("2025-04-22T08:00:00+01:00");
    let withdrawn = river.positions[1];
    river.note.snapshot.positions[1].state = PositionState::Withdrawn;
    river.note.snapshot.withdrawn.insert(withdrawn, at("2025-04-22T09:00:00+01:00"));
    river.ask(Analysis::Changes { since });
    assert_eq!(
        lines(&river.document()),
        [
            "Velmaros: The upper dam: supports 21 Apr “” | opposes 22 Apr",
            "Velmaros: Tolls: supports 21 Apr “” | withdrawn",
        ]
    );
}

#[test]
fn where_nothing_stood_before_no_column_is_left_empty() {
    let mut river = river(2);
    river.ask(Analysis::Changes { since: at("2020-01-01T00:00:00Z") });
    let document = river.document();
    let said = lines(&document);
    assert!(!said.is_empty());
    assert!(
        said.iter().all(|line| line.contains(" (no earlier position): ") && !line.contains(" | ")),
        "{said:?}"
    );
    let Content::Findings(findings) = &document.blocks.last().unwrap().content else { panic!("no findings") };
    assert_eq!(findings.head.len(), 2);
}

#[test]
fn what_does_not_agree_says_why() {
    let mut river = river(1);
    let (state, issue) = (river.states[0], river.issues[0]);
    let envoy = river.note.actor("Envoy", ActorKind::Person, Some(state));
    river.note.position(&[envoy], issue, Stance::Opposes, "2025-04-20", &[]);
    river.note.position(&[state], issue, Stance::Opposes, "2025-04-22", &[]);
    river.note.last_position().manner = Manner::Leaked;
    river.note.snapshot.positions[1].evidence[0].relation = Relation::Contradicts;
    river.ask(Analysis::Contradictions);
    assert_eq!(
        lines(&river.document()),
        [
            "The upper dam (different speakers): Envoy opposes 20 Apr | Velmaros supports 21 Apr “”",
            "The upper dam (different audiences): Velmaros supports 21 Apr “” | Velmaros opposes 22 Apr",
            "Tolls (evidence against it): Velmaros supports 21 Apr | “” “River talks open: what was said”, Gazette, \
             22 April 2025",
        ]
    );
}

#[test]
fn of_whom_nothing_was_found_comes_first_among_the_gaps() {
    let mut river = river(2);
    river.note.actor("Tarn", ActorKind::State, None);
    river.ask(Analysis::Gaps);
    assert_eq!(
        lines(&river.document()),
        [
            "Tarn: No position found on any of these issues as of 23 April 2025, 07:00 UTC+1",
            "Orland: Who watches",
        ]
    );
}

#[test]
fn what_is_withheld_counts_for_nothing_and_is_no_gap() {
    let mut river = river(2);
    river.note.snapshot.dossier.marking = Some("OFFICIAL".into());
    for position in
        river.note.snapshot.positions.iter_mut().filter(|it| it.actors == [river.states[1]]).take(2)
    {
        position.marking = Some("SECRET".into());
    }
    river.ask(Analysis::Alignment);
    assert_eq!(lines(&river.document()), ["Velmaros: – 92/3", "Orland: 92/3 –"]);
    let released = river.released();
    assert_eq!(lines(&released), ["Velmaros: – 100/1", "Orland: 100/1 –"]);
    let Content::Square(square) = &released.blocks[0].content else { panic!("no square") };
    assert_eq!(square.note.len(), 2, "that something was left out is said");
    river.ask(Analysis::Gaps);
    assert_eq!(lines(&river.released()), lines(&river.document()));
    river.ask(Analysis::Contradictions);
    let Content::Findings(nothing) = &river.released().blocks.last().unwrap().content.clone() else {
        panic!("no table")
    };
    assert!(nothing.rows.is_empty() && nothing.none.contains("withheld"), "{}", nothing.none);
    let source = river.source;
    river.note.snapshot.sources[0].marking = Some("SECRET".into());
    river.ask(Analysis::Source { source });
    assert_eq!(lines(&river.document()).len(), 7);
    assert_eq!(
        river.released().blocks.last().map(|block| matches!(block.content, Content::Paragraph { .. })),
        Some(true)
    );
}

#[test]
fn everything_asked_of_many_is_a_sound_file() {
    for (name, states, language) in [
        ("few", 4, "en-GB"),
        ("some", 9, "en-GB"),
        ("many", 18, "en-GB"),
        ("very-many", 30, "en-GB"),
        ("arabic", 9, "ar"),
    ] {
        let mut river = river(states);
        river.note.snapshot.note.language = language.into();
        river.note.snapshot.positions[0].review_by = Some("2025-04-22".parse().unwrap());
        let (state, issue) = (river.states[0], river.issues[0]);
        let envoy = river.note.actor("Envoy to the talks", ActorKind::Person, Some(state));
        let quote = river.note.snapshot.excerpts[0].id;
        river.note.position(&[envoy], issue, Stance::Opposes, "2025-04-20", &[quote]);
        for of in analyses(river.source) {
            river.ask(of);
        }
        leave(&format!("analysis-{name}"), &river.note.composed().pdf().expect("a file"));
    }
}
