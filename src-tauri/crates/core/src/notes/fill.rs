//! What a new note can say at once, from the dossier: who comes, where they stand, what has moved, what is missing. A
//! first draft, to be read and changed; every sentence about a position cites it.

use super::block::{Analysis, Body, CitationTarget, Inline, Text};
use crate::actors::{Actor, ActorKind};
use crate::analysis::{Change, Gap};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId};
use crate::positions::queries::PositionFilter;
use crate::positions::{Position, PositionState, Stance};
use crate::store::codec::words;
use crate::time::Moment;

words! {
    /// What a template's place can be filled with.
    Fill {
        /// Those who come, with their offices.
        Attendees = "attendees",
        /// Where each of those it is about stands on each issue, one point each.
        Positions = "positions",
        /// The same under a heading for each.
        ByActor = "by_actor",
        /// Who stands where, as a table.
        Table = "table",
        /// What has moved since the last brief.
        Changes = "changes",
        /// What was looked for and not found.
        Gaps = "gaps",
        /// Each person in a line.
        Biographies = "biographies",
        /// Each name as it is said.
        Pronunciation = "pronunciation",
    }
}

/// What the note is about, as far as somebody has said.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// Whom it is about; everybody with a position if empty.
    pub actors: Vec<ActorId>,
    /// On what; every issue if empty.
    pub issues: Vec<IssueId>,
    /// When the last brief was written.
    pub since: Option<Moment>,
}

/// So many points are enough for a first draft.
const MOST: usize = 12;

/// The dossier as far as a note on a subject needs it.
pub struct Filler {
    subject: Subject,
    actors: Vec<Actor>,
    issues: Vec<(IssueId, String)>,
    positions: Vec<Position>,
    changes: Vec<Change>,
    gaps: Vec<Gap>,
}

impl std::fmt::Debug for Filler {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filler").field("subject", &self.subject).finish_non_exhaustive()
    }
}

impl Filler {
    /// Reads what a note written `at` that moment can begin with.
    pub fn of(dossier: &Dossier, subject: Subject, at: Moment) -> Result<Self> {
        let day = at.date_naive();
        let asked = |issue: IssueId| subject.issues.is_empty() || subject.issues.contains(&issue);
        let issues = dossier.issues()?.into_iter().map(|row| (row.issue.id, row.issue.title));
        let issues: Vec<_> = issues.filter(|(issue, _)| asked(*issue)).collect();
        let mut positions = dossier.positions(&PositionFilter::default())?;
        positions.retain(|position| {
            position.state == PositionState::Current
                && position.as_of.earliest() <= day
                && asked(position.issue)
        });
        let changes = match subject.since {
            Some(since) => dossier.changes_since(since)?,
            None => Vec::new(),
        };
        let mut gaps = dossier.gaps(day)?;
        gaps.retain(|gap| gap.issue.is_none_or(asked));
        let actors = dossier.actors()?.into_iter().map(|row| row.actor).collect();
        let mut filler = Self { subject, actors, issues, positions, changes, gaps };
        filler.keep_to_subject();
        Ok(filler)
    }

    /// The blocks that go in a place; none if the dossier has nothing for it.
    #[must_use]
    pub fn blocks(&self, fill: Fill) -> Vec<Body> {
        match fill {
            Fill::Attendees => {
                bullets(self.people().map(|person| vec![Inline::words(who(person))]).collect())
            }
            Fill::Positions if self.subject.actors.is_empty() => Vec::new(),
            Fill::Positions => bullets(self.standings(|_| true)),
            Fill::ByActor => self.by_actor(),
            Fill::Table => self.table().into_iter().collect(),
            Fill::Changes => self.moved().into_iter().collect(),
            Fill::Gaps => self.missing().into_iter().collect(),
            Fill::Biographies => bullets(self.people().map(|person| self.biography(person)).collect()),
            Fill::Pronunciation => bullets(self.people().filter_map(pronounced).collect()),
        }
    }

    fn keep_to_subject(&mut self) {
        if self.subject.actors.is_empty() {
            return;
        }
        let named: Vec<ActorId> =
            self.actors.iter().map(|actor| actor.id).filter(|id| self.belongs_to_subject(*id)).collect();
        let concerns = |actors: &[ActorId]| actors.iter().any(|actor| named.contains(actor));
        self.positions.retain(|position| concerns(&position.actors));
        self.changes.retain(|change| concerns(&change.actors));
        self.gaps.retain(|gap| self.subject.actors.contains(&gap.actor));
    }

    /// Whether it is one of those the note is about, or belongs to one.
    fn belongs_to_subject(&self, id: ActorId) -> bool {
        let above = |id: &ActorId| self.actors.iter().find(|actor| actor.id == *id)?.parent;
        std::iter::successors(Some(id), above)
            .take(self.actors.len() + 1)
            .any(|id| self.subject.actors.contains(&id))
    }

    /// The people among those the note is about: themselves, and those who spoke for them.
    fn people(&self) -> impl Iterator<Item = &Actor> {
        let speaks = |actor: &Actor| self.positions.iter().any(|position| position.speaker == Some(actor.id));
        let comes = move |actor: &&Actor| {
            actor.kind == ActorKind::Person
                && (self.subject.actors.contains(&actor.id)
                    || !self.subject.actors.is_empty() && self.belongs_to_subject(actor.id) && speaks(actor))
        };
        self.actors.iter().filter(comes).take(MOST)
    }

    fn biography(&self, person: &Actor) -> Text {
        let home = person.parent.map(|home| format!(", {}", self.name(home))).unwrap_or_default();
        let since = person.role_from.map(|from| format!(", since {}", from.parts().0)).unwrap_or_default();
        let role = person.role.clone().map(|role| format!(": {role}")).unwrap_or_default();
        vec![Inline::words(format!("{}{role}{home}{since}.", person.name))]
    }

    fn by_actor(&self) -> Vec<Body> {
        let mut blocks = Vec::new();
        for &actor in &self.subject.actors {
            let points = bullets(self.standings(|position| position.actors.contains(&actor)));
            if !points.is_empty() {
                blocks.push(Body::Heading { level: 2, text: vec![Inline::words(self.name(actor))] });
                blocks.extend(points);
            }
        }
        blocks
    }

    /// "Kessia on the border: opposes, if the dam stays." with its evidence.
    fn standings(&self, asked: impl Fn(&Position) -> bool) -> Vec<Text> {
        let by_actor = self.actors.iter().flat_map(|actor| {
            self.positions.iter().filter(|position| position.actors.first() == Some(&actor.id))
        });
        let by_actor = by_actor.filter(|position| asked(position));
        by_actor.take(MOST).map(|position| self.standing(position)).collect()
    }

    fn standing(&self, position: &Position) -> Text {
        let who = position.actors.iter().map(|id| self.name(*id)).collect::<Vec<_>>().join(", ");
        let condition =
            position.condition.as_ref().map(|condition| format!(", if {condition}")).unwrap_or_default();
        let stands = match &position.summary {
            Some(summary) => summary.trim_end_matches('.').to_owned(),
            None => format!("{}{condition}", stance(position.stance)),
        };
        vec![
            Inline::words(format!("{who} on {}: {stands}.", self.issue(position.issue))),
            Inline::Citation { targets: vec![CitationTarget::Position(position.id)] },
        ]
    }

    fn table(&self) -> Option<Body> {
        let asked = !self.subject.actors.is_empty() || !self.subject.issues.is_empty();
        asked.then(|| Body::PositionsTable {
            actors: self.subject.actors.clone(),
            issues: self.subject.issues.clone(),
            caption: Text::new(),
        })
    }

    /// A question to the positions about what the note is about.
    fn asked(&self, of: Analysis) -> Body {
        let Subject { actors, issues, .. } = self.subject.clone();
        Body::Analysis { of, actors, issues, caption: Text::new() }
    }

    /// What has moved, if anything has.
    fn moved(&self) -> Option<Body> {
        let since = self.subject.since.filter(|_| !self.changes.is_empty())?;
        Some(self.asked(Analysis::Changes { since }))
    }

    /// What was not found, if anything was not.
    fn missing(&self) -> Option<Body> {
        (!self.gaps.is_empty()).then(|| self.asked(Analysis::Gaps))
    }

    fn name(&self, id: ActorId) -> &str {
        self.actors.iter().find(|actor| actor.id == id).map_or("?", |actor| actor.name.as_str())
    }

    fn issue(&self, id: IssueId) -> &str {
        self.issues.iter().find(|(issue, _)| *issue == id).map_or("?", |(_, title)| title.as_str())
    }
}

fn bullets(items: Vec<Text>) -> Vec<Body> {
    if items.is_empty() { Vec::new() } else { vec![Body::Bullets { items }] }
}

fn who(person: &Actor) -> String {
    match &person.role {
        Some(role) => format!("{}, {role}", person.name),
        None => person.name.clone(),
    }
}

fn pronounced(person: &Actor) -> Option<Text> {
    let say = person.pronunciation.as_ref()?;
    Some(vec![Inline::words(format!("{}: {say}", person.name))])
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports it",
        Stance::SupportsWithConditions => "supports it with conditions",
        Stance::Neutral => "is undecided",
        Stance::OpposesWithConditions => "opposes it with conditions",
        Stance::Opposes => "opposes it",
        Stance::Unclear => "is unclear",
    }
}
