//! Rich Text (RTF 1.9.1), as older word processors and many mail programs write it.

mod characters;
mod destination;
mod document;
mod state;
mod stream;
mod words;

use document::Document;

use crate::extracted::{Extracted, Warning, WarningCode};
use crate::properties::{people, plausible_title};
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::{Confidence, Format, Found, Input, Metadata, dates, guess};

/// A Rich Text document.
pub(crate) struct RichText;

impl Format for RichText {
    fn name(&self) -> &'static str {
        "a Rich Text document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["rtf"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        signature::claim(input, Content::RichText, self.extensions())
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let mut document = Document::default();
        document.read(input.bytes)?;
        let facts = std::mem::take(&mut document.facts);
        let seen = document.seen;
        let running_heads = document.has_running_heads();
        let (text, blocks) = document.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        let authors = facts.author.as_deref().map(people).unwrap_or_default();
        let meta = Metadata {
            title: facts.title.as_deref().and_then(plausible_title).map(Found::stated),
            authors: (!authors.is_empty()).then(|| Found::guessed(authors)),
            published: guess::published(&text).or_else(|| dates::parse(&facts.created()).map(Found::guessed)),
            language: guess::language(&text),
            ..Metadata::default()
        };
        let title = meta.title.clone().or_else(|| guess::title(input, &text, &blocks));
        let meta = Metadata { title, ..meta };
        let mut warnings = Vec::new();
        if seen.cut_short {
            let message = "The file ends in the middle of the document; what stands before was read.";
            warnings.push(Warning { code: WarningCode::PartsUnreadable, message: message.to_owned() });
        }
        warnings.extend(seen.changes.then(Warning::changes));
        warnings.extend(Warning::comments(seen.comments));
        warnings.extend(running_heads.then(Warning::running_heads));
        warnings.extend(Warning::pictures(seen.pictures));
        let media_type = "application/rtf".to_owned();
        Ok(Extracted { warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}
