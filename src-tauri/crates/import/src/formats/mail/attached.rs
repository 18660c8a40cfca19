//! What is attached to an e-mail: named beside its text, and taken out to be read by itself.

use mail_parser::{ContentType, Message, MessagePart, MimeHeaders, PartType};

use super::message;
use crate::container::{Entry, Told, shown};
use crate::extracted::{Warning, WarningCode};
use crate::metadata::tidy;
use crate::refusal::Reason;

/// The parts of a message that are no part of its text.
pub(super) struct Attached<'a> {
    /// Documents, each with its name, which may be empty.
    pub(super) parts: Vec<(String, &'a MessagePart<'a>)>,
    /// How many pictures the text shows.
    pub(super) pictures: usize,
}

/// What is attached to a message.
pub(super) fn of<'a>(message: &'a Message<'_>) -> Attached<'a> {
    let mut attached = Attached { parts: Vec::new(), pictures: 0 };
    for part in message.attachments() {
        let picture = part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
        let shown = part.content_id().is_some()
            && !part.content_disposition().is_some_and(ContentType::is_attachment);
        if picture && shown {
            attached.pictures += 1;
            continue;
        }
        let nested = match &part.body {
            PartType::Message(nested) => nested.subject().and_then(tidy),
            _ => None,
        };
        let name = part.attachment_name().and_then(tidy).or(nested);
        attached.parts.push((name.unwrap_or_default(), part));
    }
    attached
}

/// Takes out what is attached to an e-mail.
pub(crate) fn attachments(bytes: &[u8], each: &mut dyn FnMut(Told)) -> Result<(), Reason> {
    let message = message::parse(bytes)?;
    let parts = of(&message).parts;
    each(Told::Count(parts.len() as u32));
    for (number, (name, part)) in (1..).zip(parts) {
        let mail = matches!(part.body, PartType::Message(_));
        let mut path = shown(&name.replace('/', "-"));
        if path.is_empty() {
            path = format!("attachment {number}");
        }
        if mail && !path.to_lowercase().ends_with(".eml") {
            path.push_str(".eml");
        }
        let content = Ok(message::bytes(&message, part).into_owned());
        let media_hint = if path.contains('.') { None } else { part.content_type().and_then(text_type) };
        each(Told::Entry(Entry { path, media_hint, content }));
    }
    Ok(())
}

/// The media type of something textual: what is not shows by its bytes.
fn text_type(kind: &ContentType<'_>) -> Option<String> {
    let subtype = kind.subtype()?.to_lowercase();
    kind.ctype().eq_ignore_ascii_case("text").then(|| format!("text/{subtype}"))
}

impl Attached<'_> {
    /// The word about attached files, when there are any.
    pub(super) fn warning(&self) -> Option<Warning> {
        /// More names than this make no sentence.
        const NAMED: usize = 8;
        let told = self.parts.iter().map(|(name, _)| name).filter(|name| !name.is_empty()).take(NAMED);
        let mut listed: Vec<String> = told.map(|name| format!("“{name}”")).collect();
        match self.parts.len() - listed.len() {
            0 => {}
            more if listed.is_empty() => listed.push(format!("({more} without a name)")),
            more => listed.push(format!("{more} more")),
        }
        let list = match listed.split_last()? {
            (only, []) => only.clone(),
            (last, others) => format!("{} and {last}", others.join(", ")),
        };
        let message = if self.parts.len() == 1 {
            format!("The attachment {list} is not part of the text; it can be imported by itself.")
        } else {
            format!("The attachments {list} are not part of the text; they can be imported by themselves.")
        };
        Some(Warning { code: WarningCode::AttachmentsLeftOut, message })
    }
}
