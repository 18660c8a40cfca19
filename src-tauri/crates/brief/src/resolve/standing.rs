//! One position in the words of a cell: stance, qualifiers, date, manner, staleness, evidence.

use super::Resolver;
use crate::document::{Cited, Standing};
use crate::words::Phrase;
use chrono::{Datelike, NaiveDate};
use standpoint_core::analysis::stale_since;
use standpoint_core::ids::{ActorId, ExcerptId};
use standpoint_core::positions::{Manner, Position, PositionState, Relation};

impl Resolver<'_> {
    /// The position as a row of `actor` shows it; the others in it are named as joint.
    pub(super) fn standing(&mut self, position: &Position, actor: Option<ActorId>) -> Standing {
        self.shown.positions.insert(position.id);
        if self.withheld.positions.contains(&position.id) {
            return Standing { word: self.words.get(Phrase::Withheld).to_owned(), ..Standing::default() };
        }
        self.shown.actors.extend(position.actors.iter().copied().chain(position.speaker));
        let qualifier = self.qualifier(position);
        Standing {
            stance: Some(position.stance),
            word: self.words.stance(position.stance, position.condition.is_some()).to_owned(),
            qualifier,
            joint: position
                .actors
                .iter()
                .filter(|&&other| actor.is_some_and(|actor| actor != other))
                .map(|&other| self.index.label(other))
                .collect(),
            speaker: None,
            date: self.words.short_date(position.as_of, self.cutoff.year()),
            manner: match position.manner {
                Manner::OnRecord | Manner::Reported => None,
                manner => Some(self.words.manner(manner).to_owned()),
            },
            stale: self.stale(position),
            superseded: position.state == PositionState::Superseded,
            cited: self.position_evidence(position),
        }
    }

    /// Past its review at the cut-off.
    pub(super) fn stale(&self, position: &Position) -> bool {
        stale_since(self.snapshot, position, self.today()).is_some()
    }

    /// The day of the cut-off, in the cut-off's own zone.
    pub(super) fn today(&self) -> NaiveDate {
        self.cutoff.date_naive()
    }

    /// Numbers of everything that shows the position; what only helps to read it is left to Annex A's readers.
    pub(super) fn position_evidence(&mut self, position: &Position) -> Vec<Cited> {
        let showing = position.evidence.iter().filter(|evidence| evidence.relation != Relation::Context);
        let excerpts: Vec<ExcerptId> = showing.map(|evidence| evidence.excerpt).collect();
        self.excerpt_numbers(&excerpts)
    }

    /// Numbers of passages, rising, each once. One that is no longer in the dossier has none.
    pub(super) fn excerpt_numbers(&mut self, excerpts: &[ExcerptId]) -> Vec<Cited> {
        let mut cited = Vec::new();
        for id in excerpts {
            if let Some(excerpt) = self.index.excerpts.get(id) {
                cited.push(self.citations.excerpt(*id, excerpt.source));
            }
        }
        cited.sort_unstable();
        cited.dedup();
        cited
    }

    /// "France and the United Kingdom: Foreign troops". The title stays as it was written: no rule on letters can tell
    /// "Crimea", which keeps its capital in a sentence, from "Ceasefire", which does not.
    pub(super) fn title(&self, position: &Position) -> String {
        if self.withheld.positions.contains(&position.id) {
            return self.words.get(Phrase::Withheld).to_owned();
        }
        let actors: Vec<String> = position.actors.iter().map(|&actor| self.index.name(actor)).collect();
        let issue = self.index.issues.get(&position.issue).map_or("?", |issue| issue.title.as_str());
        self.words.with(Phrase::ActorsOnIssue, &[("actors", &self.words.and(&actors)), ("issue", &issue)])
    }

    /// Degree, condition and sequence: "in law, if progress in days, after a ceasefire".
    fn qualifier(&self, position: &Position) -> String {
        let condition = position.condition.as_ref();
        let condition = condition.map(|condition| self.words.with(Phrase::If, &[("condition", condition)]));
        let parts = [position.degree.clone(), condition, position.sequence.clone()];
        self.words.list(&parts.into_iter().flatten().collect::<Vec<_>>())
    }
}
