//! What the positions add up to: findings in rows, and who stands with whom as a square.

use super::drawn::{captioned, note_line};
use super::runs::{alone, in_voice, of, plain_words, said};
use super::{Form, Piece, Row, Runs, Style, Table, Voice, Writer, paragraph, piece};
use crate::document::{Finding, Findings, Found, Square, SquareActor};
use crate::words::Phrase;
use standpoint_core::analysis::{Agreement, Band};

impl Writer<'_> {
    pub(super) fn findings(&self, findings: &Findings, portion: Option<&String>, pieces: &mut Vec<Piece>) {
        if findings.rows.is_empty() {
            let words = format!("{}. {}", findings.label, findings.none);
            pieces.push(paragraph(Style::Body, alone(words, Voice::Text)));
            return;
        }
        pieces.push(captioned(&findings.label, &findings.caption, portion));
        pieces.push(piece(Form::Table(Table {
            name: format!("{}. {}", findings.label, plain_words(&of(&findings.caption))),
            widths: findings.head.iter().map(|(_, width)| *width).collect(),
            head: findings.head.iter().map(|(head, _)| alone(head, Voice::Label)).collect(),
            rows: findings.rows.iter().map(|finding| self.finding(finding)).collect(),
        })));
        if !findings.note.is_empty() {
            pieces.push(note_line(&findings.note));
        }
    }

    fn finding(&self, finding: &Finding) -> Row {
        let mut name = vec![alone(&finding.name, Voice::Label)];
        name.extend(finding.note.iter().map(|note| alone(note, Voice::Soft)));
        let found = finding.cells.iter().map(|found| self.found(found));
        Row { cells: std::iter::once(name).chain(found).collect(), ..Row::default() }
    }

    fn found(&self, found: &Found) -> Vec<Runs> {
        match found {
            Found::Words(words) => vec![alone(words, Voice::Text)],
            Found::Position { who, standing, quote } => {
                let mut lines: Vec<Runs> = who.iter().map(|who| alone(who, Voice::Text)).collect();
                lines.extend(self.lines(standing, true));
                lines.extend(quote.as_ref().map(of));
                lines
            }
            Found::Quote { quote, attribution } => {
                let said = (!attribution.is_empty()).then(|| alone(attribution, Voice::Soft));
                std::iter::once(of(quote)).chain(said).collect()
            }
        }
    }

    pub(super) fn square(&self, square: &Square, portion: Option<&String>, pieces: &mut Vec<Piece>) {
        if square.actors.len() < 2 {
            let words = format!("{}. {}", square.label, square.none);
            pieces.push(paragraph(Style::Body, alone(words, Voice::Text)));
            return;
        }
        pieces.push(captioned(&square.label, &square.caption, portion));
        let head = std::iter::once(self.words.get(Phrase::Actor));
        let head = head.chain(square.actors.iter().map(|actor| actor.short.as_str()));
        pieces.push(piece(Form::Table(Table {
            name: format!("{}. {}", square.label, plain_words(&of(&square.caption))),
            widths: std::iter::once(20).chain(square.actors.iter().map(|_| 12)).collect(),
            head: head.map(|words| alone(words, Voice::Label)).collect(),
            rows: square.actors.iter().map(row).collect(),
        })));
        let mut legend = Runs::new();
        for (at, band) in Band::ALL.iter().enumerate() {
            let (from, to) = band.figures();
            let end = if at + 1 == Band::ALL.len() { ". " } else { "; " };
            let words = format!("{} {from}–{to} {}{end}", band.symbol(), self.words.band(*band));
            legend.push(said(words, Voice::Soft));
        }
        for note in &square.note {
            legend.extend(in_voice(note, Voice::Soft));
            legend.push(said(" ", Voice::Soft));
        }
        pieces.push(paragraph(Style::Note, legend));
    }
}

/// An actor with how it agrees with each: the figure with its shape, then on how many issues it rests.
fn row(actor: &SquareActor) -> Row {
    let agreement = |with: &Option<Agreement>| match with {
        Some(Agreement { percent, issues, band, .. }) => vec![vec![
            said(format!("{} {percent}", band.symbol()), Voice::Text),
            said(format!(" ({issues})"), Voice::Soft),
        ]],
        None => vec![alone("–", Voice::Soft)],
    };
    let name = vec![alone(&actor.name, Voice::Label)];
    Row { cells: std::iter::once(name).chain(actor.with.iter().map(agreement)).collect(), ..Row::default() }
}
