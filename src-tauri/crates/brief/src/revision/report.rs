//! What changed, block by block, and what a person should know of.

use super::gather::{Gathered, Stray, Text, style, words_of};
use super::order::moved;
use super::read::{Reader, languages, plain};
use super::shape::{Shape, bare, shapes};
use super::{BlockChange, ChangeKind, Revised};
use crate::told::Told;
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::notes::block::{Block, Body, Inline, Text as NoteText};
use std::collections::BTreeMap;

pub(super) fn report(exported: &NoteSnapshot, told: &Told, gathered: Gathered) -> Revised {
    let report = Report { reader: Reader::new(exported, told), shapes: shapes(told) };
    let mut revised = Revised::default();
    let mut strays: BTreeMap<usize, Vec<Stray>> = BTreeMap::new();
    for stray in gathered.strays {
        strays.entry(stray.behind).or_default().push(stray);
    }
    report.added(strays.remove(&0).unwrap_or_default(), None, &mut revised);
    for (index, block) in exported.blocks.iter().enumerate() {
        let number = index + 1;
        if report.shapes.contains_key(&number) {
            let texts = gathered.texts.get(&number);
            let drawn = gathered.drawn.get(&number);
            let there = gathered.there.contains(&number);
            revised.changes.extend(report.block(number, block, there, texts, drawn));
        }
        report.added(strays.remove(&number).unwrap_or_default(), Some(block), &mut revised);
    }
    for number in moved(told, &gathered.order) {
        let Some(block) = number.checked_sub(1).and_then(|index| exported.blocks.get(index)) else {
            continue;
        };
        let before = report.before(&report.own(block), report.shapes.get(&number));
        revised.notices.push(format!(
            "“{}” stands in another place in Word, and its place is not brought back; move it in the note here.",
            beginning(&before)
        ));
    }
    if gathered.pictures > 0 {
        revised.notices.push(format!(
            "{} in Word and not brought back; put {} in the note here.",
            if gathered.pictures == 1 {
                "A picture was put in".to_owned()
            } else {
                format!("{} pictures were put in", gathered.pictures)
            },
            if gathered.pictures == 1 { "it" } else { "them" }
        ));
    }
    revised
}

/// The first words, enough to know a paragraph by.
fn beginning(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default().trim();
    let mut cut: String = line.chars().take(60).collect();
    if cut.len() < line.len() {
        cut.truncate(cut.trim_end().rfind(' ').unwrap_or(cut.len()));
        cut.push('…');
    }
    cut
}

struct Report<'a> {
    reader: Reader<'a>,
    shapes: BTreeMap<usize, Shape>,
}

impl Report<'_> {
    fn block(
        &self,
        number: usize,
        block: &Block,
        there: bool,
        texts: Option<&Vec<Text>>,
        drawn: Option<&Vec<String>>,
    ) -> Option<BlockChange> {
        let own = self.own(block);
        let shape = self.shapes.get(&number);
        let parts: Vec<u32> =
            shape.iter().flat_map(|shape| &shape.lines).flat_map(|line| &line.parts).copied().collect();
        let change = |kind, now: String, body| BlockChange {
            kind,
            block: Some(block.id),
            before: self.before(&own, shape),
            now,
            body,
        };
        let written = !own.is_empty() && own.len() == parts.len();
        if written {
            let texts = texts.map(Vec::as_slice).unwrap_or_default();
            return self.written(block, &own, texts, change);
        }
        if !there {
            return Some(change(ChangeKind::Removed, String::new(), None));
        }
        let expect: Vec<&String> = shape
            .iter()
            .flat_map(|shape| &shape.lines)
            .map(|line| &line.words)
            .filter(|it| !it.is_empty())
            .collect();
        // A table that is too wide for a page was cut into several, which say some of it again.
        let found: Vec<String> = drawn.into_iter().flatten().map(|words| bare(words)).collect();
        let same = expect.len() == found.len() && expect.iter().zip(&found).all(|(one, other)| *one == other);
        let wide = matches!(block.body, Body::PositionsTable { .. }) && expect.len() < found.len();
        let texts: String = texts.into_iter().flatten().map(|text| words_of(&text.atoms)).collect();
        if same
            || wide && expect.iter().all(|words| found.contains(words))
            || !parts.is_empty() && !texts.is_empty()
        {
            return None;
        }
        let now = drawn.into_iter().flatten().cloned().collect::<Vec<_>>().join("\n");
        (!expect.is_empty()).then(|| change(ChangeKind::Drawn, now, None))
    }

    /// The texts of a block that were printed.
    fn own(&self, block: &Block) -> Vec<NoteText> {
        let texts = block.body.texts().into_iter();
        texts.filter(|text| !plain(text, &self.reader).is_empty()).cloned().collect()
    }

    /// What a block said: its texts, or the words that were drawn.
    fn before(&self, own: &[NoteText], shape: Option<&Shape>) -> String {
        if own.is_empty() {
            return shape
                .iter()
                .flat_map(|shape| &shape.lines)
                .map(|line| line.shown.clone())
                .collect::<Vec<_>>()
                .join("\n");
        }
        own.iter().map(|text| self.reader.shown(&plain(text, &self.reader))).collect::<Vec<_>>().join("\n")
    }

    fn written(
        &self,
        block: &Block,
        own: &[NoteText],
        texts: &[Text],
        change: impl Fn(ChangeKind, String, Option<Body>) -> BlockChange,
    ) -> Option<BlockChange> {
        let mut known = Vec::new();
        for text in own {
            languages(text, &mut known);
        }
        let mut found: Vec<(Option<u32>, NoteText)> = Vec::new();
        for text in texts {
            let read = self.reader.text(&text.atoms, &known);
            let read = plain(&read, &self.reader);
            if !read.is_empty() {
                found.push((text.part, read));
            }
        }
        if found.is_empty() {
            return Some(change(ChangeKind::Removed, String::new(), None));
        }
        let expect: Vec<(Option<u32>, NoteText)> =
            (0..).map(Some).zip(own.iter().map(|text| plain(text, &self.reader))).collect();
        if found == expect {
            return None;
        }
        // What stayed keeps the very form it had.
        let texts: Vec<(Option<u32>, NoteText)> = found
            .into_iter()
            .map(|found| {
                let kept = expect.iter().position(|text| *text == found).and_then(|at| own.get(at));
                (found.0, kept.cloned().unwrap_or(found.1))
            })
            .collect();
        let now: Vec<String> =
            texts.iter().map(|(_, text)| self.reader.shown(text).trim().to_owned()).collect();
        Some(change(ChangeKind::Edited, now.join("\n"), Some(with(&block.body, &texts, &self.reader))))
    }

    fn added(&self, strays: Vec<Stray>, behind: Option<&Block>, revised: &mut Revised) {
        for Stray { line, .. } in strays {
            let words = words_of(&line.atoms);
            if line.in_table {
                revised.notices.push(format!(
                    "“{}” stands in a table and is not brought back; put it in the note here.",
                    words.trim()
                ));
                continue;
            }
            let text = plain(&self.reader.text(&line.atoms, &[]), &self.reader);
            let body = match style(&line.style).as_str() {
                "heading1" | "title" => Body::Heading { level: 1, text },
                name if name.starts_with("heading") => Body::Heading { level: 2, text },
                "numberedparagraph" => Body::Paragraph { level: 1, lead: Vec::new(), text },
                "subparagraph" => Body::Paragraph { level: 2, lead: Vec::new(), text },
                "listbullet" | "linestotakeitem" => Body::Bullets { items: vec![text] },
                _ => Body::Paragraph { level: 0, lead: Vec::new(), text },
            };
            let now = body.texts().into_iter().map(|text| self.reader.shown(text)).collect::<String>();
            // Points that follow one another are one list.
            if let (
                Body::Bullets { items },
                Some(BlockChange {
                    kind: ChangeKind::Added,
                    block,
                    now: before,
                    body: Some(Body::Bullets { items: known }),
                    ..
                }),
            ) = (&body, revised.changes.last_mut())
                && *block == behind.map(|block| block.id)
            {
                known.extend(items.iter().cloned());
                *before = format!("{before}\n{now}");
                continue;
            }
            revised.changes.push(BlockChange {
                kind: ChangeKind::Added,
                block: behind.map(|block| block.id),
                before: String::new(),
                now,
                body: Some(body),
            });
        }
    }
}

/// The body with other texts: those that were printed, in their order, and new ones where it is a list.
fn with(body: &Body, texts: &[(Option<u32>, NoteText)], reader: &Reader<'_>) -> Body {
    let mut body = body.clone();
    match &mut body {
        Body::Bullets { items } | Body::LinesToTake { items } | Body::PressLine { items } => {
            *items = texts.iter().map(|(_, text)| text.clone()).collect();
        }
        other => {
            let printed = other.texts_mut().into_iter().filter(|text| !plain(text, reader).is_empty());
            for (number, own) in (0..).zip(printed) {
                let mut new: Vec<&NoteText> =
                    texts.iter().filter(|(part, _)| *part == Some(number)).map(|(_, text)| text).collect();
                *own = match new.len() {
                    0 => Vec::new(),
                    1 => new.remove(0).clone(),
                    _ => joined(&new),
                };
            }
            if let Body::DefensiveLines { pairs } = other {
                pairs.retain(|pair| !(pair.question.is_empty() && pair.answer.is_empty()));
            }
            if let Body::OptionsTable { options } = other {
                options.retain(|it| {
                    !(it.title.is_empty() && it.advantages.is_empty() && it.drawbacks.is_empty())
                });
            }
        }
    }
    body
}

fn joined(texts: &[&NoteText]) -> NoteText {
    let mut joined = NoteText::new();
    for text in texts {
        if !joined.is_empty() {
            joined.push(Inline::words("\n"));
        }
        joined.extend(text.iter().cloned());
    }
    joined
}
