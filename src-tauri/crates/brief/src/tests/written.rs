//! A note written in a few words, for tests. Every id is counted, so that two builds are equal.

use crate::fonts::Fonts;
use crate::{Composed, Edition, compose};
use standpoint_core::actors::{Actor, ActorKind};
use standpoint_core::content::ContentHash;
use standpoint_core::dossier::DossierHead;
use standpoint_core::excerpts::{Excerpt, Verification};
use standpoint_core::exports::CopyKind;
use standpoint_core::ids::{ActorId, BlockId, ExcerptId, IssueId, PositionId, SourceId};
use standpoint_core::issues::Issue;
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::block::{Block, Body, CitationTarget, Inline, Text};
use standpoint_core::notes::{Analysis, Clearance, Note, NoteSnapshot, Paper, Pictures};
use standpoint_core::order::OrderKey;
use standpoint_core::positions::{Confidence, Evidence, Manner, Position, PositionState, Relation, Stance};
use standpoint_core::sources::{Reliability, Source, SourceKind, SourceState};
use standpoint_core::time::Moment;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// A note in the making.
pub(crate) struct Written {
    pub(crate) snapshot: NoteSnapshot,
    count: u32,
}

pub(super) fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

impl Written {
    /// An empty, cleared note with its cut-off on 23 April 2025.
    pub(crate) fn new() -> Self {
        let note = Note {
            id: id(1),
            title: "Talks on the river: who stands where".into(),
            reference: Some("REF/2025/7".into()),
            version: "1.0".into(),
            template: "position_paper".into(),
            marking: Some("OFFICIAL".into()),
            language: "en-GB".into(),
            paper: Paper::A4,
            print: None,
            prepared_by: Some("River Unit".into()),
            prepared_for: Some("Minister".into()),
            meeting: None,
            distribution: Vec::new(),
            cutoff: Some(at("2025-04-23T07:00:00+01:00")),
            issued: Some(at("2025-04-23T08:00:00+01:00")),
            last_brief: None,
            clearance: Some(Clearance {
                by: "Director".into(),
                at: at("2025-04-23T07:40:00+01:00"),
                version: "1.0".into(),
                words: None,
            }),
            controls: None,
            created_at: at("2025-04-20T08:00:00+01:00"),
        };
        let dossier = DossierHead {
            id: id(2),
            title: "The river".into(),
            language: "en-GB".into(),
            marking_scheme: MarkingScheme::Uk,
            marking: None,
            unit: None,
            paper: Paper::A4,
            created_at: note.created_at,
        };
        let snapshot = NoteSnapshot {
            dossier,
            note,
            blocks: Vec::new(),
            actors: Vec::new(),
            issues: Vec::new(),
            positions: Vec::new(),
            excerpts: Vec::new(),
            sources: Vec::new(),
            paragraphs: Vec::new(),
            withdrawn: BTreeMap::new(),
        };
        Self { snapshot, count: 100 }
    }

    fn next<Id: FromStr<Err: std::fmt::Debug>>(&mut self) -> Id {
        self.count += 1;
        id(self.count)
    }

    fn place(&self) -> OrderKey {
        serde_json::from_str(&format!("\"{:06}V\"", self.count)).unwrap()
    }

    pub(crate) fn actor(&mut self, name: &str, kind: ActorKind, parent: Option<ActorId>) -> ActorId {
        let id = self.next();
        let place = self.place();
        self.snapshot.actors.push(Actor {
            id,
            name: name.into(),
            short_name: None,
            kind,
            parent,
            place,
            aliases: Vec::new(),
            role: (kind == ActorKind::Person).then(|| "Envoy".into()),
            role_from: None,
            role_to: None,
            pronunciation: None,
        });
        id
    }

    pub(crate) fn issue(&mut self, title: &str) -> IssueId {
        let id = self.next();
        let place = self.place();
        self.snapshot.issues.push(Issue {
            id,
            title: title.into(),
            question: format!("{title}?"),
            parent: None,
            place,
            half_life_days: Some(30),
        });
        id
    }

    pub(crate) fn source(&mut self, title: &str) -> SourceId {
        let id = self.next();
        let hash = ContentHash::of(title.as_bytes());
        self.snapshot.sources.push(Source {
            id,
            title: title.into(),
            publisher: Some("Gazette".into()),
            authors: Vec::new(),
            published: Some("2025-04-22".parse().unwrap()),
            accessed: None,
            url: None,
            kind: SourceKind::Article,
            language: Some("en".into()),
            reliability: Some(Reliability::B),
            marking: None,
            state: SourceState::Active,
            state_reason: None,
            superseded_by: None,
            translation_of: None,
            file_name: None,
            media_type: "text/plain".into(),
            original: hash.clone(),
            text: hash.clone(),
            structure: hash,
            html: None,
            recognised: None,
            characters: 100,
            guessed: Vec::new(),
            warnings: Vec::new(),
            added_at: self.snapshot.note.created_at,
        });
        id
    }

    pub(crate) fn excerpt(&mut self, source: SourceId, quote: &str) -> ExcerptId {
        let id = self.next();
        self.snapshot.excerpts.push(Excerpt {
            id,
            source,
            start: 0,
            end: quote.chars().count() as u32,
            quote: quote.into(),
            prefix: String::new(),
            suffix: String::new(),
            quote_hash: ContentHash::of(quote.as_bytes()),
            orphan: false,
            page: Some(1),
            memo: None,
            translation: None,
            credibility: Some(2),
            verification: Verification::Verified,
            marking: None,
            created_at: self.snapshot.note.created_at,
        });
        let number = self.snapshot.excerpts.len() as u32;
        self.snapshot.paragraphs.push(number);
        id
    }

    pub(crate) fn position(
        &mut self,
        actors: &[ActorId],
        issue: IssueId,
        stance: Stance,
        day: &str,
        evidence: &[ExcerptId],
    ) -> PositionId {
        let id = self.next();
        self.snapshot.positions.push(Position {
            id,
            actors: actors.to_vec(),
            issue,
            stance,
            degree: None,
            condition: None,
            sequence: None,
            summary: None,
            speaker: None,
            manner: Manner::OnRecord,
            as_of: day.parse().unwrap(),
            review_by: None,
            confidence: Confidence::High,
            supersedes: None,
            state: PositionState::Current,
            marking: None,
            evidence: evidence
                .iter()
                .map(|&excerpt| Evidence { excerpt, relation: Relation::Supports })
                .collect(),
            created_at: self.snapshot.note.created_at,
        });
        id
    }

    /// The position last recorded, to change it.
    pub(crate) fn last_position(&mut self) -> &mut Position {
        self.snapshot.positions.last_mut().unwrap()
    }

    pub(crate) fn block(&mut self, body: Body) -> BlockId {
        let id = self.next();
        let place = self.place();
        self.snapshot.blocks.push(Block {
            id,
            note: self.snapshot.note.id,
            place,
            body,
            prompt: None,
            marking: None,
        });
        id
    }

    pub(crate) fn heading(&mut self, level: u8, words: &str) -> BlockId {
        self.block(Body::Heading { level, text: text(words) })
    }

    pub(crate) fn paragraph(&mut self, level: u8, words: &str) -> BlockId {
        self.block(Body::Paragraph { level, lead: Vec::new(), text: text(words) })
    }

    /// A numbered paragraph that cites passages at its end.
    pub(crate) fn citing(&mut self, words: &str, excerpts: &[ExcerptId]) -> BlockId {
        let targets = excerpts.iter().map(|&excerpt| CitationTarget::Excerpt(excerpt)).collect();
        let mut text = text(words);
        text.push(Inline::Citation { targets });
        self.block(Body::Paragraph { level: 1, lead: Vec::new(), text })
    }

    #[expect(clippy::unused_self, reason = "reads as the edition of this note")]
    pub(crate) fn edition(&self) -> Edition {
        Edition { copy: CopyKind::Distribution, ceiling: None, at: at("2025-04-23T09:00:00+01:00") }
    }

    pub(crate) fn composed(&self) -> Composed {
        compose(&self.snapshot, &Pictures::new(), &self.edition(), &Fonts::bundled()).unwrap()
    }
}

/// The words as running text.
pub(crate) fn text(words: &str) -> Text {
    if words.is_empty() { Vec::new() } else { vec![Inline::words(words)] }
}

/// Everything that positions can be asked.
pub(crate) fn analyses(source: SourceId) -> [Analysis; 6] {
    [
        Analysis::Alignment,
        Analysis::Changes { since: at("2025-04-19T08:00:00+01:00") },
        Analysis::Contradictions,
        Analysis::Stale,
        Analysis::Gaps,
        Analysis::Source { source },
    ]
}

fn id<Id: FromStr<Err: std::fmt::Debug>>(number: impl Display) -> Id {
    format!("00000000-0000-0000-0000-{number:0>12}").parse().unwrap()
}
