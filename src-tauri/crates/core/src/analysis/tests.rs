//! Small worlds, and what is read out of them.

use super::{Change, Contradiction, Discord, Gap, MatrixFilter, StaleReason};
use crate::ids::{ActorId, IssueId, PositionId};
use crate::positions::ops::{NewPosition, PositionFacts};
use crate::positions::queries::PositionFilter;
use crate::positions::{PositionState, Relation, Stance};
use crate::testing::{Desk, evidence, moment, position_facts};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The matrix as lines of words: depth as dots, a cell as `stance date` and its signs
/// (`N"` quotes, `&` joint, `?` conditional, `~` stale, `!` contradicted, `+N` more).
fn drawn(desk: &Desk, filter: &MatrixFilter) -> Vec<String> {
    let matrix = desk.dossier.matrix(filter).unwrap();
    let line = |row: &super::Row| {
        let name = desk.dossier.actor(row.actor).unwrap().name;
        let cells = row.cells.iter().map(|cell| {
            let Some(cell) = cell else { return "–".to_owned() };
            let mut signs = String::new();
            for (sign, shown) in [
                (format!("{}\"", cell.quotes), cell.quotes > 0),
                ("&".repeat(cell.joint.len()), true),
                ("?".into(), cell.conditional),
                ("~".into(), cell.stale),
                ("!".into(), cell.contradicted),
                (format!("+{}", cell.more), cell.more > 0),
            ] {
                signs.push_str(if shown { &sign } else { "" });
            }
            format!("{} {} {signs}", cell.stance, cell.as_of).trim_end().to_owned()
        });
        format!("{}{name} | {}", "·".repeat(row.depth as usize), cells.collect::<Vec<_>>().join(" | "))
    };
    matrix.rows.iter().map(line).collect()
}

#[track_caller]
fn check(desk: &Desk, as_of: &str, expect: &[&str]) {
    let filter = MatrixFilter { as_of: as_of.parse().unwrap(), issues: vec![], actors: vec![] };
    assert_eq!(drawn(desk, &filter), expect, "as of {as_of}");
}

/// Two states, one of them with two bodies that do not agree, and two issues.
struct Talks {
    desk: Desk,
    state: ActorId,
    ministry: ActorId,
    neighbour: ActorId,
    truce: IssueId,
    borders: IssueId,
    first: PositionId,
    second: PositionId,
}

fn talks() -> Talks {
    let mut desk = Desk::new();
    let state = desk.actor("State", None);
    let neighbour = desk.actor("Neighbour", None);
    let ministry = desk.actor("Ministry", Some(state));
    let truce = desk.issue("Truce", Some(30));
    let borders = desk.issue("Borders", None);
    let first = desk.position(&[state], truce, Stance::Opposes, "2025-01");
    desk.at("2025-04-23T12:00:00+01:00");
    let second = desk.position_with(&[state, neighbour], truce, Stance::Supports, "2025-04-23", |facts| {
        facts.supersedes = Some(first);
        facts.sequence = Some("guarantees".into());
    });
    Talks { desk, state, ministry, neighbour, truce, borders, first, second }
}

#[test]
fn a_cell_is_what_stood_on_the_day() {
    let Talks { desk, .. } = talks();
    check(&desk, "2024", &["State | – | –", "·Ministry | – | –", "Neighbour | – | –"]);
    check(&desk, "2025-03-02", &["State | opposes 2025-01 | –", "·Ministry | – | –", "Neighbour | – | –"]);
    check(&desk, "2025-03-03", &["State | opposes 2025-01 ~ | –", "·Ministry | – | –", "Neighbour | – | –"]);
    let joint = "supports 2025-04-23 &?";
    check(
        &desk,
        "2025-04",
        &[&format!("State | {joint} | –"), "·Ministry | – | –", &format!("Neighbour | {joint} | –")],
    );
}

#[test]
fn withdrawn_positions_and_undone_steps_leave_the_matrix() {
    let Talks { mut desk, second, .. } = talks();
    desk.dossier.withdraw_position(second, &desk.stamp.clone()).unwrap();
    check(&desk, "2025-04-30", &["State | – | –", "·Ministry | – | –", "Neighbour | – | –"]);
    desk.dossier.undo().unwrap();
    desk.dossier.undo().unwrap();
    check(&desk, "2025-02", &["State | opposes 2025-01 | –", "·Ministry | – | –", "Neighbour | – | –"]);
}

#[test]
fn kin_on_the_other_side_is_a_contradiction_both_ways_and_strangers_are_not() {
    let Talks { mut desk, state, ministry, neighbour, truce, borders, second, .. } = talks();
    let refusal = desk.position(&[ministry], truce, Stance::OpposesWithConditions, "2025-04-24");
    let neutral = desk.position(&[ministry], borders, Stance::Neutral, "2025-04-24");
    desk.position(&[neighbour], borders, Stance::Supports, "2025-04-24");
    desk.position(&[state], borders, Stance::Opposes, "2025-04-24");
    let matrix = [
        "State | supports 2025-04-23 &?! | opposes 2025-04-24",
        "·Ministry | opposes_with_conditions 2025-04-24 ?! | neutral 2025-04-24",
        "Neighbour | supports 2025-04-23 &? | supports 2025-04-24",
    ];
    check(&desk, "2025-04-30", &matrix);
    let pair = Contradiction::Positions {
        issue: truce,
        earlier: second,
        later: refusal,
        discord: Discord::Speakers,
    };
    assert_eq!(desk.dossier.contradictions(day("2025-04-30")).unwrap(), std::slice::from_ref(&pair));
    assert_eq!(desk.dossier.contradictions(day("2025-04-23")).unwrap(), []);

    let source = desk.source("Record", "The ministry said nothing at all.");
    let words = desk.excerpt(source, "said nothing");
    let position = desk.position_with(&[ministry], borders, Stance::Supports, "2025-04-25", |facts| {
        facts.evidence = vec![evidence(words, Relation::Contradicts)];
    });
    let spoken = Contradiction::Evidence { issue: borders, position, excerpt: words };
    let found = desk.dossier.contradictions(day("2025-04-30")).unwrap();
    assert_eq!((found.len(), &found[0], found.last()), (3, &pair, Some(&spoken)));
    let filter =
        MatrixFilter { as_of: "2025-04-30".parse().unwrap(), issues: vec![borders], actors: vec![ministry] };
    assert_eq!(drawn(&desk, &filter), ["·Ministry | supports 2025-04-25 !+1"]);
    assert_ne!(position, neutral);
}

#[test]
fn stale_by_half_life_or_by_review_whichever_comes_first() {
    let Talks { mut desk, ministry, truce, borders, first, second, .. } = talks();
    let reviewed = desk.position_with(&[ministry], borders, Stance::Unclear, "2025-04", |facts| {
        facts.review_by = Some("2025-05".parse().unwrap());
    });
    let both = desk.position_with(&[ministry], truce, Stance::Supports, "2025-04-20", |facts| {
        facts.review_by = Some("2025-04-21".parse().unwrap());
    });
    let stale = |on: &str| {
        let stale = desk.dossier.stale_positions(day(on)).unwrap();
        stale.iter().map(|stale| (stale.position, stale.since.to_string(), stale.reason)).collect::<Vec<_>>()
    };
    let reviewed_late = (both, "2025-04-22".to_owned(), StaleReason::Review);
    assert_eq!(stale("2025-04-21"), [(first, "2025-03-03".to_owned(), StaleReason::HalfLife)]);
    assert_eq!(stale("2025-05-23"), std::slice::from_ref(&reviewed_late));
    assert_eq!(
        stale("2025-06-01"),
        [
            reviewed_late,
            (second, "2025-05-24".to_owned(), StaleReason::HalfLife),
            (reviewed, "2025-06-01".to_owned(), StaleReason::Review),
        ]
    );
}

#[test]
fn of_whom_nothing_was_found_comes_before_what_was_not_found_of_others() {
    let Talks { mut desk, state, neighbour, ministry, borders, .. } = talks();
    let gaps = |desk: &Desk, on: &str| desk.dossier.gaps(day(on)).unwrap();
    let (open, silent) = (|actor| Gap { actor, issue: Some(borders) }, |actor| Gap { actor, issue: None });
    assert_eq!(gaps(&desk, "2024-12-31"), [silent(state), silent(ministry), silent(neighbour)]);
    assert_eq!(gaps(&desk, "2025-02-01"), [silent(ministry), silent(neighbour), open(state)]);
    assert_eq!(gaps(&desk, "2025-04-23"), [silent(ministry), open(state), open(neighbour)]);
    // Whoever holds one who speaks owes no answer.
    let union = desk.actor("Union", None);
    let stamp = desk.stamp.clone();
    assert_eq!(gaps(&desk, "2025-04-23").len(), 4);
    desk.dossier.move_actor(neighbour, Some(union), None, &stamp).unwrap();
    assert_eq!(gaps(&desk, "2025-04-23"), [silent(ministry), open(state), open(neighbour)]);
}

#[test]
fn whoever_speaks_for_others_owes_no_position_of_their_own() {
    let mut desk = Desk::new();
    let (state, office) = (desk.actor("State", None), desk.actor("Office", None));
    let (envoy, other) = (desk.actor("Envoy", Some(office)), desk.actor("Other", None));
    let truce = desk.issue("Truce", None);
    desk.position_with(&[state], truce, Stance::Opposes, "2025-01", |facts| facts.speaker = Some(envoy));
    assert_eq!(desk.dossier.gaps(day("2025-02-01")).unwrap(), [Gap { actor: other, issue: None }]);
}

#[test]
fn where_there_is_no_issue_there_is_no_gap() {
    let mut desk = Desk::new();
    desk.actor("State", None);
    assert_eq!(desk.dossier.gaps(day("2025-04-23")).unwrap(), []);
}

#[test]
fn changes_skip_what_nobody_saw() {
    let Talks { mut desk, state, neighbour, truce, first, second, .. } = talks();
    let change = |then, now| Change { issue: truce, actors: vec![state, neighbour], then, now };
    let before = moment("2025-04-23T10:00:00Z");
    assert_eq!(
        desk.dossier.changes_since(moment("2025-01-01T00:00:00Z")).unwrap(),
        [change(None, Some(second))]
    );
    assert_eq!(desk.dossier.changes_since(before).unwrap(), [change(Some(first), Some(second))]);
    assert_eq!(desk.dossier.changes_since(moment("2025-04-23T11:00:00Z")).unwrap(), []);

    let third = desk.position_with(&[state, neighbour], truce, Stance::Unclear, "2025-04-24", |facts| {
        facts.supersedes = Some(second);
    });
    assert_eq!(desk.dossier.changes_since(before).unwrap(), [change(Some(first), Some(third))]);
    desk.dossier.withdraw_position(third, &desk.stamp.clone()).unwrap();
    assert_eq!(desk.dossier.changes_since(before).unwrap(), [change(Some(first), None)]);
}

#[test]
fn a_timeline_holds_what_no_longer_stands() {
    let Talks { desk, state, truce, first, second, .. } = talks();
    let timeline = |actor, issue| {
        let entries =
            desk.dossier.timeline(&PositionFilter { actor, issue, ..PositionFilter::default() }).unwrap();
        entries
            .iter()
            .map(|entry| (entry.position, entry.until.map(|day| day.to_string()), entry.state))
            .collect::<Vec<_>>()
    };
    let expect = [
        (first, Some("2025-04-23".to_owned()), PositionState::Superseded),
        (second, None, PositionState::Current),
    ];
    assert_eq!(timeline(Some(state), None), expect);
    assert_eq!(timeline(None, Some(truce)), expect);
}

#[test]
fn what_was_withdrawn_stays_so_whatever_takes_its_place_or_ceases_to() {
    let Talks { mut desk, state, truce, second, .. } = talks();
    let stamp = desk.stamp.clone();
    let state_of = |desk: &Desk| desk.dossier.position(second).unwrap().state;
    desk.dossier.withdraw_position(second, &stamp).unwrap();
    let third = desk.position_with(&[state], truce, Stance::Unclear, "2025-04-24", |facts| {
        facts.supersedes = Some(second);
    });
    assert_eq!(state_of(&desk), PositionState::Withdrawn);
    desk.dossier.delete_position(third, &stamp).unwrap();
    assert_eq!(state_of(&desk), PositionState::Withdrawn);
}

#[test]
fn what_was_replaced_stood_until_then_whatever_became_of_what_replaced_it() {
    let Talks { mut desk, state, neighbour, truce, second, .. } = talks();
    let stamp = desk.stamp.clone();
    let third = desk.position_with(&[state, neighbour], truce, Stance::Opposes, "2025-04-26", |facts| {
        facts.supersedes = Some(second);
    });
    let on = |desk: &Desk, as_of: &str| {
        let filter = MatrixFilter { as_of: as_of.parse().unwrap(), issues: vec![truce], actors: vec![state] };
        drawn(desk, &filter)
    };
    let before = on(&desk, "2025-04-25");
    assert_eq!(before, ["State | supports 2025-04-23 &?"]);
    desk.dossier.withdraw_position(third, &stamp).unwrap();
    assert_eq!(on(&desk, "2025-04-25"), before);
    assert_eq!(on(&desk, "2025-04-26"), ["State | –"]);
}

#[test]
fn a_place_is_taken_on_the_same_issue_and_from_nobody_else() {
    let Talks { mut desk, state, neighbour, truce, borders, second, .. } = talks();
    let stamp = desk.stamp.clone();
    let facts = |actors: &[ActorId], issue, supersedes| PositionFacts {
        supersedes,
        ..position_facts(actors, issue, Stance::Opposes, "2025-04-26")
    };
    let refused = |desk: &mut Desk, facts: PositionFacts| {
        let id = desk.id();
        let new = NewPosition { id, new_actors: Vec::new(), new_issue: None, new_excerpt: None, facts };
        let stamp = desk.stamp.clone();
        desk.dossier.record_position(new, &stamp).err().map(|error| error.to_string())
    };
    let alone = facts(&[state], truce, Some(second));
    let elsewhere = facts(&[state, neighbour], borders, Some(second));
    let both = facts(&[state, neighbour], truce, None);
    assert!(refused(&mut desk, alone.clone()).unwrap().contains("held by others too"));
    assert!(refused(&mut desk, elsewhere.clone()).unwrap().contains("on the same issue"));
    assert_eq!(desk.dossier.position(second).unwrap().state, PositionState::Current);

    let third = desk.position_with(&[state, neighbour], truce, Stance::Opposes, "2025-04-26", |facts| {
        facts.supersedes = Some(second);
    });
    let mut edited = |id, facts: PositionFacts| {
        desk.dossier.edit_position(id, facts, &stamp).err().map(|error| error.to_string())
    };
    assert!(edited(third, alone).unwrap().contains("held by others too"));
    assert!(edited(third, elsewhere).unwrap().contains("on the same issue"));
    // The earlier one cannot leave the later one alone either.
    let away = PositionFacts { issue: borders, ..both.clone() };
    assert!(edited(second, away).unwrap().contains("A later position takes the place"));
    assert_eq!(edited(second, both), None);
}
