//! A Word document with its marks (ECMA-376, 17.3, 17.11, 17.13 and 17.16).

use std::collections::HashMap;

use super::body::is_passed_over;
use super::relations::{links, names};
use crate::archive::Archive;
use crate::marked::{Marked, MarkedCell, MarkedParagraph, MarkedPiece};
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::xml::{Tag, Visit, walk};
use crate::{Confidence, Input};

/// Reads a Word document with its marks.
pub(crate) fn read(input: &Input<'_>) -> Result<Marked, Reason> {
    if signature::claim(input, Content::Word, &["docx", "docm"]) == Confidence::No
        || !input.bytes.starts_with(b"PK")
    {
        let what = signature::foreign_of(input).map(|foreign| foreign.what.to_owned());
        return Err(Reason::Misnamed { named: "a Word document".to_owned(), what });
    }
    let mut archive = Archive::open(input.bytes)?;
    // Nothing in them would run here; but a note does not take its words from a file that brings programs along.
    if archive.names().iter().any(|name| name.to_lowercase().contains("vbaproject")) {
        return Err(Reason::Macros);
    }
    let document = archive.need("word/document.xml")?;
    let names = names(archive.read("word/styles.xml")?)?;
    let mut reading = Reading { names, ..Reading::default() };
    reading.links = links(archive.read("word/_rels/document.xml.rels")?)?;
    walk(&document, &mut reading)?;
    drop(document);
    if let Some(footnotes) = archive.read("word/footnotes.xml")? {
        let body = std::mem::take(&mut reading.marked.paragraphs);
        reading.links = links(archive.read("word/_rels/footnotes.xml.rels")?)?;
        walk(&footnotes, &mut reading)?;
        reading.marked.paragraphs = body;
    }
    Ok(reading.marked)
}

/// More no table of Word has.
const MOST_COLUMNS: usize = 63;

/// A document as far as it has been read.
#[derive(Default)]
struct Reading {
    marked: Marked,
    /// Names of styles by their ids.
    names: HashMap<String, String>,
    /// Addresses by the ids of their relationships.
    links: HashMap<String, String>,
    paragraph: MarkedParagraph,
    /// The paragraph goes on in the next: its mark was deleted.
    joined: bool,
    /// How many tables are open within one another.
    tables: usize,
    cell: MarkedCell,
    /// How many columns the cell takes.
    span: usize,
    run: Run,
    link: Option<(Option<String>, Option<String>)>,
    fields: Vec<Field>,
    /// Bookmarks that have begun, by their ids.
    begun: HashMap<String, String>,
    note: Option<String>,
    in_properties: bool,
    skipping: usize,
}

#[derive(Default)]
struct Run {
    open: bool,
    hidden: bool,
    inside: Inside,
    look: Look,
    language: Option<String>,
}

/// What characters within a run are.
#[derive(Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Text,
    Instruction,
}

#[derive(Default, Clone, Copy)]
struct Look {
    bold: bool,
    italic: bool,
}

#[derive(Default)]
struct Field {
    instruction: String,
    text: String,
    shows: bool,
}

impl Reading {
    fn words(&mut self, words: &str) {
        if self.run.hidden {
            return;
        }
        if let Some(field) = self.fields.last_mut() {
            if field.shows {
                field.text.push_str(words);
            }
            return;
        }
        if let Some((anchor, address)) = self.link.clone() {
            if let Some(MarkedPiece::Link { text, anchor: before, address: at }) =
                self.paragraph.pieces.last_mut()
                && (&*before, &*at) == (&anchor, &address)
            {
                text.push_str(words);
            } else {
                self.paragraph.pieces.push(MarkedPiece::Link { text: words.to_owned(), anchor, address });
            }
            return;
        }
        let (Look { bold, italic }, language) = (self.run.look, self.run.language.clone());
        self.paragraph.pieces.push(MarkedPiece::Words { text: words.to_owned(), bold, italic, language });
    }

    fn end_field(&mut self) {
        let Some(Field { instruction, text, .. }) = self.fields.pop() else { return };
        if let Some(outer) = self.fields.last_mut() {
            outer.text.push_str(&text);
            return;
        }
        let instruction = instruction.trim().to_owned();
        let piece = match instruction.strip_prefix("HYPERLINK ") {
            Some(target) => {
                let inner = target.contains("\\l ");
                let target = target.split('"').nth(1).unwrap_or_default().to_owned();
                let (anchor, address) = if inner { (Some(target), None) } else { (None, Some(target)) };
                MarkedPiece::Link { text, anchor, address }
            }
            None => MarkedPiece::Field { instruction, text },
        };
        self.paragraph.pieces.push(piece);
    }

    fn end_paragraph(&mut self) {
        if std::mem::take(&mut self.joined) {
            return;
        }
        let mut paragraph = std::mem::take(&mut self.paragraph);
        paragraph.cell = (self.tables > 0).then_some(self.cell);
        match &self.note {
            Some(note) => {
                let pieces = self.marked.footnotes.entry(note.clone()).or_default();
                if !pieces.is_empty() {
                    let (bold, italic, language) = (false, false, None);
                    pieces.push(MarkedPiece::Words { text: "\n".to_owned(), bold, italic, language });
                }
                pieces.extend(paragraph.pieces);
            }
            None => self.marked.paragraphs.push(paragraph),
        }
    }

    fn open_in_run(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "t" => self.run.inside = Inside::Text,
            "instrText" => self.run.inside = Inside::Instruction,
            "vanish" => self.run.hidden = tag.is_on(),
            "b" => self.run.look.bold = tag.is_on(),
            "i" => self.run.look.italic = tag.is_on(),
            "lang" => self.run.language = tag.attribute("val").or_else(|| tag.attribute("bidi")),
            "tab" | "ptab" => self.words("\t"),
            "noBreakHyphen" => self.words("\u{2011}"),
            "br" if tag.attribute("type").is_some_and(|kind| kind != "textWrapping") => {}
            "br" | "cr" => self.words("\n"),
            "fldChar" => match tag.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(Field::default()),
                Some("separate") => self.fields.last_mut().into_iter().for_each(|field| field.shows = true),
                _ => self.end_field(),
            },
            "footnoteReference" => {
                let id = tag.attribute("id").unwrap_or_default();
                self.paragraph.pieces.push(MarkedPiece::Footnote { id });
            }
            "commentReference" => self.marked.comments += 1,
            "blip" | "imagedata" => self.paragraph.picture = true,
            _ => {}
        }
    }
}

impl Visit for Reading {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        let change = matches!(tag.name, "ins" | "del" | "moveFrom" | "moveTo");
        self.marked.changes |= change;
        self.marked.boxes |= tag.name == "txbxContent";
        if self.in_properties && self.skipping == 0 && matches!(tag.name, "del" | "moveFrom") {
            self.joined = true;
        }
        let passed_over = is_passed_over(tag.name) && tag.name != "instrText";
        let separator = tag.name == "footnote" && tag.attribute("type").is_some_and(|kind| kind != "normal");
        if self.skipping > 0 || passed_over || tag.name == "txbxContent" || separator {
            self.skipping += 1;
            return Ok(());
        }
        match tag.name {
            "pPr" => self.in_properties = true,
            "pStyle" => {
                let id = tag.attribute("val").unwrap_or_default();
                self.paragraph.style = self.names.get(&id).cloned().unwrap_or(id);
            }
            "tbl" => {
                self.tables += 1;
                if self.tables == 1 {
                    self.cell = MarkedCell { table: self.cell.table + 1, row: 0, column: 0 };
                }
            }
            "tr" if self.tables == 1 => {
                self.cell = MarkedCell { row: self.cell.row + 1, column: 0, ..self.cell };
                self.span = 1;
            }
            "tc" if self.tables == 1 => {
                self.cell.column += self.span;
                self.span = 1;
            }
            "gridSpan" if self.tables == 1 => {
                let span = tag.attribute("val").and_then(|count| count.parse().ok());
                self.span = span.unwrap_or(1).clamp(1, MOST_COLUMNS);
            }
            "r" => self.run = Run { open: true, ..Run::default() },
            "hyperlink" => {
                let address = tag.attribute("id").and_then(|id| self.links.get(&id).cloned());
                let anchor = tag.attribute("anchor").filter(|_| address.is_none());
                self.link = Some((anchor, address));
            }
            "fldSimple" => {
                let instruction = tag.attribute("instr").unwrap_or_default();
                self.fields.push(Field { instruction, text: String::new(), shows: true });
            }
            "bookmarkStart" => {
                if let (Some(id), Some(name)) = (tag.attribute("id"), tag.attribute("name")) {
                    self.paragraph.pieces.push(MarkedPiece::Begin { name: name.clone() });
                    self.begun.insert(id, name);
                }
            }
            "bookmarkEnd" => {
                let name = tag.attribute("id").and_then(|id| self.begun.remove(&id));
                self.paragraph.pieces.extend(name.map(|name| MarkedPiece::End { name }));
            }
            "footnote" => self.note = tag.attribute("id"),
            _ if self.run.open => self.open_in_run(tag),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.skipping > 0 {
            return;
        }
        if self.run.inside == Inside::Text {
            self.words(text);
        } else if self.run.inside == Inside::Instruction
            && let Some(field) = self.fields.last_mut()
        {
            field.instruction.push_str(text);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Reason> {
        if self.skipping > 0 {
            self.skipping -= 1;
            return Ok(());
        }
        match name {
            "t" | "instrText" => self.run.inside = Inside::Nothing,
            "r" => self.run = Run::default(),
            "pPr" => self.in_properties = false,
            "hyperlink" => self.link = None,
            "fldSimple" => self.end_field(),
            "p" => self.end_paragraph(),
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "footnote" => self.note = None,
            _ => {}
        }
        Ok(())
    }
}
