//! Web archives (MHTML, RFC 2557): a page and its pictures in one file, as browsers save them.

use mail_parser::{HeaderName, Message, MessagePart, MimeHeaders, PartType};

use super::message;
use crate::extracted::Extracted;
use crate::formats::html::Html;
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::{Confidence, Format, Found, Input, encoding};

/// A web archive.
pub(crate) struct WebArchive;

impl Format for WebArchive {
    fn name(&self) -> &'static str {
        "a web archive"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["mhtml", "mht"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        let named = matches!(input.media_type().as_str(), "multipart/related" | "application/x-mimearchive")
            || (input.media_hint.is_none() && self.extensions().contains(&input.extension().as_str()));
        match signature::of_bytes(input.bytes) {
            Some(Content::WebArchive) => Confidence::Certain,
            None if named && !encoding::is_binary(input.bytes) => Confidence::Likely,
            _ => Confidence::No,
        }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let message = message::parse(input.bytes)?;
        let page = page(&message).ok_or(Reason::Damaged)?;
        let charset = message::charset(page).map(|label| format!("text/html; charset=\"{label}\""));
        let bytes = message::bytes(&message, page);
        let media_hint = Some(charset.as_deref().unwrap_or("text/html"));
        let mut extracted = Html.read(&Input { name: input.name, media_hint, bytes: &bytes })?;
        "multipart/related".clone_into(&mut extracted.media_type);
        if extracted.meta.url.is_none() {
            extracted.meta.url = address(&message, page).map(Found::stated);
        }
        Ok(extracted)
    }
}

/// The page itself: the first that is one. Those after it are what it shows in frames.
fn page<'a>(message: &'a Message<'_>) -> Option<&'a MessagePart<'a>> {
    message.parts.iter().find(|part| matches!(part.body, PartType::Html(_)))
}

/// The address it was saved from.
fn address(message: &Message<'_>, page: &MessagePart<'_>) -> Option<String> {
    let snapshot = message.header(HeaderName::Other("Snapshot-Content-Location".into()));
    let snapshot = snapshot.and_then(|value| value.as_text());
    let location = page.content_location().or_else(|| message.root_part().content_location());
    let address = snapshot.or(location)?.trim();
    let web = address.starts_with("https://") || address.starts_with("http://");
    (web && !address.contains(char::is_whitespace)).then(|| address.to_owned())
}
