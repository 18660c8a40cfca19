//! The text of an OpenDocument file: paragraphs, headings, lists, tables, notes (ISO/IEC 26300-1, 5 to 9).

use std::collections::HashMap;

use super::styles::Styles;
use crate::flow::Flow;
use crate::nesting::Within;
use crate::pieces::{Piece, Table};
use crate::refusal::Reason;
use crate::xml::{Tag, Visit, walk};

/// A document as far as it has been read.
pub(super) struct Content<'a> {
    styles: &'a Styles,
    pub(super) flow: Flow,
    /// Notes with their marks, in the order of the text.
    pub(super) notes: Vec<(String, Piece)>,
    pub(super) seen: Seen,
    /// What surrounds the text that is being read apart: a table's cell, a note or a text box.
    outside: Vec<Flow>,
    /// The paragraphs that are open, each with whether it is a heading or a quotation; only their text is text.
    paragraphs: Vec<bool>,
    tables: Vec<Table>,
    columns: Vec<u32>,
    in_header_rows: bool,
    /// The lists that are open.
    lists: Vec<List>,
    /// How far the lists of each style and level have counted, for those that go on.
    counted: HashMap<(String, u32), u32>,
    /// Text boxes wait for the end of the paragraph they hang on.
    boxes: Vec<Piece>,
    mark: String,
    in_mark: bool,
    pages: usize,
    /// Elements to pass over before anything counts again.
    skipping: usize,
}

/// A list that is open.
struct List {
    style: String,
    level: u32,
    /// The number of its next item.
    next: u32,
}

/// Things that a person should know of.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) changes: bool,
    pub(super) comments: usize,
    pub(super) pictures: usize,
}

impl<'a> Content<'a> {
    pub(super) fn new(styles: &'a Styles) -> Self {
        let mut content = Self {
            styles,
            flow: Flow::default(),
            notes: Vec::new(),
            seen: Seen::default(),
            outside: Vec::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            columns: Vec::new(),
            in_header_rows: false,
            lists: Vec::new(),
            counted: HashMap::new(),
            boxes: Vec::new(),
            mark: String::new(),
            in_mark: false,
            pages: 0,
            skipping: 0,
        };
        content.begin_page();
        content
    }

    fn begin_page(&mut self) {
        self.pages += 1;
        let label = self.pages.to_string();
        match self.tables.first_mut() {
            None => self.outside.first_mut().unwrap_or(&mut self.flow).begin_page(label),
            Some(table) => {
                if let Some(row) = table.row() {
                    row.pages.push(label);
                }
            }
        }
    }

    fn step_aside(&mut self) {
        self.outside.push(std::mem::take(&mut self.flow));
    }

    fn step_back(&mut self) -> Piece {
        let outside = self.outside.pop().unwrap_or_default();
        Piece::of(std::mem::replace(&mut self.flow, outside))
    }

    fn begin_paragraph(&mut self, tag: &Tag<'_>) {
        let style = tag.attribute("style-name").unwrap_or_default();
        if self.styles.breaks_page(&style)
            && !(self.pages == 1 && self.outside.is_empty() && self.flow.is_empty())
        {
            self.begin_page();
        }
        let heading = tag.number("outline-level").and_then(|level| u8::try_from(level).ok());
        let within = match heading {
            _ if tag.name == "h" => Some(Within::Heading(heading.unwrap_or(1).clamp(1, 6))),
            _ if self.styles.is_title(&style) => Some(Within::Heading(1)),
            _ if self.styles.is_quote(&style) => Some(Within::Quote),
            _ => None,
        };
        self.paragraphs.push(within.is_some());
        match within {
            Some(within) => self.flow.enter(within),
            None => self.flow.end_block(),
        }
    }

    fn end_paragraph(&mut self) {
        if self.paragraphs.pop() == Some(true) {
            self.flow.leave();
        } else {
            self.flow.end_block();
        }
        for piece in std::mem::take(&mut self.boxes) {
            piece.append_to(&mut self.flow);
        }
    }

    fn begin_list(&mut self, tag: &Tag<'_>) {
        let outer = self.lists.last().map(|list| list.style.clone()).unwrap_or_default();
        let style = tag.attribute("style-name").filter(|name| !name.is_empty()).unwrap_or(outer);
        let level = u32::try_from(self.lists.len() + 1).unwrap_or(u32::MAX);
        let goes_on = tag.attribute("continue-numbering").as_deref() == Some("true")
            || tag.attribute("continue-list").is_some();
        let before = self.counted.get(&(style.clone(), level)).filter(|_| goes_on);
        let next = before.copied().unwrap_or(1);
        self.flow.enter(Within::List(self.styles.numbers(&style, level).then_some(next)));
        self.lists.push(List { style, level, next });
    }

    fn begin_item(&mut self, tag: &Tag<'_>) {
        let own = tag.number("start-value");
        if let Some(list) = self.lists.last_mut() {
            list.next = own.unwrap_or(list.next).saturating_add(1);
        }
        self.flow.enter_item(own);
    }

    fn end_list(&mut self) {
        if let Some(list) = self.lists.pop() {
            self.counted.insert((list.style, list.level), list.next);
        }
        self.flow.leave();
    }
}

impl Visit for Content<'_> {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        match tag.name {
            "annotation" => self.seen.comments += 1,
            "changed-region" => self.seen.changes = true,
            _ => {}
        }
        // The title of a drawing is a remark on it, the title of the document a field of the text.
        let remark = tag.name == "title" && tag.has_prefix("svg");
        if self.skipping > 0 || remark || is_passed_over(tag.name) {
            self.skipping += 1;
            return Ok(());
        }
        match tag.name {
            "p" | "h" => self.begin_paragraph(tag),
            "s" | "tab" => self.flow.words(" "),
            "line-break" => self.flow.line_break(),
            "soft-page-break" => self.begin_page(),
            "list" => self.begin_list(tag),
            "list-item" => self.begin_item(tag),
            "list-header" => self.flow.enter(Within::List(None)),
            "table" => {
                self.flow.end_block();
                self.tables.push(Table::default());
            }
            "table-header-rows" => self.in_header_rows = true,
            "table-row" => {
                let header = self.in_header_rows;
                if let Some(table) = self.tables.last_mut() {
                    table.begin_row();
                    if let Some(row) = table.row() {
                        row.header = header;
                    }
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.columns.push(tag.number("number-columns-repeated").unwrap_or(1));
                self.step_aside();
            }
            "note-citation" => self.in_mark = true,
            "note-body" => {
                let mark = format!("[{}]", self.mark);
                self.flow.words(&mark);
                self.step_aside();
            }
            "text-box" => self.step_aside(),
            "image" => self.seen.pictures += 1,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match self.skipping {
            0 if self.in_mark => self.mark.push_str(text.trim()),
            0 if !self.paragraphs.is_empty() => self.flow.words(text),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Reason> {
        if self.skipping > 0 {
            self.skipping -= 1;
            return Ok(());
        }
        match name {
            "p" | "h" => self.end_paragraph(),
            "list" => self.end_list(),
            "list-item" | "list-header" => self.flow.leave(),
            "table-header-rows" => self.in_header_rows = false,
            "table-cell" | "covered-table-cell" => {
                let (cell, columns) = (self.step_back(), self.columns.pop().unwrap_or(1));
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(cell, columns);
                }
            }
            "table" => {
                if let Some(table) = self.tables.pop() {
                    table.append_to(&mut self.flow);
                }
            }
            "note-citation" => self.in_mark = false,
            "note-body" => {
                let note = self.step_back();
                self.notes.push((std::mem::take(&mut self.mark), note));
            }
            "text-box" => {
                let piece = self.step_back();
                self.boxes.push(piece);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Comments, what was deleted, what only lists or declares, and how a character is pronounced.
fn is_passed_over(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "tracked-changes"
            | "ruby-text"
            | "forms"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "automatic-styles"
            | "font-face-decls"
            | "scripts"
            | "desc"
            | "table-of-content-source"
            | "index-title-template"
            | "bibliography-source"
            | "alphabetical-index-source"
            | "illustration-index-source"
            | "table-index-source"
            | "user-index-source"
            | "object-index-source"
    )
}

/// How many pages the document says it has.
pub(super) fn page_count(meta: Option<&[u8]>) -> Option<usize> {
    struct Statistic(Option<usize>);
    impl Visit for Statistic {
        fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
            if tag.name == "document-statistic" {
                self.0 = tag.number("page-count").and_then(|count| usize::try_from(count).ok());
            }
            Ok(())
        }
        fn text(&mut self, _: &str) {}
        fn close(&mut self, _: &str) -> Result<(), Reason> {
            Ok(())
        }
    }
    let mut statistic = Statistic(None);
    walk(meta?, &mut statistic).ok()?;
    statistic.0
}
