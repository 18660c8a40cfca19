//! Pieces as elements: lists are gathered from their items, boxes and tables are named.

use super::Page;
use crate::manuscript::{Form, Frame, Piece, Row, Runs, Style, Table, plain_words};
use crate::picture::Picture;
use crate::words::Phrase;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Lists that are open, in which the next item may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Bullets,
    Letters,
}

impl Page {
    pub(super) fn pieces(&mut self, pieces: &[Piece]) {
        let mut open: Option<List> = None;
        for piece in pieces {
            let (wanted, first) = match &piece.form {
                Form::Paragraph(Style::Bullet, _) => (Some(List::Bullets), 1),
                Form::Paragraph(Style::Sub(number), _) => (Some(List::Letters), *number),
                _ => (None, 1),
            };
            // Every block of bullets is a list of its own; letters start anew where they start at (a).
            let anew = piece.place.is_some() && (wanted == Some(List::Bullets) || first == 1);
            if open.is_some() && (open != wanted || anew) {
                self.close(open.take());
            }
            if open.is_none() {
                match wanted {
                    Some(List::Bullets) => self.markup.open("ul", &[]),
                    Some(List::Letters) => {
                        self.markup.open("ol", &[("type", "a"), ("start", &first.to_string())]);
                    }
                    None => {}
                }
                open = wanted;
            }
            self.piece(piece);
            self.markup.raw("\n");
        }
        self.close(open);
    }

    fn close(&mut self, list: Option<List>) {
        match list {
            Some(List::Bullets) => self.markup.close("ul"),
            Some(List::Letters) => self.markup.close("ol"),
            None => {}
        }
    }

    fn piece(&mut self, piece: &Piece) {
        let place = piece.place.as_deref();
        match &piece.form {
            Form::Paragraph(style, text) => self.paragraph(*style, text, place),
            Form::Fields(fields) => self.fields(fields),
            Form::Table(table) => self.table(table, place),
            Form::Box(frame, inside) => self.boxed(*frame, inside, place),
            Form::Picture { picture, alternative } => self.picture(picture.as_deref(), alternative, place),
            Form::PageBreak => self.markup.empty("hr", &[("class", "page"), ("aria-hidden", "true")]),
        }
    }

    fn paragraph(&mut self, style: Style, text: &Runs, place: Option<&str>) {
        let level = match style {
            Style::Heading(level) => format!("h{}", u32::from(level) + 1),
            _ => String::new(),
        };
        let (name, class) = match style {
            Style::Title => ("h1", ""),
            Style::Heading(_) => (level.as_str(), ""),
            Style::Sub(_) | Style::Bullet => ("li", ""),
            Style::Body => ("p", ""),
            Style::Main(_) => ("p", "numbered"),
            Style::Kind => ("p", "kind"),
            Style::Statement => ("p", "statement"),
            Style::Quote => ("blockquote", ""),
            Style::Attribution => ("p", "attribution"),
            Style::BoxHead => ("p", "box-head"),
            Style::Question => ("p", "question"),
            Style::Standing => ("p", "standing"),
            Style::Caption => ("p", "caption"),
            Style::Note => ("p", "note"),
        };
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        attributes.extend(place.map(|place| ("id", place)));
        attributes.extend((!class.is_empty()).then_some(("class", class)));
        self.markup.open(name, &attributes);
        if let Style::Main(number) = style {
            self.markup.text_element("span", &[("class", "number")], &number.to_string());
            self.markup.text(" ");
        }
        self.runs(text);
        self.markup.close(name);
    }

    fn fields(&mut self, fields: &[(String, String)]) {
        self.markup.open("dl", &[("class", "fields")]);
        for (label, value) in fields {
            self.markup.element("div", &[], |markup| {
                markup.text_element("dt", &[], label);
                markup.text_element("dd", &[], value);
            });
        }
        self.markup.close("dl");
    }

    fn boxed(&mut self, frame: Frame, inside: &[Piece], place: Option<&str>) {
        let class = match frame {
            Frame::BottomLine => "bar bottom-line",
            Frame::Recommendation => "bar",
            Frame::LinesToTake => "box lines",
            Frame::Controls | Frame::DefensiveLines => "box",
            Frame::PressLine => "box press",
        };
        let mut attributes = vec![("class", class)];
        attributes.extend(place.map(|place| ("id", place)));
        let head = inside.first().and_then(|piece| match &piece.form {
            Form::Paragraph(Style::BoxHead | Style::Heading(_), text) => Some(plain_words(text)),
            _ => None,
        });
        let head = head.as_ref().and_then(|head| head.split('\t').next());
        attributes.extend(head.map(|head| ("aria-label", head)));
        self.markup.open("section", &attributes);
        self.pieces(inside);
        self.markup.close("section");
    }

    fn table(&mut self, table: &Table, place: Option<&str>) {
        let mut attributes = vec![("class", "scroll"), ("role", "region"), ("tabindex", "0")];
        attributes.push(("aria-label", &table.name));
        attributes.extend(place.map(|place| ("id", place)));
        self.markup.open("div", &attributes);
        self.markup.open("table", &[("aria-label", &table.name)]);
        self.markup.element("colgroup", &[], |markup| {
            let all: u32 = table.widths.iter().sum::<u32>().max(1);
            for width in &table.widths {
                markup.empty("col", &[("style", &format!("width:{}%", width * 100 / all))]);
            }
        });
        if !table.head.is_empty() {
            self.markup.open("thead", &[]);
            self.markup.open("tr", &[]);
            for text in &table.head {
                self.markup.open("th", &[("scope", "col")]);
                self.runs(text);
                self.markup.close("th");
            }
            self.markup.close("tr");
            self.markup.close("thead");
        }
        self.markup.open("tbody", &[]);
        for row in &table.rows {
            self.row(row, table.widths.len());
        }
        self.markup.close("tbody");
        self.markup.close("table");
        self.markup.close("div");
    }

    fn row(&mut self, row: &Row, columns: usize) {
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        attributes.extend(row.place.as_deref().map(|place| ("id", place)));
        attributes.extend(row.nested.then_some(("class", "nested")));
        self.markup.open("tr", &attributes);
        let last = row.cells.len().saturating_sub(1);
        for (index, cell) in row.cells.iter().enumerate() {
            let span = if index == last { columns.saturating_sub(index) } else { 1 };
            let spanned = span.to_string();
            let name = if index == 0 { "th" } else { "td" };
            let mut attributes: Vec<(&str, &str)> = Vec::new();
            attributes.extend((index == 0).then_some(("scope", "row")));
            attributes.extend((span > 1).then_some(("colspan", spanned.as_str())));
            self.markup.open(name, &attributes);
            for text in cell {
                self.markup.open("div", &[]);
                self.runs(text);
                self.markup.close("div");
            }
            self.markup.close(name);
        }
        self.markup.close("tr");
    }

    fn picture(&mut self, picture: Option<&Picture>, alternative: &str, place: Option<&str>) {
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        attributes.extend(place.map(|place| ("id", place)));
        self.markup.open("figure", &attributes);
        if let Some(picture) = picture {
            let bytes = STANDARD.encode(picture.bare());
            let source = format!("data:{};base64,{bytes}", picture.bare_media_type());
            let (width, height) = (picture.width.to_string(), picture.height.to_string());
            let attributes =
                [("src", source.as_str()), ("alt", alternative), ("width", &width), ("height", &height)];
            self.markup.empty("img", &attributes);
        } else {
            let words = format!("{} {alternative}", self.words.get(Phrase::Picture));
            self.markup.text_element("p", &[("class", "box")], &words);
        }
        self.markup.close("figure");
    }
}
