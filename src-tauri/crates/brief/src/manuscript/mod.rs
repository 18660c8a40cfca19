//! A [`Document`] as one long text without pages: what a word processor, a browser and plain text are given.
//!
//! It stands beside [`crate::layout`], which sets the same document on pages. Here it is decided once in which order
//! and in which form things are told, so that Word, HTML and Markdown cannot say different things; each of them only
//! writes down what stands here.

mod analysis;
mod annexes;
mod body;
mod drawn;
mod head;
pub(crate) mod labels;
mod runs;

use crate::document::Document;
use crate::picture::Picture;
use crate::words::{Phrase, Words};
pub(crate) use runs::{Look, Run, Runs, To, Voice, alone, plain_words, said};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A note as a text without pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Manuscript {
    /// Title, reference block, bottom line and meeting.
    pub(crate) head: Vec<Piece>,
    /// The body.
    pub(crate) body: Vec<Piece>,
    /// Evidence, yardsticks, names, distribution: each begins with its heading.
    pub(crate) annexes: Vec<Vec<Piece>>,
    /// What footnotes say: the first is 1.
    pub(crate) footnotes: Vec<Runs>,
}

/// A piece of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Name that links to it use.
    pub(crate) place: Option<String>,
    pub(crate) form: Form,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    Paragraph(Style, Runs),
    /// Labels with what stands beside them.
    Fields(Vec<(String, String)>),
    Table(Table),
    Box(Frame, Vec<Piece>),
    Picture {
        picture: Option<Arc<Picture>>,
        alternative: String,
    },
    PageBreak,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// "Position paper".
    Kind,
    Title,
    /// 1 to 3.
    Heading(u8),
    Body,
    /// Numbered 1, 2, 3 through the note.
    Main(u32),
    /// Numbered (a), (b).
    Sub(u32),
    Bullet,
    /// The statement of the bottom line.
    Statement,
    Quote,
    Attribution,
    /// A heading inside a box.
    BoxHead,
    /// What they may ask.
    Question,
    /// The title of a position or a change.
    Standing,
    /// What stands above a table or under a picture.
    Caption,
    /// Small print.
    Note,
}

/// What a box is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Frame {
    BottomLine,
    Controls,
    LinesToTake,
    DefensiveLines,
    PressLine,
    Recommendation,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// What it is, for those who hear it.
    pub(crate) name: String,
    /// Widths of the columns in relation to one another.
    pub(crate) widths: Vec<u32>,
    /// Empty where no row is a head.
    pub(crate) head: Vec<Runs>,
    pub(crate) rows: Vec<Row>,
}

/// A row of a table; its first cell names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Name that links to it use.
    pub(crate) place: Option<String>,
    /// Paragraphs of each cell; the last cell takes the columns that are left.
    pub(crate) cells: Vec<Vec<Runs>>,
    /// Belongs to the row above that is not nested.
    pub(crate) nested: bool,
}

impl Manuscript {
    pub(crate) fn of(document: &Document) -> Self {
        let words = Words::of(&document.language);
        let mut writer = Writer { document, words, names: names_of_places(document, words) };
        Self {
            head: writer.head(),
            body: writer.body(),
            annexes: writer.annexes(),
            footnotes: document.footnotes.iter().map(runs::of).collect(),
        }
    }

    /// Every piece, those in boxes too.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let all = self.head.iter().chain(&self.body).chain(self.annexes.iter().flatten());
        all.flat_map(|piece| match &piece.form {
            Form::Box(_, inside) => std::iter::once(piece).chain(inside),
            _ => std::iter::once(piece).chain(&[]),
        })
    }

    /// Every running text.
    pub(crate) fn texts(&self) -> Vec<&Runs> {
        let mut texts: Vec<&Runs> = Vec::new();
        for piece in self.pieces() {
            match &piece.form {
                Form::Paragraph(_, text) => texts.push(text),
                Form::Table(table) => {
                    texts.extend(&table.head);
                    texts.extend(table.rows.iter().flat_map(|row| row.cells.iter().flatten()));
                }
                _ => {}
            }
        }
        texts.extend(&self.footnotes);
        texts
    }
}

/// A document on its way to become a manuscript.
struct Writer<'a> {
    document: &'a Document,
    words: Words,
    /// What a way back to a place without a number is called: a heading or the head of a box.
    names: BTreeMap<String, String>,
}

fn piece(form: Form) -> Piece {
    Piece { place: None, form }
}

fn paragraph(style: Style, text: Runs) -> Piece {
    piece(Form::Paragraph(style, text))
}

fn names_of_places(document: &Document, words: Words) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut near = document.head.title.clone();
    for line in &document.bottom_lines {
        names.insert(line.place.clone(), words.get(Phrase::BottomLine).to_owned());
    }
    for block in &document.blocks {
        let name = match &block.content {
            crate::document::Content::Heading { text, .. } => {
                near = plain_words(&runs::of(text));
                near.clone()
            }
            content => {
                labels::box_of(words, content).map_or_else(|| near.clone(), |(head, _)| head.to_owned())
            }
        };
        names.insert(block.place.clone(), name);
    }
    names
}
