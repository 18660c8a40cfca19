//! E-mails (RFC 5322 and MIME): the body as its reader saw it, with the headers as facts about it.

mod body;
mod message;
mod web_archive;

pub(crate) use web_archive::WebArchive;

use mail_parser::{ContentType, Message, MimeHeaders, PartType};

use crate::extracted::{Extracted, Warning, WarningCode};
use crate::flow::Flow;
use crate::metadata::tidy;
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
        let mut flow = Flow::default();
        let mut warnings = Vec::new();
        let mut pictures = body::append(&message, &mut flow, &mut warnings)?;
        let (text, blocks) = flow.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        let attachments = attachments(&message, &mut pictures);
        warnings.dedup();
        warnings.extend(Warning::pictures(pictures));
        warnings.extend(Warning::attachments(&attachments));
        let mut meta = headers(&message);
        meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
        meta.language = meta.language.or_else(|| guess::language(&text));
        let media_type = "message/rfc822".to_owned();
        Ok(Extracted { media_type, text, blocks, pages: Vec::new(), html: None, meta, warnings })
    }
}

/// What the headers state.
fn headers(message: &Message<'_>) -> Metadata {
    let from = message.from().into_iter().flat_map(|address| address.iter());
    let authors: Vec<String> = from
        .filter_map(|sender| sender.name().and_then(tidy).or_else(|| sender.address().and_then(tidy)))
        .collect();
    let date = message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    Metadata {
        title: message.subject().and_then(tidy).map(Found::stated),
        authors: (!authors.is_empty()).then(|| Found::stated(authors)),
        published: date.and_then(|date| dates::parse(&date)).map(Found::stated),
        ..Metadata::default()
    }
}

/// The names of what is attached. Pictures that the body shows are counted as pictures.
fn attachments(message: &Message<'_>, pictures: &mut usize) -> Vec<String> {
    let mut names = Vec::new();
    for part in message.attachments() {
        let picture = part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
        let shown = part.content_id().is_some()
            && !part.content_disposition().is_some_and(ContentType::is_attachment);
        if picture && shown {
            *pictures += 1;
            continue;
        }
        let nested = match &part.body {
            PartType::Message(nested) => nested.subject().and_then(tidy),
            _ => None,
        };
        let name = part.attachment_name().and_then(tidy).or(nested);
        names.push(name.unwrap_or_default());
    }
    names
}

impl Warning {
    /// The word about attached files, when there are any.
    fn attachments(names: &[String]) -> Option<Self> {
        /// More names than this make no sentence.
        const NAMED: usize = 8;
        let told = names.iter().filter(|name| !name.is_empty()).take(NAMED);
        let mut listed: Vec<String> = told.map(|name| format!("“{name}”")).collect();
        match names.len() - listed.len() {
            0 => {}
            more if listed.is_empty() => listed.push(format!("({more} without a name)")),
            more => listed.push(format!("{more} more")),
        }
        let list = match listed.split_last()? {
            (only, []) => only.clone(),
            (last, others) => format!("{} and {last}", others.join(", ")),
        };
        let message = if names.len() == 1 {
            format!("The attachment {list} was left out; save it and import it if it matters.")
        } else {
            format!("The attachments {list} were left out; save and import those that matter.")
        };
        Some(Self { code: WarningCode::AttachmentsLeftOut, message })
    }
}
