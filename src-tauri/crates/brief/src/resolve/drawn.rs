//! Blocks that draw on the dossier: quotations, positions, changes, profiles, timelines.

use super::Resolver;
use crate::document::{Change, Content, DatedStanding, Inline, IssueStanding, Profile, Quotation, Text};
use crate::words::Phrase;
use standpoint_core::ids::{ActorId, ExcerptId, IssueId, PositionId};
use standpoint_core::notes::block::Text as NoteText;
use standpoint_core::positions::{Position, PositionState, Relation};

impl<'a> Resolver<'a> {
    pub(super) fn quotation(&mut self, id: ExcerptId) -> Option<Quotation> {
        let excerpt = *self.index.excerpts.get(&id)?;
        let quote = self.quote(id)?;
        let attribution =
            if self.withheld.excerpts.contains(&id) { String::new() } else { self.attribution(id) };
        Some(Quotation { quote, translation: excerpt.translation.clone(), attribution })
    }

    /// The words of a passage in quotation marks, with their citation.
    pub(super) fn quote(&mut self, id: ExcerptId) -> Option<Text> {
        let excerpt = *self.index.excerpts.get(&id)?;
        let cited = self.excerpt_numbers(&[id]);
        let withheld = self.withheld.excerpts.contains(&id);
        Some(vec![
            Inline::Words {
                text: if withheld { excerpt.quote.clone() } else { self.words.quoted(&excerpt.quote) },
                strong: false,
                emphasis: false,
                language: if withheld { None } else { self.foreign(id) },
            },
            Inline::Citation(cited),
        ])
    }

    pub(super) fn issue_standing(&mut self, id: PositionId) -> Option<IssueStanding> {
        let position = self.position(id)?;
        let standing = self.standing(position, None);
        let showing = position.evidence.iter().filter(|evidence| evidence.relation == Relation::Supports);
        let quotes = showing.take(2).filter_map(|evidence| self.quote(evidence.excerpt)).collect();
        Some(IssueStanding {
            title: self.title(position),
            standing,
            confidence: if self.withheld.positions.contains(&id) {
                String::new()
            } else {
                self.words.confidence(position.confidence).to_owned()
            },
            summary: position.summary.clone(),
            quotes,
        })
    }

    pub(super) fn change(&mut self, from: PositionId, to: PositionId, label: &NoteText) -> Option<Change> {
        let label = self.text(label);
        let mut side = |id: PositionId| {
            let position = self.position(id)?;
            let mut standing = self.standing(position, None);
            // "Then" says that a later one came; striking the word out would say it twice.
            standing.superseded = false;
            Some((standing, self.opening_quote(position)))
        };
        Some(Change { then: side(from)?, now: side(to)?, label })
    }

    /// The first of the words that show a position.
    pub(super) fn opening_quote(&mut self, position: &Position) -> Option<Text> {
        let first = position.evidence.iter().find(|evidence| evidence.relation == Relation::Supports)?;
        self.quote(first.excerpt)
    }

    pub(super) fn position(&self, id: PositionId) -> Option<&'a Position> {
        self.index.positions.get(&id).copied()
    }

    pub(super) fn profile(&mut self, id: ActorId) -> Option<Profile> {
        let actor = *self.index.actors.get(&id)?;
        self.shown.actors.insert(id);
        let issues: Vec<(IssueId, String)> =
            self.snapshot.issues.iter().map(|issue| (issue.id, issue.title.clone())).collect();
        let mut positions = Vec::new();
        for (issue, title) in issues {
            for found in self.found(id, issue) {
                let position = self.index.positions[&found];
                let standing = self.standing(position, Some(id));
                positions.push((title.clone(), standing, position.summary.clone()));
            }
        }
        let as_of = self.words.moment(self.cutoff, &self.zone);
        let none_at_all = self.words.with(Phrase::NoPositionAsOf, &[("moment", &as_of)]);
        Some(Profile {
            name: actor.name.clone(),
            role: self.who(actor),
            say: actor.pronunciation.clone(),
            positions,
            none_at_all,
        })
    }

    pub(super) fn timeline(
        &mut self,
        actor: Option<ActorId>,
        issue: Option<IssueId>,
        place: &str,
    ) -> Content {
        let label = self.next_table(place);
        let today = self.today();
        let snapshot = self.snapshot;
        let mut found: Vec<&Position> = snapshot
            .positions
            .iter()
            .filter(|position| actor.is_none_or(|actor| position.actors.contains(&actor)))
            .filter(|position| issue.is_none_or(|issue| position.issue == issue))
            .filter(|position| {
                position.state != PositionState::Withdrawn && position.as_of.earliest() <= today
            })
            .collect();
        found.sort_by(|one, other| one.as_of.cmp(&other.as_of).then(one.created_at.cmp(&other.created_at)));
        let rows = found
            .into_iter()
            .map(|position| DatedStanding {
                date: if self.withheld.positions.contains(&position.id) {
                    "–".to_owned()
                } else {
                    self.words.short_date(position.as_of, chrono::Datelike::year(&self.cutoff))
                },
                title: self.title(position),
                summary: position.summary.clone(),
                standing: self.standing(position, None),
            })
            .collect();
        let whose = actor.map(|actor| self.index.name(actor));
        let what = issue.and_then(|issue| self.index.issues.get(&issue)).map(|issue| issue.title.clone());
        let caption = match (whose, what) {
            (Some(whose), Some(what)) => {
                self.words.with(Phrase::ActorOnIssueByDate, &[("actor", &whose), ("issue", &what)])
            }
            (Some(one), None) | (None, Some(one)) => self.words.with(Phrase::OneByDate, &[("what", &one)]),
            (None, None) => self.words.get(Phrase::ByDate).to_owned(),
        };
        Content::Timeline { label, caption, rows }
    }
}
