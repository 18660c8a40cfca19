//! Positions and passages found by what is typed, a stretch at a time: what a list to choose from asks for, in which
//! there may be a hundred thousand.
//!
//! Each word typed has to begin a word of what is listed. Of a position these are its own words, the names of those who
//! take it, its issue's title and its date; of a passage its words, its source's title, and the names of those who take a
//! position by it and when. Unlike [`crate::search`] nothing is weighed: the latest come first, and the list goes on to its end.

use super::ledger::{Entries, Held};
use crate::actors::Actor;
use crate::actors::queries::in_tree_order;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::excerpts::Excerpt;
use crate::excerpts::queries::ExcerptRow;
use crate::ids::{ActorId, ExcerptId, IssueId, PositionId};
use crate::issues::Issue;
use crate::issues::queries::in_order;
use crate::positions::queries::PositionFilter;
use crate::positions::{Position, PositionState};
use crate::search::{HitKind, Word, any_begins, words};
use crate::store::row::Stored;
use crate::time::PartialDate;
use chrono::Month;
use rusqlite::{Connection, Params, params};
use std::collections::{BTreeMap, HashSet};

crate::store::codec::words! {
    /// Which positions a list is of.
    Which {
        /// All of them.
        All = "all",
        /// Those that were not withdrawn.
        Standing = "standing",
        /// Of these, those that came in the place of another.
        Changed = "changed",
    }
}

/// A word that so many passages answer is answered by the latest of them.
const MOST: u32 = 20_000;
/// And of those who take so many positions, by the passages of the latest of them.
const MOST_TAKEN: usize = 5_000;

impl Dossier {
    /// The positions that what is typed finds, those of the actors it is `about` before the others, the latest held
    /// first: at most `limit` after the first `from`.
    pub fn find_positions(
        &self,
        typed: &str,
        which: Which,
        about: &[ActorId],
        from: u32,
        limit: u32,
    ) -> Result<Vec<Position>> {
        let connection = &self.store.connection;
        let named = Named::of(connection, words(typed))?;
        let told = named.iter().map(|word| word.told(connection, HitKind::Position));
        let told: Vec<HashSet<i64>> = told.collect::<Result<_>>()?;
        let ledger = self.ledger()?;
        let answers = |held: &&Held| {
            std::iter::zip(&named, &told).all(|(word, told)| {
                word.issues.contains(&held.issue) || word.is_of(held) || told.contains(&held.n)
            })
        };
        let about: HashSet<ActorId> = about.iter().copied().collect();
        let is_about = |held: &&Held| held.actors.iter().any(|actor| about.contains(actor));
        let found = || ledger.iter().rev().filter(|held| which.lets(held)).filter(answers);
        let ordered = found().filter(is_about).chain(found().filter(|held| !is_about(held)));
        let ids: Vec<PositionId> =
            ordered.skip(from as usize).take(limit as usize).map(|held| held.id).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let order: BTreeMap<PositionId, usize> = ids.iter().copied().zip(0..).collect();
        let filter = PositionFilter { among: ids, ..PositionFilter::default() };
        let mut positions = filter.select(connection, "")?;
        positions.sort_by_key(|position| order.get(&position.id).copied());
        Ok(positions)
    }

    /// The passages that what is typed finds, those by the actors it is `about` before the others, the latest kept
    /// first: at most `limit` after the first `from`.
    pub fn find_excerpts(
        &self,
        typed: &str,
        about: &[ActorId],
        from: u32,
        limit: u32,
    ) -> Result<Vec<ExcerptRow>> {
        let connection = &self.store.connection;
        let named = Named::of(connection, words(typed))?;
        let ledger = self.ledger()?;
        let about: HashSet<ActorId> = about.iter().copied().collect();
        let ahead = said(connection, &ledger, |held| is_of(held, |actor| about.contains(&actor)))?;
        let mut found: Option<HashSet<i64>> = None;
        for word in &named {
            let answering = word.passages(connection, &ledger)?;
            found = Some(match found {
                Some(before) => &before & &answering,
                None => answering,
            });
        }
        let latest_first = |numbers: HashSet<i64>| {
            let mut numbers: Vec<i64> = numbers.into_iter().collect();
            numbers.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
            numbers
        };
        let (ahead, others) = match found {
            Some(found) => (&found & &ahead, Some(latest_first(&found - &ahead))),
            None => (ahead, None),
        };
        let ahead = latest_first(ahead);
        let (from, limit) = (from as usize, limit as usize);
        let mut here: Vec<i64> = ahead.iter().copied().skip(from).take(limit).collect();
        let (past, left) = (from.saturating_sub(ahead.len()), limit - here.len());
        match others {
            Some(others) => here.extend(others.into_iter().skip(past).take(left)),
            None => here.extend(listed::<Vec<i64>>(
                connection,
                "SELECT n FROM excerpt WHERE n NOT IN (SELECT value FROM json_each(?1)) ORDER BY n DESC
                 LIMIT ?2 OFFSET ?3",
                params![serde_json::to_string(&ahead)?, left as u32, past as u32],
            )?),
        }
        let order: BTreeMap<i64, usize> = here.iter().copied().zip(0..).collect();
        let numbered = "WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n DESC";
        let excerpts = Excerpt::select(connection, numbered, [serde_json::to_string(&here)?])?;
        // Both go down by number.
        let places: BTreeMap<ExcerptId, usize> = std::iter::zip(&excerpts, order.iter().rev())
            .map(|(excerpt, (_, place))| (excerpt.id, *place))
            .collect();
        let mut rows = self.with_positions(excerpts)?;
        rows.sort_by_key(|row| places.get(&row.excerpt.id).copied());
        Ok(rows)
    }
}

/// Whether one of those takes the position or speaks.
fn is_of(held: &Held, one: impl Fn(ActorId) -> bool) -> bool {
    held.actors.iter().chain(&held.speaker).any(|actor| one(*actor))
}

/// The numbers of the passages that support such positions.
fn said(connection: &Connection, ledger: &Entries, such: impl Fn(&Held) -> bool) -> Result<HashSet<i64>> {
    let taken = ledger.iter().rev().filter(|held| such(held));
    let taken: Vec<PositionId> = taken.take(MOST_TAKEN).map(|held| held.id).collect();
    if taken.is_empty() {
        return Ok(HashSet::new());
    }
    listed(
        connection,
        "SELECT excerpt.n FROM evidence JOIN excerpt ON excerpt.id = evidence.excerpt
         WHERE relation = 'supports' AND position IN (SELECT value FROM json_each(?))",
        [serde_json::to_string(&taken)?],
    )
}

/// Whether a word is of a date, as it is written in files or as it is said: "2025-04", or "28", "Apr" and "2025".
fn is_when(word: &str, date: PartialDate) -> bool {
    let (_, month, day) = date.parts();
    let is_number = |number: u32| word.parse() == Ok(number);
    let name =
        month.and_then(|month| Month::try_from(u8::try_from(month).ok()?).ok()).map(|month| month.name());
    word.len() >= 4 && date.to_string().starts_with(word)
        || day.is_some_and(is_number)
        || word.len() >= 3 && name.is_some_and(|name| name.to_lowercase().starts_with(word))
}

/// A word, and whom and what it may mean by its name.
struct Named {
    word: Word,
    actors: HashSet<ActorId>,
    issues: HashSet<IssueId>,
}

impl Named {
    fn of(connection: &Connection, words: Vec<Word>) -> Result<Vec<Self>> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let actors: Vec<Actor> = in_tree_order(connection)?.into_iter().map(|(actor, _)| actor).collect();
        let issues: Vec<Issue> = in_order(connection)?;
        let meant = words.into_iter().map(|word| {
            let beginning = std::slice::from_ref(&word.folded);
            let actors = actors.iter().filter(|actor| any_begins(actor.names(), beginning));
            let issues = issues.iter().filter(|issue| any_begins([&issue.title], beginning));
            let actors = actors.map(|actor| actor.id).collect();
            let issues = issues.map(|issue| issue.id).collect();
            Self { word, actors, issues }
        });
        Ok(meant.collect())
    }

    /// Whether it means somebody who takes the position or speaks, or when it is held.
    fn is_of(&self, held: &Held) -> bool {
        is_of(held, |actor| self.actors.contains(&actor)) || is_when(&self.word.folded, held.as_of)
    }

    /// The numbers of what has the word in its own text.
    fn told(&self, connection: &Connection, kind: HitKind) -> Result<HashSet<i64>> {
        listed(
            connection,
            "SELECT rowid >> 3 FROM search WHERE search MATCH ?1 AND rowid & 7 = ?2 ORDER BY rowid DESC LIMIT ?3",
            params![self.word.matching, kind.number(), MOST],
        )
    }

    /// The numbers of the passages that answer it.
    fn passages(&self, connection: &Connection, ledger: &Entries) -> Result<HashSet<i64>> {
        let mut found = self.told(connection, HitKind::Excerpt)?;
        found.extend(listed::<HashSet<i64>>(
            connection,
            "SELECT excerpt.n FROM excerpt JOIN source ON source.id = source WHERE source.n IN (
                SELECT rowid >> 3 FROM search WHERE search MATCH ?1 AND rowid & 7 = ?2
             ) ORDER BY excerpt.n DESC LIMIT ?3",
            params![format!("title : {}", self.word.matching), HitKind::Source.number(), MOST],
        )?);
        found.extend(said(connection, ledger, |held| self.is_of(held))?);
        Ok(found)
    }
}

impl Which {
    fn lets(self, held: &Held) -> bool {
        let stands = held.state != PositionState::Withdrawn;
        match self {
            Self::All => true,
            Self::Standing => stands,
            Self::Changed => stands && held.supersedes.is_some(),
        }
    }
}

fn listed<C: FromIterator<i64>>(connection: &Connection, sql: &str, params: impl Params) -> Result<C> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::positions::{Relation, Stance};
    use crate::testing::{Desk, evidence};

    /// Kessia on fishing in a record, Orland on a truce before it; then Orland's truce is withdrawn and comes anew.
    fn desk() -> (Desk, [PositionId; 4]) {
        let mut desk = Desk::new();
        let kessia = desk.actor_with("Kessia", None, |facts| facts.aliases = vec!["the Éclair side".into()]);
        let (orland, envoy) = (desk.actor("Orland", None), desk.actor("Mira Venn", None));
        let (truce, fish) = (desk.issue("Truce in the strait", None), desk.issue("Fishing", None));
        let record = desk.source("Record of Tuesday", "Nobody fishes there. We want monitors.");
        let letter = desk.source("A letter", "No ships shall pass.");
        let (fishes, monitors) =
            (desk.excerpt(record, "Nobody fishes there."), desk.excerpt(record, "We want monitors."));
        desk.excerpt(letter, "No ships shall pass.");
        let first = desk.position_with(&[orland], truce, Stance::Opposes, "2025-04-01", |facts| {
            facts.evidence = vec![evidence(monitors, Relation::Supports)];
            facts.summary = Some("Wants guarantees".into());
        });
        let second = desk.position_with(&[kessia], fish, Stance::Opposes, "2025-04-03", |facts| {
            facts.evidence = vec![evidence(fishes, Relation::Supports)];
            facts.speaker = Some(envoy);
        });
        let third = desk.position_with(&[orland], truce, Stance::Supports, "2025-04-02", |facts| {
            facts.supersedes = Some(first);
        });
        let fourth = desk.position(&[orland, kessia], truce, Stance::Unclear, "2025-04-04");
        desk.dossier.withdraw_position(fourth, &desk.stamp.clone()).unwrap();
        (desk, [first, second, third, fourth])
    }

    #[test]
    fn positions_by_who_on_what_and_their_own_words() {
        let (desk, [first, second, third, fourth]) = desk();
        let check = |typed: &str, which: Which, expect: &[PositionId]| {
            let found = desk.dossier.find_positions(typed, which, &[], 0, 10).unwrap();
            assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), expect, "{typed}");
            // A stretch after the other, the same.
            let one_by_one = (0..=expect.len() as u32)
                .flat_map(|from| desk.dossier.find_positions(typed, which, &[], from, 1).unwrap());
            assert_eq!(one_by_one.collect::<Vec<_>>(), found, "{typed}");
        };
        check("", Which::All, &[fourth, second, third, first]);
        check(" \t", Which::Standing, &[second, third, first]);
        check("", Which::Changed, &[third]);
        check("orl", Which::All, &[fourth, third, first]);
        check("Orland kessia", Which::All, &[fourth]);
        check("eclair fishing", Which::All, &[second]);
        check("venn", Which::All, &[second]);
        check("strait guarantee", Which::All, &[first]);
        check("guarantee fishing", Which::All, &[]);
        check("3 apr 2025", Which::All, &[second]);
        check("kessia 2025-04", Which::All, &[fourth, second]);
        check("Orland 2024", Which::All, &[]);
        check("rland", Which::All, &[]);
        check("actor:Orland", Which::All, &[]);
        check("\" AND * (", Which::All, &[]);
        check("* \" (", Which::All, &[fourth, second, third, first]);
    }

    #[test]
    fn passages_by_their_words_their_source_and_who_says_them() {
        let (desk, _) = desk();
        let check = |typed: &str, expect: &[&str]| {
            let found = desk.dossier.find_excerpts(typed, &[], 0, 10).unwrap();
            assert_eq!(
                found.iter().map(|row| row.excerpt.quote.as_str()).collect::<Vec<_>>(),
                expect,
                "{typed}"
            );
            let one_by_one = (0..=expect.len() as u32)
                .flat_map(|from| desk.dossier.find_excerpts(typed, &[], from, 1).unwrap());
            assert_eq!(one_by_one.collect::<Vec<_>>(), found, "{typed}");
        };
        let (fishes, monitors, ships) = ("Nobody fishes there.", "We want monitors.", "No ships shall pass.");
        check("", &[ships, monitors, fishes]);
        check("monitor", &[monitors]);
        check("record", &[monitors, fishes]);
        check("tuesday fish", &[fishes]);
        check("orland", &[monitors]);
        check("kessia nobody", &[fishes]);
        check("venn", &[fishes]);
        check("record ships", &[]);
        check("April orland", &[monitors]);
        check("2025-04-03", &[fishes]);
        // What stands elsewhere in a source's text is not of its passages.
        check("want fishes", &[]);
    }

    #[test]
    fn what_it_is_about_comes_first_and_the_rest_follows() {
        let (desk, [first, second, third, fourth]) = desk();
        let actors = desk.dossier.actors().unwrap();
        let of = |name: &str| actors.iter().find(|row| row.actor.name == name).unwrap().actor.id;
        let positions = |typed: &str, about: &[ActorId], from, limit| -> Vec<PositionId> {
            let found = desk.dossier.find_positions(typed, Which::All, about, from, limit).unwrap();
            found.iter().map(|position| position.id).collect()
        };
        assert_eq!(positions("", &[of("Orland")], 0, 10), [fourth, third, first, second]);
        assert_eq!(positions("", &[of("Orland")], 2, 2), [first, second]);
        assert_eq!(positions("kessia", &[of("Mira Venn")], 0, 10), [fourth, second]);
        let passages = |typed: &str, about: &[ActorId], from, limit| -> Vec<String> {
            let found = desk.dossier.find_excerpts(typed, about, from, limit).unwrap();
            found.into_iter().map(|row| row.excerpt.quote).collect()
        };
        let (fishes, monitors, ships) = ("Nobody fishes there.", "We want monitors.", "No ships shall pass.");
        assert_eq!(passages("", &[of("Kessia")], 0, 10), [fishes, ships, monitors]);
        assert_eq!(passages("", &[of("Kessia")], 1, 2), [ships, monitors]);
        assert_eq!(passages("", &[of("Kessia")], 0, 2), [fishes, ships]);
        assert_eq!(passages("record", &[of("Mira Venn")], 0, 10), [fishes, monitors]);
        assert_eq!(passages("record", &[of("Mira Venn")], 1, 10), [monitors]);
    }
}
