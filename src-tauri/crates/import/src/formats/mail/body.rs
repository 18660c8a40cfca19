//! The body of an e-mail. Where it comes as text and as a page, the page is read: it keeps lists and tables apart.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::message;
use crate::encoding::Decoded;
use crate::extracted::{Kind, Warning};
use crate::flow::{Flow, is_blank};
use crate::formats::{html, text};
use crate::refusal::Reason;

/// Adds the body to a text, and says how many pictures were left out.
pub(super) fn append(
    message: &Message<'_>,
    flow: &mut Flow,
    warnings: &mut Vec<Warning>,
) -> Result<usize, Reason> {
    let mut pictures = 0;
    for part in message.html_bodies() {
        pictures += append_part(message, part, flow, warnings)?;
    }
    // A page may show nothing but a picture of the text.
    if flow.is_empty() {
        for part in message.text_bodies() {
            append_part(message, part, flow, warnings)?;
        }
    }
    Ok(pictures)
}

fn append_part(
    message: &Message<'_>,
    part: &MessagePart<'_>,
    flow: &mut Flow,
    warnings: &mut Vec<Warning>,
) -> Result<usize, Reason> {
    if !matches!(part.body, PartType::Html(_) | PartType::Text(_)) {
        return Ok(0);
    }
    // A part that says it is text and is none is passed over as an attachment would be.
    let Ok(Decoded { text, warnings: said }) = message::text(message, part) else { return Ok(0) };
    warnings.extend(said);
    if matches!(part.body, PartType::Html(_)) {
        return html::append_mail(&text, flow);
    }
    append_text(&unfold(part, &text), flow);
    Ok(0)
}

/// Text whose lines were broken for sending only, made whole again (RFC 3676, 4).
fn unfold(part: &MessagePart<'_>, text: &str) -> String {
    let parameter = |name: &str| part.content_type().and_then(|kind| kind.attribute(name));
    if !parameter("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed")) {
        return text.to_owned();
    }
    let joins = parameter("delsp").is_some_and(|answer| answer.eq_ignore_ascii_case("yes"));
    let mut unfolded = String::with_capacity(text.len());
    for line in text.lines() {
        let quoted = line.starts_with('>');
        let line = if quoted { line } else { line.strip_prefix(' ').unwrap_or(line) };
        match line.strip_suffix(' ') {
            // The mark before a signature ends in a space and joins nothing.
            Some(whole) if line != "-- " && !quoted => unfolded.push_str(if joins { whole } else { line }),
            _ => {
                unfolded.push_str(line);
                unfolded.push('\n');
            }
        }
    }
    unfolded
}

/// Adds text, with what it quotes from earlier messages as quotations.
fn append_text(text: &str, flow: &mut Flow) {
    let mut lines: Vec<&str> = Vec::new();
    let mut quoting = false;
    for line in text::lines_of(text) {
        let unquoted = line.trim_start_matches(['>', ' ']);
        let quoted = line.starts_with('>');
        if quoted != quoting && !is_blank(line) {
            text::paragraphs(flow, &mut lines, kind(quoting));
            quoting = quoted;
        }
        let line = if quoted { unquoted } else { line };
        if is_blank(line) {
            text::paragraphs(flow, &mut lines, kind(quoting));
        } else {
            lines.push(line.trim_end());
        }
    }
    text::paragraphs(flow, &mut lines, kind(quoting));
}

fn kind(quoting: bool) -> Kind {
    if quoting { Kind::Quote } else { Kind::Paragraph }
}
