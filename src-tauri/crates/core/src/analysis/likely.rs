//! On which issue a passage is likely to be: by the words it shares with the issues and with what was recorded on them.
//!
//! Names of actors and words of saying and wanting tell nothing of the issue and are left out, as are words that stand
//! in any text. The index weighs the rest (bm25: what stands in few texts tells most); an issue is as likely as its three
//! best matches.

use super::language::Words;
use super::mentions::Cast;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::fold::folded;
use crate::ids::IssueId;
use crate::issues::Issue;
use crate::sources::Structure;
use crate::store::row::Stored;
use rusqlite::{Connection, params};
use serde::Serialize;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A shorter word tells little of what a passage is about.
const SHORTEST: usize = 4;
/// Words past these are no longer looked for.
const MOST_WORDS: usize = 24;
/// So many matches of an issue count.
const COUNTED: usize = 3;
/// An issue's own title and question tell more than a text on it.
const OF_ISSUE: f64 = 2.0;
/// Issues less likely than this part of the best are not named.
const NEAR: f64 = 0.4;
const MOST_ISSUES: usize = 5;
/// Where the next is likelier than this part of the best, nothing is told.
const CLOSE: f64 = 0.75;

/// What a passage is likely to be on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LikelyIssues {
    /// The likeliest first; none if nothing tells.
    pub ranked: Vec<IssueId>,
    /// The first of them where the passage names its matter: all words of its title that tell, or one of them and
    /// another word of it or of what was recorded on it; and no other issue comes close.
    pub told: Option<IssueId>,
}

impl Dossier {
    /// The issues that each of some passages is likely to be on.
    pub fn likely_issues(&self, passages: &[&str], language: Option<&str>) -> Result<Vec<LikelyIssues>> {
        let (cast, connection) = (self.cast(language)?, &self.store.connection);
        let mut likely = Likely { cast: &cast, connection, matters: HashMap::new() };
        passages.iter().map(|passage| likely.of(passage)).collect()
    }
}

/// What passages are compared with; the passages of a source are on few issues, each of which is read once.
struct Likely<'a> {
    cast: &'a Cast,
    connection: &'a Connection,
    matters: HashMap<IssueId, Matter>,
}

/// The words of an issue that tell what it is about.
struct Matter {
    title: Vec<String>,
    /// Those of its question and of what was recorded on it last.
    others: Vec<String>,
}

impl Likely<'_> {
    fn of(&mut self, passage: &str) -> Result<LikelyIssues> {
        let mut sought = telling(passage, self.cast);
        sought.truncate(MOST_WORDS);
        if sought.is_empty() {
            return Ok(LikelyIssues::default());
        }
        let matching: Vec<String> =
            sought.iter().map(|word| format!("\"{}\"*", word.replace('"', ""))).collect();
        let ranked = rank(self.connection, &matching.join(" OR "))?;
        let is_clear = ranked.get(1).is_none_or(|(_, next)| *next <= ranked[0].1 * CLOSE);
        let told = match ranked.first() {
            Some((first, _)) if is_clear && self.matter(*first)?.is_named_by(&sought) => Some(*first),
            _ => None,
        };
        Ok(LikelyIssues { ranked: ranked.into_iter().map(|(issue, _)| issue).collect(), told })
    }

    fn matter(&mut self, issue: IssueId) -> Result<&Matter> {
        match self.matters.entry(issue) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(unknown) => {
                let Issue { title, question, .. } = Issue::get(self.connection, issue)?;
                let mut statement = self.connection.prepare_cached(
                    "SELECT text FROM (
                        SELECT summary AS text, n FROM position WHERE issue = ?1 AND summary IS NOT NULL
                        UNION ALL SELECT quote, position.n FROM position
                            JOIN evidence ON evidence.position = position.id
                            JOIN excerpt ON excerpt.id = evidence.excerpt WHERE issue = ?1
                    ) ORDER BY n DESC LIMIT 40",
                )?;
                let recorded = statement.query_map([issue], |row| row.get::<_, String>(0))?;
                let mut others = telling(&question, self.cast);
                for text in recorded {
                    others.extend(telling(&text?, self.cast));
                }
                Ok(unknown.insert(Matter { title: telling(&title, self.cast), others }))
            }
        }
    }
}

/// The stems of a text's words that tell what it is about, none twice.
fn telling(text: &str, cast: &Cast) -> Vec<String> {
    let lexicon = cast.lexicon;
    let words = Words::of(text, &Structure::default(), lexicon);
    let named = cast.places(&words);
    let is_name = |at: usize| named.iter().any(|place| place.words.contains(&at));
    let mut stems: Vec<String> = Vec::new();
    for (at, token) in words.tokens.iter().enumerate() {
        let word = folded(token.text);
        let is_common = lexicon.common.contains(&word) || lexicon.cues.contains(std::slice::from_ref(&word));
        let tells = token.is_word() && word.chars().count() >= SHORTEST && !is_common;
        let stem = stem(&word);
        if tells && !is_name(at) && !stems.iter().any(|other| other == stem) {
            stems.push(stem.to_owned());
        }
    }
    stems
}

impl Matter {
    /// Whether a passage of these stems names it.
    fn is_named_by(&self, sought: &[String]) -> bool {
        let alike =
            |stem: &String, word: &String| word.starts_with(stem.as_str()) || stem.starts_with(word.as_str());
        let shares = |word: &&String| self.title.iter().chain(&self.others).any(|stem| alike(stem, word));
        let in_title = self.title.iter().filter(|stem| sought.iter().any(|word| alike(stem, word))).count();
        in_title > 0 && (in_title == self.title.len() || sought.iter().filter(shares).count() > 1)
    }
}

/// Without the endings of English that do not change what a word is about.
fn stem(word: &str) -> &str {
    ["ing", "ed", "es", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST))
        .unwrap_or(word)
}

fn rank(connection: &Connection, matching: &str) -> Result<Vec<(IssueId, f64)>> {
    let mut statement = connection.prepare_cached(
        "SELECT rowid, weight FROM (
             SELECT rowid, bm25(search, 2.0, 1.0) AS weight FROM search WHERE search MATCH ? LIMIT 5000
         ) WHERE rowid & 7 IN (2, 3, 7) ORDER BY weight, rowid LIMIT 60",
    )?;
    let rows = statement.query_map([matching], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(i64, f64)> = rows.collect::<rusqlite::Result<_>>()?;
    let mut weights: HashMap<IssueId, Vec<f64>> = HashMap::new();
    for (row, weight) in rows {
        let (issues, factor) = issues_of(connection, row)?;
        for issue in issues {
            weights.entry(issue).or_default().push(-weight * factor);
        }
    }
    let mut likely: Vec<(IssueId, f64)> =
        weights.into_iter().map(|(issue, found)| (issue, found.iter().take(COUNTED).sum())).collect();
    likely.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let best = likely.first().map_or(0.0, |(_, weight)| *weight);
    likely.retain(|(_, weight)| *weight >= best * NEAR);
    likely.truncate(MOST_ISSUES);
    Ok(likely)
}

/// The issues that a row of the index belongs to, and how much it tells.
fn issues_of(connection: &Connection, row: i64) -> Result<(Vec<IssueId>, f64)> {
    let (sql, factor) = match row & 7 {
        7 => ("SELECT id FROM issue WHERE n = ?", OF_ISSUE),
        3 => ("SELECT issue FROM position WHERE n = ?", 1.0),
        _ => (
            "SELECT DISTINCT issue FROM excerpt JOIN evidence ON evidence.excerpt = excerpt.id
             JOIN position ON position.id = evidence.position WHERE excerpt.n = ?",
            1.0,
        ),
    };
    let mut statement = connection.prepare_cached(sql)?;
    let issues = statement.query_map(params![row >> 3], |row| row.get(0))?;
    Ok((issues.collect::<rusqlite::Result<_>>()?, factor))
}

#[cfg(test)]
mod tests {
    use crate::ids::IssueId;
    use crate::positions::{Relation, Stance};
    use crate::testing::{Desk, evidence};

    /// A truce and fishing, each with a passage recorded on it.
    fn desk() -> (Desk, IssueId, IssueId) {
        let mut desk = Desk::new();
        let kessia = desk.actor("Kessia", None);
        let (truce, fish) = (desk.issue("Ceasefire in the strait", None), desk.issue("Fishing quotas", None));
        let source = desk.source("News", "Kessia wants monitors on every bridge. Kessia wants more cod.");
        for (words, issue) in
            [("Kessia wants monitors on every bridge.", truce), ("Kessia wants more cod.", fish)]
        {
            let words = desk.excerpt(source, words);
            desk.position_with(&[kessia], issue, Stance::Supports, "2025-04-20", |facts| {
                facts.evidence = vec![evidence(words, Relation::Supports)];
                facts.summary = Some("As it said before".into());
            });
        }
        (desk, truce, fish)
    }

    #[test]
    fn the_issue_by_its_own_words_and_by_what_was_recorded_on_it() {
        let (desk, truce, fish) = desk();
        let likely =
            |passage: &str| desk.dossier.likely_issues(&[passage], Some("en")).unwrap().remove(0).ranked;
        assert_eq!(likely("It will keep the ceasefires."), [truce]);
        assert_eq!(likely("Kessia asked for a monitor at the bridges."), [truce]);
        assert_eq!(likely("The quota on fish is too low for cod."), [fish]);
        assert_eq!(likely("Kessia said so."), []);
        assert_eq!(likely(""), []);
        assert_eq!(likely("\"AND\" NEAR( * ^ quotas"), [fish]);
    }

    #[test]
    fn an_issue_is_told_by_its_own_matter_only() {
        let (desk, truce, fish) = desk();
        let check = |passage: &str, told: Option<_>| {
            let likely = desk.dossier.likely_issues(&[passage], Some("en")).unwrap().remove(0);
            assert_eq!(likely.told, told, "{passage}");
        };
        check("Kessia rejects a ceasefire in the strait.", Some(truce));
        check("The quotas on fishing are too low.", Some(fish));
        check("A ceasefire needs monitors.", Some(truce));
        check("Kessia rejects a ceasefire.", None);
        check("It wants monitors on a bridge.", None);
        check("A ceasefire in the strait must come with quotas for fishing.", None);
        check("Kessia said so.", None);
    }
}
