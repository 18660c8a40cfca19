//! The little markup in which bundled texts are written: `**strong**`, `*emphasised*`, `[@key, key]` for a citation.

use standpoint_core::notes::Inline;
use standpoint_core::notes::block::CitationTarget;

/// Running text from markup; `cite` turns a key into what it names. An unknown key is returned as the error.
pub(crate) fn parse(
    markup: &str,
    cite: &impl Fn(&str) -> Option<CitationTarget>,
) -> Result<Vec<Inline>, String> {
    let mut text = Vec::new();
    let (mut bold, mut italic) = (false, false);
    let mut rest = markup;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("**") {
            bold = !bold;
            rest = after;
        } else if let Some(after) = rest.strip_prefix('*') {
            italic = !italic;
            rest = after;
        } else if let Some((keys, after)) = rest.strip_prefix("[@").and_then(|inside| inside.split_once(']'))
        {
            trim_end(&mut text);
            let keys = keys.split(',').map(|key| key.trim().trim_start_matches('@'));
            let targets =
                keys.map(|key| cite(key).ok_or_else(|| key.to_owned())).collect::<Result<_, _>>()?;
            text.push(Inline::Citation { targets });
            rest = after;
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest[first..].find(['*', '[']).map_or(rest.len(), |at| at + first);
            text.push(Inline::Text { text: rest[..end].to_owned(), bold, italic, language: None });
            rest = &rest[end..];
        }
    }
    Ok(text)
}

/// The space before a citation is the page's business.
fn trim_end(text: &mut Vec<Inline>) {
    if let Some(Inline::Text { text: words, .. }) = text.last_mut() {
        words.truncate(words.trim_end().len());
        if words.is_empty() {
            text.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use standpoint_core::ids::SourceId;

    #[track_caller]
    fn check(markup: &str, expect: &str) {
        let cite =
            |key: &str| (key != "nobody").then(|| CitationTarget::Source(SourceId::from(uuid::Uuid::nil())));
        let shown = parse(markup, &cite).map(|text| {
            let pieces = text.iter().map(|inline| match inline {
                Inline::Text { text, bold, italic, .. } => {
                    format!("{}{}{text}", if *bold { "B:" } else { "" }, if *italic { "I:" } else { "" })
                }
                Inline::Citation { targets } => format!("#{}", targets.len()),
                other => format!("{other:?}"),
            });
            pieces.collect::<Vec<_>>().join("|")
        });
        assert_eq!(shown.unwrap_or_else(|key| format!("unknown {key}")), expect);
    }

    #[test]
    fn markup() {
        check("", "");
        check("plain", "plain");
        check("one **two** three", "one |B:two| three");
        check("*one **two***", "I:one |B:I:two");
        check("Said so. [@a, b] And more.", "Said so.|#2| And more.");
        check("A [bracket] stays", "A |[bracket] stays");
        check("x [@nobody]", "unknown nobody");
    }
}
