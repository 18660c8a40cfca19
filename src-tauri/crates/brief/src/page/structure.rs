//! The logical structure of a document: what a screen reader walks through.
//!
//! Items name their element by [`super::Tag::Element`]. Reading order is the order in which elements are
//! added; text and inline elements (spans, links) of one paragraph follow the order in which they are drawn.

use crate::text::Language;

/// Name of an element within its [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(u32);

impl ElementId {
    /// Index in [`Structure::elements`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All elements, parents before children. The first one is the document itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Structure {
    elements: Vec<Element>,
    /// Level of the last heading; 0 before the first.
    level: u8,
}

impl Default for Structure {
    fn default() -> Self {
        Self { elements: vec![Element::new(ElementKind::Document, None)], level: 0 }
    }
}

impl Structure {
    /// The document element.
    pub const ROOT: ElementId = ElementId(0);

    /// Adds an element as the last child of `parent`. A heading that would skip a level is raised: a reader who goes
    /// from heading to heading would look for the one between (PDF/UA-1, 7.4.2).
    pub fn add(&mut self, parent: ElementId, kind: ElementKind) -> ElementId {
        let kind = match kind {
            ElementKind::Heading(level) => {
                self.level = level.clamp(1, self.level + 1);
                ElementKind::Heading(self.level)
            }
            other => other,
        };
        let id = ElementId(u32::try_from(self.elements.len()).unwrap_or(u32::MAX));
        self.elements.push(Element::new(kind, Some(parent)));
        id
    }

    /// Takes back all elements but the first `count`.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.elements.truncate(count);
        let mut levels = self.elements.iter().rev().filter_map(|element| match element.kind {
            ElementKind::Heading(level) => Some(level),
            _ => None,
        });
        self.level = levels.next().unwrap_or_default();
    }

    /// The elements, by [`ElementId::index`].
    #[must_use]
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The elements with their names, parents before children.
    pub fn iter(&self) -> impl Iterator<Item = (ElementId, &Element)> {
        (0..).map(ElementId).zip(&self.elements)
    }

    /// The element called `id`.
    #[must_use]
    pub fn get(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.index())
    }

    /// The element called `id`, to set its texts or language.
    pub fn get_mut(&mut self, id: ElementId) -> Option<&mut Element> {
        self.elements.get_mut(id.index())
    }
}

/// One element.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// What it stands in; none for the document.
    pub parent: Option<ElementId>,
    /// Its language when that differs from its parent's.
    pub language: Option<Language>,
    /// What is read in place of its content ("no position found as of …").
    pub actual_text: Option<String>,
    /// What is read in place of a picture.
    pub alternative: Option<String>,
}

impl Element {
    fn new(kind: ElementKind, parent: Option<ElementId>) -> Self {
        Self { kind, parent, language: None, actual_text: None, alternative: None }
    }
}

/// What an element is: the standard structure types of PDF 1.7 that a note needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementKind {
    /// The whole document.
    Document,
    /// A section: an annex, a box.
    Section,
    /// A division without meaning of its own: a reference block, a meeting block.
    Division,
    /// The document's title.
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A quotation that stands alone.
    BlockQuote,
    /// A stretch within a paragraph: its number, a passage in another language.
    Span,
    /// A quotation within a paragraph.
    Quote,
    /// A link; its areas are in [`super::Page::links`].
    Link,
    /// A margin note or footnote.
    Note,
    /// A list.
    List,
    /// An item of a list.
    ListItem,
    /// The label of an item.
    Label,
    /// The body of an item.
    ListBody,
    /// A table.
    Table,
    /// The head rows of a table.
    TableHead,
    /// The other rows of a table.
    TableBody,
    /// A row.
    TableRow,
    /// A head cell.
    HeaderCell(CellScope),
    /// A cell that spans this many columns (1 for most).
    Cell {
        /// Columns covered.
        columns: u16,
    },
    /// The caption of a table.
    Caption,
    /// A picture.
    Figure,
    /// A list of contents.
    Contents,
    /// An entry of a list of contents.
    ContentsItem,
}

/// What a head cell is the head of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellScope {
    /// Its row.
    Row,
    /// Its column.
    Column,
    /// This many columns, which it spans.
    Columns(u16),
    /// Both.
    Both,
}

#[cfg(test)]
mod tests {
    use super::{ElementKind, Structure};

    #[track_caller]
    fn check(levels: &[u8], expect: &[u8]) {
        let mut structure = Structure::default();
        for &level in levels {
            structure.add(Structure::ROOT, ElementKind::Heading(level));
        }
        let said = structure.elements().iter().filter_map(|element| match element.kind {
            ElementKind::Heading(level) => Some(level),
            _ => None,
        });
        assert_eq!(said.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn no_level_is_skipped() {
        check(&[1, 2, 2, 1, 2], &[1, 2, 2, 1, 2]);
        check(&[2, 2, 1], &[1, 2, 1]);
        check(&[1, 3, 3], &[1, 2, 3]);
        check(&[], &[]);
    }
}
