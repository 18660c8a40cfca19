//! What holds at one place of a Rich Text document, and what has been seen up to it.

use super::destination::Destination;

/// What the document says about itself.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: [Option<i32>; 3],
}

impl Facts {
    /// The date of the document's making.
    pub(super) fn created(&self) -> String {
        let [year, month, day] = self.date.map(Option::unwrap_or_default);
        format!("{year:04}-{month:02}-{day:02}")
    }
}

/// Things that a person should know of.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Seen {
    pub(super) pictures: usize,
    pub(super) comments: usize,
    pub(super) changes: bool,
    /// Whether the file ends before the document does.
    pub(super) cut_short: bool,
}

/// What holds until the group ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub(super) destination: Destination,
    pub(super) font: i32,
    /// How many characters stand in for one that older programs do not know.
    pub(super) stand_ins: usize,
    pub(super) hidden: bool,
    pub(super) paragraph: Paragraph,
    /// Whether the group began the destination, so that its end ends it.
    pub(super) begins: bool,
}

impl Default for State {
    fn default() -> Self {
        let paragraph = Paragraph::default();
        Self {
            destination: Destination::Text,
            font: 0,
            stand_ins: 1,
            hidden: false,
            paragraph,
            begins: false,
        }
    }
}

/// What holds until the paragraph's looks are taken back.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Paragraph {
    pub(super) style: i32,
    pub(super) outline: Option<u8>,
    pub(super) list: bool,
    pub(super) level: u8,
    pub(super) in_table: bool,
}
