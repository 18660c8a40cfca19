//! Annex A: sources, then every passage with its words, where they come from, its grade and the ways back.

use super::super::break_costs::{LINES, PARTS};
use super::super::builder::Builder;
use super::super::cells::CellText;
use super::super::flow::Flow;
use super::super::set::Spans;
use super::super::sheet::{BLOCK, accent, label, sans, soft};
use super::super::table::{Row, Table};
use crate::document::{Back, Cited, Entry, Label, SourceEntry};
use crate::fonts::Face;
use crate::page::{ElementKind, LinkTarget, Structure};
use crate::text::{Span, Style};
use crate::words::Phrase;

/// Widths of number, words and grade; the rest is for the ways back.
const COLUMNS: [f32; 3] = [30.0, 353.0, 36.0];
/// Space right of a column's words.
const GUTTER: f32 = 10.0;
/// Width of the grade where it has to say why there is none.
const NO_GRADE: f32 = 54.0;

impl Builder<'_> {
    pub(super) fn evidence(&mut self) {
        let document = self.document;
        let table = self.words.with(Phrase::TableShort, &[("number", &1)]);
        let yardsticks = self.words.annex_letter(1);
        let introduction =
            self.words.with(Phrase::EvidenceIntroduction, &[("letter", &yardsticks), ("table", &table)]);
        let set = self.plain_text(Spans::of(introduction, sans(10.0)));
        let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
        let tags = self.tags(&set, element);
        self.flow(Flow::new(&set, tags, 0.0, BLOCK, 12.0).spaced(0.0, 8.0).whole());
        let list = self.structure.add(Structure::ROOT, ElementKind::List);
        for (index, source) in document.evidence.sources.iter().enumerate() {
            self.source(list, index as u32 + 1, source);
        }
        if !document.evidence.entries.is_empty() {
            self.entries(&document.evidence.entries);
        }
    }

    fn source(&mut self, list: crate::page::ElementId, number: u32, source: &SourceEntry) {
        let style = sans(10.0);
        let item = self.structure.add(list, ElementKind::ListItem);
        let mark_element = self.structure.add(item, ElementKind::Label);
        let cited = Cited::Source(number);
        self.mark(cited.place());
        let mark = self.plain_text(Spans::of(cited.label(), accent(10.0)));
        let mark_tags = self.tags(&mark, mark_element);
        let mut spans = Spans::of(&source.about, style);
        if let Some(notice) = &source.notice {
            spans = spans.then(" ", style).then(notice, label(10.0));
        }
        if let Some(url) = &source.url {
            let link = Span::new(url.clone(), accent(10.0).face(Face::Sans));
            spans = spans.then(" ", style).span(link.linked(LinkTarget::Address(url.clone()), url.clone()));
        }
        if !source.cited_in.is_empty() {
            let (before, after) = self.words.around(Phrase::CitedInPlaces, "places", &[]);
            spans = spans.then(format!(" {before}"), style);
            spans = self.ways_back(spans, &source.cited_in, 10.0).then(after, style);
        }
        if !source.sha256.is_empty() {
            spans = spans.then(format!("\nSHA-256 {}", source.sha256), soft(9.0));
        }
        let element = self.structure.add(item, ElementKind::ListBody);
        let set = self.plain_text(spans);
        let tags = self.tags(&set, element);
        let flow = Flow::new(&set, tags, self.scale.text, self.scale.beside_numbers(), 12.0)
            .spaced(0.0, 6.0)
            .breaking(PARTS);
        self.flow(flow.hanging(&mark, mark_tags, 0.0));
    }

    /// Links back to where something is cited, each label once.
    fn ways_back(&self, mut spans: Spans, backs: &[Back], size: f32) -> Spans {
        let (words, link) = (self.words, sans(size).colour(crate::page::Colour::ACCENT));
        let mut said: Vec<String> = Vec::new();
        for back in backs {
            let page = self.numbers.get(&back.place).copied().unwrap_or(1);
            let (printed, spoken) = match &back.label {
                Label::Page => (
                    // A narrow space keeps the two together.
                    words.with(Phrase::OnPage, &[("page", &page)]).replace(' ', "\u{202F}"),
                    words.with(Phrase::BackToPage, &[("page", &page)]),
                ),
                Label::Table(number) => (
                    words.with(Phrase::TableShort, &[("number", number)]),
                    words.with(Phrase::BackToTable, &[("number", number)]),
                ),
                Label::Paragraph(label) => {
                    (label.clone(), words.with(Phrase::BackToParagraph, &[("label", label)]))
                }
            };
            if said.contains(&printed) {
                continue;
            }
            if !said.is_empty() {
                spans = spans.then(", ", sans(size));
            }
            let target = LinkTarget::Place(back.place.clone());
            spans = spans.span(Span::new(printed.clone(), link).linked(target, spoken).kept_together());
            said.push(printed);
        }
        spans
    }

    fn entries(&mut self, entries: &[Entry]) {
        let head = self.head_cells([Phrase::Number, Phrase::WordsQuoted, Phrase::Grade, Phrase::CitedIn]);
        let rows =
            entries.iter().enumerate().map(|(index, entry)| self.entry(index as u32 + 1, entry)).collect();
        let wide = entries.iter().any(|entry| entry.grade.chars().count() > 4);
        let least = head.get(2).map_or(0.0, |head| head.min_width() + GUTTER);
        let grade = if wide { NO_GRADE } else { COLUMNS[2] }.max(least);
        let words = COLUMNS[1] - (grade - COLUMNS[2]);
        let columns = vec![COLUMNS[0], words, grade, BLOCK - COLUMNS[0] - words - grade];
        let table = Table { before: 12.0, gutters: (0.0, GUTTER), ..Table::new(columns, head, rows) };
        self.table(&table);
    }

    fn entry(&mut self, number: u32, entry: &Entry) -> Row {
        let quote = Style::new(Face::Serif, 10.5);
        let words = match &entry.language {
            Some(language) => self.foreign_line(Spans::of(&entry.quote, quote), language, 14.0),
            None => self.cell_line(Spans::of(&entry.quote, quote), 14.0),
        };
        let mut lines = vec![words];
        if let Some(translation) = entry.translation.as_ref().filter(|_| entry.language.is_some()) {
            let spans = Spans::of(translation, quote.face(Face::SerifItalic))
                .then(format!(" {}", self.words.get(Phrase::OurTranslation)), soft(9.0));
            lines.push(self.cell_line(spans, 14.0));
        }
        let source = Cited::Source(entry.source);
        let link = Span::new(source.label(), accent(9.0).face(Face::Sans)).linked(
            LinkTarget::Place(source.place()),
            self.words.with(Phrase::SpokenSource, &[("label", &source.label())]),
        );
        let attribution = Some(&entry.attribution).filter(|words| !words.is_empty());
        let opening = attribution.map(|words| format!("{} ", self.words.sentence(words))).unwrap_or_default();
        let mut spans = Spans::of(opening, sans(9.0)).span(link);
        if !entry.locator.is_empty() {
            spans = spans.then(format!(", {}", entry.locator), sans(9.0));
        }
        lines.push(self.cell_line(spans, 12.0));
        let backs = self.ways_back(Spans::default(), &entry.cited_in, 9.5);
        let grade = if entry.doubtful { sans(9.0) } else { label(9.5) };
        Row {
            cells: vec![
                self.cell(Spans::of(number.to_string(), accent(10.0)), 14.0),
                CellText::of(lines),
                self.cell(Spans::of(&entry.grade, grade), 14.0),
                self.cell(backs, 14.0),
            ],
            headed: true,
            keep: LINES,
            place: Some(Cited::Evidence(number).place()),
            ..Row::default()
        }
    }
}
