//! A Word document as somebody edited it: its paragraphs with their formatting, links and bookmarks, so that a program
//! that put the bookmarks in can find its own texts again.
//!
//! Unlike [`crate::read`], which gives the text of a document to quote from, this keeps what the marks around words
//! say and leaves out what only dresses them. Tracked changes count as accepted, and it is told that there were some.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A Word document with its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The body, paragraph by paragraph, those in tables too.
    pub paragraphs: Vec<MarkedParagraph>,
    /// What its footnotes say, by their ids.
    pub footnotes: BTreeMap<String, Vec<MarkedPiece>>,
    /// Whether changes were tracked.
    pub changes: bool,
    /// How many comments there are.
    pub comments: usize,
    /// Whether text stands in boxes that float beside the body; it is left out.
    pub boxes: bool,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedParagraph {
    /// The name of its style as people see it; empty where it has none.
    pub style: String,
    /// Where it stands, if in a table.
    pub cell: Option<MarkedCell>,
    /// Holds a picture.
    pub picture: bool,
    /// What it holds.
    pub pieces: Vec<MarkedPiece>,
}

/// A cell of a table; of tables within one another, of the outermost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedCell {
    /// The how manieth table of the document it belongs to, from 1.
    pub table: usize,
    /// The how manieth row of it, from 1.
    pub row: usize,
    /// The how manieth column it begins in, from 1.
    pub column: usize,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "piece", rename_all = "snake_case")]
pub enum MarkedPiece {
    /// Words.
    Words {
        /// The words; a line break is a line end.
        text: String,
        /// Made bold by hand, whatever the style says.
        bold: bool,
        /// Made italic by hand.
        italic: bool,
        /// BCP 47 tag, where the run names one.
        language: Option<String>,
    },
    /// A link within the document or out of it.
    Link {
        /// What is printed.
        text: String,
        /// The bookmark it leads to.
        anchor: Option<String>,
        /// The address it leads to.
        address: Option<String>,
    },
    /// A field.
    Field {
        /// What the field is to show: `REF block_3 \w \h`.
        instruction: String,
        /// What it last showed.
        text: String,
    },
    /// A reference to a footnote, by its id.
    Footnote {
        /// The id.
        id: String,
    },
    /// A bookmark begins.
    Begin {
        /// Its name.
        name: String,
    },
    /// A bookmark ends.
    End {
        /// Its name.
        name: String,
    },
}
