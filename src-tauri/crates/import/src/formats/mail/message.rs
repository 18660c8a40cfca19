//! The parts of a message, and their bytes before anybody turned them into characters.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders};

use crate::encoding::{self, Decoded};
use crate::refusal::Reason;

/// More messages inside messages than this are no correspondence.
const MESSAGES: usize = 100;

/// Takes a message apart.
pub(super) fn parse(bytes: &[u8]) -> Result<Message<'_>, Reason> {
    // Each nested message is one step deeper for the parser.
    let nested = b"message/rfc822";
    if bytes.windows(nested.len()).filter(|window| window.eq_ignore_ascii_case(nested)).count() > MESSAGES {
        return Err(Reason::TooDeep);
    }
    MessageParser::default().parse(bytes).ok_or(Reason::Damaged)
}

/// A part's bytes as they were sent, freed from what made them fit for sending.
pub(super) fn bytes<'a>(message: &'a Message<'_>, part: &'a MessagePart<'_>) -> Cow<'a, [u8]> {
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize);
    let decoded = raw.and_then(|raw| match part.encoding {
        Encoding::None => Some(Cow::Borrowed(raw)),
        Encoding::QuotedPrintable => quoted_printable_decode(raw).map(Cow::Owned),
        Encoding::Base64 => base64_decode(raw).map(Cow::Owned),
    });
    // What cannot be had again is taken as the parser left it.
    decoded.unwrap_or_else(|| Cow::Borrowed(part.contents()))
}

/// The encoding that a part names.
pub(super) fn charset<'a>(part: &'a MessagePart<'_>) -> Option<&'a str> {
    part.content_type()?.attribute("charset")
}

/// A part's text. Encodings that the web does not know are the parser's.
pub(super) fn text<'a>(message: &'a Message<'_>, part: &'a MessagePart<'_>) -> Result<Decoded<'a>, Reason> {
    let charset = charset(part);
    let known =
        charset.is_none_or(|label| encoding_rs::Encoding::for_label(label.trim().as_bytes()).is_some());
    if !known {
        let text = part.text_contents().unwrap_or_default();
        return Ok(Decoded { text: Cow::Borrowed(text), warnings: Vec::new() });
    }
    let decoded = match bytes(message, part) {
        Cow::Borrowed(bytes) => encoding::decode(bytes, charset)?,
        Cow::Owned(bytes) => {
            let Decoded { text, warnings } = encoding::decode(&bytes, charset)?;
            Decoded { text: Cow::Owned(text.into_owned()), warnings }
        }
    };
    Ok(decoded)
}
