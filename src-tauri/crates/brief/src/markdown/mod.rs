//! The note as Markdown: `CommonMark` with pipe tables and footnotes, as most programs read it. Words are escaped so that
//! none of them turns into markup; what Markdown has no form for (boxes, pages) is told in words.

mod escape;
mod runs;
#[cfg(test)]
mod tests;

use crate::manuscript::{Form, Piece, Row, Style, Table};
use crate::told::Told;
use crate::words::{Phrase, Words};
use escape::{cell, line, words};
use runs::text;

/// The note as Markdown.
pub(crate) fn write(told: &Told) -> String {
    let manuscript = &told.manuscript;
    let head = &told.document.head;
    let mut lines = Lines::new(told.words());
    let marking = head.marking.as_ref().map(|marking| format!("**{}**", words(&marking.label)));
    lines.paragraph(marking.iter().cloned());
    if head.draft {
        lines.paragraph([format!("**{}**", told.words().get(Phrase::Draft))]);
    }
    lines.pieces(&manuscript.head);
    let running = [&head.reference_line, &head.cutoff_line, &head.copy_line];
    lines.paragraph([words(&running.map(String::as_str).join(" · "))]);
    lines.pieces(&manuscript.body);
    for annex in &manuscript.annexes {
        lines.pieces(annex);
    }
    for (number, footnote) in (1..).zip(&manuscript.footnotes) {
        let number: u32 = number;
        lines.block(&format!("[^{number}]: {}", hanging(&line(&text(footnote)), "    ")));
    }
    lines.paragraph(marking);
    lines.text
}

/// The file in the making: blocks with an empty line between them.
struct Lines {
    text: String,
    words: Words,
}

impl Lines {
    fn new(words: Words) -> Self {
        Self { text: String::new(), words }
    }

    fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    fn paragraph(&mut self, words: impl IntoIterator<Item = String>) {
        for words in words {
            self.block(&line(&words));
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        let mut before: Option<&Piece> = None;
        for piece in pieces {
            if two_lists(before, piece) {
                // Two lists that follow one another would be read as one.
                self.block("<!-- -->");
            }
            self.piece(piece);
            before = Some(piece);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        let block = match &piece.form {
            Form::Paragraph(style, runs) => paragraph(*style, &text(runs)),
            Form::Fields(fields) => {
                let field = |(label, value): &(String, String)| {
                    let value = value.replace('\n', ", ");
                    format!("- **{}:** {}", words(label), words(&value))
                };
                fields.iter().map(field).collect::<Vec<_>>().join("\n")
            }
            Form::Table(table) => self::table(table),
            Form::Box(_, inside) => return self.boxed(inside),
            Form::Picture { alternative, .. } => {
                line(&words(&format!("[{} {alternative}]", self.words.get(Phrase::Picture))))
            }
            Form::PageBreak => "---".to_owned(),
        };
        self.block(&block);
    }

    /// A box is a quotation block whose first line says what it is.
    fn boxed(&mut self, inside: &[Piece]) {
        let mut within = Self::new(self.words);
        for piece in inside {
            // A heading inside would end nothing and begin nothing: it is told in bold.
            let head = match &piece.form {
                Form::Paragraph(Style::Heading(_), runs) => Some(format!("**{}**", text(runs).trim())),
                _ => None,
            };
            match head {
                Some(head) => within.block(&head),
                None => within.piece(piece),
            }
        }
        let lines: Vec<String> =
            within.text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
        self.block(&lines.join("\n"));
    }
}

/// Whether the piece begins a list of its own right behind another of the same kind.
fn two_lists(before: Option<&Piece>, piece: &Piece) -> bool {
    let bullets = |piece: &Piece| matches!(piece.form, Form::Paragraph(Style::Bullet, _));
    piece.place.is_some() && bullets(piece) && before.is_some_and(bullets)
}

fn paragraph(style: Style, text: &str) -> String {
    match style {
        Style::Title => format!("# {}", one_line(text)),
        Style::Heading(level) => format!("{} {}", "#".repeat(usize::from(level) + 1), one_line(text)),
        Style::Kind => format!("*{}*", text.trim()),
        // Numbers are words here: they have to stay what others refer to.
        Style::Main(number) => format!("{number}\\. {text}"),
        Style::Sub(number) => format!("({}) {text}", crate::resolve::letter(number)),
        Style::Bullet => format!("- {}", hanging(&line(text), "  ")),
        Style::Quote => line(text).lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
        Style::Question | Style::Standing => format!("**{}**", text.trim()),
        Style::Body
        | Style::Statement
        | Style::Attribution
        | Style::BoxHead
        | Style::Caption
        | Style::Note => line(text),
    }
}

fn one_line(text: &str) -> String {
    text.replace("\\\n", " ")
}

/// Further lines stand under the first.
fn hanging(text: &str, indent: &str) -> String {
    text.replace('\n', &format!("\n{indent}"))
}

fn table(table: &Table) -> String {
    let columns = table.widths.len();
    let mut lines = Vec::new();
    let head: Vec<String> = if table.head.is_empty() {
        vec![String::new(); columns]
    } else {
        table.head.iter().map(|runs| cell(&text(runs))).collect()
    };
    lines.push(format!("| {} |", head.join(" | ")));
    lines.push(format!("|{}", " --- |".repeat(columns)));
    lines.extend(table.rows.iter().map(|row| self::row(row, columns)));
    lines.join("\n")
}

fn row(row: &Row, columns: usize) -> String {
    let cells = row
        .cells
        .iter()
        .map(|paragraphs| paragraphs.iter().map(|runs| cell(&text(runs))).collect::<Vec<_>>().join(" / "));
    let mut cells: Vec<String> = cells.collect();
    cells.resize(columns, String::new());
    format!("| {} |", cells.join(" | "))
}
