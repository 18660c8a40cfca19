//! The body, block by block.

use super::Resolver;
use crate::document::{Block, BottomLine, Content, Label, Number};
use crate::picture::Picture;
use standpoint_core::content::ContentHash;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::block::{Block as NoteBlock, Body};
use standpoint_core::notes::numbers::{Counter, is_blank, printed, unwritten};
use std::sync::Arc;

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
                    portion: self.portion(self.marks.block(block)),
                    statement: self.text(statement),
                    judgement: self.text(judgement),
                    place,
                });
            }
        }
        lines
    }

    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let snapshot = self.snapshot;
        let mut counter = Counter::default();
        let printed = printed(&snapshot.blocks);
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
            self.citations.stand_at(
                &place,
                numbered.map_or(Label::Page, |number| Label::Paragraph(number.to_string())),
            );
            if !printed.contains(&block.id) {
                continue;
            }
            if let Some(content) = self.content(block, number, &place) {
                let portion = self.portion(self.marks.block(block));
                blocks.push(Block { id: block.id, place, portion, content });
            }
        }
        blocks
    }

    fn picture(&mut self, content: &ContentHash, block: BlockId) -> Option<Arc<Picture>> {
        let Some(bytes) = self.pictures.get(content) else {
            self.warn(Some(block), "The picture is not in the dossier; its description is printed instead.");
            return None;
        };
        match Picture::known(content, bytes) {
            Ok(picture) => Some(picture),
            Err(why) => {
                self.warn(Some(block), format!("The picture cannot be printed: {why}. Its description is."));
                None
            }
        }
    }

    /// The portion mark for `label`, where the note has portion marks.
    pub(super) fn portion(&self, label: Option<&str>) -> Option<String> {
        label.filter(|_| self.portions).map(|label| super::marking::portion(self.marks.scheme(), label))
    }

    fn content(&mut self, block: &'a NoteBlock, number: Number, place: &str) -> Option<Content> {
        let id = block.id;
        Some(match &block.body {
            Body::BottomLine { .. } => return None,
            Body::Heading { level, text } => Content::Heading { level: *level, text: self.text(text) },
            Body::Paragraph { lead, text, .. } => {
                Content::Paragraph { number, lead: self.text(lead), text: self.text(text) }
            }
            Body::Bullets { items } => Content::Bullets(self.texts(items)),
            Body::Quotation { excerpt } => Content::Quotation(self.quotation(*excerpt)?),
            Body::Position { position } => Content::Position(self.issue_standing(*position)?),
            Body::PositionsTable { actors, issues, caption } => {
                let caption = self.text(caption);
                Content::PositionsTable(self.positions_table(place, actors, issues, caption))
            }
            Body::ActorProfile { actor } => Content::Profile(self.profile(*actor)?),
            Body::Timeline { actor, issue } => self.timeline(*actor, *issue, place),
            Body::Analysis { of, actors, issues, caption } => {
                let caption = self.text(caption);
                self.analysis(*of, (actors, issues), caption, place)
            }
            Body::Change { from, to, label } => Content::Change(self.change(*from, *to, label)?),
            Body::LinesToTake { items } => Content::LinesToTake(self.texts(items)),
            Body::PressLine { items } => Content::PressLine(self.texts(items)),
            // What was begun and left empty is no line and no row.
            Body::DefensiveLines { pairs } => Content::DefensiveLines(
                pairs
                    .iter()
                    .filter(|pair| !(is_blank(&pair.question) && is_blank(&pair.answer)))
                    .map(|pair| (self.text(&pair.question), self.text(&pair.answer)))
                    .collect(),
            ),
            Body::OptionsTable { options } => Content::Options(
                options
                    .iter()
                    .map(|option| [&option.title, &option.advantages, &option.drawbacks])
                    .filter(|texts| !texts.iter().all(|text| is_blank(text)))
                    .map(|texts| texts.map(|text| self.text(text)))
                    .collect(),
            ),
            Body::Recommendation { text } => Content::Recommendation(self.text(text)),
            Body::Picture { content, alternative, caption } => Content::Picture {
                picture: self.picture(content, id),
                alternative: alternative.clone(),
                caption: self.text(caption),
            },
            Body::PageBreak => Content::PageBreak,
        })
    }
}

/// Name of the place of the block at `index`.
pub(super) fn place(index: usize) -> String {
    format!("block-{}", index + 1)
}
