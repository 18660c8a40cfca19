//! Positions outside the positions table: one in full, then and now, an actor's profile, a timeline; and options.

use super::break_costs::{FORBIDDEN, KEPT};
use super::builder::Builder;
use super::cells::{CellLine, CellText, HANG, Slot};
use super::flow::Flow;
use super::galley::{Piece, Strip};
use super::set::Spans;
use super::sheet::{BLOCK, LINE, accent, body, label, sans, soft};
use super::table::{Caption, INSETS, Row, Table, fitted};
use crate::document::{Change, DatedStanding, IssueStanding, Profile, Standing, Text};
use crate::fonts::Face;
use crate::page::{Artifact, Colour, ElementKind, Path, Structure, Symbol, Tag};
use crate::text::{Style, baseline};
use crate::words::Phrase;
use standpoint_core::positions::Stance;

/// Space between then and now.
const BETWEEN: f32 = 24.0;

/// Width of a timeline's dates, and of the line beside them.
const DATES: f32 = 74.0;

/// The symbol of a stance.
pub(super) fn symbol(stance: Stance) -> Symbol {
    match stance {
        Stance::Supports => Symbol::Supports,
        Stance::SupportsWithConditions => Symbol::SupportsWithConditions,
        Stance::Neutral => Symbol::Neutral,
        Stance::OpposesWithConditions => Symbol::OpposesWithConditions,
        Stance::Opposes => Symbol::Opposes,
        Stance::Unclear => Symbol::Unclear,
    }
}

impl Builder<'_> {
    /// A position as a cell shows it: the stance, who with, and when with the evidence.
    pub(super) fn standing_lines(&mut self, standing: &Standing) -> Vec<CellLine> {
        let word = if standing.superseded { label(9.5).colour(Colour::SOFT) } else { label(9.5) };
        let mut stance = Spans::of(&standing.word, word);
        if !standing.qualifier.is_empty() {
            stance = stance.then(format!(" {}", standing.qualifier), sans(9.0));
        }
        let when = self.words.list(&self.known_when(standing));
        if when.is_empty() {
            stance = stance.citation(&standing.cited, &sans(9.0));
        }
        let mut line = self.cell_line(stance, 12.0).indented(HANG).below(4.0);
        match standing.stance {
            Some(stance) => line = line.with_symbol(symbol(stance)),
            // Withheld: there is nothing more to say of it.
            None => return vec![line],
        }
        let mut lines = vec![if standing.superseded { line.struck(0) } else { line }];
        if !standing.joint.is_empty() {
            let names = self.words.list(&standing.joint);
            let joint = Spans::of(self.words.with(Phrase::JointWith, &[("names", &names)]), sans(9.0));
            lines.push(self.cell_line(joint, 12.0).indented(HANG));
        }
        if let Some(speaker) = &standing.speaker {
            lines.push(self.cell_line(Spans::of(speaker, soft(9.0)), 12.0).indented(HANG));
        }
        if !when.is_empty() {
            let style = if standing.superseded { soft(9.0) } else { sans(9.0) };
            let when = Spans::keeping(&when, &standing.date, style).loose_citation(&standing.cited, &style);
            lines.push(self.cell_line(when, 12.0).indented(HANG));
        }
        lines
    }

    /// The date, how it is known, and whether it still stands.
    fn known_when(&self, standing: &Standing) -> Vec<String> {
        let mut when: Vec<String> =
            Some(&standing.date).filter(|date| !date.is_empty()).cloned().into_iter().collect();
        when.extend(standing.manner.clone());
        when.extend(standing.stale.then(|| self.words.get(Phrase::Stale).to_owned()));
        when.extend(standing.superseded.then(|| self.words.get(Phrase::Superseded).to_owned()));
        when
    }

    /// The stance and all that qualifies it on one line, after a bold word or two.
    fn stance_line(&mut self, opening: &str, standing: &Standing, cited: bool) -> CellLine {
        let Some(stance) = standing.stance else {
            let spans = Spans::of(opening, label(9.5)).then(&standing.word, sans(9.5));
            return self.cell_line(spans, 12.0).indented(HANG);
        };
        let words = format!("{} {}", standing.word, standing.qualifier).trim_end().to_owned();
        let parts: Vec<String> = std::iter::once(words).chain(self.known_when(standing)).collect();
        let mut spans = Spans::of(opening, label(9.5)).then(self.words.list(&parts), sans(9.5));
        if cited {
            spans = spans.citation(&standing.cited, &sans(9.5));
        }
        self.cell_line(spans, 12.0).indented(HANG).with_symbol(symbol(stance))
    }

    /// One position in full.
    pub(super) fn position(&mut self, position: &IssueStanding) {
        let section = self.structure.add(Structure::ROOT, ElementKind::Section);
        let spans = self.portioned(Spans::of(&position.title, label(11.0)), label(11.0));
        let title = self.plain_text(spans);
        let element = self.structure.add(section, ElementKind::Paragraph);
        let tags = self.tags(&title, element);
        self.flow(
            Flow::new(&title, tags, self.scale.text, self.scale.measure, LINE).spaced(4.0, 0.0).whole(),
        );
        self.keep_with_next(&[FORBIDDEN, KEPT]);
        let line = self.stance_line("", &position.standing, true);
        let mut cell = CellText::one(line);
        if !position.confidence.is_empty() {
            cell.lines.push(self.cell_line(Spans::of(&position.confidence, soft(9.5)), 12.0).indented(HANG));
        }
        let mut strip = Strip::default();
        let slot = Slot { left: self.scale.text, top: 2.0, width: self.scale.measure };
        self.draw_cell(&mut strip, &cell, slot, Some((section, ElementKind::Division)));
        self.push(Piece::new(strip, cell.height(self.scale.measure) + 4.0));
        if let Some(summary) = &position.summary {
            let set = self.body_text(Spans::of(summary, body()));
            let element = self.structure.add(section, ElementKind::Paragraph);
            let tags = self.tags(&set, element);
            self.flow(Flow::new(&set, tags, self.scale.text, self.scale.measure, LINE).spaced(0.0, 4.0));
        }
        for quote in &position.quotes {
            let set = self.body_text(Spans::default().text(quote, Style::new(Face::Serif, 11.0)));
            let element = self.structure.add(section, ElementKind::BlockQuote);
            let tags = self.tags(&set, element);
            self.flow(
                Flow::new(&set, tags, self.scale.text + HANG, self.scale.measure - HANG, LINE)
                    .spaced(0.0, 4.0)
                    .noted(element),
            );
        }
        if let Some(last) = self.since(0).last_mut() {
            last.after = 12.0;
        }
    }

    /// Two positions side by side with an arrow between them.
    pub(super) fn change(&mut self, change: &Change) {
        let section = self.structure.add(Structure::ROOT, ElementKind::Section);
        let spans = self.portioned(Spans::default().text(&change.label, label(11.0)), label(11.0));
        let title = self.plain_text(spans);
        let element = self.structure.add(section, ElementKind::Paragraph);
        let tags = self.tags(&title, element);
        self.flow(
            Flow::new(&title, tags, self.scale.text, self.scale.beside_numbers(), LINE)
                .spaced(4.0, 0.0)
                .whole(),
        );
        self.keep_with_next(&[FORBIDDEN]);
        let width = (self.scale.beside_numbers() - BETWEEN) / 2.0;
        let mut strip = Strip::default();
        let mut bottom: f32 = 0.0;
        let sides = [
            (&change.then, Phrase::Then, self.scale.text),
            (&change.now, Phrase::Now, self.scale.text + width + BETWEEN),
        ];
        for ((standing, quote), opening, left) in sides {
            let opening = format!("{} ", self.words.get(opening));
            let mut cell = CellText::one(self.stance_line(&opening, standing, quote.is_none()));
            if let Some(quote) = quote {
                let quote = Spans::default().text(quote, Style::new(Face::Serif, 11.0));
                cell.lines.push(self.cell_line(quote, LINE).below(2.0));
            }
            let slot = Slot { left, top: 4.0, width };
            self.draw_cell(&mut strip, &cell, slot, Some((section, ElementKind::Division)));
            bottom = bottom.max(cell.height(width));
        }
        arrow(
            &mut strip,
            self.scale.text + width + BETWEEN - 14.0,
            4.0 + baseline(self.scale.leading(12.0)) - 3.2,
        );
        self.push(Piece::new(strip, bottom + 4.0).spaced(0.0, 12.0).full_width());
        self.pad_next();
    }

    /// One actor on everything.
    pub(super) fn profile(&mut self, profile: &Profile) {
        let name = vec![crate::document::Inline::words(&profile.name)];
        self.profile_head(profile, &name);
        if profile.positions.is_empty() {
            return self.nothing(&self.words.sentence(&profile.none_at_all));
        }
        let head = self.head_cells([Phrase::Issue, Phrase::Position, Phrase::InALine]);
        let mut rows = Vec::new();
        for (index, (issue, standing, summary)) in profile.positions.iter().enumerate() {
            let issue = self.cell(Spans::of(issue, label(9.5)), 12.0);
            let standing = CellText::of(self.standing_lines(standing));
            let summary = self.cell(Spans::of(summary.as_deref().unwrap_or("–"), sans(9.5)), 12.0);
            rows.push(Row {
                cells: vec![issue, standing, summary],
                headed: true,
                ruled: index > 0,
                ..Row::default()
            });
        }
        let limits = [80.0..130.0, 110.0..200.0, 100.0..260.0];
        let columns = fitted(&head, &rows, &limits, INSETS, self.scale.beside_numbers());
        let table = Table { left: self.scale.text, before: 8.0, ..Table::new(columns, head, rows) };
        self.table(&table);
    }

    fn profile_head(&mut self, profile: &Profile, name: &Text) {
        let spans = self.portioned(Spans::default().text(name, label(12.0)), label(12.0));
        let set = self.plain_text(spans);
        let element = self.structure.add(Structure::ROOT, ElementKind::Heading(2));
        self.begin_heading();
        let tags = self.tags(&set, element);
        self.flow(Flow::new(&set, tags, self.scale.text, self.scale.measure, LINE).spaced(8.0, 0.0).whole());
        self.keep_with_next(&[FORBIDDEN, KEPT]);
        let said = profile.say.as_ref().map(|say| self.words.with(Phrase::SaySo, &[("say", say)]));
        let about: Vec<String> = profile.role.iter().cloned().chain(said).collect();
        if !about.is_empty() {
            let set = self.plain_text(Spans::of(self.words.set_apart(&about), soft(10.5)));
            let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
            let tags = self.tags(&set, element);
            self.flow(Flow::new(&set, tags, self.scale.text, self.scale.measure, LINE).whole());
            self.keep_with_next(&[FORBIDDEN]);
        }
    }

    /// Positions by date: a table whose dates stand along a line.
    pub(super) fn timeline(&mut self, name: &str, caption: &str, rows: &[DatedStanding], place: &str) {
        if rows.is_empty() {
            let none = self.words.with(Phrase::NoPosition, &[("title", &caption)]);
            return self.nothing(&format!("{name}. {none}"));
        }
        let head = self.head_cells([Phrase::Date, Phrase::WhoOnWhat, Phrase::Position]);
        let mut table_rows = Vec::new();
        for row in rows {
            let date = self.cell(Spans::of(&row.date, accent(9.5)), 12.0);
            let mut title = self.cell(Spans::of(&row.title, label(9.5)), 12.0);
            if let Some(summary) = &row.summary {
                title.lines.push(self.cell_line(Spans::of(summary, sans(9.5)), 12.0));
            }
            // What came later stands below it; striking the word out would say it twice, and so would the date.
            let standing = Standing { superseded: false, date: String::new(), ..row.standing.clone() };
            let standing = CellText::of(self.standing_lines(&standing));
            table_rows.push(Row { cells: vec![date, title, standing], headed: true, ..Row::default() });
        }
        let columns = vec![DATES, BLOCK - DATES - 170.0, 170.0];
        let caption = Caption {
            label: name.to_owned(),
            text: Spans::of(caption, sans(10.0)),
            place: place.to_owned(),
            title: format!("{name}. {caption}"),
        };
        let along = Some(DATES - 8.0);
        self.table(&Table { caption: Some(caption), along, ..Table::new(columns, head, table_rows) });
    }

    /// Ways to go, compared.
    pub(super) fn options(&mut self, options: &[[Text; 3]]) {
        if options.is_empty() {
            return;
        }
        let head = self.head_cells([Phrase::Option, Phrase::InFavour, Phrase::Against]);
        let mut rows = Vec::new();
        for (index, option) in options.iter().enumerate() {
            let letter = crate::resolve::letter(index as u32 + 1).to_uppercase();
            let title = Spans::of(format!("{letter}. "), label(10.5)).text(&option[0], label(10.5));
            let mut cells = vec![self.cell(title, 14.0)];
            for text in &option[1..] {
                cells.push(self.cell(Spans::default().text(text, sans(10.5)), 14.0));
            }
            rows.push(Row { cells, headed: true, ruled: index > 0, ..Row::default() });
        }
        let limits = [80.0..150.0, 120.0..260.0, 120.0..260.0];
        let columns = fitted(&head, &rows, &limits, INSETS, BLOCK);
        self.table(&Table { before: 12.0, ..Table::new(columns, head, rows) });
    }
}

/// An arrow of length 8 with a head of 3, pointing right, its shaft at `y`.
fn arrow(strip: &mut Strip, x: f32, y: f32) {
    let path = Path::new()
        .move_to(x, y)
        .line_to(x + 8.0, y)
        .move_to(x + 5.0, y - 3.0)
        .line_to(x + 8.0, y)
        .line_to(x + 5.0, y + 3.0)
        .stroked(Colour::INK, 1.0);
    strip.path(Tag::Artifact(Artifact::Layout), path);
}
