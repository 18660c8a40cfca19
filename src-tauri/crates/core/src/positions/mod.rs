//! Positions: one actor, or several jointly, on one issue, as of a date, with the excerpts that show it.

pub mod ops;
pub mod queries;
#[cfg(test)]
mod tests;

use crate::ids::{ActorId, ExcerptId, IssueId, PositionId};
use crate::store::codec::words;
use crate::store::row::stored;
use crate::time::{Moment, PartialDate};
use serde::{Deserialize, Serialize};

words! {
    /// Where on the scale. *Unclear* is a finding, not a gap.
    Stance {
        /// For it.
        Supports = "supports",
        /// For it, if.
        SupportsWithConditions = "supports_with_conditions",
        /// Neither.
        Neutral = "neutral",
        /// Against it, unless.
        OpposesWithConditions = "opposes_with_conditions",
        /// Against it.
        Opposes = "opposes",
        /// Said, but not to be read, or vague on purpose.
        Unclear = "unclear",
    }
    /// How the position came to be known.
    Manner {
        /// Said openly, in the actor's own name.
        OnRecord = "on_record",
        /// Told by somebody else.
        Reported = "reported",
        /// From a paper not meant to be public.
        Leaked = "leaked",
        /// Said without a name to it.
        Background = "background",
        /// Concluded from signs.
        Inferred = "inferred",
    }
    /// How sure the writer is.
    Confidence {
        /// High.
        High = "high",
        /// Moderate.
        Moderate = "moderate",
        /// Low.
        Low = "low",
    }
    /// Whether a position still stands.
    PositionState {
        /// It stands.
        Current = "current",
        /// A later one took its place.
        Superseded = "superseded",
        /// The actor, or the writer, took it back.
        Withdrawn = "withdrawn",
    }
    /// What an excerpt does for a position.
    Relation {
        /// Shows it.
        Supports = "supports",
        /// Speaks against it.
        Contradicts = "contradicts",
        /// Helps to read it.
        Context = "context",
    }
}

impl Stance {
    /// A sign for texts, of the shapes that the drawn marks have: round for, square against, filled where nothing
    /// is asked for. Beside it the word must stand.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Supports => "●",
            Self::SupportsWithConditions => "○",
            Self::Neutral => "◇",
            Self::OpposesWithConditions => "□",
            Self::Opposes => "■",
            Self::Unclear => "?",
        }
    }
}

/// One actor, or several jointly, on one issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Position {
    /// Its name in the program.
    pub id: PositionId,
    /// Who takes it, in the order they are named; at least one.
    pub actors: Vec<ActorId>,
    /// On what.
    pub issue: IssueId,
    /// Where on the scale.
    pub stance: Stance,
    /// How far, as in "de facto".
    pub degree: Option<String>,
    /// What must hold, as in "if there is progress within days", without the "if".
    pub condition: Option<String>,
    /// What must come first, as in "only after a ceasefire".
    pub sequence: Option<String>,
    /// One line.
    pub summary: Option<String>,
    /// Who said it, if not the actor itself.
    pub speaker: Option<ActorId>,
    /// How it came to be known.
    pub manner: Manner,
    /// The day it was held.
    pub as_of: PartialDate,
    /// The day to look again.
    pub review_by: Option<PartialDate>,
    /// How sure the writer is.
    pub confidence: Confidence,
    /// The earlier position whose place it takes.
    pub supersedes: Option<PositionId>,
    /// Whether it still stands.
    pub state: PositionState,
    /// Protective marking, if other than its evidence's.
    pub marking: Option<String>,
    /// What shows it, in order of weight.
    pub evidence: Vec<Evidence>,
    /// When it was recorded.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub created_at: Moment,
}

/// One excerpt's part in a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Evidence {
    /// The passage.
    pub excerpt: ExcerptId,
    /// What it does.
    pub relation: Relation,
}

stored!(Position, "position": plain id, plain issue, plain stance, plain degree, plain condition, plain sequence,
    plain summary, plain speaker, plain manner, plain as_of, plain review_by, plain confidence, plain supersedes,
    plain state, plain marking, plain created_at; apart actors, evidence);

/// One actor's part in a position, as its table holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PositionActor {
    pub(crate) id: String,
    pub(crate) position: PositionId,
    pub(crate) actor: ActorId,
    pub(crate) ordinal: u32,
}

impl PositionActor {
    /// Made from what it joins, so that an actor cannot be named twice.
    pub(crate) fn id_of(position: PositionId, actor: ActorId) -> String {
        format!("{position}/{actor}")
    }
}

stored!(PositionActor, "position_actor": plain id, plain position, plain actor, plain ordinal);

/// One piece of evidence, as its table holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EvidenceRow {
    pub(crate) id: String,
    pub(crate) position: PositionId,
    pub(crate) excerpt: ExcerptId,
    pub(crate) relation: Relation,
    pub(crate) ordinal: u32,
}

stored!(EvidenceRow, "evidence": plain id, plain position, plain excerpt, plain relation, plain ordinal);
