//! What a note's body is made of. The editor's schema is this, closed: what is refused here cannot be typed.

use crate::content::ContentHash;
use crate::ids::{ActorId, BlockId, ExcerptId, IssueId, NoteId, PositionId, SourceId};
use crate::order::OrderKey;
use crate::store::row::stored;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// One piece of a note's body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Block {
    /// Its name in the program; stays when the block moves.
    pub id: BlockId,
    /// The note it belongs to.
    pub note: NoteId,
    /// Its place in the note.
    pub place: OrderKey,
    /// What belongs here, from the template: shown while the block is empty, never printed.
    #[serde(default)]
    pub prompt: Option<String>,
    /// Its own marking, where the writer gave it one (the portion mark); without one it is as marked as the note and
    /// as what it cites.
    #[serde(default)]
    pub marking: Option<String>,
    /// What it says.
    pub body: Body,
}

/// A block as its table holds it: `words` is what the search index reads.
#[derive(Debug)]
pub(crate) struct BlockRow {
    pub(crate) id: BlockId,
    pub(crate) note: NoteId,
    pub(crate) place: OrderKey,
    pub(crate) prompt: Option<String>,
    pub(crate) marking: Option<String>,
    pub(crate) body: Body,
    pub(crate) words: String,
}

stored!(BlockRow, "block": plain id, plain note, plain place, plain prompt, plain marking, json body, plain words);

impl From<Block> for BlockRow {
    fn from(block: Block) -> Self {
        let words = block.body.words();
        Self {
            id: block.id,
            note: block.note,
            place: block.place,
            prompt: block.prompt,
            marking: block.marking,
            body: block.body,
            words,
        }
    }
}

impl From<BlockRow> for Block {
    fn from(row: BlockRow) -> Self {
        Self {
            id: row.id,
            note: row.note,
            place: row.place,
            prompt: row.prompt,
            marking: row.marking,
            body: row.body,
        }
    }
}

/// Running text.
pub type Text = Vec<Inline>;

/// What a block says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Body {
    /// The note in one breath, always on page one.
    BottomLine {
        /// What is so.
        statement: Text,
        /// What that means, with its likelihood.
        judgement: Text,
    },
    /// A heading.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        text: Text,
    },
    /// A paragraph: numbered 1, 2, 3 at level 1, (a), (b) at level 2, without a number at level 0.
    Paragraph {
        /// 0, 1 or 2.
        level: u8,
        /// A bold opening, or nothing.
        lead: Text,
        /// The rest.
        text: Text,
    },
    /// A list of points.
    Bullets {
        /// The points.
        items: Vec<Text>,
    },
    /// An excerpt's words, set apart.
    Quotation {
        /// The passage.
        excerpt: ExcerptId,
    },
    /// One position in full.
    Position {
        /// The position.
        position: PositionId,
    },
    /// Who stands where: actors by issues.
    PositionsTable {
        /// Rows; empty means every actor with a position on one of the issues.
        actors: Vec<ActorId>,
        /// Columns; empty means every issue.
        issues: Vec<IssueId>,
        /// What the table shows.
        caption: Text,
    },
    /// Everything one actor stands for.
    ActorProfile {
        /// The actor.
        actor: ActorId,
    },
    /// How positions moved, by actor, by issue or by both.
    Timeline {
        /// Whose.
        actor: Option<ActorId>,
        /// On what.
        issue: Option<IssueId>,
    },
    /// Two positions side by side: then and now.
    Change {
        /// Then.
        from: PositionId,
        /// Now.
        to: PositionId,
        /// What changed, as "United States on staying in the talks".
        label: Text,
    },
    /// What the positions add up to when the note is printed.
    Analysis {
        /// What is asked of them.
        of: Analysis,
        /// Whom it is about; empty means everybody.
        actors: Vec<ActorId>,
        /// On what; empty means every issue.
        issues: Vec<IssueId>,
        /// What is printed above it; says itself what it shows if empty.
        caption: Text,
    },
    /// Words to use.
    LinesToTake {
        /// The lines.
        items: Vec<Text>,
    },
    /// Words for the press.
    PressLine {
        /// The lines.
        items: Vec<Text>,
    },
    /// Words for when somebody asks.
    DefensiveLines {
        /// Question and answer.
        pairs: Vec<DefensiveLine>,
    },
    /// Ways to go, compared.
    OptionsTable {
        /// The ways.
        options: Vec<PolicyOption>,
    },
    /// What the reader is asked to agree to.
    Recommendation {
        /// The words.
        text: Text,
    },
    /// A picture.
    Picture {
        /// The picture's bytes.
        content: ContentHash,
        /// What it shows, for those who cannot see it.
        alternative: String,
        /// What is printed under it.
        caption: Text,
    },
    /// A new page starts here.
    PageBreak,
}

/// A question that the positions answer when they are read together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "asks", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Analysis {
    /// Who stands with whom.
    Alignment,
    /// What has moved since a moment.
    Changes {
        /// The moment, such as that of the last brief.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        since: Moment,
    },
    /// What does not agree.
    Contradictions,
    /// What has grown old.
    Stale,
    /// What was looked for and not found.
    Gaps,
    /// What rests on a source.
    Source {
        /// The source.
        source: SourceId,
    },
}

/// A question that may come, and what to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DefensiveLine {
    /// What they may ask.
    pub question: Text,
    /// What to say.
    pub answer: Text,
}

/// One way to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PolicyOption {
    /// What it is called.
    pub title: Text,
    /// What speaks for it.
    pub advantages: Text,
    /// What speaks against it.
    pub drawbacks: Text,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Strong.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        bold: bool,
        /// Emphasised.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        italic: bool,
        /// BCP 47 tag, if other than the note's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "typescript", ts(optional))]
        language: Option<String>,
    },
    /// A reference from a claim to what shows it; printed as numbers.
    Citation {
        /// What shows it, in order.
        targets: Vec<CitationTarget>,
    },
    /// A reference to another paragraph of this note; printed as its number.
    Reference {
        /// The paragraph.
        block: BlockId,
    },
    /// An address.
    Link {
        /// `http`, `https` or `mailto`.
        url: String,
        /// What is printed.
        text: String,
    },
    /// A remark at the foot of the page; printed as a raised number. It holds no other footnote.
    Footnote {
        /// The remark.
        #[cfg_attr(feature = "typescript", ts(type = "Array<Inline>"))]
        text: Vec<Inline>,
    },
}

/// What a citation points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "to", content = "id", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum CitationTarget {
    /// A passage.
    Excerpt(ExcerptId),
    /// All evidence of a position.
    Position(PositionId),
    /// A whole source.
    Source(SourceId),
}

impl Inline {
    /// Plain words.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), bold: false, italic: false, language: None }
    }
}

impl Body {
    /// Every running text in it, in reading order.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::BottomLine { statement, judgement } => vec![statement, judgement],
            Self::Heading { text, .. } | Self::Recommendation { text } => vec![text],
            Self::Paragraph { lead, text, .. } => vec![lead, text],
            Self::Bullets { items } | Self::LinesToTake { items } | Self::PressLine { items } => {
                items.iter().collect()
            }
            Self::PositionsTable { caption, .. }
            | Self::Analysis { caption, .. }
            | Self::Picture { caption, .. } => vec![caption],
            Self::Change { label, .. } => vec![label],
            Self::DefensiveLines { pairs } => {
                pairs.iter().flat_map(|pair| [&pair.question, &pair.answer]).collect()
            }
            Self::OptionsTable { options } => options
                .iter()
                .flat_map(|option| [&option.title, &option.advantages, &option.drawbacks])
                .collect(),
            Self::Quotation { .. }
            | Self::Position { .. }
            | Self::ActorProfile { .. }
            | Self::Timeline { .. }
            | Self::PageBreak => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub fn texts_mut(&mut self) -> Vec<&mut Text> {
        match self {
            Self::BottomLine { statement, judgement } => vec![statement, judgement],
            Self::Heading { text, .. } | Self::Recommendation { text } => vec![text],
            Self::Paragraph { lead, text, .. } => vec![lead, text],
            Self::Bullets { items } | Self::LinesToTake { items } | Self::PressLine { items } => {
                items.iter_mut().collect()
            }
            Self::PositionsTable { caption, .. }
            | Self::Analysis { caption, .. }
            | Self::Picture { caption, .. } => vec![caption],
            Self::Change { label, .. } => vec![label],
            Self::DefensiveLines { pairs } => {
                pairs.iter_mut().flat_map(|pair| [&mut pair.question, &mut pair.answer]).collect()
            }
            Self::OptionsTable { options } => options
                .iter_mut()
                .flat_map(|option| [&mut option.title, &mut option.advantages, &mut option.drawbacks])
                .collect(),
            Self::Quotation { .. }
            | Self::Position { .. }
            | Self::ActorProfile { .. }
            | Self::Timeline { .. }
            | Self::PageBreak => Vec::new(),
        }
    }

    /// Whether it is there to be written in and has no word yet.
    pub(crate) fn says_nothing(&self) -> bool {
        let is_written = match self {
            Self::BottomLine { .. }
            | Self::Heading { .. }
            | Self::Paragraph { .. }
            | Self::Bullets { .. }
            | Self::LinesToTake { .. }
            | Self::PressLine { .. }
            | Self::DefensiveLines { .. }
            | Self::OptionsTable { .. }
            | Self::Recommendation { .. } => true,
            Self::Quotation { .. }
            | Self::Position { .. }
            | Self::PositionsTable { .. }
            | Self::ActorProfile { .. }
            | Self::Timeline { .. }
            | Self::Change { .. }
            | Self::Analysis { .. }
            | Self::Picture { .. }
            | Self::PageBreak => false,
        };
        is_written && self.texts().into_iter().all(Vec::is_empty)
    }

    /// Puts `new` wherever `old` is named; whether it was.
    pub(crate) fn rename_actor(&mut self, old: ActorId, new: ActorId) -> bool {
        match self {
            Self::PositionsTable { actors, .. } | Self::Analysis { actors, .. } if actors.contains(&old) => {
                if actors.contains(&new) {
                    actors.retain(|actor| *actor != old);
                } else {
                    actors.iter_mut().filter(|actor| **actor == old).for_each(|actor| *actor = new);
                }
            }
            Self::ActorProfile { actor } | Self::Timeline { actor: Some(actor), .. } if *actor == old => {
                *actor = new;
            }
            _ => return false,
        }
        true
    }

    /// Its words without structure, for the search index.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = String::new();
        for text in self.texts() {
            add_words(text, &mut words);
            words.push('\n');
        }
        words
    }
}

fn add_words(text: &Text, words: &mut String) {
    for inline in text {
        match inline {
            Inline::Text { text, .. } | Inline::Link { text, .. } => words.push_str(text),
            Inline::Footnote { text } => {
                words.push(' ');
                add_words(text, words);
            }
            Inline::Citation { .. } | Inline::Reference { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const OLD: ActorId = ActorId(Uuid::from_u128(1));
    const NEW: ActorId = ActorId(Uuid::from_u128(2));
    const OTHER: ActorId = ActorId(Uuid::from_u128(3));

    #[track_caller]
    fn check(mut body: Body, expect: Option<&Body>) {
        let before = body.clone();
        assert_eq!(body.rename_actor(OLD, NEW), expect.is_some());
        assert_eq!(&body, expect.unwrap_or(&before));
    }

    #[test]
    fn a_merged_actor_is_renamed_wherever_it_is_named_and_never_named_twice() {
        let table = |actors: &[ActorId]| Body::PositionsTable {
            actors: actors.to_vec(),
            issues: Vec::new(),
            caption: Text::new(),
        };
        let timeline = |actor| Body::Timeline { actor, issue: None };
        check(table(&[OTHER, OLD]), Some(&table(&[OTHER, NEW])));
        check(table(&[NEW, OLD, OTHER]), Some(&table(&[NEW, OTHER])));
        check(table(&[]), None);
        let alignment = |actors: &[ActorId]| Body::Analysis {
            of: Analysis::Alignment,
            actors: actors.to_vec(),
            issues: Vec::new(),
            caption: Text::new(),
        };
        check(alignment(&[OLD, OTHER]), Some(&alignment(&[NEW, OTHER])));
        check(Body::ActorProfile { actor: OLD }, Some(&Body::ActorProfile { actor: NEW }));
        check(Body::ActorProfile { actor: OTHER }, None);
        check(timeline(Some(OLD)), Some(&timeline(Some(NEW))));
        check(timeline(None), None);
        check(Body::PageBreak, None);
    }
}
