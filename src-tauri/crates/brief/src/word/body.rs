//! The text of the document, paragraph by paragraph, and its footnotes (ECMA-376, 17.2, 17.3 and 17.11).

use super::NAMESPACES;
use super::numbering::{BULLETS, NUMBERS, RESTARTS};
use super::package::{Part, Relation};
use super::runs::bookmark;
use super::styles::{boxed, plain};
use crate::manuscript::{Form, Frame, Piece, Run, Runs, Style, To};
use crate::markup::Markup;
use crate::text::{Direction, Language};
use crate::told::Told;
use standpoint_core::notes::Paper;
use std::collections::{BTreeMap, BTreeSet};

/// The document on its way.
pub(super) struct Body<'a> {
    pub(super) told: &'a Told,
    pub(super) xml: Markup,
    pub(super) right_to_left: bool,
    /// Bookmarks that begin at the next paragraph.
    pub(super) waiting: Vec<String>,
    /// Bookmarks that have begun, with their numbers.
    pub(super) open: BTreeMap<String, String>,
    pub(super) bookmarks: u32,
    pub(super) relations: Vec<Relation>,
    pub(super) media: Vec<Part>,
    /// Places that something leads to.
    linked: BTreeSet<String>,
    /// The number of the block that is being written, if it is one of the note's.
    block: Option<String>,
    /// The list in which (a) counts, and the number it would give next.
    letters: (u32, u32),
    restarts: Vec<u32>,
}

/// The parts that come of it.
pub(super) struct Written {
    pub(super) document: String,
    pub(super) footnotes: String,
    pub(super) relations: Vec<Relation>,
    pub(super) footnote_relations: Vec<Relation>,
    pub(super) media: Vec<Part>,
    /// First numbers of the lists that start anew.
    pub(super) restarts: Vec<u32>,
}

impl<'a> Body<'a> {
    pub(super) fn new(told: &'a Told) -> Self {
        let language = Language::new(&told.document.language);
        Self {
            told,
            xml: Markup::xml(),
            right_to_left: Direction::of(&language) == Direction::RightToLeft,
            waiting: Vec::new(),
            open: BTreeMap::new(),
            bookmarks: 0,
            relations: Vec::new(),
            media: Vec::new(),
            linked: linked(told),
            block: None,
            // Before the first number none of its letters is due: some programs would count it as one.
            letters: (NUMBERS, 0),
            restarts: Vec::new(),
        }
    }

    pub(super) fn write(&mut self) {
        let manuscript = &self.told.manuscript;
        self.xml.open("w:document", NAMESPACES);
        self.xml.open("w:body", &[]);
        let annexes = manuscript.annexes.iter().flatten();
        for piece in manuscript.head.iter().chain(&manuscript.body) {
            self.piece(piece);
        }
        self.block = None;
        if let Some(key) = &self.told.about.key {
            self.waiting.push(format!("annexes_{key}"));
        }
        for piece in annexes {
            self.piece(piece);
        }
        self.section();
        self.xml.close("w:body");
        self.xml.close("w:document");
    }

    pub(super) fn finish(mut self) -> Written {
        let document = std::mem::take(&mut self.xml).finish();
        let relations = std::mem::take(&mut self.relations);
        self.footnotes();
        Written {
            document,
            footnotes: self.xml.finish(),
            relations,
            footnote_relations: self.relations,
            media: self.media,
            restarts: self.restarts,
        }
    }

    fn piece(&mut self, piece: &Piece) {
        if let Some(place) = &piece.place {
            self.stand_at(place);
        }
        match &piece.form {
            Form::Paragraph(style, text) => self.styled(*style, text),
            Form::Fields(fields) => self.fields(fields),
            Form::Table(table) => self.tables(table),
            Form::Box(frame, inside) => self.framed(*frame, inside),
            Form::Picture { picture, alternative } => self.picture(picture.as_deref(), alternative),
            Form::PageBreak => self.paragraph("PageBreak", None, |body| {
                body.runs(&Runs::new());
                body.xml.raw("<w:r><w:br w:type=\"page\"/></w:r>");
            }),
        }
    }

    /// Names the place of what comes, for those who lead there and for when the file comes back.
    fn stand_at(&mut self, place: &str) {
        if self.linked.contains(place) {
            self.waiting.push(bookmark(place));
        }
        self.block = place.strip_prefix("block-").map(ToOwned::to_owned);
        if let (Some(block), Some(key)) = (&self.block, &self.told.about.key) {
            self.waiting.push(format!("b{block}_{key}"));
        }
    }

    /// Names a row's place for those who lead there.
    pub(super) fn stand_at_row(&mut self, place: Option<&String>) {
        self.waiting.extend(place.filter(|place| self.linked.contains(*place)).map(|place| bookmark(place)));
    }

    /// Name of the bookmark around a text that the writer wrote.
    pub(super) fn part_name(&self, number: u32) -> Option<String> {
        let (block, key) = (self.block.as_ref()?, self.told.about.key.as_ref()?);
        Some(format!("b{block}_{number}_{key}"))
    }

    fn styled(&mut self, style: Style, text: &Runs) {
        let list = match style {
            Style::Main(_) => {
                self.letters = (NUMBERS, 1);
                None
            }
            Style::Sub(number) => self.list_of(number),
            _ => None,
        };
        self.paragraph(plain(style), list.map(|list| (list, 1)), |body| body.runs(text));
    }

    /// The list of a paragraph (a), if it is not the one its style names.
    fn list_of(&mut self, number: u32) -> Option<u32> {
        if number != self.letters.1 {
            self.restarts.push(number);
            self.letters.0 = RESTARTS + self.restarts.len() as u32 - 1;
        }
        self.letters.1 = number + 1;
        (self.letters.0 != NUMBERS).then_some(self.letters.0)
    }

    /// A paragraph, in a list other than its style's where one is given with a level.
    pub(super) fn paragraph(
        &mut self,
        style: &str,
        list: Option<(u32, u32)>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.xml.open("w:p", &[]);
        self.xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            if let Some((list, level)) = list {
                xml.element("w:numPr", &[], |xml| {
                    xml.empty("w:ilvl", &[("w:val", &level.to_string())]);
                    xml.empty("w:numId", &[("w:val", &list.to_string())]);
                });
            }
        });
        inside(self);
        self.xml.close("w:p");
    }

    fn framed(&mut self, frame: Frame, inside: &[Piece]) {
        for piece in inside {
            if let Form::Paragraph(style, text) = &piece.form {
                let list = (*style == Style::Bullet).then_some((BULLETS, 0));
                self.paragraph(&boxed(frame, *style), list, |body| body.runs(text));
            }
        }
        // Two boxes of one kind would otherwise run together.
        self.spacer();
    }

    /// Keeps tables and boxes apart: two that touch become one.
    pub(super) fn spacer(&mut self) {
        self.paragraph("Spacer", None, |_| ());
    }

    fn section(&mut self) {
        let (width, height) = sheet(self.told.document.paper);
        let margin = MARGIN.to_string();
        self.xml.element("w:sectPr", &[], |xml| {
            for (kind, id) in [("default", "header2"), ("first", "header1")] {
                xml.empty("w:headerReference", &[("w:type", kind), ("r:id", id)]);
            }
            for kind in ["default", "first"] {
                xml.empty("w:footerReference", &[("w:type", kind), ("r:id", "footer1")]);
            }
            xml.empty("w:pgSz", &[("w:w", &width.to_string()), ("w:h", &height.to_string())]);
            let margins = [
                ("w:top", "1500"),
                ("w:right", &margin),
                ("w:bottom", "1500"),
                ("w:left", &margin),
                ("w:header", "600"),
                ("w:footer", "600"),
                ("w:gutter", "0"),
            ];
            xml.empty("w:pgMar", &margins);
            xml.empty("w:titlePg", &[]);
        });
    }

    fn footnotes(&mut self) {
        self.xml = Markup::xml();
        self.block = None;
        self.xml.open("w:footnotes", NAMESPACES);
        for (kind, id, mark) in
            [("separator", "-1", "w:separator"), ("continuationSeparator", "0", "w:continuationSeparator")]
        {
            self.xml.element("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
                xml.element("w:p", &[], |xml| xml.element("w:r", &[], |xml| xml.empty(mark, &[])));
            });
        }
        let manuscript = &self.told.manuscript;
        // LibreOffice takes them in their order, so that one that nothing leads to would shift those behind it: that of a
        // caption whose table had nothing in it.
        let led_to: BTreeSet<u32> = manuscript
            .texts()
            .into_iter()
            .flatten()
            .filter_map(|run| match run {
                Run::Footnote(number) => Some(*number),
                _ => None,
            })
            .collect();
        for (number, text) in (1..).zip(&manuscript.footnotes).filter(|(number, _)| led_to.contains(number)) {
            self.xml.open("w:footnote", &[("w:id", &u32::to_string(&number))]);
            self.paragraph("FootnoteText", None, |body| {
                body.xml
                    .raw("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
                body.xml.raw("<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
                body.runs(text);
            });
            self.xml.close("w:footnote");
        }
        self.xml.close("w:footnotes");
    }
}

/// Left and right margin, in twentieths of a point.
const MARGIN: u32 = 1134;

/// Width and height of the paper.
fn sheet(paper: Paper) -> (u32, u32) {
    match paper {
        Paper::A4 => (11_906, 16_838),
        Paper::Letter => (12_240, 15_840),
    }
}

/// Width of the text.
pub(super) fn measure(paper: Paper) -> u32 {
    sheet(paper).0 - 2 * MARGIN
}

fn linked(told: &Told) -> BTreeSet<String> {
    let texts = told.manuscript.texts();
    let links = texts.into_iter().flatten().filter_map(|run| match run {
        Run::Link { to: To::Place(place) | To::Number(place), .. } => Some(place.clone()),
        _ => None,
    });
    links.collect()
}
