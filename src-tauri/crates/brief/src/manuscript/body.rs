//! The body of a manuscript, block by block.

use super::head::{own, portioned};
use super::runs::{alone, in_voice, of, said};
use super::{
    Form, Frame, Piece, Row, Run, Runs, Style, Table, Voice, Writer, labels, paragraph, piece, plain_words,
};
use crate::document::{Block, Content, Inline, Number, Quotation, Text};
use crate::resolve::letter;
use crate::words::Phrase;

impl Writer<'_> {
    pub(super) fn body(&mut self) -> Vec<Piece> {
        let document = self.document;
        let mut pieces = Vec::new();
        let mut above = String::new();
        for block in &document.blocks {
            let first = pieces.len();
            self.block(block, &above, &mut pieces);
            above = match &block.content {
                Content::Heading { text, .. } => plain_words(&of(text)),
                _ => String::new(),
            };
            if let Some(first) = pieces.get_mut(first) {
                first.place = Some(block.place.clone());
            }
        }
        pieces
    }

    /// Writes a block; `above` is the heading right before it, if one is.
    fn block(&mut self, block: &Block, above: &str, pieces: &mut Vec<Piece>) {
        let portion = block.portion.as_ref();
        let marked = |text: Runs| portioned(portion, text);
        match &block.content {
            Content::Heading { level, text } => {
                pieces.push(paragraph(Style::Heading((*level).clamp(1, 3)), marked(own(0, of(text)))));
            }
            Content::Paragraph { number, lead, text } => {
                let style = match number {
                    Number::Main(number) => Style::Main(*number),
                    Number::Sub(number) => Style::Sub(*number),
                    Number::Without => Style::Body,
                };
                pieces.push(paragraph(style, marked(led(lead, text))));
            }
            Content::Bullets(items) => pieces.extend(listed(items, Style::Bullet, portion)),
            Content::Quotation(quotation) => self.quoted(quotation, portion, pieces),
            Content::Position(standing) => self.position(standing, portion, pieces),
            Content::PositionsTable(table) => self.positions_table(table, portion, pieces),
            Content::Profile(profile) => self.profile(profile, portion, pieces),
            Content::Timeline { label, caption, rows } => {
                self.timeline(label, caption, rows, portion, pieces);
            }
            Content::Findings(findings) => self.findings(findings, portion, pieces),
            Content::Square(square) => self.square(square, portion, pieces),
            Content::Change(change) => self.change(change, portion, pieces),
            Content::LinesToTake(items) => {
                let inside = listed(items, Style::Bullet, portion);
                pieces.push(self.boxed(&block.content, Frame::LinesToTake, inside));
            }
            Content::PressLine(items) => {
                let inside = listed(items, Style::Body, portion);
                pieces.push(self.boxed(&block.content, Frame::PressLine, inside));
            }
            Content::DefensiveLines(pairs) => {
                let texts = pairs
                    .iter()
                    .flat_map(|(question, answer)| [(question, Style::Question), (answer, Style::Body)]);
                let inside = (0..).zip(texts.filter(|(text, _)| !text.is_empty()));
                let inside =
                    inside.map(|(number, (text, style))| paragraph(style, marked(own(number, of(text)))));
                pieces.push(self.boxed(&block.content, Frame::DefensiveLines, inside.collect()));
            }
            Content::Recommendation(text) => {
                let inside = vec![paragraph(Style::Body, marked(own(0, of(text))))];
                // A heading that says the same says it better.
                pieces.push(if above == self.words.get(Phrase::Recommendation) {
                    piece(Form::Box(Frame::Recommendation, inside))
                } else {
                    self.boxed(&block.content, Frame::Recommendation, inside)
                });
            }
            Content::Options(options) => pieces.extend(self.compared(options)),
            Content::Picture { picture, alternative, caption } => {
                let (picture, alternative) = (picture.clone(), alternative.clone());
                pieces.push(piece(Form::Picture { picture, alternative }));
                if !caption.is_empty() {
                    pieces.push(paragraph(Style::Caption, marked(own(0, of(caption)))));
                }
            }
            Content::PageBreak => pieces.push(piece(Form::PageBreak)),
        }
    }

    fn quoted(&self, quotation: &Quotation, portion: Option<&String>, pieces: &mut Vec<Piece>) {
        pieces.push(paragraph(Style::Quote, portioned(portion, of(&quotation.quote))));
        if let Some(translation) = &quotation.translation {
            let mut words = alone(translation, Voice::Translation);
            words.push(said(format!(" ({})", self.words.get(Phrase::OurTranslation)), Voice::Soft));
            pieces.push(paragraph(Style::Quote, words));
        }
        if !quotation.attribution.is_empty() {
            pieces.push(paragraph(Style::Attribution, alone(&quotation.attribution, Voice::Soft)));
        }
    }

    fn boxed(&self, content: &Content, frame: Frame, mut inside: Vec<Piece>) -> Piece {
        if let Some((head, aside)) = labels::box_of(self.words, content) {
            let mut words = alone(head, Voice::Label);
            if !aside.is_empty() {
                words.push(said(format!("\t{aside}"), Voice::Soft));
            }
            inside.insert(0, paragraph(Style::BoxHead, words));
        }
        piece(Form::Box(frame, inside))
    }

    /// Ways to go, compared.
    fn compared(&self, options: &[[Text; 3]]) -> Option<Piece> {
        if options.is_empty() {
            return None;
        }
        let mut number = 0;
        let mut next = |text: &Text, voice: Voice| -> Runs {
            if text.is_empty() {
                return Vec::new();
            }
            number += 1;
            own(number - 1, in_voice(text, voice))
        };
        let mut rows = Vec::new();
        for (index, [title, advantages, drawbacks]) in options.iter().enumerate() {
            let letter = letter(index as u32 + 1).to_uppercase();
            let mut name: Vec<Run> = alone(format!("{letter}. "), Voice::Label);
            name.extend(next(title, Voice::Label));
            let cells =
                vec![vec![name], vec![next(advantages, Voice::Text)], vec![next(drawbacks, Voice::Text)]];
            rows.push(Row { cells, ..Row::default() });
        }
        let head = self.heads(&[Phrase::Option, Phrase::InFavour, Phrase::Against]);
        let name = self.words.get(Phrase::Option).to_owned();
        Some(piece(Form::Table(Table { name, widths: vec![26, 37, 37], head, rows })))
    }
}

/// A bold opening, then the rest.
fn led(lead: &Text, text: &Text) -> Runs {
    if lead.is_empty() {
        return own(0, of(text));
    }
    let mut runs = own(0, in_voice(lead, Voice::Lead));
    if text.is_empty() {
        return runs;
    }
    let spaced = match text.first() {
        Some(Inline::Words { text, .. }) => text.starts_with(char::is_whitespace),
        Some(Inline::Citation(_)) => true,
        _ => false,
    };
    if !spaced {
        runs.push(said(" ", Voice::Text));
    }
    runs.extend(own(1, of(text)));
    runs
}

fn listed(items: &[Text], style: Style, portion: Option<&String>) -> Vec<Piece> {
    let items = (0..).zip(items);
    items.map(|(number, item)| paragraph(style, portioned(portion, own(number, of(item))))).collect()
}
