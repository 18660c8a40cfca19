//! What a query leaves in: `actor:`, `issue:`, `stance:`, `before:`, `after:` and `in:`, and the rows that pass.
//!
//! Actors, issues and stances leave in positions, and the passages that show them. Dates are a position's own, a
//! source's and its passages' day of publication, and the day a note was begun; a date known to the year or month counts
//! by its first day. What has no date is left out where one is asked for.

use super::HitKind;
use crate::actors::queries::in_tree_order;
use crate::error::Result;
use crate::fold::folded;
use crate::issues::queries::in_order;
use crate::positions::Stance;
use crate::time::PartialDate;
use rusqlite::{Connection, named_params};
use serde::Serialize;

/// What has to be so of what is found. Several of one sort: any of them; of different sorts: all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filters {
    /// Beginnings of words in an actor's names.
    actors: Vec<String>,
    /// Beginnings of words in an issue's title.
    issues: Vec<String>,
    stances: Vec<Stance>,
    kinds: Vec<HitKind>,
    before: Option<PartialDate>,
    after: Option<PartialDate>,
}

impl Filters {
    /// Takes `value` for the filter called `name`; whether there is such a filter and such a value.
    pub(super) fn take(&mut self, name: &str, value: &str) -> bool {
        let value = value.trim();
        match name {
            _ if value.is_empty() => return false,
            "actor" => self.actors.push(folded(value)),
            "issue" => self.issues.push(folded(value)),
            "stance" => match stances(value) {
                found if found.is_empty() => return false,
                found => self.stances.extend(found),
            },
            "in" => match kinds(value) {
                [] => return false,
                found => self.kinds.extend(found),
            },
            "before" | "after" => match value.parse() {
                Ok(date) if name == "before" => self.before = Some(date),
                Ok(date) => self.after = Some(date),
                Err(_) => return false,
            },
            _ => return false,
        }
        true
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The rows of the index that pass, as a JSON list for the statements that ask for them.
    pub(super) fn rows(&self, connection: &Connection) -> Result<String> {
        let mut statement = connection.prepare_cached(PASSING)?;
        let rows = statement.query_map(
            named_params! {
                ":actors": list(&self.actors, || {
                    let known = in_tree_order(connection)?.into_iter();
                    let named = known.filter(|(actor, _)| any_begins(actor.names(), &self.actors));
                    Ok(named.map(|(actor, _)| actor.id).collect::<Vec<_>>())
                })?,
                ":issues": list(&self.issues, || {
                    let known = in_order(connection)?.into_iter();
                    let named = known.filter(|issue| any_begins([&issue.title], &self.issues));
                    Ok(named.map(|issue| issue.id).collect::<Vec<_>>())
                })?,
                ":stances": list(&self.stances, || Ok(self.stances.clone()))?,
                ":kinds": list(&self.kinds, || Ok(self.kinds.iter().map(|kind| kind.number()).collect::<Vec<_>>()))?,
                ":before": self.before.map(|date| date.earliest().to_string()),
                ":after": self.after.map(|date| date.latest().to_string()),
            },
            |row| row.get::<_, i64>(0),
        )?;
        Ok(serde_json::to_string(&rows.collect::<rusqlite::Result<Vec<_>>>()?)?)
    }
}

/// A JSON list of what was asked for; nothing where nothing was.
fn list<T: Serialize>(
    asked: &[impl Sized],
    found: impl FnOnce() -> Result<Vec<T>>,
) -> Result<Option<String>> {
    if asked.is_empty() { Ok(None) } else { Ok(Some(serde_json::to_string(&found()?)?)) }
}

/// The words of `value` as they stand in the list, or all stances that begin so: `oppose` for both that do. The short
/// names of the window, `opposes-if`, are known too.
fn stances(value: &str) -> Vec<Stance> {
    let word =
        folded(value).replace([' ', '-', ','], "_").replace("__", "_").replace("_if", "_with_conditions");
    let exact = Stance::ALL.iter().filter(|stance| stance.word() == word).copied().collect::<Vec<_>>();
    if exact.is_empty() {
        return Stance::ALL.iter().filter(|stance| stance.word().starts_with(&word)).copied().collect();
    }
    exact
}

/// The kinds of a place, named in the singular or the plural.
fn kinds(value: &str) -> &'static [HitKind] {
    match folded(value).trim_end_matches('s') {
        "source" => &[HitKind::Source],
        "excerpt" => &[HitKind::Excerpt],
        "position" => &[HitKind::Position],
        "note" => &[HitKind::Note, HitKind::Block],
        "actor" => &[HitKind::Actor],
        "issue" => &[HitKind::Issue],
        _ => &[],
    }
}

/// Whether one of the names has, where one of its words begins, one of the beginnings.
pub(crate) fn any_begins<'a>(names: impl IntoIterator<Item = &'a String>, beginnings: &[String]) -> bool {
    names.into_iter().any(|name| {
        let name = folded(name);
        beginnings.iter().any(|beginning| {
            name.match_indices(beginning.as_str())
                .any(|(at, _)| name[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()))
        })
    })
}

/// A date is made whole by its first month and day.
const PASSING: &str = "
    WITH held AS (
        SELECT id, n, as_of FROM position
        WHERE (:actors IS NULL
               OR id IN (SELECT position FROM position_actor WHERE actor IN (SELECT value FROM json_each(:actors))))
          AND (:issues IS NULL OR issue IN (SELECT value FROM json_each(:issues)))
          AND (:stances IS NULL OR stance IN (SELECT value FROM json_each(:stances)))
    ),
    asked AS (SELECT coalesce(:actors, :issues, :stances) IS NOT NULL AS of_positions,
                     coalesce(:before, :after) IS NOT NULL AS dated),
    known (row, date) AS (
        SELECT n * 8 + 3, as_of FROM held
        UNION ALL
        SELECT excerpt.n * 8 + 2, published FROM excerpt JOIN source ON source.id = source, asked
        WHERE NOT of_positions
           OR excerpt.id IN (SELECT excerpt FROM evidence WHERE position IN (SELECT id FROM held))
        UNION ALL SELECT n * 8 + 1, published FROM source, asked WHERE NOT of_positions
        UNION ALL SELECT n * 8 + 5, created_at FROM note, asked WHERE NOT of_positions
        UNION ALL
        SELECT block.n * 8 + 4, created_at FROM block JOIN note ON note.id = note, asked WHERE NOT of_positions
        UNION ALL SELECT n * 8 + 6, NULL FROM actor, asked WHERE NOT of_positions
        UNION ALL SELECT n * 8 + 7, NULL FROM issue, asked WHERE NOT of_positions
    )
    SELECT row FROM known, asked
    WHERE (:kinds IS NULL OR row & 7 IN (SELECT value FROM json_each(:kinds)))
      AND (NOT dated OR date IS NOT NULL)
      AND (:before IS NULL OR substr(date || '-01-01', 1, 10) < :before)
      AND (:after IS NULL OR substr(date || '-01-01', 1, 10) > :after)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stances_by_their_words_and_by_how_they_begin() {
        #[track_caller]
        fn check(value: &str, expect: &[Stance]) {
            assert_eq!(stances(value), expect, "{value}");
        }
        check("opposes", &[Stance::Opposes]);
        check("Oppose", &[Stance::OpposesWithConditions, Stance::Opposes]);
        check("opposes, if", &[Stance::OpposesWithConditions]);
        check("supports-if", &[Stance::SupportsWithConditions]);
        check("supports with conditions", &[Stance::SupportsWithConditions]);
        check("un", &[Stance::Unclear]);
        check("maybe", &[]);
    }
}
