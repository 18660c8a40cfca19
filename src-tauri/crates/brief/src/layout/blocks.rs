//! The body, block by block: headings, paragraphs, lists, quotations; tables and boxes have rooms of their own.

use super::break_costs::{FORBIDDEN, KEPT, PARTS};
use super::builder::Builder;
use super::flow::Flow;
use super::galley::{Context, Frame};
use super::set::Spans;
use super::sheet::{BLOCK, LINE, accent, body, label, soft};
use crate::document::{Block, Content, Inline, Number, Quotation, Text};
use crate::fonts::Face;
use crate::page::{ElementId, ElementKind, Structure};
use crate::resolve::letter;
use crate::text::Style;
use crate::words::Phrase;

/// Indent of a sub-paragraph's text behind the text column, and of a bullet's.
const SUB: f32 = 20.0;
const BULLET: f32 = 16.0;

impl<'a> Builder<'a> {
    pub(super) fn content(&mut self, block: &'a Block) {
        if !matches!(block.content, Content::Paragraph { number: Number::Sub(_), .. }) {
            self.end_list();
        }
        match &block.content {
            Content::Heading { level, text } => self.heading(*level, text, &block.place),
            Content::Paragraph { number: Number::Sub(number), lead, text } => {
                self.sub_paragraph(*number, lead, text);
            }
            Content::Paragraph { number, lead, text } => self.paragraph(*number, lead, text),
            Content::Bullets(items) => {
                self.bullets(items, Structure::ROOT, self.scale.text, self.scale.measure);
            }
            Content::Quotation(quotation) => self.quotation(quotation),
            Content::Position(standing) => self.position(standing),
            Content::PositionsTable(table) => self.positions_table(table, &block.place),
            Content::Profile(profile) => self.profile(profile),
            Content::Timeline { label, caption, rows } => self.timeline(label, caption, rows, &block.place),
            Content::Findings(findings) => self.findings(findings, &block.place),
            Content::Square(square) => self.square(square, &block.place),
            Content::Change(change) => self.change(change),
            Content::LinesToTake(items) => self.lines_to_take(items),
            Content::DefensiveLines(pairs) => self.defensive_lines(pairs),
            Content::PressLine(items) => self.press_line(items),
            Content::Options(options) => self.options(options),
            Content::Recommendation(text) => self.recommendation(text),
            Content::Picture { picture, alternative, caption } => {
                self.picture(picture.as_ref(), alternative, caption);
            }
            Content::PageBreak => self.new_page(),
        }
        self.above = Some(&block.content);
    }

    pub(super) fn heading(&mut self, level: u8, text: &[Inline], place: &str) {
        let text: Text = text.to_vec();
        self.begin_heading();
        let (style, left, before, after) = if level <= 1 {
            (accent(14.0), 0.0, self.spacing(24.0, 20.0), 8.0)
        } else {
            (label(12.0), self.scale.text, 8.0, 0.0)
        };
        let spans = self.portioned(Spans::default().text(&text, style), style);
        let set = self.heading_text(spans);
        let element = self.structure.add(Structure::ROOT, ElementKind::Heading(level.max(1)));
        let tags = self.tags(&set, element);
        self.bookmark(level, words(&text), place);
        self.flow(Flow::new(&set, tags, left, BLOCK - left, LINE).spaced(before, after).whole());
        self.keep_with_next(&[FORBIDDEN, KEPT]);
    }

    fn paragraph(&mut self, number: Number, lead: &Text, text: &Text) {
        let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
        let spans = self.portioned(led(lead, text, body()), body());
        let set = self.body_text(spans);
        let label = match number {
            // The space keeps it apart from the first word where the text is read without its places.
            Number::Main(number) => format!("{number} "),
            _ => String::new(),
        };
        let label = self.plain_text(Spans::of(label, soft(10.5)));
        let label_tags = self.tags(&label, element);
        let tags = self.tags(&set, element);
        let mut flow =
            Flow::new(&set, tags, self.scale.text, self.scale.measure, LINE).spaced(0.0, 8.0).noted(element);
        if let Number::Main(_) = number {
            flow = flow.hanging(&label, label_tags, 0.0);
        }
        self.flow(flow);
        if announces(text) {
            self.keep_with_next(&[KEPT]);
        }
    }

    fn sub_paragraph(&mut self, number: u32, lead: &Text, text: &Text) {
        let list = if let Some(list) = self.list {
            list
        } else {
            if let (Some(Content::Paragraph { .. }), Some(last)) = (self.above, self.since(0).last_mut()) {
                // The sub-paragraphs of a paragraph follow it without a gap.
                last.after = 0.0;
            }
            *self.list.insert(self.structure.add(Structure::ROOT, ElementKind::List))
        };
        let label = Spans::of(format!("({})", letter(number)), soft(10.5));
        let text = self.portioned(led(lead, text, body()), body());
        self.item(list, label, text, self.scale.text, SUB, self.scale.measure, 0.0);
    }

    /// Sub-paragraphs end with the space of a paragraph.
    fn end_list(&mut self) {
        if self.list.take().is_some()
            && let Some(last) = self.since(0).last_mut()
        {
            last.after = 8.0;
        }
    }

    /// Points with an en dash, as wide as `measure` from `left`.
    pub(super) fn bullets(&mut self, items: &[Text], parent: ElementId, left: f32, measure: f32) {
        let list = self.structure.add(parent, ElementKind::List);
        for (index, item) in items.iter().enumerate() {
            let after = if index + 1 == items.len() { 8.0 } else { 4.0 };
            let text = self.portioned(Spans::default().text(item, body()), body());
            self.item(list, Spans::of("–", body()), text, left, BULLET, measure, after);
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an item's geometry and its two texts; a struct would be used once"
    )]
    fn item(
        &mut self,
        list: ElementId,
        mark: Spans,
        text: Spans,
        left: f32,
        hang: f32,
        measure: f32,
        after: f32,
    ) {
        let item = self.structure.add(list, ElementKind::ListItem);
        let mark_element = self.structure.add(item, ElementKind::Label);
        let mark = self.plain_text(mark);
        let mark_tags = self.tags(&mark, mark_element);
        let element = self.structure.add(item, ElementKind::ListBody);
        let set = self.body_text(text);
        let tags = self.tags(&set, element);
        let flow = Flow::new(&set, tags, left + hang, measure - hang, LINE)
            .spaced(0.0, after)
            .breaking(PARTS)
            .hanging(&mark, mark_tags, left);
        // Boxes overhang into the margin: their evidence stays in Annex A.
        self.flow(if left + measure > self.scale.text_end() - 0.1 { flow.noted(element) } else { flow });
    }

    fn quotation(&mut self, quotation: &Quotation) {
        let quote = self.structure.add(Structure::ROOT, ElementKind::BlockQuote);
        let (left, width) = (self.scale.text + SUB, self.scale.measure - SUB);
        let element = self.structure.add(quote, ElementKind::Paragraph);
        let spans = self.portioned(Spans::default().text(&quotation.quote, body()), body());
        let set = self.body_text(spans);
        let tags = self.tags(&set, element);
        self.flow(Flow::new(&set, tags, left, width, LINE).spaced(4.0, 0.0).noted(element));
        if let Some(translation) = &quotation.translation {
            let style = Style { face: Face::SerifItalic, ..body() };
            let set = self.body_text(
                Spans::of(translation, style)
                    .then(format!(" ({})", self.words.get(Phrase::OurTranslation)), soft(9.5)),
            );
            let element = self.structure.add(quote, ElementKind::Paragraph);
            let tags = self.tags(&set, element);
            self.flow(Flow::new(&set, tags, left, width, LINE).breaking(KEPT));
        }
        if quotation.attribution.is_empty() {
            return;
        }
        let element = self.structure.add(quote, ElementKind::Paragraph);
        let set = self.plain_text(Spans::of(&quotation.attribution, soft(9.5)));
        let tags = self.tags(&set, element);
        self.flow(Flow::new(&set, tags, left, width, 12.0).spaced(0.0, 12.0).breaking(FORBIDDEN).whole());
    }

    fn recommendation(&mut self, text: &Text) {
        let section = self.structure.add(Structure::ROOT, ElementKind::Section);
        let frame = Context { frame: Frame::Bar(4.0), ..Context::default() };
        let title = self.words.get(Phrase::Recommendation);
        // A heading that says the same says it better.
        let headed = matches!(self.above, Some(Content::Heading { text, .. }) if words(text) == title);
        self.within(frame, |builder| {
            if !headed {
                let head = builder.plain_text(Spans::of(title, accent(11.0)));
                let element = builder.structure.add(section, ElementKind::Paragraph);
                let tags = builder.tags(&head, element);
                builder.flow(
                    Flow::new(&head, tags, builder.scale.text, builder.scale.measure, LINE).spaced(8.0, 0.0),
                );
                builder.keep_with_next(&[FORBIDDEN]);
            }
            let spans = builder.portioned(Spans::default().text(text, body()), body());
            let set = builder.body_text(spans);
            let element = builder.structure.add(section, ElementKind::Paragraph);
            let tags = builder.tags(&set, element);
            builder.flow(
                Flow::new(&set, tags, builder.scale.text, builder.scale.measure, LINE)
                    .spaced(0.0, 12.0)
                    .noted(element),
            );
        });
    }
}

/// A bold opening, then the rest.
fn led(lead: &Text, text: &Text, style: Style) -> Spans {
    let opening = Style { face: Face::SerifSemibold, ..style };
    let spans = Spans::default().text(lead, opening);
    let spaced = lead.is_empty() || text.is_empty() || words(lead).ends_with(char::is_whitespace);
    let spaced = spaced || starts_with_space(text);
    let spans = if spaced { spans } else { spans.then(" ", style) };
    spans.text(text, style)
}

fn starts_with_space(text: &Text) -> bool {
    match text.first() {
        Some(Inline::Words { text, .. }) => text.starts_with(char::is_whitespace),
        Some(Inline::Citation(_)) => true,
        _ => false,
    }
}

/// A text that ends in a colon announces what follows.
fn announces(text: &Text) -> bool {
    matches!(text.last(), Some(Inline::Words { text, .. }) if text.trim_end().ends_with(':'))
}

/// The words alone, for bookmarks.
pub(super) fn words(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Words { text, .. }
            | Inline::Link { text, .. }
            | Inline::Reference { label: text, .. } => text.as_str(),
            Inline::Citation(_) | Inline::Footnote(_) => "",
        })
        .collect()
}
