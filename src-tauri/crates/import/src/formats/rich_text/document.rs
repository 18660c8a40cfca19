//! What the words of Rich Text make together: groups, destinations, paragraphs.

use std::collections::HashMap;

use super::characters::Characters;
use super::destination::{self, Destination};
use super::state::{Facts, Paragraph, Seen, State};
use super::stream::Stream;
use super::words::{Word, Words};
use crate::extracted::{Kind, Span};
use crate::pieces::Piece;
use crate::refusal::Reason;

/// A document as far as it has been read.
#[derive(Default)]
pub(super) struct Document {
    characters: Characters,
    state: State,
    groups: Vec<State>,
    stream: Stream,
    /// What surrounds a text that is read apart, such as a footnote.
    outside: Vec<Stream>,
    notes: Vec<Piece>,
    boxes: Vec<Piece>,
    /// The outline levels of the styles, by their numbers.
    styles: HashMap<i32, u8>,
    style_name: String,
    /// The mark or number in front of an item, as it is printed.
    marker: Option<String>,
    running: String,
    /// Characters to pass over, because the one before says the same better.
    spare: usize,
    /// Whether the group began with the sign that it may be passed over.
    optional: bool,
    pub(super) facts: Facts,
    pub(super) seen: Seen,
}

/// The most groups inside one another.
const DEEPEST: usize = 1_000;

impl Document {
    /// Reads the document.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Result<(), Reason> {
        let mut words = Words::of(bytes);
        while let Some(word) = words.next() {
            if let Word::Byte(byte) = word {
                if self.spare > 0 {
                    self.spare -= 1;
                } else {
                    self.characters.push(byte);
                }
                continue;
            }
            self.flush();
            match word {
                Word::Open => self.open()?,
                Word::Close => {
                    self.close();
                    if self.groups.is_empty() {
                        return Ok(());
                    }
                }
                Word::Control("bin", length) => {
                    words.pass_over(length.unwrap_or_default().try_into().unwrap_or(0));
                }
                Word::Control(..) | Word::Symbol(_) if self.spare > 0 => self.spare -= 1,
                Word::Control(name, number) => self.control(name, number),
                Word::Symbol(symbol) => self.symbol(symbol),
                Word::Byte(_) => {}
            }
        }
        self.flush();
        self.seen.cut_short = true;
        while !self.groups.is_empty() {
            self.close();
        }
        Ok(())
    }

    /// The finished text, with the notes behind it.
    pub(super) fn finish(mut self) -> (String, Vec<Span>) {
        self.end_paragraph();
        let mut flow = self.stream.finish();
        for (place, note) in self.notes.iter().enumerate() {
            note.append_marked(&format!("[{}] ", place + 1), &mut flow);
        }
        flow.finish()
    }

    /// Whether the head or the foot of the pages says more than their numbers.
    pub(super) fn has_running_heads(&self) -> bool {
        let words = self.running.split_whitespace();
        words.filter(|word| word.chars().any(char::is_alphabetic)).nth(1).is_some()
    }

    fn open(&mut self) -> Result<(), Reason> {
        if self.groups.len() >= DEEPEST {
            return Err(Reason::TooDeep);
        }
        (self.spare, self.optional) = (0, false);
        self.groups.push(self.state);
        self.state.begins = false;
        Ok(())
    }

    fn close(&mut self) {
        self.spare = 0;
        let ended = self.state;
        self.state = self.groups.pop().unwrap_or_default();
        if ended.destination == Destination::Styles {
            self.end_style(ended.paragraph);
        }
        if !ended.begins {
            return;
        }
        match ended.destination {
            Destination::Note | Destination::Box => {
                let piece = self.step_back(ended.paragraph);
                if ended.destination == Destination::Note {
                    self.notes.push(piece);
                } else {
                    self.boxes.push(piece);
                }
            }
            _ => {}
        }
    }

    fn end_style(&mut self, style: Paragraph) {
        let name = std::mem::take(&mut self.style_name).trim_end_matches(';').trim().to_lowercase();
        let named = name
            .strip_prefix("heading ")
            .and_then(|level| level.parse::<u8>().ok())
            .map(|level| level - level.min(1));
        let title = (name == "title").then_some(0);
        if let Some(outline) = style.outline.or(named).or(title) {
            self.styles.insert(style.style, outline);
        }
    }

    /// Begins a destination, unless what is around it is passed over anyhow.
    fn begin(&mut self, destination: Destination) {
        let shape = self.state.destination == Destination::Shape && destination == Destination::Box;
        if !self.state.destination.is_shown() && self.state.destination != Destination::Info && !shape {
            self.state.destination = Destination::Nothing;
            return;
        }
        self.state.destination = destination;
        self.state.begins = true;
        match destination {
            Destination::Note => {
                let mark = format!("[{}]", self.notes.len() + self.outside.len() + 1);
                self.show(&mark);
                self.step_aside();
            }
            Destination::Box => self.step_aside(),
            Destination::Marker => self.marker = Some(String::new()),
            Destination::Picture => self.seen.pictures += 1,
            Destination::Comment => self.seen.comments += 1,
            _ => {}
        }
    }

    fn step_aside(&mut self) {
        self.outside.push(std::mem::take(&mut self.stream));
        self.state.paragraph = Paragraph::default();
    }

    fn step_back(&mut self, paragraph: Paragraph) -> Piece {
        let marker = self.marker.take();
        self.stream.end_paragraph(self.kind(paragraph, marker), paragraph.in_table);
        let outside = self.outside.pop().unwrap_or_default();
        Piece::of(std::mem::replace(&mut self.stream, outside).finish())
    }

    fn flush(&mut self) {
        if let Some(text) = self.characters.take(self.state.font) {
            self.emit(&text);
        }
    }

    fn emit(&mut self, text: &str) {
        match self.state.destination {
            Destination::Text | Destination::Note | Destination::Box => self.show(text),
            Destination::Title => self.facts.title.get_or_insert_default().push_str(text),
            Destination::Author => self.facts.author.get_or_insert_default().push_str(text),
            Destination::Styles => self.style_name.push_str(text),
            Destination::Marker => self.marker.get_or_insert_default().push_str(text),
            Destination::Running => self.running.push_str(text),
            _ => {}
        }
    }

    fn show(&mut self, text: &str) {
        if !self.state.hidden {
            self.stream.flow(self.state.paragraph.in_table).words(text);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.optional = true,
            b'~' => self.emit("\u{a0}"),
            b'_' => self.emit("\u{2011}"),
            b'\\' | b'{' | b'}' => self.emit(char::from(symbol).encode_utf8(&mut [0; 4])),
            b'\r' | b'\n' => self.end_paragraph(),
            _ => {}
        }
    }

    fn control(&mut self, name: &str, number: Option<i32>) {
        let optional = std::mem::take(&mut self.optional);
        if let Some(destination) = destination::of(name) {
            self.begin(destination);
            return;
        }
        // A picture for newer programs, which is the picture.
        if optional && name != "shppict" {
            self.state.destination = Destination::Nothing;
            return;
        }
        if let Some(text) = destination::character(name) {
            self.emit(text);
            return;
        }
        let on = number != Some(0);
        let number = number.unwrap_or_default();
        let small = u8::try_from(number).unwrap_or_default();
        let state = &mut self.state;
        match name {
            "u" => {
                self.spare = state.stand_ins;
                if let Some(character) = self.characters.unit(number) {
                    self.emit(character.encode_utf8(&mut [0; 4]));
                }
            }
            "uc" => state.stand_ins = usize::try_from(number).unwrap_or(1),
            "ansicpg" => self.characters.set_document(number),
            "mac" => self.characters.set_document(10_000),
            "f" | "deff" => state.font = number,
            "fcharset" => self.characters.set_font(state.font, number),
            "plain" => state.hidden = false,
            "v" => state.hidden = on,
            "deleted" => {
                state.hidden = on;
                self.seen.changes |= on;
            }
            "revised" => self.seen.changes |= on,
            "pard" => {
                state.paragraph = Paragraph { style: 0, ..Paragraph::default() };
            }
            "s" => state.paragraph.style = number,
            "outlinelevel" => state.paragraph.outline = Some(small),
            "ls" => state.paragraph.list = number > 0,
            "ilvl" => state.paragraph.level = small.min(8),
            "intbl" => state.paragraph.in_table = on,
            "trhdr" => self.stream.header = true,
            "trowd" => self.stream.header = false,
            "cell" => {
                self.end_paragraph();
                self.stream.end_cell();
            }
            "row" => self.stream.end_row(),
            "par" | "sect" => self.end_paragraph(),
            "line" | "page" | "column" if state.destination.is_shown() => {
                self.stream.flow(state.paragraph.in_table).line_break();
            }
            "yr" => self.date(0, number),
            "mo" => self.date(1, number),
            "dy" => self.date(2, number),
            _ => {}
        }
    }

    fn date(&mut self, place: usize, number: i32) {
        if self.state.destination == Destination::Created
            && let Some(part) = self.facts.date.get_mut(place)
        {
            *part = Some(number);
        }
    }

    fn end_paragraph(&mut self) {
        if !self.state.destination.is_shown() {
            self.emit(" ");
            return;
        }
        let marker = self.marker.take();
        let kind = self.kind(self.state.paragraph, marker);
        self.stream.end_paragraph(kind, self.state.paragraph.in_table);
        if !self.state.paragraph.in_table {
            for piece in std::mem::take(&mut self.boxes) {
                piece.append_to(self.stream.flow(false));
            }
        }
    }

    fn kind(&self, paragraph: Paragraph, marker: Option<String>) -> Kind {
        let outline = paragraph.outline.or_else(|| self.styles.get(&paragraph.style).copied());
        if let Some(outline) = outline.filter(|outline| *outline < 9) {
            return Kind::Heading { level: (outline + 1).min(6) };
        }
        if paragraph.list || marker.is_some() {
            let digits: String =
                marker.unwrap_or_default().trim().chars().take_while(char::is_ascii_digit).collect();
            return Kind::ListItem { depth: paragraph.level + 1, number: digits.parse().ok() };
        }
        Kind::Paragraph
    }
}
