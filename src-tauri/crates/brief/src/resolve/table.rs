//! The positions table: which rows, which columns, and what stands in each cell.

use super::Resolver;
use crate::document::{Cell, Column, Inline, Label, PositionsTable, Row, RowsAre, Text};
use crate::words::Phrase;
use chrono::Datelike;
use standpoint_core::actors::ActorKind;
use standpoint_core::analysis::shown_in_cell;
use standpoint_core::ids::{ActorId, IssueId, PositionId};
use standpoint_core::positions::{Position, PositionState};

impl Resolver<'_> {
    /// "Table 2", and from now on citations lead back to "T2".
    pub(super) fn next_table(&mut self, place: &str) -> String {
        self.tables += 1;
        self.citations.stand_at(place, Label::Table(self.tables));
        self.words.with(Phrase::Table, &[("number", &self.tables)])
    }

    pub(super) fn positions_table(
        &mut self,
        place: &str,
        actors: &[ActorId],
        issues: &[IssueId],
        caption: Text,
    ) -> PositionsTable {
        let label = self.next_table(place);
        let as_of = self.words.moment(self.cutoff, &self.zone);
        let issues: Vec<IssueId> = if issues.is_empty() {
            self.snapshot.issues.iter().map(|issue| issue.id).collect()
        } else {
            issues.iter().copied().filter(|id| self.index.issues.contains_key(id)).collect()
        };
        let actors = self.row_actors(actors, &issues);
        let is_nested = actors.iter().any(|&actor| self.is_nested(actor, &actors));
        let rows_are = rows_for(actors.len(), issues.len(), is_nested);
        let mut rows: Vec<Row> =
            actors.iter().map(|&actor| self.row(actor, &actors, &issues, rows_are)).collect();
        let titles = issues.iter().map(|id| self.index.issues[id].title.clone());
        let (columns, none_at_all) = match rows_are {
            RowsAre::Actors => {
                (titles.map(|name| Column { name, note: None }).collect(), Phrase::NoneFoundOnAny)
            }
            RowsAre::Issues => {
                let columns;
                (columns, rows) = turned(rows, titles);
                (columns, Phrase::NoneFoundAsOf)
            }
        };
        let note = self.note_line(&rows, &issues);
        PositionsTable {
            label,
            rows_are,
            caption: if caption.is_empty() {
                vec![Inline::words(self.words.with(Phrase::PositionsAsOf, &[("moment", &as_of)]))]
            } else {
                caption
            },
            columns,
            rows,
            note,
            none_found: self.words.with(Phrase::NoneFoundAsOf, &[("moment", &as_of)]),
            none_at_all: self.words.with(none_at_all, &[("moment", &as_of)]),
        }
    }

    /// The actors asked for, or all with a position; each directly below its nearest ancestor that has a row.
    fn row_actors(&mut self, asked: &[ActorId], issues: &[IssueId]) -> Vec<ActorId> {
        let chosen: Vec<ActorId> = if asked.is_empty() {
            let known: Vec<ActorId> = self.snapshot.actors.iter().map(|actor| actor.id).collect();
            known
                .into_iter()
                .filter(|&actor| issues.iter().any(|&issue| !self.found(actor, issue).is_empty()))
                .collect()
        } else {
            asked.iter().copied().filter(|id| self.index.actors.contains_key(id)).collect()
        };
        let mut rows: Vec<ActorId> = Vec::with_capacity(chosen.len());
        let top = |actor: ActorId, resolver: &Self| {
            resolver.index.ancestors(actor).into_iter().rev().find(|ancestor| chosen.contains(ancestor))
        };
        for &actor in &chosen {
            if top(actor, self).is_none() && !rows.contains(&actor) {
                rows.push(actor);
                rows.extend(chosen.iter().copied().filter(|&other| top(other, self) == Some(actor)));
            }
        }
        rows
    }

    fn row(&mut self, actor: ActorId, rows: &[ActorId], issues: &[IssueId], rows_are: RowsAre) -> Row {
        self.shown.actors.insert(actor);
        let mut cells: Vec<Cell> = Vec::with_capacity(issues.len());
        let mut speakers: Vec<Option<String>> = Vec::new();
        for &issue in issues {
            let found = self.found(actor, issue);
            let positions: Vec<&Position> = found.iter().map(|id| self.index.positions[id]).collect();
            speakers.extend(positions.iter().map(|position| self.own_speaker(position, actor)));
            cells.push(positions.into_iter().map(|position| self.standing(position, Some(actor))).collect());
        }
        // Down a column who spoke stands beside when.
        let one_voice = speakers.first().cloned().flatten().filter(|one| {
            rows_are == RowsAre::Actors
                && speakers.iter().flatten().eq(std::iter::repeat_n(one, speakers.len()))
        });
        if one_voice.is_none() {
            for (standing, speaker) in cells.iter_mut().flatten().zip(speakers) {
                standing.speaker = speaker.filter(|_| standing.stance.is_some());
            }
        }
        let nested = self.is_nested(actor, rows);
        let who = self.index.actors[&actor];
        let person = who.kind == ActorKind::Person;
        Row {
            name: if person || who.name.chars().count() > 24 {
                who.label().to_owned()
            } else {
                who.name.clone()
            },
            note: if person { who.role.clone() } else { one_voice },
            nested,
            cells,
        }
    }

    fn is_nested(&self, actor: ActorId, rows: &[ActorId]) -> bool {
        self.index.ancestors(actor).iter().any(|ancestor| rows.contains(ancestor))
    }

    /// Who spoke, if it was somebody of the actor's: a joint position is often spoken by somebody of another's.
    fn own_speaker(&self, position: &Position, actor: ActorId) -> Option<String> {
        let speaker = position.speaker.filter(|_| !self.withheld.positions.contains(&position.id))?;
        self.index.ancestors(speaker).contains(&actor).then(|| self.index.label(speaker))
    }

    /// What a cell shows, the latest first; last the gap where something is withheld.
    pub(super) fn found(&self, actor: ActorId, issue: IssueId) -> Vec<PositionId> {
        let snapshot = self.snapshot;
        let gap = |position: &&Position| self.withheld.positions.contains(&position.id);
        let open = snapshot.positions.iter().filter(|position| !gap(position));
        let shown = shown_in_cell(snapshot, open, actor, issue, self.today());
        let withheld = snapshot.positions.iter().filter(gap).find(|position| {
            position.issue == issue
                && position.actors.contains(&actor)
                && position.state != PositionState::Withdrawn
        });
        shown.into_iter().chain(withheld).map(|position| position.id).collect()
    }

    /// What the short terms of this table mean; those that do not occur are left out.
    fn note_line(&self, rows: &[Row], issues: &[IssueId]) -> Vec<Text> {
        let words = self.words;
        let mut note = Vec::new();
        // Where nothing was found in a whole row it says so in full.
        let short = |row: &Row| row.cells.iter().any(Vec::is_empty) && !row.cells.iter().all(Vec::is_empty);
        if rows.iter().any(short) {
            note.push(words.text(Phrase::NoteNoneFound, &[]));
        }
        if rows.iter().any(|row| row.cells.iter().flatten().any(|standing| standing.stale)) {
            let mut days: Vec<u32> =
                issues.iter().filter_map(|id| self.index.issues.get(id)?.half_life_days).collect();
            days.sort_unstable();
            days.dedup();
            note.push(match days.as_slice() {
                [days] => words.text(Phrase::NoteStaleAfter, &[("days", days)]),
                _ => words.text(Phrase::NoteStale, &[]),
            });
        }
        let year = self.today().year();
        let without_year = |id: &PositionId| {
            let day = self.index.positions.get(id).map(|position| position.as_of.parts());
            day.is_some_and(|(own, _, day)| own == year && day.is_some())
        };
        if self.shown.positions.iter().any(without_year) {
            note.push(words.text(Phrase::NoteYear, &[("year", &year)]));
        }
        note.push(words.text(Phrase::NoteNumbers, &[("letter", &words.annex_letter(0))]));
        note
    }
}

/// So many actors at most have columns of their own on an upright page, beside the issues.
const FEW: usize = 3;
/// As many issues are a list.
const MANY: usize = 4;

/// A line or two with many columns are read better from top to bottom, unless one belongs to the other.
fn rows_for(actors: usize, issues: usize, is_nested: bool) -> RowsAre {
    let is_turned = !is_nested && (1..=FEW).contains(&actors) && issues >= MANY && issues > 2 * actors;
    if is_turned { RowsAre::Issues } else { RowsAre::Actors }
}

/// The actors' rows as columns, with the rows of the issues called `titles`.
fn turned(rows: Vec<Row>, titles: impl Iterator<Item = String>) -> (Vec<Column>, Vec<Row>) {
    let (columns, mut cells): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .map(|Row { name, note, cells, .. }| (Column { name, note }, cells.into_iter()))
        .unzip();
    let rows = titles
        .map(|name| Row {
            name,
            note: None,
            nested: false,
            cells: cells.iter_mut().map(|column| column.next().unwrap_or_default()).collect(),
        })
        .collect();
    (columns, rows)
}
