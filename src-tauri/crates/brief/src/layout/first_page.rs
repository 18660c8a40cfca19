//! The head of page one: kind, title, reference block, bottom line and meeting.

use super::break_costs::FORBIDDEN;
use super::builder::Builder;
use super::flow::Flow;
use super::galley::{Context, Frame, Piece, Strip};
use super::set::Spans;
use super::sheet::{BLOCK, LINE, Sheet, accent, body, label, sans};
use crate::document::{BottomLine, Field, Inline};
use crate::fonts::Face;
use crate::page::{Artifact, CellScope, Colour, ElementKind, LinkTarget, Rule, Structure, Tag};
use crate::text::{Span, Style, baseline};
use crate::words::Phrase;
use std::fmt::Display;

/// Left edge of the meeting's values.
const VALUES: f32 = 78.0;

/// Left edges of label and value in the two columns of the box of controls, and the width of a column.
const CONTROLS: [(f32, f32); 2] = [(8.0, 86.0), (200.0, 282.0)];
const CONTROLS_COLUMN: f32 = 188.0;

/// How large the bottom line is set: smaller where page one would not hold everything it must.
#[derive(Clone, Copy)]
enum Statement {
    Large,
    Small,
}

/// How many of those who will be at the meeting page one names; all of them if it can.
type Named = Option<usize>;

impl Builder<'_> {
    /// Everything that page one must hold.
    pub(super) fn first_page(&mut self) {
        let before = self.clone();
        let people = self.document.people.len();
        let ways = [(Statement::Large, None), (Statement::Small, None)];
        let fewer = (1..people).rev().map(|count| (Statement::Small, Some(count)));
        for (statement, named) in ways.into_iter().chain(fewer) {
            *self = before.clone();
            self.all_of_it(statement, named);
            if self.height() <= Sheet::of(self.document).capacity(0) {
                break;
            }
        }
    }

    fn all_of_it(&mut self, statement: Statement, named: Named) {
        let document = self.document;
        self.title();
        self.reference_block();
        for line in &document.bottom_lines {
            self.block = Some(line.block);
            self.portion.clone_from(&line.portion);
            self.mark(&line.place);
            self.bottom_line(line, statement);
            (self.block, self.portion) = (None, None);
        }
        if !document.controls.is_empty() {
            self.controls();
        }
        if !document.meeting.is_empty() {
            self.meeting(named);
        }
        let count = self.count();
        for piece in &mut self.since(0)[..count] {
            piece.break_before = FORBIDDEN;
        }
    }

    fn title(&mut self) {
        let head = &self.document.head;
        if !head.kind.is_empty() {
            let kind = self.plain_text(Spans::of(&head.kind, accent(10.5)));
            let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
            let tags = self.tags(&kind, element);
            self.flow(Flow::new(&kind, tags, 0.0, BLOCK, 16.0));
        }
        let portion = head.portion.as_ref().map(|portion| format!("{portion} "));
        let words = format!("{}{}", portion.unwrap_or_default(), head.title);
        let large = self.heading_text(Spans::of(&words, Style::new(Face::Display, 27.0)));
        let (title, leading) = if large.count(BLOCK) > 3 {
            (self.heading_text(Spans::of(&words, Style::new(Face::Display, 22.0))), 28.0)
        } else {
            (large, 32.0)
        };
        let element = self.structure.add(Structure::ROOT, ElementKind::Title);
        let tags = self.tags(&title, element);
        self.mark("title");
        self.bookmark(1, &head.title, "title");
        self.flow(Flow::new(&title, tags, 0.0, BLOCK, leading).spaced(0.0, 12.0));
    }

    fn bottom_line(&mut self, line: &BottomLine, statement: Statement) {
        let section = self.structure.add(Structure::ROOT, ElementKind::Section);
        let frame = Context { frame: Frame::Bar(4.0), ..Context::default() };
        self.within(frame, |builder| {
            let title = builder.words.get(Phrase::BottomLine);
            let head = builder.plain_text(Spans::of(title, accent(11.0)));
            let element = builder.structure.add(section, ElementKind::Heading(1));
            let tags = builder.tags(&head, element);
            builder.bookmark(1, title, &line.place);
            builder.flow(
                Flow::new(&head, tags, builder.scale.text, builder.scale.measure, 16.0).spaced(20.0, 4.0),
            );
            let (size, leading) = match statement {
                Statement::Large => (14.0, 20.0),
                Statement::Small => (12.0, 16.0),
            };
            let parts = [(&line.statement, size, leading), (&line.judgement, 12.0, 16.0)];
            for (text, size, leading) in parts.into_iter().filter(|(text, ..)| !text.is_empty()) {
                let style = Style { size, ..body() };
                let spans = builder.portioned(Spans::default().text(text, style), style);
                let set = builder.body_text(spans);
                let element = builder.structure.add(section, ElementKind::Paragraph);
                let tags = builder.tags(&set, element);
                builder.flow(
                    Flow::new(&set, tags, builder.scale.text, builder.scale.measure, leading)
                        .spaced(4.0, 8.0)
                        .whole(),
                );
            }
            if let Some(last) = builder.since(0).last_mut() {
                last.after = 20.0;
            }
        });
    }

    /// How controlled information is to be handled: a box of two columns.
    fn controls(&mut self) {
        let document = self.document;
        let division = self.structure.add(Structure::ROOT, ElementKind::Division);
        let mut strip = Strip::default();
        let middle = document.controls.len().div_ceil(2);
        let mut bottom: f32 = 0.0;
        for (fields, (left, value)) in document.controls.chunks(middle.max(1)).zip(CONTROLS) {
            let mut y = 6.0;
            for field in fields {
                let paragraph = self.structure.add(division, ElementKind::Paragraph);
                let name = self.plain_text(Spans::of(&field.label, label(9.0)));
                self.column(&mut strip, &name, paragraph, left, y, value - left - 5.0);
                let text = self.plain_text(Spans::of(format!(" {}", field.value), sans(9.0)));
                y = self.column(&mut strip, &text, paragraph, value, y, CONTROLS_COLUMN - value + left);
            }
            bottom = bottom.max(y + 6.0);
        }
        let frame = Context { frame: Frame::Plain, ..Context::default() };
        self.within(frame, |builder| builder.push(Piece::new(strip, bottom).spaced(12.0, 20.0)));
    }

    fn meeting(&mut self, named: Named) {
        let document = self.document;
        self.portion.clone_from(&document.head.portion);
        self.mark("meeting");
        self.heading(1, &[Inline::words(self.words.get(Phrase::TheMeeting))], "meeting");
        self.portion = None;
        let table = self.structure.add(Structure::ROOT, ElementKind::Table);
        let mut strip = Strip::default();
        let layout = Tag::Artifact(Artifact::Layout);
        strip.rule(layout, Rule::horizontal(0.0, self.scale.text_end(), 0.0, 0.75, Colour::INK));
        let (mut y, leading): (f32, f32) = (6.0, self.line());
        for (index, Field { label: name, value }) in document.meeting.iter().enumerate() {
            if index > 0 {
                y += 2.0;
            }
            let row = self.structure.add(table, ElementKind::TableRow);
            let cell = self.structure.add(row, ElementKind::HeaderCell(CellScope::Row));
            let set = self.plain_text(Spans::of(name, label(10.5)));
            let tags = self.tags(&set, cell);
            for line in set.lines(VALUES - 5.0).into_iter().take(1) {
                strip.line(line, 0.0, y + baseline(leading), leading, &tags);
            }
            let cell = self.structure.add(row, ElementKind::Cell { columns: 1 });
            let spans = match named.filter(|_| index + 1 == document.meeting.len()) {
                Some(count) => self.some_people(count),
                None => Spans::of(value, sans(10.5)),
            };
            let set = self.plain_text(spans);
            let tags = self.tags(&set, cell);
            let leading = leading.max(self.scale.leading(LINE) * set.pitch);
            for line in set.lines(self.scale.text_end() - VALUES) {
                strip.line(line, VALUES, y + baseline(leading), leading, &tags);
                y += leading;
            }
        }
        y += 6.0;
        strip.rule(layout, Rule::horizontal(0.0, self.scale.text_end(), y, 0.75, Colour::INK));
        self.push(Piece::new(strip, y).spaced(8.0, 16.0));
    }

    /// The first of them, and where the others are named.
    fn some_people(&mut self, count: usize) -> Spans {
        let people = &self.document.people;
        let page = self.numbers.get(ATTENDING).copied().unwrap_or(1);
        let style = sans(10.5);
        let others = [("count", &(people.len() - count) as &dyn Display), ("page", &page)];
        let others = self.words.with(Phrase::OthersOnPage, &others);
        let names = self.words.list(&people[..count]);
        let (before, after) = self.words.around(Phrase::NamesAndOthers, "others", &[("names", &names)]);
        let link = Span::new(others.clone(), style.colour(Colour::ACCENT))
            .linked(LinkTarget::Place(ATTENDING.to_owned()), others);
        self.attending = true;
        Spans::of(before, style).span(link).then(after, style)
    }
}

/// The place where all people are named if page one cannot.
pub(super) const ATTENDING: &str = "attending";
