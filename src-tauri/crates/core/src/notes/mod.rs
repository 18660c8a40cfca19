//! Notes: the briefing note being written, block by block.

pub mod block;
mod cites;
pub mod comments;
pub mod facts;
pub mod fill;
mod kind;
mod known_names;
pub mod linked;
pub mod marks;
pub mod numbers;
pub mod ops;
pub mod queries;
pub mod recast;
pub mod reopen;
pub mod revise;
pub mod snapshot;
mod sound;
pub mod templates;
pub mod travelling;
pub mod versions;

pub use block::{Analysis, Block, Body, Inline};
pub use revise::Revision;
pub use snapshot::{NoteSnapshot, Pictures};

use crate::content::ContentHash;
use crate::ids::NoteId;
use crate::store::codec::words;
use crate::store::row::stored;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

words! {
    /// The paper a note is printed on.
    Paper {
        /// 210 × 297 mm.
        A4 = "a4",
        /// 8.5 × 11 inches.
        Letter = "letter",
    }
}

words! {
    /// How a note's pages are printed where not as usual.
    Print {
        /// Sans, 14 points: for readers who need it.
        Large = "large",
    }
}

/// A briefing note, without its body: the [`Block`]s stand in rows of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Note {
    /// Its name in the program.
    pub id: NoteId,
    /// Title as printed.
    pub title: String,
    /// The registry's reference.
    pub reference: Option<String>,
    /// Version as printed, "1.0".
    pub version: String,
    /// The template it was made from: its id, such as `position_paper`.
    pub template: String,
    /// Marking set by the writer; the printed one is the highest of this and of everything in it.
    pub marking: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// Paper to print on.
    pub paper: Paper,
    /// How its pages are printed where not as usual.
    #[serde(default)]
    pub print: Option<Print>,
    /// The unit that wrote it.
    pub prepared_by: Option<String>,
    /// The reader, by office.
    pub prepared_for: Option<String>,
    /// The meeting it is for.
    pub meeting: Option<Meeting>,
    /// Who gets it.
    pub distribution: Vec<Recipient>,
    /// "Information as of".
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub cutoff: Option<Moment>,
    /// Date of issue as printed.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub issued: Option<Moment>,
    /// The brief before this one, as printed.
    pub last_brief: Option<String>,
    /// Who cleared it; DRAFT until then.
    pub clearance: Option<Clearance>,
    /// How controlled information is to be handled (United States, CUI).
    #[serde(default)]
    pub controls: Option<Controls>,
    /// When it was begun.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub created_at: Moment,
}

stored!(Note, "note": plain id, plain title, plain reference, plain version, plain template, plain marking,
    plain language, plain paper, plain print, plain prepared_by, plain prepared_for, json meeting, json distribution, plain cutoff,
    plain issued, plain last_brief, json clearance, json controls, plain created_at);

/// The meeting a note is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Meeting {
    /// What it is about.
    pub title: String,
    /// Where it is.
    pub place: Option<String>,
    /// When it starts, in its own zone.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub start: Option<Moment>,
    /// The zone's usual letters, "BST".
    pub zone: Option<String>,
    /// Who will be there.
    pub who: Option<String>,
}

/// Somebody on the distribution list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Recipient {
    /// Office or unit.
    pub who: String,
    /// How many paper copies, if counted.
    pub copies: Option<u32>,
}

/// The designation that controlled unclassified information carries on its first page (32 CFR 2002.20); who controls it
/// is the unit that prepared the note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Controls {
    /// Category of the CUI Registry: "International agreements".
    pub category: Option<String>,
    /// Who may have it; the distribution list if not said.
    pub dissemination: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
}

/// That a version was cleared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Clearance {
    /// By whom, by office.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at: Moment,
    /// Which version.
    pub version: String,
    /// The hash of the words that were cleared, where that is known: other words are a draft again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub words: Option<ContentHash>,
}
