//! What stands on every page around the text: marking, header line, footer line. All of it artifacts.

use super::Missing;
use super::scale::Scale;
use super::sheet::{BLOCK, Sheet, sans, soft};
use crate::document::{Document, Marking, MarkingPlace};
use crate::fonts::{Face, Fonts};
use crate::page::{Artifact, Colour, Page, Rect, Rule, Tag};
use crate::text::{Language, Line, Measure, Paragraph, Setting, Span, Style};
use crate::words::{Phrase, Words};
use std::fmt::Display;

/// Beyond this width a marking is set smaller and on two lines, a title or a reference is cut.
const MARKING_WIDTH: f32 = 380.0;
const TITLE_WIDTH: f32 = 300.0;
const REFERENCE_WIDTH: f32 = BLOCK - TITLE_WIDTH - APART;
/// The least between two things on a line.
const APART: f32 = 12.0;

/// Running matter, set once for all pages.
pub(super) struct Running {
    sheet: Sheet,
    fonts: Fonts,
    language: Language,
    words: Words,
    title: Line,
    reference: Line,
    cutoff: Line,
    copy: Line,
    marking: Option<(Marking, Vec<Line>)>,
    /// How many pages there are.
    pub(super) total: usize,
}

impl Running {
    pub(super) fn new(document: &Document, sheet: Sheet, fonts: &Fonts) -> Result<Self, Missing> {
        let head = &document.head;
        let setter = Setter { fonts, scale: sheet.scale, language: Language::new(&document.language) };
        let marking = head
            .marking
            .clone()
            .map(|marking| setter.marking(&marking, sheet.marking_lines).map(|lines| (marking, lines)));
        Ok(Self {
            sheet,
            fonts: fonts.clone(),
            language: setter.language.clone(),
            words: Words::of(&document.language),
            title: setter.shortened(&head.title, TITLE_WIDTH)?,
            reference: setter.shortened(&head.reference_line, REFERENCE_WIDTH)?,
            cutoff: setter.line(&head.cutoff_line, soft(9.0))?,
            copy: setter.line(&head.copy_line, soft(9.0))?,
            marking: marking.transpose()?,
            total: 0,
        })
    }

    /// Draws everything on `page`.
    pub(super) fn draw(&self, page: &mut Page) {
        let upright = page.size.height > page.size.width;
        let sheet = self.sheet.lying(!upright);
        let (left, right, block) = (sheet.left, sheet.left + sheet.block, sheet.block);
        let (header, footer) = (Tag::Artifact(Artifact::Header), Tag::Artifact(Artifact::Footer));
        let down = sheet.top - 88.0;
        let up = sheet.footer_shift;
        let place = sheet.placing(0.0);
        if page.number > 1 {
            let (title, reference) = (&self.title, &self.reference);
            title.place(page, place.x(0.0, title.width), 63.0 + down, 12.0, |_| header);
            let x = place.x(block - reference.width, reference.width);
            reference.place(page, x, 63.0 + down, 12.0, |_| header);
            page.draw(header, Rule::horizontal(left, right, 69.0 + down, 0.4, Colour::HAIR));
        }
        page.draw(footer, Rule::horizontal(left, right, 779.0 - up, 0.4, Colour::HAIR));
        let baseline = 792.0 - up;
        self.cutoff.place(page, place.x(0.0, self.cutoff.width), baseline, 12.0, |_| footer);
        // In the middle, or behind what stands before it.
        let middle = ((block - self.copy.width) / 2.0).max(self.cutoff.width + APART);
        self.copy.place(page, place.x(middle, self.copy.width), baseline, 12.0, |_| footer);
        let setter = Setter { fonts: &self.fonts, scale: self.sheet.scale, language: self.language.clone() };
        let number = [("page", &page.number as &dyn Display), ("total", &self.total)];
        if let Ok(number) = setter.line(&self.words.with(Phrase::PageOf, &number), sans(9.0)) {
            number.place(page, place.x(block - number.width, number.width), baseline, 12.0, |_| footer);
        }
        if let Some((marking, lines)) = &self.marking {
            marking_lines(marking, lines, &sheet, page, 39.0, header);
            if marking.place != MarkingPlace::TopRight {
                marking_lines(marking, lines, &sheet, page, 813.0 - up, footer);
            }
        }
    }
}

/// Centred, or at the right whichever way the note runs: so the schemes want it.
fn marking_lines(marking: &Marking, lines: &[Line], sheet: &Sheet, page: &mut Page, baseline: f32, tag: Tag) {
    let right = sheet.left + sheet.block;
    for (index, line) in lines.iter().enumerate() {
        let baseline = baseline + 16.0 * index as f32;
        let (width, middle) = (line.width, sheet.size.width / 2.0);
        match marking.place {
            MarkingPlace::TopAndBottom => line.place(page, middle - width / 2.0, baseline, 16.0, |_| tag),
            MarkingPlace::TopRight => line.place(page, right - width, baseline, 16.0, |_| tag),
            MarkingPlace::TrafficLight => {
                let label = Rect::new(right - width - 14.0, baseline - 12.0, width + 14.0, 18.0);
                page.draw(tag, Rule { area: label, colour: Colour::INK });
                line.place(page, right - width - 7.0, baseline, 16.0, |_| tag);
            }
        }
    }
}

/// Label colours of TLP 2.0 (FIRST, August 2022) on black.
pub(crate) fn traffic_light(label: &str) -> Colour {
    match label {
        "TLP:RED" => Colour::Rgb(0xFF, 0x2B, 0x2B),
        "TLP:AMBER" | "TLP:AMBER+STRICT" => Colour::TLP_AMBER,
        "TLP:GREEN" => Colour::Rgb(0x33, 0xFF, 0x00),
        _ => Colour::PAPER,
    }
}

struct Setter<'a> {
    fonts: &'a Fonts,
    scale: Scale,
    language: Language,
}

impl Setter<'_> {
    fn lines(&self, text: &str, style: Style, width: f32) -> Result<Vec<Line>, Missing> {
        let setting = Setting::unhyphenated(self.language.clone());
        let paragraph = Paragraph::new(self.fonts, &[Span::new(text, style)], &setting);
        let missing = paragraph.missing().iter().map(|missing| missing.character);
        match Missing::first(missing, None) {
            Some(missing) => Err(missing),
            None => Ok(paragraph.lines(&Measure::even(width))),
        }
    }

    fn line(&self, text: &str, style: Style) -> Result<Line, Missing> {
        let lines = self.lines(text, self.scale.style(style), f32::MAX)?;
        Ok(lines.into_iter().next().unwrap_or(Line {
            runs: Vec::new(),
            width: 0.0,
            source: 0..0,
            hyphenated: false,
        }))
    }

    /// The words on one line, cut behind a word when they are too long, or within one that is too long alone.
    fn shortened(&self, text: &str, width: f32) -> Result<Line, Missing> {
        let whole = self.line(text, soft(9.0))?;
        if whole.width <= width {
            return Ok(whole);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        for count in (1..words.len()).rev() {
            let shorter = self.line(&format!("{} …", words[..count].join(" ")), soft(9.0))?;
            if shorter.width <= width {
                return Ok(shorter);
            }
        }
        let word = words.first().copied().unwrap_or_default();
        let first = self.lines(word, self.scale.style(soft(9.0)), width - 12.0)?;
        let cut = first.first().map_or("", |line| &word[line.source.clone()]);
        self.line(&format!("{cut}…"), soft(9.0))
    }

    fn marking(&self, marking: &Marking, rows: usize) -> Result<Vec<Line>, Missing> {
        let bold = Style::new(Face::SansBold, 12.0);
        if marking.place == MarkingPlace::TrafficLight {
            return self.lines(&marking.label, bold.colour(traffic_light(&marking.label)), f32::MAX);
        }
        let usual = self.lines(&marking.label, bold.tracked(0.06), f32::MAX)?;
        if usual.iter().all(|line| line.width <= MARKING_WIDTH) {
            return Ok(usual);
        }
        let small = Style::new(Face::SansBold, 10.5).tracked(0.06);
        let width = if rows > 1 { MARKING_WIDTH } else { BLOCK };
        self.lines(&marking.label, small, width)
    }
}
