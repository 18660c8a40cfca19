//! On which issue a passage is likely to be: by the words it shares with the issues and with what was recorded on them.
//!
//! Names of actors and words of saying and wanting tell nothing of the issue and are left out, as are words that stand
//! in any text. The index weighs the rest (bm25: what stands in few texts tells most); an issue is as likely as its three
//! best matches.

use super::language::{Lexicon, Words};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::fold::folded;
use crate::ids::IssueId;
use crate::sources::Structure;
use rusqlite::{Connection, params};
use std::collections::HashMap;

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

impl Dossier {
    /// The issues that a passage is likely to be on, the likeliest first; none if nothing tells.
    pub fn likely_issues(&self, passage: &str, language: Option<&str>) -> Result<Vec<IssueId>> {
        let lexicon = Lexicon::of(language);
        let words = Words::of(passage, &Structure::default(), lexicon);
        let named = self.cast(language)?.places(&words);
        let is_name = |at: usize| named.iter().any(|place| place.words.contains(&at));
        let mut sought: Vec<String> = Vec::new();
        for (at, token) in words.tokens.iter().enumerate() {
            let word = folded(token.text);
            let is_common =
                lexicon.common.contains(&word) || lexicon.cues.contains(std::slice::from_ref(&word));
            let tells = token.is_word() && word.chars().count() >= SHORTEST && !is_common;
            let stem = stem(&word);
            if tells && !is_name(at) && !sought.iter().any(|other| other == stem) {
                sought.push(stem.to_owned());
            }
        }
        sought.truncate(MOST_WORDS);
        if sought.is_empty() {
            return Ok(Vec::new());
        }
        let matching: Vec<String> =
            sought.iter().map(|word| format!("\"{}\"*", word.replace('"', ""))).collect();
        rank(&self.store.connection, &matching.join(" OR "))
    }
}

/// Without the endings of English that do not change what a word is about.
fn stem(word: &str) -> &str {
    ["ing", "ed", "es", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST))
        .unwrap_or(word)
}

fn rank(connection: &Connection, matching: &str) -> Result<Vec<IssueId>> {
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
    Ok(likely.into_iter().map(|(issue, _)| issue).collect())
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
    use crate::positions::{Relation, Stance};
    use crate::testing::{Desk, evidence};

    #[test]
    fn the_issue_by_its_own_words_and_by_what_was_recorded_on_it() {
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
        let likely = |passage: &str| desk.dossier.likely_issues(passage, Some("en")).unwrap();
        assert_eq!(likely("It will keep the ceasefires."), [truce]);
        assert_eq!(likely("Kessia asked for a monitor at the bridges."), [truce]);
        assert_eq!(likely("The quota on fish is too low for cod."), [fish]);
        assert_eq!(likely("Kessia said so."), []);
        assert_eq!(likely(""), []);
        assert_eq!(likely("\"AND\" NEAR( * ^ quotas"), [fish]);
    }
}
