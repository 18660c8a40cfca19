//! Running text of the document to set text: faces, citations, links, and which span belongs to what.

use super::Missing;
use super::builder::Builder;
use super::sheet::BLOCK;
use crate::document::{Cited, Inline, Text};
use crate::fonts::Face;
use crate::page::{Artifact, Colour, ElementId, ElementKind, LinkTarget, Tag};
use crate::text::{
    Cited as Number, Language, Line, Paragraph, Remembered, Setting, Span, Style, citation, pitch_of,
};
use crate::words::Phrase;
use std::sync::Arc;

/// Text that has been shaped, with what the layout needs to know of its spans.
#[derive(Debug, Clone)]
pub(super) struct Set {
    paragraph: Arc<Remembered>,
    linked: Vec<bool>,
    /// How much leading its script wants for each point of the design's.
    pub(super) pitch: f32,
    /// Evidence numbers by the span that shows them.
    pub(super) cited: Vec<(usize, u32)>,
    /// Footnotes by the span that refers to them.
    pub(super) footnotes: Vec<(usize, u32)>,
}

impl Set {
    pub(super) fn lines(&self, width: f32) -> Vec<Line> {
        self.paragraph.lines(width)
    }

    pub(super) fn count(&self, width: f32) -> usize {
        self.paragraph.line_count(width)
    }

    pub(super) fn natural_width(&self) -> f32 {
        self.paragraph.paragraph().natural_width()
    }

    pub(super) fn min_width(&self) -> f32 {
        self.paragraph.paragraph().min_width()
    }

    /// Tags of text that is drawn but not read.
    pub(super) fn artifact(&self) -> Vec<Tag> {
        vec![Tag::Artifact(Artifact::Layout); self.linked.len()]
    }
}

/// Running text in the making.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_field_names, reason = "the spans are what it is; the others go by them")]
pub(super) struct Spans {
    spans: Vec<Span>,
    cited: Vec<(usize, u32)>,
    footnotes: Vec<(usize, u32)>,
    /// What links within the note say of where they lead, by their spans: a phrase and what is put into it.
    spoken: Vec<(usize, Phrase, String)>,
}

impl Spans {
    pub(super) fn of(text: impl Into<String>, style: Style) -> Self {
        Self::default().then(text, style)
    }

    /// Plain words of which some, a date perhaps, stay on one line where it is wide enough.
    pub(super) fn keeping(text: &str, whole: &str, style: Style) -> Self {
        match text.split_once(whole).filter(|_| !whole.is_empty()) {
            Some((before, after)) => {
                Self::of(before, style).span(Span::new(whole, style).kept_together()).then(after, style)
            }
            None => Self::of(text, style),
        }
    }

    /// Adds plain words.
    pub(super) fn then(mut self, text: impl Into<String>, style: Style) -> Self {
        self.spans.push(Span::new(text, style));
        self
    }

    /// Adds another running text.
    pub(super) fn join(mut self, other: Self) -> Self {
        let shift = self.spans.len();
        self.spans.extend(other.spans);
        self.cited.extend(other.cited.into_iter().map(|(span, number)| (span + shift, number)));
        self.footnotes.extend(other.footnotes.into_iter().map(|(span, number)| (span + shift, number)));
        self.spoken.extend(other.spoken.into_iter().map(|(span, phrase, what)| (span + shift, phrase, what)));
        self
    }

    /// Adds one span as it is.
    pub(super) fn span(mut self, span: Span) -> Self {
        self.spans.push(span);
        self
    }

    /// Adds running text in `style`, strong and emphasised words in their faces.
    pub(super) fn text(mut self, text: &Text, style: Style) -> Self {
        for inline in text {
            match inline {
                Inline::Words { text, strong, emphasis, language } => {
                    let span = Span::new(text.clone(), style.face(face(style.face, *strong, *emphasis)));
                    self.spans.push(match language {
                        Some(tag) => span.in_language(Language::new(tag)),
                        None => span,
                    });
                }
                Inline::Citation(cited) => self = self.citation(cited, &style),
                Inline::Reference { label, place } => {
                    self.spoken.push((self.spans.len(), Phrase::SpokenParagraph, label.clone()));
                    self.spans.push(
                        Span::new(label.clone(), style.colour(Colour::ACCENT))
                            .linked(LinkTarget::Place(place.clone()), "")
                            .kept_together(),
                    );
                }
                Inline::Footnote(number) => {
                    // A sliver of space, so that the number is not copied or read as part of the word before it.
                    let sliver = Style { size: style.size / 3.0, ..style };
                    self.spans.push(Span::new("\u{202F}", sliver).kept_together());
                    self.footnotes.push((self.spans.len(), *number));
                    self.spoken.push((self.spans.len(), Phrase::SpokenFootnote, number.to_string()));
                    self.spans.push(
                        Span::new(number.to_string(), style.superior().colour(Colour::ACCENT))
                            .linked(LinkTarget::Place(footnote_place(*number)), "")
                            .kept_together(),
                    );
                }
                Inline::Link { url, text } => self.spans.push(
                    Span::new(text.clone(), style.colour(Colour::ACCENT))
                        .linked(LinkTarget::Address(url.clone()), url.clone()),
                ),
            }
        }
        self
    }

    /// Adds numbers that lead to Annex A and may stand on a line of their own: in narrow columns several numbers
    /// bound to a date would be wider than the column.
    pub(super) fn loose_citation(self, cited: &[Cited], style: &Style) -> Self {
        let bound = cited.len() < 2;
        let first = self.spans.len();
        let mut spans = self.citation(cited, style);
        if let Some(space) = spans.spans.get_mut(first).filter(|_| !bound) {
            " ".clone_into(&mut space.text);
            space.together = false;
        }
        spans
    }

    /// Adds numbers that lead to Annex A.
    pub(super) fn citation(mut self, cited: &[Cited], style: &Style) -> Self {
        let numbers: Vec<Number> = cited
            .iter()
            .map(|cited| Number {
                label: cited.label(),
                destination: cited.place(),
                description: String::new(),
            })
            .collect();
        let mut remaining = cited.iter().peekable();
        for span in citation(&numbers, style) {
            let here = self.spans.len();
            match remaining.next_if(|_| span.link.is_some()) {
                Some(Cited::Evidence(number)) => {
                    self.cited.push((here, *number));
                    self.spoken.push((here, Phrase::SpokenEvidence, number.to_string()));
                }
                Some(source) => self.spoken.push((here, Phrase::SpokenSource, source.label())),
                None => {}
            }
            self.spans.push(span);
        }
        self
    }
}

/// Name of a footnote's place.
pub(super) fn footnote_place(number: u32) -> String {
    format!("footnote-{number}")
}

fn face(face: Face, strong: bool, emphasis: bool) -> Face {
    match (face.is_serif(), strong, emphasis) {
        (true, true, _) => Face::SerifSemibold,
        (true, false, true) => Face::SerifItalic,
        (false, true, _) => Face::SansSemibold,
        (false, false, true) => Face::SansItalic,
        (_, false, false) => face,
    }
}

impl Builder<'_> {
    /// The text behind the portion mark of the block it belongs to, where the note has portion marks.
    pub(super) fn portioned(&self, spans: Spans, style: Style) -> Spans {
        match &self.portion {
            Some(portion) => Spans::of(format!("{portion} "), style).join(spans),
            None => spans,
        }
    }

    /// Shapes body text: hyphens as the language wants.
    pub(super) fn body_text(&mut self, spans: Spans) -> Set {
        let setting = Setting::body(self.language.clone());
        self.set(spans, &setting)
    }

    /// Shapes headings, boxes, names and cells: no hyphens.
    pub(super) fn plain_text(&mut self, spans: Spans) -> Set {
        let setting = Setting::unhyphenated(self.language.clone());
        self.set(spans, &setting)
    }

    /// Shapes titles and headings: no hyphens, and lines that are alike rather than full with a word left over.
    pub(super) fn heading_text(&mut self, spans: Spans) -> Set {
        let setting = Setting { rag: BLOCK, ..Setting::unhyphenated(self.language.clone()) };
        self.set(spans, &setting)
    }

    /// Shapes text; remembers characters that cannot be drawn.
    pub(super) fn set(&mut self, mut spans: Spans, setting: &Setting) -> Set {
        for (span, phrase, what) in &spans.spoken {
            if let Some(link) = spans.spans.get_mut(*span).and_then(|span| span.link.as_mut()) {
                link.description = self.words.with(*phrase, &[("label", what), ("number", what)]);
            }
        }
        for span in &mut spans.spans {
            span.style = self.scale.style(span.style);
        }
        let paragraph = match self.memory {
            Some(memory) => memory.paragraph(&self.fonts, &spans.spans, setting),
            None => Arc::new(Paragraph::new(&self.fonts, &spans.spans, setting).into()),
        };
        let missing = paragraph.paragraph().missing().iter().map(|missing| missing.character);
        match &mut self.missing {
            Some(met) => met.all.extend(missing),
            met => *met = Missing::first(missing, self.block),
        }
        Set {
            paragraph,
            pitch: self.pitch.max(pitch_of(spans.spans.iter().map(|span| span.text.as_str()))),
            linked: spans.spans.iter().map(|span| span.link.is_some()).collect(),
            cited: spans.cited,
            footnotes: spans.footnotes,
        }
    }

    /// Tags for the spans of `set` within `element`: links are elements of their own.
    pub(super) fn tags(&mut self, set: &Set, element: ElementId) -> Vec<Tag> {
        set.linked
            .iter()
            .map(|linked| {
                Tag::Element(if *linked { self.structure.add(element, ElementKind::Link) } else { element })
            })
            .collect()
    }
}
