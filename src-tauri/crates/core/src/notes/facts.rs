//! What is so about a thing that a note draws on, in words that can be laid side by side: then and now.

use super::{Note, NoteSnapshot};
use crate::actors::Actor;
use crate::excerpts::Excerpt;
use crate::ids::{ActorId, ExcerptId, IssueId, PositionId, SourceId};
use crate::issues::Issue;
use crate::positions::{Position, Relation};
use crate::sources::Source;
use crate::store::codec::words;
use serde::{Deserialize, Serialize};

use super::block::CitationTarget;

words! {
    /// One thing that can be so about a position, a passage, an actor or a note.
    Fact {
        /// Who takes a position.
        Actors = "actors",
        /// On what.
        Issue = "issue",
        /// Where on the scale.
        Stance = "stance",
        /// How far.
        Degree = "degree",
        /// What must hold.
        Condition = "condition",
        /// What must come first.
        Sequence = "sequence",
        /// One line.
        Summary = "summary",
        /// Who said it.
        Speaker = "speaker",
        /// How it came to be known.
        Manner = "manner",
        /// The day it was held.
        AsOf = "as_of",
        /// How sure the writer is.
        Confidence = "confidence",
        /// Whether it still stands.
        State = "state",
        /// A passage that shows it.
        Evidence = "evidence",
        /// A passage that speaks against it.
        Against = "against",
        /// Words as they stand in the source.
        Quote = "quote",
        /// The same in the dossier's language.
        Translation = "translation",
        /// Credibility of the information.
        Credibility = "credibility",
        /// Whether somebody has checked it.
        Verification = "verification",
        /// Whether the words are still found in their source.
        Found = "found",
        /// The source it stands in.
        Source = "source",
        /// Whether the source may be relied on.
        SourceState = "source_state",
        /// A name.
        Name = "name",
        /// A short name.
        ShortName = "short_name",
        /// Office held.
        Role = "role",
        /// Protective marking.
        Marking = "marking",
        /// A note's title.
        Title = "title",
        /// A note's reference.
        Reference = "reference",
        /// A note's version.
        Version = "version",
        /// For whom a note is.
        PreparedFor = "prepared_for",
        /// By whom it is.
        PreparedBy = "prepared_by",
        /// The meeting it is for.
        Meeting = "meeting",
        /// Who gets it.
        Distribution = "distribution",
        /// Up to when it is informed.
        Cutoff = "cutoff",
        /// Who cleared it.
        Clearance = "clearance",
    }
}

/// Something that is so; a fact may have several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct So {
    /// What it is about.
    pub fact: Fact,
    /// What is so: a person's words, or the word that the dossier keeps.
    pub words: String,
}

/// Something that was otherwise. At least one of the two is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FactChange {
    /// What it is about.
    pub fact: Fact,
    /// What was so.
    pub then: Option<String>,
    /// What is so.
    pub now: Option<String>,
}

/// Where things are found by their ids.
pub(crate) trait Find {
    fn actor(&self, id: ActorId) -> Option<Actor>;
    fn issue(&self, id: IssueId) -> Option<Issue>;
    fn position(&self, id: PositionId) -> Option<Position>;
    fn excerpt(&self, id: ExcerptId) -> Option<Excerpt>;
    fn source(&self, id: SourceId) -> Option<Source>;
}

impl Find for NoteSnapshot {
    fn actor(&self, id: ActorId) -> Option<Actor> {
        self.actors.iter().find(|it| it.id == id).cloned()
    }
    fn issue(&self, id: IssueId) -> Option<Issue> {
        self.issues.iter().find(|it| it.id == id).cloned()
    }
    fn position(&self, id: PositionId) -> Option<Position> {
        self.positions.iter().find(|it| it.id == id).cloned()
    }
    fn excerpt(&self, id: ExcerptId) -> Option<Excerpt> {
        self.excerpts.iter().find(|it| it.id == id).cloned()
    }
    fn source(&self, id: SourceId) -> Option<Source> {
        self.sources.iter().find(|it| it.id == id).cloned()
    }
}

/// All that is so about what is cited; `None` if it is not there.
pub(crate) fn of(find: &impl Find, target: CitationTarget) -> Option<Vec<So>> {
    Some(match target {
        CitationTarget::Position(id) => of_position(find, &find.position(id)?),
        CitationTarget::Excerpt(id) => of_excerpt(find, &find.excerpt(id)?),
        CitationTarget::Source(id) => of_source(&find.source(id)?),
    })
}

/// What it is called in a line.
pub(crate) fn title(find: &impl Find, target: CitationTarget) -> Option<String> {
    Some(match target {
        CitationTarget::Position(id) => {
            let position = find.position(id)?;
            let issue = find.issue(position.issue).map_or_else(|| "?".to_owned(), |issue| issue.title);
            format!("{}: {issue}", labels(find, &position.actors))
        }
        CitationTarget::Excerpt(id) => format!("“{}”", find.excerpt(id)?.quote),
        CitationTarget::Source(id) => find.source(id)?.title,
    })
}

/// What differs: facts of one kind are paired in their order, those that stand in both left out.
#[must_use]
pub fn changed(then: &[So], now: &[So]) -> Vec<FactChange> {
    let mut changed = Vec::new();
    for &fact in Fact::ALL {
        let went = then.iter().filter(|so| so.fact == fact && !now.contains(so));
        let came = now.iter().filter(|so| so.fact == fact && !then.contains(so));
        let (went, came): (Vec<_>, Vec<_>) = (went.collect(), came.collect());
        for at in 0..went.len().max(came.len()) {
            let words = |list: &[&So]| list.get(at).map(|so| so.words.clone());
            changed.push(FactChange { fact, then: words(&went), now: words(&came) });
        }
    }
    changed
}

fn of_position(find: &impl Find, position: &Position) -> Vec<So> {
    let mut all = List::default();
    all.add(Fact::Actors, labels(find, &position.actors));
    all.add(Fact::Issue, find.issue(position.issue).map_or_else(String::new, |issue| issue.title));
    all.add(Fact::Stance, position.stance.word());
    all.maybe(Fact::Degree, position.degree.as_ref());
    all.maybe(Fact::Condition, position.condition.as_ref());
    all.maybe(Fact::Sequence, position.sequence.as_ref());
    all.maybe(Fact::Summary, position.summary.as_ref());
    all.maybe(Fact::Speaker, position.speaker.map(|id| labels(find, &[id])).as_ref());
    all.add(Fact::Manner, position.manner.word());
    all.add(Fact::AsOf, position.as_of.to_string());
    all.add(Fact::Confidence, position.confidence.word());
    all.add(Fact::State, position.state.word());
    all.maybe(Fact::Marking, position.marking.as_ref());
    for evidence in &position.evidence {
        let fact = match evidence.relation {
            Relation::Supports => Fact::Evidence,
            Relation::Contradicts => Fact::Against,
            Relation::Context => continue,
        };
        all.maybe(fact, find.excerpt(evidence.excerpt).map(|excerpt| excerpt.quote).as_ref());
    }
    all.0
}

fn of_excerpt(find: &impl Find, excerpt: &Excerpt) -> Vec<So> {
    let mut all = List::default();
    all.add(Fact::Quote, excerpt.quote.clone());
    all.maybe(Fact::Translation, excerpt.translation.as_ref());
    all.maybe(Fact::Credibility, excerpt.credibility.map(|grade| grade.to_string()).as_ref());
    all.add(Fact::Verification, excerpt.verification.word());
    all.add(Fact::Found, if excerpt.orphan { "no" } else { "yes" });
    all.maybe(Fact::Marking, excerpt.marking.as_ref());
    if let Some(source) = find.source(excerpt.source) {
        all.0.extend(of_source(&source));
    }
    all.0
}

fn of_source(source: &Source) -> Vec<So> {
    let mut all = List::default();
    all.add(Fact::Source, source.title.clone());
    all.add(Fact::SourceState, source.state.word());
    all.0
}

/// All that is so about an actor; `None` if it is not there.
pub(crate) fn of_actor(find: &impl Find, id: ActorId) -> Option<Vec<So>> {
    let actor = find.actor(id)?;
    let mut all = List::default();
    all.add(Fact::Name, actor.name);
    all.maybe(Fact::ShortName, actor.short_name.as_ref());
    all.maybe(Fact::Role, actor.role.as_ref());
    Some(all.0)
}

/// What stands around a note's body.
pub(crate) fn of_note(note: &Note) -> Vec<So> {
    let mut all = List::default();
    all.add(Fact::Title, note.title.clone());
    all.maybe(Fact::Reference, note.reference.as_ref());
    all.add(Fact::Version, note.version.clone());
    all.maybe(Fact::Marking, note.marking.as_ref());
    all.maybe(Fact::PreparedBy, note.prepared_by.as_ref());
    all.maybe(Fact::PreparedFor, note.prepared_for.as_ref());
    all.maybe(Fact::Cutoff, note.cutoff.map(|at| at.to_rfc3339()).as_ref());
    if let Some(meeting) = &note.meeting {
        let start = meeting.start.map(|start| start.to_rfc3339());
        let parts = [Some(meeting.title.clone()), meeting.place.clone(), start, meeting.who.clone()];
        all.add(Fact::Meeting, parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    for recipient in &note.distribution {
        all.add(Fact::Distribution, recipient.who.clone());
    }
    let clearance = note.clearance.as_ref();
    all.maybe(Fact::Clearance, clearance.map(|it| format!("{}, version {}", it.by, it.version)).as_ref());
    all.0
}

fn labels(find: &impl Find, ids: &[ActorId]) -> String {
    let label =
        |id: &ActorId| find.actor(*id).map_or_else(|| "?".to_owned(), |actor| actor.label().to_owned());
    ids.iter().map(label).collect::<Vec<_>>().join(", ")
}

#[derive(Default)]
struct List(Vec<So>);

impl List {
    fn add(&mut self, fact: Fact, words: impl Into<String>) {
        self.0.push(So { fact, words: words.into() });
    }

    fn maybe(&mut self, fact: Fact, words: Option<&String>) {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            self.add(fact, words.clone());
        }
    }
}
