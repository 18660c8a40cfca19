//! The head of a manuscript: kind, title, reference block, bottom line, controls and meeting.

use super::runs::{alone, of, said};
use super::{Form, Frame, Piece, Row, Run, Runs, Style, Table, Voice, Writer, paragraph, piece};
use crate::document::Field;
use crate::words::Phrase;

impl Writer<'_> {
    pub(super) fn head(&mut self) -> Vec<Piece> {
        let document = self.document;
        let head = &document.head;
        let mut pieces = Vec::new();
        if !head.kind.is_empty() {
            pieces.push(paragraph(Style::Kind, alone(&head.kind, Voice::Text)));
        }
        let title = portioned(head.portion.as_ref(), alone(&head.title, Voice::Text));
        pieces.push(Piece { place: Some("title".to_owned()), ..paragraph(Style::Title, title) });
        pieces.push(piece(Form::Fields(pairs(&head.fields))));
        for line in &document.bottom_lines {
            let mut inside =
                vec![paragraph(Style::Heading(1), alone(self.words.get(Phrase::BottomLine), Voice::Text))];
            let texts = [(&line.statement, Style::Statement), (&line.judgement, Style::Body)];
            let written = texts.into_iter().filter(|(text, _)| !text.is_empty());
            for (number, (text, style)) in (0..).zip(written) {
                inside.push(paragraph(style, portioned(line.portion.as_ref(), own(number, of(text)))));
            }
            let form = Form::Box(Frame::BottomLine, inside);
            pieces.push(Piece { place: Some(line.place.clone()), form });
        }
        if !document.controls.is_empty() {
            let fields = pairs(&document.controls).into_iter().map(|(label, value)| {
                paragraph(
                    Style::Body,
                    vec![said(format!("{label}: "), Voice::Label), said(value, Voice::Text)],
                )
            });
            pieces.push(piece(Form::Box(Frame::Controls, fields.collect())));
        }
        if !document.meeting.is_empty() {
            let heading =
                portioned(head.portion.as_ref(), alone(self.words.get(Phrase::TheMeeting), Voice::Text));
            pieces.push(paragraph(Style::Heading(1), heading));
            let row = |field: &Field| Row {
                cells: vec![vec![alone(&field.label, Voice::Label)], vec![alone(&field.value, Voice::Text)]],
                ..Row::default()
            };
            pieces.push(piece(Form::Table(Table {
                name: self.words.get(Phrase::TheMeeting).to_owned(),
                widths: vec![16, 84],
                head: Vec::new(),
                rows: document.meeting.iter().map(row).collect(),
            })));
        }
        pieces
    }
}

fn pairs(fields: &[Field]) -> Vec<(String, String)> {
    fields.iter().map(|field| (field.label.clone(), field.value.clone())).collect()
}

/// The text behind the portion mark of what it belongs to.
pub(super) fn portioned(portion: Option<&String>, text: Runs) -> Runs {
    let mark = portion.map(|portion| said(format!("{portion} "), Voice::Portion));
    mark.into_iter().chain(text).collect()
}

/// A text that the writer wrote: the one of that number in its block.
pub(super) fn own(number: u32, text: Runs) -> Runs {
    let mut runs = vec![Run::Begin(number)];
    runs.extend(text);
    runs.push(Run::End(number));
    runs
}
