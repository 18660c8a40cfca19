//! The body, block by block: texts with their references resolved, and the blocks that draw on the dossier.

use super::Resolver;
use crate::document::{
    Block, BottomLine, Change, Cited, Content, DatedStanding, Inline, IssueStanding, Label, Number, Profile,
    Quotation, Text,
};
use crate::words;
use standpoint_core::ids::{ActorId, BlockId, ExcerptId, IssueId, PositionId};
use standpoint_core::notes::block::{
    Block as NoteBlock, Body, CitationTarget, Inline as NoteInline, Text as NoteText,
};
use standpoint_core::positions::{Position, PositionState, Relation};
use std::collections::BTreeMap;

/// The printed number of each numbered paragraph: "4", "4(b)".
pub(super) fn numbers(blocks: &[NoteBlock]) -> BTreeMap<BlockId, String> {
    let mut counter = Counter::default();
    blocks
        .iter()
        .filter_map(|block| {
            let label = match counter.next(&block.body)? {
                Number::Main(number) => number.to_string(),
                Number::Sub(number) => format!("{}({})", counter.main, letter(number)),
                Number::Without => return None,
            };
            Some((block.id, label))
        })
        .collect()
}

/// (a) for 1; past (z) it goes on with (aa).
pub(crate) fn letter(number: u32) -> String {
    let mut rest = number.max(1);
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.into_iter().collect()
}

#[derive(Default)]
struct Counter {
    main: u32,
    sub: u32,
}

impl Counter {
    /// The number of a paragraph; `None` for every other block.
    fn next(&mut self, body: &Body) -> Option<Number> {
        if unwritten(body) {
            return None;
        }
        let Body::Paragraph { level, .. } = body else {
            if matches!(body, Body::Heading { .. }) {
                self.sub = 0;
            }
            return None;
        };
        Some(match level {
            1 => {
                self.main += 1;
                self.sub = 0;
                Number::Main(self.main)
            }
            0 => Number::Without,
            _ => {
                self.sub += 1;
                Number::Sub(self.sub)
            }
        })
    }
}

/// Whether nothing has been written in a block that is there to be written in: it is not printed.
fn unwritten(body: &Body) -> bool {
    let drawn = matches!(body, Body::PositionsTable { .. } | Body::Picture { .. } | Body::Change { .. });
    let texts = body.texts();
    !drawn && !texts.is_empty() && texts.into_iter().all(is_blank)
}

fn is_blank(text: &NoteText) -> bool {
    text.iter().all(|inline| matches!(inline, NoteInline::Text { text, .. } if text.trim().is_empty()))
}

impl<'a> Resolver<'a> {
    /// Bottom lines come first, wherever they stand in the body.
    pub(super) fn bottom_lines(&mut self) -> Vec<BottomLine> {
        let snapshot = self.snapshot;
        let mut lines = Vec::new();
        for (index, block) in snapshot.blocks.iter().enumerate() {
            if let Body::BottomLine { statement, judgement } = &block.body
                && !unwritten(&block.body)
            {
                let place = place(index);
                self.citations.stand_at(&place, Label::Page);
                lines.push(BottomLine {
                    block: block.id,
                    statement: self.text(statement, block.id),
                    judgement: self.text(judgement, block.id),
                    place,
                });
            }
        }
        lines
    }

    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let snapshot = self.snapshot;
        let mut counter = Counter::default();
        // What follows a numbered paragraph under the same heading is cited by that number.
        let mut near: Option<u32> = None;
        let mut blocks = Vec::new();
        for (index, block) in snapshot.blocks.iter().enumerate() {
            let place = place(index);
            let number = counter.next(&block.body).unwrap_or(Number::Without);
            match (&block.body, number) {
                (Body::Heading { .. }, _) => near = None,
                (_, Number::Main(number)) => near = Some(number),
                _ => {}
            }
            let numbered = match &block.body {
                Body::LinesToTake { .. }
                | Body::PressLine { .. }
                | Body::DefensiveLines { .. }
                | Body::Recommendation { .. }
                | Body::ActorProfile { .. } => None,
                _ => near,
            };
            self.citations
                .stand_at(&place, numbered.map_or(Label::Page, |number| Label::Fixed(number.to_string())));
            if let Some(content) = self.content(block, number, &place) {
                blocks.push(Block { id: block.id, place, content });
            }
        }
        blocks
    }

    fn content(&mut self, block: &NoteBlock, number: Number, place: &str) -> Option<Content> {
        let id = block.id;
        if unwritten(&block.body) {
            return None;
        }
        Some(match &block.body {
            Body::BottomLine { .. } => return None,
            Body::Heading { level, text } => Content::Heading { level: *level, text: self.text(text, id) },
            Body::Paragraph { lead, text, .. } => {
                Content::Paragraph { number, lead: self.text(lead, id), text: self.text(text, id) }
            }
            Body::Bullets { items } => Content::Bullets(self.texts(items, id)),
            Body::Quotation { excerpt } => Content::Quotation(self.quotation(*excerpt, id)?),
            Body::Position { position } => Content::Position(self.issue_standing(*position, id)?),
            Body::PositionsTable { actors, issues, caption } => {
                let caption = self.text(caption, id);
                Content::PositionsTable(self.positions_table(id, place, actors, issues, caption))
            }
            Body::ActorProfile { actor } => Content::Profile(self.profile(*actor, id)?),
            Body::Timeline { actor, issue } => self.timeline(*actor, *issue, id, place),
            Body::Change { from, to, label } => Content::Change(self.change(*from, *to, label, id)?),
            Body::LinesToTake { items } => Content::LinesToTake(self.texts(items, id)),
            Body::PressLine { items } => Content::PressLine(self.texts(items, id)),
            Body::DefensiveLines { pairs } => Content::DefensiveLines(
                pairs
                    .iter()
                    .map(|pair| (self.text(&pair.question, id), self.text(&pair.answer, id)))
                    .collect(),
            ),
            Body::OptionsTable { options } => Content::Options(
                options
                    .iter()
                    .map(|option| {
                        [&option.title, &option.advantages, &option.drawbacks].map(|text| self.text(text, id))
                    })
                    .collect(),
            ),
            Body::Recommendation { text } => Content::Recommendation(self.text(text, id)),
            Body::Picture { alternative, caption, .. } => {
                self.warn(
                    Some(id),
                    "Pictures are not printed yet; the note shows their description instead.",
                );
                Content::Picture { alternative: alternative.clone(), caption: self.text(caption, id) }
            }
            Body::PageBreak => Content::PageBreak,
        })
    }

    fn texts(&mut self, texts: &[NoteText], block: BlockId) -> Vec<Text> {
        texts.iter().filter(|text| !is_blank(text)).map(|text| self.text(text, block)).collect()
    }

    fn text(&mut self, text: &NoteText, block: BlockId) -> Text {
        let mut resolved: Text = Vec::with_capacity(text.len());
        for inline in text {
            match inline {
                NoteInline::Text { text, bold, italic, language } if !text.is_empty() => {
                    resolved.push(Inline::Words {
                        text: text.clone(),
                        strong: *bold,
                        emphasis: *italic,
                        language: language.clone(),
                    });
                }
                NoteInline::Text { .. } => {}
                NoteInline::Citation { targets } => {
                    let cited = self.cited(targets, block);
                    // The composer sets its own narrow space before the bracket.
                    if let Some(Inline::Words { text, .. }) = resolved.last_mut() {
                        text.truncate(text.trim_end_matches(' ').len());
                    }
                    if !cited.is_empty() {
                        resolved.push(Inline::Citation(cited));
                    }
                }
                NoteInline::Reference { block: target } => resolved.push(self.reference(*target, block)),
                NoteInline::Link { url, text } => {
                    resolved.push(Inline::Link { url: url.clone(), text: text.clone() });
                }
            }
        }
        resolved
    }

    fn reference(&mut self, target: BlockId, block: BlockId) -> Inline {
        let at = self.snapshot.blocks.iter().position(|block| block.id == target);
        if let (Some(label), Some(index)) = (self.numbers.get(&target), at) {
            return Inline::Reference { label: label.clone(), place: place(index) };
        }
        self.warn(Some(block), "A reference points to a paragraph that has no number or is no longer there.");
        Inline::words("?")
    }

    fn cited(&mut self, targets: &[CitationTarget], block: BlockId) -> Vec<Cited> {
        let mut cited = Vec::new();
        for target in targets {
            match target {
                CitationTarget::Excerpt(excerpt) => cited.extend(self.excerpt_numbers(&[*excerpt], block)),
                CitationTarget::Position(position) => match self.index.positions.get(position) {
                    Some(&position) => {
                        self.shown.positions.insert(position.id);
                        cited.extend(self.position_evidence(position, block));
                    }
                    None => self.warn(
                        Some(block),
                        "A citation points to a position that is no longer in the dossier.",
                    ),
                },
                CitationTarget::Source(source) if self.index.sources.contains_key(source) => {
                    cited.push(self.citations.source(*source));
                }
                CitationTarget::Source(_) => {
                    self.warn(Some(block), "A citation points to a source that is no longer in the dossier.");
                }
            }
        }
        cited.sort_unstable();
        cited.dedup();
        cited
    }

    fn quotation(&mut self, id: ExcerptId, block: BlockId) -> Option<Quotation> {
        let Some(&excerpt) = self.index.excerpts.get(&id) else {
            self.warn(Some(block), "A quotation's passage is no longer in the dossier.");
            return None;
        };
        let quote = self.quote(id, block)?;
        let attribution = self.attribution(id);
        Some(Quotation { quote, translation: excerpt.translation.clone(), attribution })
    }

    /// The words of a passage in quotation marks, with their citation.
    fn quote(&mut self, id: ExcerptId, block: BlockId) -> Option<Text> {
        let excerpt = *self.index.excerpts.get(&id)?;
        let cited = self.excerpt_numbers(&[id], block);
        Some(vec![
            Inline::Words {
                text: words::quoted(&excerpt.quote),
                strong: false,
                emphasis: false,
                language: self.foreign(id),
            },
            Inline::Citation(cited),
        ])
    }

    fn issue_standing(&mut self, id: PositionId, block: BlockId) -> Option<IssueStanding> {
        let position = self.position(id, block)?;
        let standing = self.standing(position, None, block);
        let showing = position.evidence.iter().filter(|evidence| evidence.relation == Relation::Supports);
        let quotes = showing.take(2).filter_map(|evidence| self.quote(evidence.excerpt, block)).collect();
        Some(IssueStanding {
            title: self.title(position),
            standing,
            confidence: words::confidence(position.confidence).to_owned(),
            summary: position.summary.clone(),
            quotes,
        })
    }

    fn change(
        &mut self,
        from: PositionId,
        to: PositionId,
        label: &NoteText,
        block: BlockId,
    ) -> Option<Change> {
        let label = self.text(label, block);
        let mut side = |id: PositionId| {
            let position = self.position(id, block)?;
            let mut standing = self.standing(position, None, block);
            // "Then" says that a later one came; striking the word out would say it twice.
            standing.superseded = false;
            let first = position.evidence.iter().find(|evidence| evidence.relation == Relation::Supports);
            let quote = first.and_then(|evidence| self.quote(evidence.excerpt, block));
            Some((standing, quote))
        };
        Some(Change { then: side(from)?, now: side(to)?, label })
    }

    fn position(&mut self, id: PositionId, block: BlockId) -> Option<&'a Position> {
        if !self.index.positions.contains_key(&id) {
            self.warn(Some(block), "The block shows a position that is no longer in the dossier.");
        }
        self.snapshot.positions.iter().find(|position| position.id == id)
    }

    fn profile(&mut self, id: ActorId, block: BlockId) -> Option<Profile> {
        let Some(&actor) = self.index.actors.get(&id) else {
            self.warn(Some(block), "The block shows an actor who is no longer in the dossier.");
            return None;
        };
        self.shown.actors.insert(id);
        let issues: Vec<(IssueId, String)> =
            self.snapshot.issues.iter().map(|issue| (issue.id, issue.title.clone())).collect();
        let mut positions = Vec::new();
        for (issue, title) in issues {
            for found in self.found(id, issue) {
                let position = self.index.positions[&found];
                let standing = self.standing(position, Some(id), block);
                positions.push((title.clone(), standing, position.summary.clone()));
            }
        }
        let none_at_all = format!("No position found as of {}", words::moment(self.cutoff, &self.zone));
        Some(Profile {
            name: actor.name.clone(),
            role: self.who(actor),
            say: actor.pronunciation.clone(),
            positions,
            none_at_all,
        })
    }

    fn timeline(
        &mut self,
        actor: Option<ActorId>,
        issue: Option<IssueId>,
        block: BlockId,
        place: &str,
    ) -> Content {
        let label = self.next_table(place);
        let today = self.today();
        let snapshot = self.snapshot;
        let mut found: Vec<&Position> = snapshot
            .positions
            .iter()
            .filter(|position| actor.is_none_or(|actor| position.actors.contains(&actor)))
            .filter(|position| issue.is_none_or(|issue| position.issue == issue))
            .filter(|position| {
                position.state != PositionState::Withdrawn && position.as_of.earliest() <= today
            })
            .collect();
        found.sort_by(|one, other| one.as_of.cmp(&other.as_of).then(one.created_at.cmp(&other.created_at)));
        let rows = found
            .into_iter()
            .map(|position| DatedStanding {
                date: words::short_date(position.as_of, chrono::Datelike::year(&self.cutoff)),
                title: self.title(position),
                summary: position.summary.clone(),
                standing: self.standing(position, None, block),
            })
            .collect();
        let whose = actor.map(|actor| self.index.name(actor));
        let what = issue.and_then(|issue| self.index.issues.get(&issue)).map(|issue| issue.title.clone());
        let caption = match (whose, what) {
            (Some(whose), Some(what)) => format!("{whose}: {what}, by date"),
            (Some(one), None) | (None, Some(one)) => format!("{one}: positions by date"),
            (None, None) => "Positions by date".to_owned(),
        };
        Content::Timeline { label, caption, rows }
    }
}

/// Name of the place of the block at `index`.
fn place(index: usize) -> String {
    format!("block-{}", index + 1)
}
