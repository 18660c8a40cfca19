//! The note as one web page: the accessible twin of its pages. Landmarks, headings, tables with heads, footnotes that
//! lead back, languages and directions; no script, nothing fetched, nothing that is not in the note.

mod blocks;
mod runs;
mod style;
#[cfg(test)]
mod tests;

use crate::document::MarkingPlace;
use crate::manuscript::{Form, Piece};
use crate::markup::Markup;
use crate::text::{Direction, Language};
use crate::told::Told;
use crate::words::{Phrase, Words};

/// The note as a web page.
pub(crate) fn write(told: &Told) -> String {
    let document = &told.document;
    let mut page = Page { markup: Markup::default(), words: told.words() };
    page.markup.raw("<!DOCTYPE html>\n");
    let right_to_left = Direction::of(&Language::new(&document.language)) == Direction::RightToLeft;
    let direction = if right_to_left { "rtl" } else { "ltr" };
    page.markup.open("html", &[("lang", &document.language), ("dir", direction)]);
    page.head(told);
    page.markup.raw("\n");
    page.markup.open("body", &[]);
    page.body(told);
    page.markup.close("body");
    page.markup.close("html");
    page.markup.raw("\n");
    page.markup.finish()
}

/// The page in the making.
struct Page {
    markup: Markup,
    words: Words,
}

impl Page {
    fn head(&mut self, told: &Told) {
        let head = &told.document.head;
        let title = match &head.marking {
            Some(marking) => format!("{} – {}", head.title, marking.label),
            None => head.title.clone(),
        };
        self.markup.element("head", &[], |markup| {
            markup.empty("meta", &[("charset", "utf-8")]);
            markup.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            // Even if something got in, nothing could be fetched or run.
            let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
            markup.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]);
            markup.empty("meta", &[("name", "generator"), ("content", "Standpoint")]);
            if let Some(unit) = &head.unit {
                markup.empty("meta", &[("name", "author"), ("content", unit)]);
            }
            markup.text_element("title", &[], &title);
            markup.element("style", &[], |markup| markup.raw(&style::sheet()));
        });
    }

    fn body(&mut self, told: &Told) {
        let document = &told.document;
        let manuscript = &told.manuscript;
        let head = &document.head;
        self.markup.open("header", &[]);
        self.marking(told);
        if head.draft {
            self.markup.text_element("p", &[("class", "draft")], told.words().get(Phrase::Draft));
        }
        let pieces = &manuscript.head;
        let first = pieces.iter().position(|piece| matches!(piece.form, Form::Fields(_)));
        let (above, below) = pieces.split_at(first.map_or(0, |first| first + 1));
        self.pieces(above);
        let lines = [&head.reference_line, &head.cutoff_line, &head.copy_line];
        self.markup.text_element("p", &[("class", "running")], &lines.map(String::as_str).join(" · "));
        self.markup.close("header");
        self.markup.open("main", &[]);
        self.pieces(below);
        self.pieces(&manuscript.body);
        for (index, annex) in manuscript.annexes.iter().enumerate() {
            let id = format!("annex-{}", index + 1);
            self.markup.open("section", &[("aria-labelledby", &id)]);
            self.annex(&id, annex);
            self.markup.close("section");
        }
        self.footnotes(&manuscript.footnotes);
        self.markup.close("main");
        if head.marking.as_ref().is_some_and(|marking| marking.place != MarkingPlace::TopRight) {
            self.markup.open("footer", &[]);
            self.marking(told);
            self.markup.close("footer");
        }
    }

    fn annex(&mut self, id: &str, pieces: &[Piece]) {
        if let Some((first, rest)) = pieces.split_first() {
            if let Form::Paragraph(_, text) = &first.form {
                self.markup.open("h2", &[("id", id)]);
                self.runs(text);
                self.markup.close("h2");
            }
            self.pieces(rest);
        }
    }

    fn marking(&mut self, told: &Told) {
        let Some(marking) = &told.document.head.marking else { return };
        let (class, style) = match marking.place {
            MarkingPlace::TopAndBottom => ("marking", String::new()),
            MarkingPlace::TopRight => ("marking right", String::new()),
            MarkingPlace::TrafficLight => {
                let colour = crate::layout::traffic_light(&marking.label).hex();
                ("marking right", format!("color:{colour};background:#000"))
            }
        };
        self.markup.open("p", &[("class", class)]);
        if style.is_empty() {
            self.markup.text(&marking.label);
        } else {
            self.markup.text_element("span", &[("style", &style)], &marking.label);
        }
        self.markup.close("p");
    }
}
