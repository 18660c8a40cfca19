//! Mentions of 2,000 actors and their 6,000 other names in a long document.

use crate::desk::{begin, document, id, stamp};
use crate::words::{Chain, capital, word};
use crate::{percentile, times};
use serde_json::{Value, json};
use standpoint_core::actors::ActorKind;
use standpoint_core::actors::ops::ActorFacts;
use standpoint_core::ids::{ActorId, SourceId};
use std::path::Path;

const ACTORS: u64 = 2_000;
const ALIASES: u64 = 3;
/// Characters of a printed page.
const PAGE: usize = 3_000;
const RUNS: u32 = 20;

pub(crate) fn measure(folder: &Path, pages: usize) -> Value {
    let (_, mut dossier) = begin(folder);
    for number in 0..ACTORS {
        dossier.create_actor(id(6, number).into(), facts(number, name(number, 0)), &stamp()).unwrap();
    }
    let source: SourceId = id(1, 0).into();
    dossier.import_source(source, document(text(pages * PAGE)), &stamp()).unwrap();
    let found = dossier.source_mentions(source).unwrap().mentions.len();
    let again = times(RUNS, |_| {
        let again = dossier.source_mentions(source).unwrap().mentions.len();
        assert_eq!(found, again, "the same names each time");
    });
    let mut anew = Vec::new();
    for run in 0..RUNS {
        // Whatever is remembered of the names no longer holds.
        let actor: ActorId = id(6, u64::from(run)).into();
        let other = format!("{} the Younger", name(u64::from(run), 0));
        dossier.edit_actor(actor, facts(u64::from(run), other), &stamp()).unwrap();
        anew.extend(times(1, |_| drop(dossier.source_mentions(source).unwrap())));
    }
    anew.sort();
    json!({ "mentions": found, "again": percentile(&again, 50), "anew": percentile(&anew, 50) })
}

fn facts(number: u64, name: String) -> ActorFacts {
    ActorFacts {
        name,
        short_name: None,
        kind: ActorKind::Person,
        parent: None,
        aliases: (1..=ALIASES).map(|other| self::name(number, other)).collect(),
        role: number.is_multiple_of(20).then(|| format!("Minister of {}", capital(&word(number)))),
        role_from: None,
        role_to: None,
        pronunciation: None,
    }
}

/// One of an actor's names.
fn name(actor: u64, which: u64) -> String {
    let (given, family) = (capital(&word(100 + actor * 3)), capital(&word(9_000 + actor)));
    match which {
        0 => format!("{given} {family}"),
        1 => family,
        2 => format!("Council of {family}"),
        _ => format!("{family} {given}"),
    }
}

/// A text of so many characters in which every third sentence names somebody.
fn text(characters: usize) -> String {
    let mut chain = Chain::new(1);
    let mut text = String::with_capacity(characters + 300);
    let mut sentences = 0;
    while text.len() < characters {
        sentences += 1;
        if sentences % 3 == 1 {
            text.push_str(&name(chain.below(ACTORS), chain.below(ALIASES + 1)));
            text.push_str(" said that ");
        }
        text.push_str(&chain.sentence());
        text.push(if sentences % 8 == 1 { '\n' } else { ' ' });
    }
    text
}
