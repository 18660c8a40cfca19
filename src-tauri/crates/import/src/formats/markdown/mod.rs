//! Markdown: the text without its marks, and the structure the marks give it.

mod front_matter;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html;
use crate::encoding::{self, Decoded};
use crate::extracted::{Extracted, Kind, Warning};
use crate::flow::Flow;
use crate::nesting::Within;
use crate::refusal::Reason;
use crate::{Confidence, Format, Input, guess, signature};

/// Markdown as `CommonMark` and `GitHub` write it, with front matter if there is any.
pub(crate) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "Markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        let named = input.media_type() == "text/markdown"
            || (input.media_hint.is_none() && self.extensions().contains(&input.extension().as_str()));
        if named && signature::of_bytes(input.bytes).is_none() && !encoding::is_binary(input.bytes) {
            Confidence::Likely
        } else {
            Confidence::No
        }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let Decoded { text: source, mut warnings } = encoding::decode(input.bytes, input.charset())?;
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
        let mut reading = Reading::default();
        for event in Parser::new_ext(&source, options) {
            reading.event(event)?;
        }
        let Reading { mut flow, front_matter, pictures, .. } = reading;
        flow.end_block();

        let (text, blocks) = flow.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        warnings.extend(Warning::pictures(pictures));
        let mut meta = front_matter::read(&front_matter);
        meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
        meta.published = meta.published.or_else(|| guess::published(&text));
        meta.language = meta.language.or_else(|| guess::language(&text));
        let media_type = "text/markdown".to_owned();
        Ok(Extracted { warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}

/// A document as far as it has been read.
#[derive(Default)]
struct Reading {
    flow: Flow,
    front_matter: String,
    pictures: usize,
    place: Place,
    around: Place,
    held: String,
    /// A footnote's mark, which waits for the first words of the note.
    label: Option<String>,
}

/// What the text that comes next is.
#[derive(Default, Clone, Copy, PartialEq)]
enum Place {
    #[default]
    Running,
    /// Spaces and line ends matter.
    Code,
    /// A picture's description, which is no part of the text.
    Picture,
    /// Facts in front of the text.
    FrontMatter,
    /// A cell of a table's row; the first needs no mark before it.
    Cell { first: bool },
}

impl Reading {
    fn event(&mut self, event: Event<'_>) -> Result<(), Reason> {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag)?,
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Html(html) => self.held.push_str(&html),
            Event::InlineHtml(html) => {
                if html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) {
                    self.line_break();
                }
            }
            Event::FootnoteReference(label) => self.text(&format!("[{label}]")),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.line_break(),
            Event::Rule => self.flow.end_block(),
            Event::TaskListMarker(done) => self.flow.words(if done { "[x] " } else { "[ ] " }),
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.flow.enter(Within::Heading(level as u8)),
            Tag::BlockQuote(_) => self.flow.enter(Within::Quote),
            Tag::List(first) => {
                self.flow.enter(Within::List(first.map(|n| u32::try_from(n).unwrap_or(u32::MAX))));
            }
            Tag::Item => self.flow.enter_item(None),
            Tag::Paragraph | Tag::Table(_) => self.flow.end_block(),
            Tag::FootnoteDefinition(label) => {
                self.flow.end_block();
                self.label = Some(format!("[{label}] "));
            }
            Tag::CodeBlock(_) => {
                self.flow.end_block();
                self.place = Place::Code;
            }
            Tag::TableHead | Tag::TableRow => self.place = Place::Cell { first: true },
            Tag::TableCell => {
                if self.place == (Place::Cell { first: false }) {
                    self.flow.cell_break();
                }
                self.place = Place::Cell { first: false };
            }
            Tag::Image { .. } => {
                self.pictures += 1;
                self.around = std::mem::replace(&mut self.place, Place::Picture);
            }
            Tag::MetadataBlock(_) => self.place = Place::FrontMatter,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), Reason> {
        match tag {
            TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.flow.leave(),
            TagEnd::Paragraph | TagEnd::FootnoteDefinition => self.flow.end_block(),
            TagEnd::CodeBlock => {
                self.flow.end(Kind::Code);
                self.place = Place::Running;
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.flow.end(Kind::TableRow { header: tag == TagEnd::TableHead });
                self.place = Place::Running;
            }
            TagEnd::HtmlBlock => {
                self.flow.end_block();
                self.pictures += html::append(&std::mem::take(&mut self.held), &mut self.flow)?;
            }
            TagEnd::Image => self.place = self.around,
            TagEnd::MetadataBlock(_) => self.place = Place::Running,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(label) = self.label.take() {
            self.flow.words(&label);
        }
        match self.place {
            Place::Running | Place::Cell { .. } => self.flow.words(text),
            Place::Code => self.flow.verbatim(text),
            Place::FrontMatter => self.front_matter.push_str(text),
            Place::Picture => {}
        }
    }

    fn line_break(&mut self) {
        match self.place {
            Place::Running => self.flow.line_break(),
            _ => self.text(" "),
        }
    }
}
