//! Identifiers: one type per kind of thing, so that an actor's id cannot be handed in for an issue's.
//!
//! Ids are made by whoever asks for a change (the window, the command line), never in here: a request
//! repeated after a crash then names the same row and is harmless.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.to_string()))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str()?.parse().map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }
    )*};
}

ids! {
    /// A dossier: one file, one subject.
    DossierId;
    /// A document somebody else wrote.
    SourceId;
    /// A passage of a source.
    ExcerptId;
    /// Somebody who can take a position.
    ActorId;
    /// A question that actors differ on.
    IssueId;
    /// One actor, or several jointly, on one issue.
    PositionId;
    /// A briefing note.
    NoteId;
    /// A piece of a note's body.
    BlockId;
    /// What left the building.
    ExportId;
    /// A note as it stood.
    VersionId;
    /// A template of the user's own.
    TemplateId;
    /// A query that is kept.
    SavedSearchId;
    /// A remark on a block.
    CommentId;
}
