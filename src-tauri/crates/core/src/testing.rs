//! A dossier to try things on, filled with few words. Only tests see this.

use crate::actors::ActorKind;
use crate::actors::ops::ActorFacts;
use crate::dossier::{Dossier, DossierHead};
use crate::excerpts::ops::NewExcerpt;
use crate::ids::{ActorId, ExcerptId, IssueId, PositionId, SourceId};
use crate::issues::ops::IssueFacts;
use crate::markings::MarkingScheme;
use crate::notes::Paper;
use crate::notes::ops::NoteFacts;
use crate::positions::ops::{NewPosition, PositionFacts};
use crate::positions::{Confidence, Evidence, Manner, Relation, Stance};
use crate::sources::{NewSource, SourceKind, Structure};
use crate::time::Moment;
use crate::transact::Stamp;
use tempfile::TempDir;
use uuid::Uuid;

/// A dossier in a folder of its own, and the next id to give out.
pub(crate) struct Desk {
    pub(crate) dossier: Dossier,
    pub(crate) stamp: Stamp,
    folder: TempDir,
    last_id: u128,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let stamp = stamp("2025-04-20T09:00:00Z");
        let dossier = Dossier::create(&folder.path().join("desk.standpoint"), &head(), &stamp).unwrap();
        Self { dossier, stamp, folder, last_id: 0 }
    }

    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Closes the dossier and hands over the folder it lies in.
    pub(crate) fn close(self) -> TempDir {
        self.folder
    }

    /// What follows is done at that moment.
    pub(crate) fn at(&mut self, moment: &str) {
        self.stamp = stamp(moment);
    }

    pub(crate) fn id<T: From<Uuid>>(&mut self) -> T {
        self.last_id += 1;
        Uuid::from_u128(self.last_id).into()
    }

    pub(crate) fn actor(&mut self, name: &str, parent: Option<ActorId>) -> ActorId {
        self.actor_with(name, parent, |_| {})
    }

    pub(crate) fn actor_with(
        &mut self,
        name: &str,
        parent: Option<ActorId>,
        change: impl FnOnce(&mut ActorFacts),
    ) -> ActorId {
        let mut facts = ActorFacts {
            name: name.into(),
            short_name: None,
            kind: ActorKind::State,
            parent,
            aliases: Vec::new(),
            role: None,
            role_from: None,
            role_to: None,
            pronunciation: None,
        };
        change(&mut facts);
        let id = self.id();
        self.dossier.create_actor(id, facts, &self.stamp).unwrap().value.id
    }

    pub(crate) fn issue(&mut self, title: &str, half_life_days: Option<u32>) -> IssueId {
        let facts =
            IssueFacts { title: title.into(), question: format!("{title}?"), parent: None, half_life_days };
        let id = self.id();
        self.dossier.create_issue(id, facts, &self.stamp).unwrap().value.id
    }

    pub(crate) fn source(&mut self, title: &str, text: &str) -> SourceId {
        self.source_with(title, text, |_| {})
    }

    pub(crate) fn source_with(
        &mut self,
        title: &str,
        text: &str,
        change: impl FnOnce(&mut NewSource),
    ) -> SourceId {
        let mut new = NewSource {
            title: title.into(),
            publisher: None,
            authors: Vec::new(),
            published: None,
            accessed: None,
            url: None,
            kind: SourceKind::Article,
            language: None,
            reliability: None,
            marking: None,
            file_name: None,
            media_type: "text/plain".into(),
            original: text.as_bytes().to_vec(),
            text: text.into(),
            structure: Structure::default(),
            html: None,
            recognised: None,
            guessed: Vec::new(),
            warnings: Vec::new(),
        };
        change(&mut new);
        let id = self.id();
        self.dossier.import_source(id, new, &self.stamp).unwrap().value.id
    }

    /// Keeps the first place of `words` in the source's text.
    pub(crate) fn excerpt(&mut self, source: SourceId, words: &str) -> ExcerptId {
        let text = self.dossier.source_text(&self.dossier.source(source).unwrap()).unwrap();
        let start = text[..text.find(words).unwrap()].chars().count() as u32;
        let new = NewExcerpt { id: self.id(), source, start, end: start + words.chars().count() as u32 };
        self.dossier.keep_excerpt(&new, &self.stamp).unwrap().value.id
    }

    pub(crate) fn position(
        &mut self,
        actors: &[ActorId],
        issue: IssueId,
        stance: Stance,
        as_of: &str,
    ) -> PositionId {
        self.position_with(actors, issue, stance, as_of, |_| {})
    }

    pub(crate) fn position_with(
        &mut self,
        actors: &[ActorId],
        issue: IssueId,
        stance: Stance,
        as_of: &str,
        change: impl FnOnce(&mut PositionFacts),
    ) -> PositionId {
        let mut facts = position_facts(actors, issue, stance, as_of);
        change(&mut facts);
        let new =
            NewPosition { id: self.id(), new_actors: vec![], new_issue: None, new_excerpt: None, facts };
        self.dossier.record_position(new, &self.stamp).unwrap().value.id
    }
}

/// A position on record without anything besides.
pub(crate) fn position_facts(
    actors: &[ActorId],
    issue: IssueId,
    stance: Stance,
    as_of: &str,
) -> PositionFacts {
    PositionFacts {
        actors: actors.to_vec(),
        issue,
        stance,
        degree: None,
        condition: None,
        sequence: None,
        summary: None,
        speaker: None,
        manner: Manner::OnRecord,
        as_of: as_of.parse().unwrap(),
        review_by: None,
        confidence: Confidence::Moderate,
        supersedes: None,
        marking: None,
        evidence: Vec::new(),
    }
}

/// The facts of a dossier for tests.
pub(crate) fn head() -> DossierHead {
    DossierHead {
        id: Uuid::nil().into(),
        title: "Talks".into(),
        language: "en-GB".into(),
        marking_scheme: MarkingScheme::Uk,
        marking: None,
        unit: None,
        paper: Paper::A4,
        created_at: moment("2025-04-20T09:00:00Z"),
    }
}

pub(crate) fn stamp(at: &str) -> Stamp {
    Stamp { at: moment(at), who: "Desk".into() }
}

pub(crate) fn moment(at: &str) -> Moment {
    Moment::parse_from_rfc3339(at).unwrap()
}

pub(crate) fn evidence(excerpt: ExcerptId, relation: Relation) -> Evidence {
    Evidence { excerpt, relation }
}

/// A note's facts with this title and little else.
pub(crate) fn note_facts(title: &str) -> NoteFacts {
    NoteFacts {
        title: title.into(),
        reference: Some("REF/12".into()),
        version: "1.0".into(),
        template: "position_paper".into(),
        marking: None,
        language: "en-GB".into(),
        paper: Paper::A4,
        print: None,
        prepared_by: None,
        prepared_for: None,
        meeting: None,
        distribution: Vec::new(),
        cutoff: None,
        issued: None,
        last_brief: None,
        clearance: None,
        controls: None,
    }
}
