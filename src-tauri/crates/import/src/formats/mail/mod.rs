//! E-mails (RFC 5322 and MIME): the body as its reader saw it, with the headers as facts about it.

mod attached;
mod body;
mod message;
mod web_archive;

pub(crate) use attached::attachments;
pub(crate) use web_archive::WebArchive;

use mail_parser::{Addr, Message};

use crate::extracted::{Extracted, Warning};
use crate::flow::Flow;
use crate::metadata::tidy;
use crate::pieces::Piece;
use crate::refusal::Reason;
use crate::{Confidence, Format, Found, Input, Metadata, dates, encoding, guess, signature};

/// An e-mail.
pub(crate) struct Mail;

impl Format for Mail {
    fn name(&self) -> &'static str {
        "an e-mail"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["eml"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        let named = input.media_type() == "message/rfc822"
            || (input.media_hint.is_none() && self.extensions().contains(&input.extension().as_str()));
        if named && signature::of_bytes(input.bytes).is_none() && !encoding::is_binary(input.bytes) {
            Confidence::Likely
        } else {
            Confidence::No
        }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let message = message::parse(input.bytes)?;
        let mut words = Flow::default();
        let mut warnings = Vec::new();
        let mut pictures = body::append(&message, &mut words, &mut warnings)?;
        let attached = attached::of(&message);
        pictures += attached.pictures;
        if words.is_empty() && attached.parts.is_empty() {
            return Err(Reason::NoText);
        }
        let mut flow = Flow::default();
        recipients(&message, &mut flow);
        Piece::of(words).append_to(&mut flow);
        let (text, blocks) = flow.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        warnings.dedup();
        warnings.extend(Warning::pictures(pictures));
        warnings.extend(attached.warning());
        let mut meta = headers(&message);
        meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
        meta.language = meta.language.or_else(|| guess::language(&text));
        let media_type = "message/rfc822".to_owned();
        let attachments = attached.parts.len() as u32;
        Ok(Extracted { attachments, warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}

/// Adds to whom the message went: who was told is part of what was said.
fn recipients(message: &Message<'_>, flow: &mut Flow) {
    /// More names than this are a list of subscribers.
    const NAMED: usize = 40;
    for (head, address) in [("To", message.to()), ("Cc", message.cc())] {
        let all: Vec<String> =
            address.into_iter().flat_map(|address| address.iter()).filter_map(called).collect();
        if all.is_empty() {
            continue;
        }
        flow.line_break();
        flow.words(&format!("{head}: {}", all[..all.len().min(NAMED)].join(", ")));
        if all.len() > NAMED {
            flow.words(&format!(" and {} more", all.len() - NAMED));
        }
    }
    flow.end_block();
}

/// Somebody's name, or else the address.
fn called(somebody: &Addr<'_>) -> Option<String> {
    somebody.name().and_then(tidy).or_else(|| somebody.address().and_then(tidy))
}

/// What the headers state.
fn headers(message: &Message<'_>) -> Metadata {
    let from = message.from().into_iter().flat_map(|address| address.iter());
    let authors: Vec<String> = from.filter_map(called).collect();
    let date = message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    Metadata {
        title: message.subject().and_then(tidy).map(Found::stated),
        authors: (!authors.is_empty()).then(|| Found::stated(authors)),
        published: date.and_then(|date| dates::parse(&date)).map(Found::stated),
        ..Metadata::default()
    }
}
