//! What is drawn from the dossier: positions in a table, in full, then and now, by actor and by date.

use super::head::{own, portioned};
use super::runs::{alone, citation, in_voice, of, said};
use super::{Form, Look, Piece, Row, Run, Runs, Style, Table, Voice, Writer, paragraph, piece};
use crate::document::{
    Change, DatedStanding, IssueStanding, PositionsTable, Profile, RowsAre, Standing, Text,
};
use crate::words::Phrase;
use standpoint_core::positions::Stance;

const STANCES: [Stance; 6] = [
    Stance::Supports,
    Stance::SupportsWithConditions,
    Stance::Neutral,
    Stance::OpposesWithConditions,
    Stance::Opposes,
    Stance::Unclear,
];

impl Writer<'_> {
    pub(super) fn positions_table(
        &mut self,
        table: &PositionsTable,
        portion: Option<&String>,
        pieces: &mut Vec<Piece>,
    ) {
        if table.columns.is_empty() || table.rows.is_empty() {
            let words = format!("{}. {}", table.label, self.words.sentence(&table.none_at_all));
            pieces.push(paragraph(Style::Body, alone(words, Voice::Text)));
            return;
        }
        pieces.push(captioned(&table.label, &table.caption, portion));
        let (corner, width) = match table.rows_are {
            RowsAre::Actors => (Phrase::Actor, 26),
            RowsAre::Issues => (Phrase::Issue, 78 / table.columns.len().max(1) as u32),
        };
        let corner = alone(self.words.get(corner), Voice::Label);
        let columns = table.columns.iter().map(|column| {
            let note = column.note.iter().map(|note| said(format!(" ({note})"), Voice::Soft));
            std::iter::once(said(&column.name, Voice::Label)).chain(note).collect()
        });
        let rows = table.rows.iter().map(|row| {
            let mut actor = vec![alone(&row.name, Voice::Label)];
            actor.extend(row.note.iter().map(|note| alone(note, Voice::Soft)));
            let mut cells = vec![actor];
            if row.cells.iter().all(Vec::is_empty) {
                cells.push(vec![alone(&table.none_at_all, Voice::Text)]);
            } else {
                cells.extend(row.cells.iter().map(|cell| match cell.as_slice() {
                    [] => vec![alone(self.words.get(Phrase::NoneFound), Voice::Soft)],
                    standings => standings.iter().flat_map(|standing| self.lines(standing, true)).collect(),
                }));
            }
            Row { place: None, cells, nested: row.nested }
        });
        pieces.push(piece(Form::Table(Table {
            name: format!("{}. {}", table.label, super::plain_words(&of(&table.caption))),
            widths: std::iter::once(24).chain(table.columns.iter().map(|_| width)).collect(),
            head: std::iter::once(corner).chain(columns).collect(),
            rows: rows.collect(),
        })));
        pieces.push(self.legend());
        pieces.push(note_line(&table.note));
    }

    pub(super) fn position(
        &mut self,
        position: &IssueStanding,
        portion: Option<&String>,
        pieces: &mut Vec<Piece>,
    ) {
        pieces.push(paragraph(Style::Standing, portioned(portion, alone(&position.title, Voice::Text))));
        let mut line = self.one_line(None, &position.standing, true);
        if !position.confidence.is_empty() {
            line.push(said(format!(" {}", position.confidence), Voice::Soft));
        }
        pieces.push(paragraph(Style::Body, line));
        if let Some(summary) = &position.summary {
            pieces.push(paragraph(Style::Body, alone(summary, Voice::Text)));
        }
        pieces.extend(position.quotes.iter().map(|quote| paragraph(Style::Quote, of(quote))));
    }

    pub(super) fn change(&mut self, change: &Change, portion: Option<&String>, pieces: &mut Vec<Piece>) {
        let label = if change.label.is_empty() { Runs::new() } else { own(0, of(&change.label)) };
        pieces.push(paragraph(Style::Standing, portioned(portion, label)));
        let sides = [(Phrase::Then, &change.then), (Phrase::Now, &change.now)];
        for (opening, (standing, quote)) in sides {
            pieces.push(paragraph(
                Style::Body,
                self.one_line(Some(self.words.get(opening)), standing, quote.is_none()),
            ));
            pieces.extend(quote.iter().map(|quote| paragraph(Style::Quote, of(quote))));
        }
    }

    pub(super) fn profile(&mut self, profile: &Profile, portion: Option<&String>, pieces: &mut Vec<Piece>) {
        let name = portioned(portion, alone(&profile.name, Voice::Text));
        pieces.push(paragraph(Style::Heading(2), name));
        let said = profile.say.as_ref().map(|say| self.words.with(Phrase::SaySo, &[("say", say)]));
        let about: Vec<String> = profile.role.iter().cloned().chain(said).collect();
        if !about.is_empty() {
            pieces.push(paragraph(Style::Body, alone(self.words.set_apart(&about), Voice::Soft)));
        }
        if profile.positions.is_empty() {
            let words = self.words.sentence(&profile.none_at_all);
            pieces.push(paragraph(Style::Body, alone(words, Voice::Text)));
            return;
        }
        let rows = profile.positions.iter().map(|(issue, standing, summary)| Row {
            cells: vec![
                vec![alone(issue, Voice::Label)],
                self.lines(standing, true),
                vec![alone(summary.as_deref().unwrap_or("–"), Voice::Text)],
            ],
            ..Row::default()
        });
        pieces.push(piece(Form::Table(Table {
            name: profile.name.clone(),
            widths: vec![30, 38, 32],
            head: self.heads(&[Phrase::Issue, Phrase::Position, Phrase::InALine]),
            rows: rows.collect(),
        })));
    }

    pub(super) fn timeline(
        &mut self,
        label: &str,
        caption: &str,
        rows: &[DatedStanding],
        portion: Option<&String>,
        pieces: &mut Vec<Piece>,
    ) {
        if rows.is_empty() {
            let none = self.words.with(Phrase::NoPosition, &[("title", &caption)]);
            let words = format!("{label}. {none}");
            pieces.push(paragraph(Style::Body, alone(words, Voice::Text)));
            return;
        }
        let mut words = alone(format!("{label}. "), Voice::Label);
        words.push(said(caption, Voice::Text));
        pieces.push(paragraph(Style::Caption, portioned(portion, words)));
        let rows = rows.iter().map(|row| {
            let mut title = vec![alone(&row.title, Voice::Label)];
            title.extend(row.summary.iter().map(|summary| alone(summary, Voice::Text)));
            // What came later stands below it; striking the word out would say it twice.
            let standing = self.lines(&row.standing, false);
            Row { cells: vec![vec![alone(&row.date, Voice::Label)], title, standing], ..Row::default() }
        });
        pieces.push(piece(Form::Table(Table {
            name: format!("{label}. {caption}"),
            widths: vec![16, 48, 36],
            head: self.heads(&[Phrase::Date, Phrase::WhoOnWhat, Phrase::Position]),
            rows: rows.collect(),
        })));
    }
}

impl Writer<'_> {
    /// The stance, who with, and when with the evidence: each a line of a cell.
    pub(super) fn lines(&self, standing: &Standing, strikes: bool) -> Vec<Runs> {
        let Some(stance) = standing.stance else { return vec![alone(&standing.word, Voice::Text)] };
        let superseded = standing.superseded && strikes;
        let look = Look { voice: Voice::Label, struck: superseded, ..Look::default() };
        let mut first =
            vec![Run::Symbol(stance), Run::Words { text: standing.word.clone(), look, language: None }];
        if !standing.qualifier.is_empty() {
            first.push(said(format!(" {}", standing.qualifier), Voice::Text));
        }
        let mut lines = vec![first];
        if !standing.joint.is_empty() {
            lines.push(alone(
                self.words.with(Phrase::JointWith, &[("names", &self.words.list(&standing.joint))]),
                Voice::Text,
            ));
        }
        lines.extend(standing.speaker.iter().map(|speaker| alone(speaker, Voice::Soft)));
        let mut when = vec![standing.date.clone()];
        when.extend(standing.manner.clone());
        when.extend(standing.stale.then(|| self.words.get(Phrase::Stale).to_owned()));
        when.extend(superseded.then(|| self.words.get(Phrase::Superseded).to_owned()));
        let mut when = alone(self.words.list(&when), Voice::Text);
        citation(&standing.cited, &mut when);
        lines.push(when);
        lines
    }

    /// The stance and all that qualifies it on one line, after a word or two.
    fn one_line(&self, opening: Option<&str>, standing: &Standing, cited: bool) -> Runs {
        let mut runs: Runs = opening.iter().map(|words| said(format!("{words} "), Voice::Label)).collect();
        let Some(stance) = standing.stance else {
            runs.push(said(&standing.word, Voice::Text));
            return runs;
        };
        let words = format!("{} {}", standing.word, standing.qualifier).trim_end().to_owned();
        let mut parts = vec![words, standing.date.clone()];
        parts.extend(standing.manner.clone());
        parts.extend(standing.stale.then(|| self.words.get(Phrase::Stale).to_owned()));
        parts.extend(standing.superseded.then(|| self.words.get(Phrase::Superseded).to_owned()));
        runs.push(Run::Symbol(stance));
        runs.push(said(self.words.list(&parts), Voice::Text));
        if cited {
            citation(&standing.cited, &mut runs);
        }
        runs
    }

    /// The six symbols with their words.
    fn legend(&self) -> Piece {
        let mut runs = Runs::new();
        for (index, stance) in STANCES.into_iter().enumerate() {
            runs.push(Run::Symbol(stance));
            let end = if index + 1 == STANCES.len() { "." } else { "; " };
            runs.push(said(format!("{}{end}", self.words.stance(stance, false)), Voice::Soft));
        }
        paragraph(Style::Note, runs)
    }

    /// The heads of a table's columns.
    pub(super) fn heads(&self, heads: &[Phrase]) -> Vec<Runs> {
        heads.iter().map(|head| alone(self.words.get(*head), Voice::Label)).collect()
    }
}

/// What stands above a table.
pub(super) fn captioned(label: &str, caption: &Text, portion: Option<&String>) -> Piece {
    let mut words = alone(format!("{label}. "), Voice::Label);
    words.extend(own(0, of(caption)));
    paragraph(Style::Caption, portioned(portion, words))
}

/// What the abbreviated terms of a table mean.
pub(super) fn note_line(note: &[Text]) -> Piece {
    let mut runs = Runs::new();
    for (index, sentence) in note.iter().enumerate() {
        if index > 0 {
            runs.push(said(" ", Voice::Soft));
        }
        runs.extend(in_voice(sentence, Voice::Soft));
    }
    paragraph(Style::Note, runs)
}
