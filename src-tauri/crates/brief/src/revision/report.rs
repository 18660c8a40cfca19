//! What changed, block by block, and what a person should know of.

use super::gather::{Gathered, Stray, Text, style, words_of};
use super::order::{Moved, moved};
use super::read::{Reader, languages, plain};
use super::shape::{Shape, bare, shapes};
use super::take::{Came, with};
use super::{BlockChange, ChangeKind, Line, Places, Revised};
use crate::told::Told;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::notes::block::{Block, Body, Text as NoteText};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn report(exported: &NoteSnapshot, told: &Told, gathered: Gathered) -> Revised {
    let mut moves: BTreeMap<usize, Vec<Moved>> = BTreeMap::new();
    let mut elsewhere: BTreeSet<usize> = BTreeSet::new();
    for moved in moved(told, &gathered.order) {
        elsewhere.extend(&moved.blocks);
        moves.entry(moved.behind).or_default().push(moved);
    }
    let mut strays: BTreeMap<usize, Vec<Stray>> = BTreeMap::new();
    for stray in gathered.strays {
        strays.entry(stray.behind).or_default().push(stray);
    }
    let pictures = gathered.pictures;
    let mut report = Report {
        exported,
        reader: Reader::new(exported, told),
        shapes: shapes(exported, told),
        texts: gathered.texts,
        drawn: gathered.drawn,
        there: gathered.there,
        strays,
        revised: Revised::default(),
    };
    for number in (0..=exported.blocks.len()).filter(|number| !elsewhere.contains(number)) {
        report.at(number);
        for moved in moves.remove(&number).unwrap_or_default() {
            report.moved(&moved);
            moved.blocks.into_iter().for_each(|number| report.at(number));
        }
    }
    let mut revised = report.revised;
    if pictures > 0 {
        revised.notices.push(format!(
            "{} in Word and not brought back; put {} in the note here.",
            if pictures == 1 {
                "A picture was put in".to_owned()
            } else {
                format!("{pictures} pictures were put in")
            },
            if pictures == 1 { "it" } else { "them" }
        ));
    }
    revised
}

struct Report<'a> {
    exported: &'a NoteSnapshot,
    reader: Reader<'a>,
    shapes: BTreeMap<usize, Shape>,
    texts: BTreeMap<usize, Vec<Text>>,
    drawn: BTreeMap<usize, Vec<String>>,
    there: BTreeSet<usize>,
    strays: BTreeMap<usize, Vec<Stray>>,
    revised: Revised,
}

impl<'a> Report<'a> {
    /// The block of that number, if it was printed, and what is new behind it; 0 is the beginning.
    fn at(&mut self, number: usize) {
        let block = self.numbered(number);
        if let Some(block) = block.filter(|_| self.shapes.contains_key(&number)) {
            self.revised.changes.extend(self.block(number, block));
        }
        for stray in self.strays.remove(&number).unwrap_or_default() {
            self.added(&stray.line, block.map(|block| block.id));
        }
    }

    fn numbered(&self, number: usize) -> Option<&'a Block> {
        self.exported.blocks.get(number.checked_sub(1)?)
    }

    fn moved(&mut self, moved: &Moved) {
        let said = |number: &usize| {
            let block = self.numbered(*number)?;
            let words = self.before(&self.own(block), self.shapes.get(number));
            // A page break says nothing, nor does a picture without a caption.
            let is_mute = words.trim().is_empty();
            let kind = || format!("({})", block.body.kind().replace('_', " "));
            Some((block.id, if is_mute { kind() } else { words }))
        };
        let (blocks, words): (Vec<BlockId>, Vec<String>) = moved.blocks.iter().filter_map(said).unzip();
        let words = words.join("\n");
        let [then, now] = moved.next_to.map(|number| said(&number?).map(|(_, words)| beginning(&words)));
        self.revised.changes.push(BlockChange {
            kind: ChangeKind::Moved,
            blocks,
            behind: self.numbered(moved.behind).map(|block| block.id),
            before: words.clone(),
            now: words,
            places: Some(Places { then, now }),
            body: None,
        });
    }

    fn block(&self, number: usize, block: &Block) -> Option<BlockChange> {
        let texts = self.texts.get(&number);
        let drawn = self.drawn.get(&number);
        let own = self.own(block);
        let shape = self.shapes.get(&number);
        let parts: Vec<u32> =
            shape.iter().flat_map(|shape| &shape.lines).flat_map(|line| &line.parts).copied().collect();
        let change = |kind, now: String, body| BlockChange {
            kind,
            blocks: vec![block.id],
            behind: None,
            before: self.before(&own, shape),
            now,
            places: None,
            body,
        };
        let written = !own.is_empty() && own.len() == parts.len();
        if written {
            let texts = texts.map(Vec::as_slice).unwrap_or_default();
            return self.written(block, &own, texts, change);
        }
        if !self.there.contains(&number) {
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
        let mut found: Vec<Came> = Vec::new();
        for Text { part, cell, is_question, atoms } in texts {
            let read = plain(&self.reader.text(atoms, &known), &self.reader);
            if !read.is_empty() {
                found.push(Came { part: *part, cell: *cell, is_question: *is_question, text: read });
            }
        }
        if found.is_empty() {
            return Some(change(ChangeKind::Removed, String::new(), None));
        }
        let expect: Vec<(Option<u32>, NoteText)> =
            (0..).map(Some).zip(own.iter().map(|text| plain(text, &self.reader))).collect();
        let is_same = |(came, (part, text)): (&Came, &(Option<u32>, NoteText))| {
            came.part == *part && came.text == *text
        };
        if found.len() == expect.len() && found.iter().zip(&expect).all(is_same) {
            return None;
        }
        // What stayed keeps the very form it had.
        let now: Vec<String> =
            found.iter().map(|came| self.reader.shown(&came.text).trim().to_owned()).collect();
        for came in &mut found {
            let kept = expect.iter().position(|(part, text)| came.part == *part && came.text == *text);
            match kept.and_then(|at| own.get(at)) {
                Some(kept) => came.text.clone_from(kept),
                None => self.reader.space(&mut came.text),
            }
        }
        Some(change(ChangeKind::Edited, now.join("\n"), Some(with(&block.body, &found, &self.reader))))
    }

    /// A paragraph that belongs to no block of ours.
    fn added(&mut self, line: &Line, behind: Option<BlockId>) {
        if line.cell.is_some() {
            self.revised.notices.push(format!(
                "“{}” stands in a table and is not brought back; put it in the note here.",
                words_of(&line.atoms).trim()
            ));
            return;
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
                behind: known_behind,
                now: before,
                body: Some(Body::Bullets { items: known }),
                ..
            }),
        ) = (&body, self.revised.changes.last_mut())
            && *known_behind == behind
        {
            known.extend(items.iter().cloned());
            *before = format!("{before}\n{now}");
            return;
        }
        self.revised.changes.push(BlockChange {
            kind: ChangeKind::Added,
            blocks: Vec::new(),
            behind,
            before: String::new(),
            now,
            places: None,
            body: Some(body),
        });
    }
}

/// The first words, enough to know a paragraph by.
fn beginning(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cut: String = words.chars().take(60).collect();
    if cut.len() < words.len() {
        cut.truncate(cut.trim_end().rfind(' ').unwrap_or(cut.len()));
        cut.truncate(cut.trim_end_matches([',', ';', ':', '.']).len());
        cut.push('…');
    }
    cut
}
