//! What reading a document yields. It crosses a process boundary, so all of it is plain data.

use serde::{Deserialize, Serialize};

use crate::metadata::Metadata;

/// A document's text and structure, and what it says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extracted {
    /// The media type of the format it was read as, such as `text/html`.
    pub media_type: String,
    /// The text in the document's own words. Lines end in `\n`; there is no other control character but `\t`,
    /// which stands between the cells of a table's row. Blocks are a blank line apart, the items of one list and
    /// the rows of one table a single line end.
    pub text: String,
    /// The structure of the text, in order and without overlap. Between two blocks lie only line ends.
    pub blocks: Vec<Span>,
    /// Where each page starts, blank ones included. Empty when the format has no pages, or none that can be trusted.
    pub pages: Vec<PageStart>,
    /// The article as HTML with everything active, remote or unknown taken out. Only web pages and archives have it.
    pub html: Option<String>,
    /// Title, authors, date and the like.
    pub meta: Metadata,
    /// The pages, from 1, whose words are missing because they are pictures.
    #[serde(default)]
    pub pictured: Vec<u32>,
    /// The pages, from 1, whose words were recognised in pictures.
    #[serde(default)]
    pub recognised: Vec<u32>,
    /// How many documents are attached to it, which can be read by themselves.
    #[serde(default)]
    pub attachments: u32,
    /// What a person should know before relying on the text.
    pub warnings: Vec<Warning>,
}

impl Extracted {
    /// A document without pages, sanitised HTML, attachments or warnings: most formats have none of some of them.
    pub(crate) fn new(media_type: String, text: String, blocks: Vec<Span>, meta: Metadata) -> Self {
        let (pages, pictured, recognised, warnings) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (html, attachments) = (None, 0);
        Self { media_type, text, blocks, pages, html, meta, pictured, recognised, attachments, warnings }
    }
}

/// A block of the text: characters `start..end`, counted in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// One past the last character; always more than `start`.
    pub end: usize,
    /// What the block is.
    #[serde(flatten)]
    pub kind: Kind,
}

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// Running text.
    Paragraph,
    /// A heading.
    Heading {
        /// 1 to 6, 1 being the highest.
        level: u8,
    },
    /// An item of a list. Its mark or number is not part of the text.
    ListItem {
        /// 1 for a list of its own, 2 for a list inside it, and so on.
        depth: u8,
        /// The item's number, when the list is a numbered one.
        number: Option<u32>,
    },
    /// A paragraph that the document quotes from somewhere else.
    Quote,
    /// A table's row, with a tab between its cells.
    TableRow {
        /// Whether the row holds the headings of the columns.
        header: bool,
    },
    /// Text whose spaces and line ends matter.
    Code,
}

impl Kind {
    /// Whether two neighbouring blocks belong so closely together that no blank line goes between them.
    pub(crate) fn continues(self, before: Self) -> bool {
        matches!(
            (before, self),
            (Self::ListItem { .. }, Self::ListItem { .. }) | (Self::TableRow { .. }, Self::TableRow { .. })
        )
    }
}

/// Where a page starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageStart {
    /// The page's first character, counted in Unicode scalar values.
    pub start: usize,
    /// The number or label printed on the page, such as `12` or `iv`.
    pub label: String,
}

impl PageStart {
    /// Pages as a program last laid them out, if their number agrees with what it wrote down of them. A wrong page
    /// in a citation is worse than none.
    pub(crate) fn if_agreed(pages: Vec<Self>, told: Option<usize>) -> Vec<Self> {
        if told == Some(pages.len()) { pages } else { Vec::new() }
    }
}

/// Something that went less than well, in a plain sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What it is, for programs.
    pub code: WarningCode,
    /// What it is, for people.
    pub message: String,
}

/// The kinds of [`Warning`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// The document does not say how its letters are encoded; accented letters may be wrong.
    EncodingGuessed,
    /// Some bytes mean nothing in the document's encoding and became `U+FFFD`.
    CharactersReplaced,
    /// No article could be told from the page around it, so all the text of the page was kept.
    WholePage,
    /// Pictures were left out; the original still holds them or points to them.
    PicturesLeftOut,
    /// The document holds tracked changes and was read as if all of them were accepted.
    ChangesAccepted,
    /// Comments beside the text were left out.
    CommentsLeftOut,
    /// What stands at the head or the foot of each page was left out.
    RunningHeadsLeftOut,
    /// Some pages are pictures, with no text in them.
    PagesWithoutText,
    /// The words of some pages were recognised in pictures, and may be wrong.
    Recognised,
    /// Some pages or parts could not be read.
    PartsUnreadable,
    /// Attached files were left out.
    AttachmentsLeftOut,
    /// It is not known what the file is, and words were picked out of it.
    Salvaged,
}

impl Warning {
    /// The word about tracked changes.
    pub(crate) fn changes() -> Self {
        let message = "The document holds tracked changes; it was read as if all of them were accepted.";
        Self { code: WarningCode::ChangesAccepted, message: message.to_owned() }
    }

    /// The word about comments, when there were any.
    pub(crate) fn comments(count: usize) -> Option<Self> {
        let what = match count {
            0 => return None,
            1 => "One comment was".to_owned(),
            _ => format!("{count} comments were"),
        };
        let message = format!("{what} left out of the text; the original still holds them.");
        Some(Self { code: WarningCode::CommentsLeftOut, message })
    }

    /// The word about what is repeated on each page.
    pub(crate) fn running_heads() -> Self {
        let message = "What is repeated at the head or the foot of the pages was left out of the text.";
        Self { code: WarningCode::RunningHeadsLeftOut, message: message.to_owned() }
    }

    /// The word about pictures, when there were any.
    pub(crate) fn pictures(count: usize) -> Option<Self> {
        let what = match count {
            0 => return None,
            1 => "One picture was".to_owned(),
            _ => format!("{count} pictures were"),
        };
        let message = format!("{what} left out of the text; the original still refers to them.");
        Some(Self { code: WarningCode::PicturesLeftOut, message })
    }
}

impl Extracted {
    /// Whether the blocks lie in order within the text, which whoever draws the text relies on.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let length = self.text.chars().count();
        let mut at = 0;
        let blocks = self.blocks.iter().all(|block| {
            let fits = at <= block.start && block.start < block.end && block.end <= length;
            at = block.end;
            fits
        });
        blocks
            && self.pages.iter().all(|page| page.start <= length)
            && self.pages.is_sorted_by_key(|p| p.start)
    }
}
