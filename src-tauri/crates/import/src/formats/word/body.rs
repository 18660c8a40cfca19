//! The body of a Word document, its notes and its running heads: paragraphs, lists, tables and text boxes
//! (ECMA-376, 17.3 and 17.4).

use std::collections::HashMap;

use super::notes::{Note, Reference, is_note};
use super::numbering::Numbering;
use super::styles::{Styles, heading_of};
use crate::extracted::Kind;
use crate::flow::Flow;
use crate::pieces::{Piece, Table};
use crate::refusal::Reason;
use crate::xml::{Tag, Visit, walk};

/// A document as far as it has been read.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    pub(super) flow: Flow,
    /// The notes that the text refers to, in order.
    pub(super) references: Vec<Reference>,
    pub(super) seen: Seen,
    paragraph: Paragraph,
    run: Run,
    /// What surrounds the text that is being read apart: a table's cell or a text box.
    outside: Vec<(Flow, Paragraph, Run)>,
    tables: Vec<Table>,
    columns: Vec<u32>,
    /// Text boxes wait for the end of the paragraph they hang on.
    boxes: Vec<Piece>,
    notes: HashMap<String, Piece>,
    note: Option<String>,
    pages: Pages,
    /// Elements to pass over before anything counts again.
    skipping: usize,
}

/// Things that a person should know of.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) changes: bool,
    pub(super) comments: usize,
    pub(super) pictures: usize,
    /// Whether pages bear other numbers than their own places.
    pub(super) numbers_pages: bool,
}

/// The pages as Word last laid them out.
#[derive(Debug, Default)]
struct Pages {
    begun: usize,
    /// Whether nothing has been read of the last page yet.
    at_start: bool,
}

#[derive(Debug, Default)]
struct Paragraph {
    style: String,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<u8>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Run {
    open: bool,
    hidden: bool,
    text: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            flow: Flow::default(),
            references: Vec::new(),
            seen: Seen::default(),
            paragraph: Paragraph::default(),
            run: Run::default(),
            outside: Vec::new(),
            tables: Vec::new(),
            columns: Vec::new(),
            boxes: Vec::new(),
            notes: HashMap::new(),
            note: None,
            pages: Pages::default(),
            skipping: 0,
        }
    }

    /// Reads the document or one of its parts.
    pub(super) fn read(&mut self, xml: &[u8]) -> Result<(), Reason> {
        walk(xml, self)
    }

    /// Reads the notes, by their ids.
    pub(super) fn notes(&mut self, xml: &[u8]) -> Result<HashMap<String, Piece>, Reason> {
        walk(xml, self)?;
        Ok(std::mem::take(&mut self.notes))
    }

    fn words(&mut self, words: &str) {
        if !self.run.hidden {
            self.flow.words(words);
        }
    }

    fn step_aside(&mut self) {
        let outside = (
            std::mem::take(&mut self.flow),
            std::mem::take(&mut self.paragraph),
            std::mem::take(&mut self.run),
        );
        self.outside.push(outside);
    }

    fn step_back(&mut self) -> Piece {
        let Some((flow, paragraph, run)) = self.outside.pop() else { return Piece::default() };
        (self.paragraph, self.run) = (paragraph, run);
        Piece::of(std::mem::replace(&mut self.flow, flow))
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let outline = paragraph.outline.map(heading_of);
        let heading = outline.unwrap_or_else(|| self.styles.heading(&paragraph.style));
        let kind = if let Some(level) = heading {
            Kind::Heading { level }
        } else if let Some((list, level)) = self.list(&paragraph) {
            Kind::ListItem { depth: level + 1, number: self.numbering.next(&list, level) }
        } else if self.styles.is_quote(&paragraph.style) {
            Kind::Quote
        } else {
            Kind::Paragraph
        };
        self.flow.end(kind);
        for piece in std::mem::take(&mut self.boxes) {
            piece.append_to(&mut self.flow);
        }
    }

    /// The list a paragraph is an item of by itself or by its style; list 0 takes it out of its style's list.
    fn list(&self, paragraph: &Paragraph) -> Option<(String, u8)> {
        let styled = self.styles.list(&paragraph.style);
        let level = paragraph.level.or(styled.as_ref().map(|(_, level)| *level)).unwrap_or(0);
        let list = paragraph.list.clone().or(styled.map(|(list, _)| list))?;
        (list != "0").then_some((list, level.min(8)))
    }

    /// Begins the first page.
    pub(super) fn begin_first_page(&mut self) {
        self.pages.at_start = false;
        self.begin_page();
    }

    /// Begins a page where Word last began one, unless the break before it has begun it already.
    fn begin_page(&mut self) {
        if std::mem::replace(&mut self.pages.at_start, true) {
            return;
        }
        self.pages.begun += 1;
        let label = self.pages.begun.to_string();
        match self.tables.first_mut() {
            None if self.outside.is_empty() => self.flow.begin_page(label),
            None => {}
            Some(table) => {
                if let Some(row) = table.row() {
                    row.pages.push(label);
                }
            }
        }
    }

    fn refer(&mut self, kind: Note, tag: &Tag<'_>) {
        let before = self.references.iter().filter(|reference| reference.kind == kind).count();
        let reference = Reference::new(kind, tag.attribute("id").unwrap_or_default(), before + 1);
        self.words(&format!("[{}]", reference.mark));
        self.references.push(reference);
    }

    fn open_in_run(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "t" => self.run.text = true,
            "vanish" => self.run.hidden = tag.is_on(),
            "tab" | "ptab" => self.words(" "),
            "noBreakHyphen" => self.words("\u{2011}"),
            "br" if tag.attribute("type").as_deref() == Some("page") => {
                self.flow.line_break();
                // Two breaks in a row leave a page blank.
                self.pages.at_start = false;
                self.begin_page();
            }
            "br" | "cr" => self.flow.line_break(),
            "lastRenderedPageBreak" => self.begin_page(),
            "footnoteReference" => self.refer(Note::Foot, tag),
            "endnoteReference" => self.refer(Note::End, tag),
            "commentReference" => self.seen.comments += 1,
            "blip" | "imagedata" => self.seen.pictures += 1,
            _ => {}
        }
    }

    fn open_in_paragraph(&mut self, tag: &Tag<'_>) {
        let level = || tag.number("val").and_then(|level| u8::try_from(level).ok());
        match tag.name {
            "pStyle" => self.paragraph.style = tag.attribute("val").unwrap_or_default(),
            "outlineLvl" => self.paragraph.outline = level(),
            "ilvl" => self.paragraph.level = level(),
            "numId" => self.paragraph.list = tag.attribute("val"),
            _ => {}
        }
    }
}

impl Visit for Body<'_> {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        self.seen.changes |= matches!(tag.name, "ins" | "del" | "moveFrom" | "moveTo");
        let separator = || tag.attribute("type").is_some_and(|kind| kind != "normal");
        if self.skipping > 0 || is_passed_over(tag.name) || (is_note(tag.name) && separator()) {
            self.skipping += 1;
            return Ok(());
        }
        match tag.name {
            "r" => self.run = Run { open: true, ..Run::default() },
            "txbxContent" => self.step_aside(),
            "tbl" => self.tables.push(Table::default()),
            "tr" => self.tables.last_mut().into_iter().for_each(Table::begin_row),
            "tblHeader" => {
                if let Some(row) = self.tables.last_mut().and_then(Table::row) {
                    row.header = tag.is_on();
                }
            }
            "tc" => {
                self.columns.push(1);
                self.step_aside();
            }
            "gridSpan" => {
                if let Some(columns) = self.columns.last_mut() {
                    *columns = tag.number("val").unwrap_or(1);
                }
            }
            "pgNumType" => {
                let own = tag.attribute("start").is_some_and(|start| start != "1")
                    || tag.attribute("fmt").is_some();
                self.seen.numbers_pages |= own;
            }
            name if is_note(name) => {
                self.note = tag.attribute("id");
                self.step_aside();
            }
            _ if self.run.open => self.open_in_run(tag),
            _ => self.open_in_paragraph(tag),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.run.text && self.skipping == 0 {
            self.pages.at_start &= text.trim().is_empty();
            self.words(text);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Reason> {
        if self.skipping > 0 {
            self.skipping -= 1;
            return Ok(());
        }
        match name {
            "t" => self.run.text = false,
            "r" => self.run = Run::default(),
            "p" => self.end_paragraph(),
            "txbxContent" => {
                let piece = self.step_back();
                self.boxes.push(piece);
            }
            "tc" => {
                let (cell, columns) = (self.step_back(), self.columns.pop().unwrap_or(1));
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(cell, columns);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    table.append_to(&mut self.flow);
                }
            }
            name if is_note(name) => {
                let piece = self.step_back();
                if let Some(id) = self.note.take() {
                    self.notes.insert(id, piece);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// What was deleted, what was so before a change, what programs read instead of people, and what repeats a drawing
/// for programs that cannot draw it.
pub(super) fn is_passed_over(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "delText"
            | "instrText"
            | "delInstrText"
            | "Fallback"
            | "rt"
            | "pPrChange"
            | "rPrChange"
            | "sectPrChange"
            | "tblPrChange"
            | "trPrChange"
            | "tcPrChange"
            | "tblGridChange"
            | "numberingChange"
    )
}
