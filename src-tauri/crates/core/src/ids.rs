//! Identifiers: one type per kind of thing, so that an actor's id cannot be handed in for an issue's.
//!
//! Ids are made by whoever asks for a change (the window, the command line), never in here: a request
//! repeated after a crash then names the same row and is harmless.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasherDefault, Hasher};
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
                let id = Uuid::try_parse_ascii(value.as_bytes()?);
                id.map(Self).map_err(|error| FromSqlError::Other(Box::new(error)))
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

/// A map by ids for questions over a hundred thousand things: most of an id is chance already, so little is needed to
/// spread them.
pub(crate) type IdMap<Id, T> = HashMap<Id, T, BuildHasherDefault<IdHasher>>;

/// Folds the bytes of an id.
#[derive(Debug, Default)]
pub(crate) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let mut whole = [0; 8];
            whole[..eight.len()].copy_from_slice(eight);
            // An odd factor near the golden ratio of 2^64 moves chance from any byte into the upper ones.
            self.0 = (self.0.rotate_left(32) ^ u64::from_le_bytes(whole)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
