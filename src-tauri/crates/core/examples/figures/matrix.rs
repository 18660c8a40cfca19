//! The matrix of 200 actors by 60 issues, from positions by the hundred thousand.

use crate::desk::{DAY, begin, id, open, put_excerpt, put_source, rows, stamp};
use crate::words::Chain;
use crate::{percentile, times};
use chrono::TimeDelta;
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use standpoint_core::actors::ActorKind;
use standpoint_core::actors::ops::ActorFacts;
use standpoint_core::analysis::MatrixFilter;
use standpoint_core::issues::ops::IssueFacts;
use standpoint_core::positions::Stance;
use standpoint_core::positions::ops::{NewPosition, PositionFacts};
use standpoint_core::positions::{Confidence, Manner};
use std::path::Path;
use std::time::{Duration, Instant};

const ACTORS: u64 = 200;
const ISSUES: u64 = 60;
const EXCERPTS: u64 = 1_000;
const RUNS: u32 = 20;

pub(crate) fn measure(folder: &Path, positions: u64) -> Value {
    let (path, mut dossier) = begin(folder);
    for number in 0..ACTORS {
        let parent = (number >= 20).then(|| id(6, number % 20).into());
        dossier.create_actor(id(6, number).into(), actor(number, parent), &stamp()).unwrap();
    }
    for number in 0..ISSUES {
        let title = format!("Issue {number}");
        let facts =
            IssueFacts { question: format!("{title}?"), title, parent: None, half_life_days: Some(90) };
        dossier.create_issue(id(7, number).into(), facts, &stamp()).unwrap();
    }
    drop(dossier);
    let connection = rows(&path);
    put_source(&connection, 0, "A record.");
    for number in 0..EXCERPTS {
        put_excerpt(&connection, number, 0, 0, "A record.");
    }
    let mut chain = Chain::new(2);
    for number in 0..positions {
        put_position(&connection, number, &mut chain);
    }
    connection.execute_batch("COMMIT").unwrap();
    drop(connection);

    let (mut opened, mut first) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let started = Instant::now();
        let dossier = open(&path);
        first.extend(times(1, |_| drop(dossier.matrix(&on(0)).unwrap())));
        opened.push(started.elapsed());
    }
    opened.sort();
    first.sort();
    let mut dossier = open(&path);
    let mut bits = Vec::new();
    let mut is_left = true;
    while is_left {
        bits.extend(times(1, |_| is_left = dossier.read_ahead().unwrap()));
    }
    let ahead = times(1, |_| drop(dossier.matrix(&on(0)).unwrap()));
    let counts = times(5, |_| {
        let since = stamp().at - TimeDelta::days(30);
        dossier.analysis_counts(on(0).as_of.latest(), since).unwrap();
    });
    let same = times(RUNS, |_| drop(dossier.matrix(&on(0)).unwrap()));
    let other_day = times(RUNS, |run| drop(dossier.matrix(&on(run * 11)).unwrap()));
    let mut after_change = Vec::new();
    for run in 0..RUNS {
        dossier.record_position(position(u64::from(run)), &stamp()).unwrap();
        after_change.extend(times(1, |_| drop(dossier.matrix(&on(0)).unwrap())));
    }
    after_change.sort();
    let cells = dossier.matrix(&on(0)).unwrap().rows.iter().flat_map(|row| &row.cells).flatten().count();
    json!({
        "cells": cells,
        "opened": percentile(&opened, 50),
        "first": percentile(&first, 50),
        "ahead": percentile(&ahead, 50),
        "bits": bits.iter().sum::<Duration>().as_nanos() as u64,
        "longest_bit": bits.iter().max().unwrap().as_nanos() as u64,
        "counts": percentile(&counts, 50),
        "same": percentile(&same, 50),
        "other_day": percentile(&other_day, 50),
        "after_change": percentile(&after_change, 50),
    })
}

/// The whole matrix so many days before the last.
fn on(days_before: u32) -> MatrixFilter {
    let day =
        chrono::NaiveDate::from_ymd_opt(2025, 4, 23).unwrap() - chrono::Days::new(u64::from(days_before));
    MatrixFilter { as_of: day.to_string().parse().unwrap(), issues: Vec::new(), actors: Vec::new() }
}

fn actor(number: u64, parent: Option<standpoint_core::ids::ActorId>) -> ActorFacts {
    ActorFacts {
        name: format!("Actor {number}"),
        short_name: None,
        kind: ActorKind::GovernmentBody,
        parent,
        aliases: Vec::new(),
        role: None,
        role_from: None,
        role_to: None,
        pronunciation: None,
    }
}

fn position(number: u64) -> NewPosition {
    NewPosition {
        id: id(9, number).into(),
        new_actors: Vec::new(),
        new_issue: None,
        new_excerpt: None,
        facts: PositionFacts {
            actors: vec![id(6, number % ACTORS).into()],
            issue: id(7, number % ISSUES).into(),
            stance: Stance::Supports,
            degree: None,
            condition: None,
            sequence: None,
            summary: None,
            speaker: None,
            manner: Manner::OnRecord,
            as_of: "2025-04-22".parse().unwrap(),
            review_by: None,
            confidence: Confidence::Moderate,
            supersedes: None,
            marking: None,
            evidence: Vec::new(),
        },
    }
}

/// A position as rows, with one actor in nine of ten, with one passage that shows it.
fn put_position(connection: &Connection, number: u64, chain: &mut Chain) {
    let position = id(3, number).to_string();
    let stance = Stance::ALL[chain.below(6) as usize];
    let day = chrono::NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + chrono::Days::new(chain.below(840));
    connection
        .prepare_cached(
            "INSERT INTO position (id, issue, stance, summary, manner, as_of, confidence, state, created_at)
             VALUES (?, ?, ?, ?, 'on_record', ?, 'moderate', 'current', ?)",
        )
        .unwrap()
        .execute(params![
            position,
            id(7, chain.below(ISSUES)).to_string(),
            stance,
            format!("Stand {number} of somebody on something"),
            day.to_string(),
            DAY
        ])
        .unwrap();
    let first = chain.below(ACTORS);
    for ordinal in 0..=u64::from(chain.below(10) == 0) {
        let actor = id(6, (first + ordinal) % ACTORS);
        connection
            .prepare_cached("INSERT INTO position_actor (id, position, actor, ordinal) VALUES (?, ?, ?, ?)")
            .unwrap()
            .execute(params![format!("{position}/{actor}"), position, actor.to_string(), ordinal as i64])
            .unwrap();
    }
    let excerpt = id(2, chain.below(EXCERPTS));
    connection
        .prepare_cached(
            "INSERT INTO evidence (id, position, excerpt, relation, ordinal) VALUES (?, ?, ?, ?, 0)",
        )
        .unwrap()
        .execute(params![
            format!("{position}/{excerpt}"),
            position,
            excerpt.to_string(),
            if chain.below(20) == 0 { "contradicts" } else { "supports" }
        ])
        .unwrap();
}
