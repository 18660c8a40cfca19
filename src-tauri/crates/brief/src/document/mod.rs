//! The resolved note: everything decided about *what* it says, nothing about where it stands on a page.
//!
//! It exists so that every exporter (PDF today, word processor and web formats later) prints the same numbers,
//! the same marking and the same words. Texts are ready to print in the note's language; the only thing a
//! layout adds is page numbers.

mod analysis;
mod evidence;
mod positions;
mod text;

pub use analysis::{Finding, Findings, Found, Square, SquareActor};
pub use evidence::{Back, Entry, EvidenceAnnex, Label, SourceEntry};
pub use positions::{
    Cell, Change, Column, DatedStanding, IssueStanding, PositionsTable, Profile, Row, RowsAre, Standing,
};
pub use text::{Cited, Inline, Text};

pub use standpoint_core::notes::numbers::Number;

use crate::picture::Picture;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::{Paper, Print};
use std::sync::Arc;

/// A note, resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// BCP 47 tag.
    pub language: String,
    /// Paper to print on.
    pub paper: Paper,
    /// How its pages are printed where not as usual.
    pub print: Option<Print>,
    /// Title, reference block and running matter.
    pub head: Head,
    /// Always on page one.
    pub bottom_lines: Vec<BottomLine>,
    /// How controlled information is to be handled, in a box below the bottom line; empty where there is no such rule.
    pub controls: Vec<Field>,
    /// The meeting, row by row; empty when there is none.
    pub meeting: Vec<Field>,
    /// Those who will be at it, as far as the writer set them apart; the meeting's last row names them.
    pub people: Vec<String>,
    /// The body.
    pub blocks: Vec<Block>,
    /// What footnotes say: the first is 1.
    pub footnotes: Vec<Text>,
    /// Annex A.
    pub evidence: EvidenceAnnex,
    /// Annex C: names, how to say them, and who they are.
    pub names: Vec<Name>,
    /// Who gets it; empty when nobody is listed.
    pub distribution: String,
    /// That it was cleared, or that it was not.
    pub clearance: String,
    /// What a file copy carries, and its hash.
    pub colophon: Option<String>,
    /// What could not be printed as it was meant.
    pub warnings: Vec<Warning>,
}

/// Title, reference block and running matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Kind of note: "Position paper".
    pub kind: String,
    /// Title as printed.
    pub title: String,
    /// The title's portion mark.
    pub portion: Option<String>,
    /// Reference block, row by row, four to a row.
    pub fields: Vec<Field>,
    /// Right end of the running header: "EEU/2025/041 · version 2.0".
    pub reference_line: String,
    /// Left end of the running footer: "Information as of …".
    pub cutoff_line: String,
    /// Middle of the running footer: "Distribution copy".
    pub copy_line: String,
    /// The unit that wrote it, if named.
    pub unit: Option<String>,
    /// Protective marking.
    pub marking: Option<Marking>,
    /// Not cleared: carries the watermark.
    pub draft: bool,
}

/// A label and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The label.
    pub label: String,
    /// Lines of the value.
    pub value: String,
}

/// A protective marking and the place its scheme prints it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    /// The label as printed.
    pub label: String,
    /// Where it goes.
    pub place: MarkingPlace,
}

/// Where a marking is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkingPlace {
    /// Centred at the top and bottom of each page.
    TopAndBottom,
    /// At the top right of each page.
    TopRight,
    /// As a coloured label at the right, top and bottom (FIRST, TLP 2.0).
    TrafficLight,
}

/// The note in one breath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BottomLine {
    /// The block it comes from.
    pub block: BlockId,
    /// Name that links to it use.
    pub place: String,
    /// Its portion mark: "(CUI)".
    pub portion: Option<String>,
    /// What is so.
    pub statement: Text,
    /// What that means.
    pub judgement: Text,
}

/// One piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The block it comes from.
    pub id: BlockId,
    /// Name that links to it use.
    pub place: String,
    /// Its portion mark: "(OS)"; printed before what it marks.
    pub portion: Option<String>,
    /// What it says.
    pub content: Content,
}

/// What a piece of the body says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A heading of level 1 or 2.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        text: Text,
    },
    /// A paragraph.
    Paragraph {
        /// Its number.
        number: Number,
        /// Bold opening.
        lead: Text,
        /// The rest.
        text: Text,
    },
    /// A list.
    Bullets(Vec<Text>),
    /// A source's words, set apart.
    Quotation(Quotation),
    /// One position in full.
    Position(IssueStanding),
    /// Actors by issues.
    PositionsTable(PositionsTable),
    /// One actor on everything.
    Profile(Profile),
    /// Positions by date.
    Timeline {
        /// What it shows: "Table 2".
        label: String,
        /// Of whom and on what.
        caption: String,
        /// By date.
        rows: Vec<DatedStanding>,
    },
    /// What the positions add up to.
    Findings(Findings),
    /// Who stands with whom.
    Square(Square),
    /// Then and now.
    Change(Change),
    /// Words to use.
    LinesToTake(Vec<Text>),
    /// Words for when somebody asks: question and answer.
    DefensiveLines(Vec<(Text, Text)>),
    /// Words for the press.
    PressLine(Vec<Text>),
    /// Ways to go: title, for, against.
    Options(Vec<[Text; 3]>),
    /// What the reader is asked to agree to.
    Recommendation(Text),
    /// A picture.
    Picture {
        /// Its pixels; none where they cannot be printed and its words stand in its place.
        picture: Option<Arc<Picture>>,
        /// What it shows.
        alternative: String,
        /// What is printed under it.
        caption: Text,
    },
    /// A new page starts here.
    PageBreak,
}

/// A source's words, set apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words, in the note's quotation marks.
    pub quote: Text,
    /// The words in the note's language, if the source has another.
    pub translation: Option<String>,
    /// Who, how and when.
    pub attribution: String,
}

/// A name in Annex C.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As it is printed.
    pub name: String,
    /// How to say it, the stressed syllable in capitals.
    pub say: Option<String>,
    /// Who that is.
    pub who: String,
}

/// Something the writer should know before the note leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The block it is about, if one.
    pub block: Option<BlockId>,
    /// One sentence.
    pub message: String,
}
