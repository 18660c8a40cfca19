//! What a body may hold, and the one form it is kept in. The editor's schema is checked against this: what is refused
//! here can be neither typed nor pasted, and what is kept goes through the editor and comes back equal.

use super::block::Text;
use super::{Body, Inline};
use crate::error::{Error, Result};

impl Body {
    /// The body as it is kept: words of the same look are one run, and no run is empty. An error if it cannot be kept.
    pub fn sound(mut self) -> Result<Self> {
        refuse_flaws(&self)?;
        self.texts_mut().into_iter().for_each(settle);
        Ok(self)
    }
}

fn refuse_flaws(body: &Body) -> Result<()> {
    match body {
        Body::Heading { level, .. } if !(1..=2).contains(level) => {
            return Err(Error::rule("A heading has level 1 or 2."));
        }
        Body::Paragraph { level, .. } if *level > 2 => {
            return Err(Error::rule("A paragraph has level 0, 1 or 2."));
        }
        Body::Picture { alternative, .. } if alternative.trim().is_empty() => {
            return Err(Error::rule("A picture needs words for those who cannot see it."));
        }
        _ => {}
    }
    body.texts().into_iter().flatten().try_for_each(|inline| {
        refuse_flaw(inline)?;
        let Inline::Footnote { text } = inline else { return Ok(()) };
        if text.iter().any(|inline| matches!(inline, Inline::Footnote { .. })) {
            return Err(Error::rule("A footnote cannot hold another footnote."));
        }
        text.iter().try_for_each(refuse_flaw)
    })
}

fn refuse_flaw(inline: &Inline) -> Result<()> {
    match inline {
        Inline::Link { url, .. } if !leads_somewhere(url) => {
            Err(Error::rule("A link leads to an address that begins with http, https or mailto."))
        }
        Inline::Text { language: Some(tag), .. } if !is_language(tag) => {
            Err(Error::rule("A language is named by its tag, such as “de” or “pt-BR”."))
        }
        _ => Ok(()),
    }
}

fn leads_somewhere(url: &str) -> bool {
    ["http:", "https:", "mailto:"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// The shape of a BCP 47 tag (RFC 5646, section 2.1): subtags of up to eight letters and digits, the first of letters.
fn is_language(tag: &str) -> bool {
    let is_subtag =
        |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    tag.split('-').all(is_subtag)
        && tag.split('-').next().is_some_and(|first| first.chars().all(|c| c.is_ascii_alphabetic()))
}

/// Joins runs that look the same, and drops those without a word.
fn settle(text: &mut Text) {
    let mut settled = Text::with_capacity(text.len());
    for mut inline in std::mem::take(text) {
        match (settled.last_mut(), &mut inline) {
            (_, Inline::Text { text, .. }) if text.is_empty() => {}
            (
                Some(Inline::Text { text: before, bold, italic, language }),
                Inline::Text { text, bold: strong, italic: slanted, language: tongue },
            ) if (*bold, *italic, &*language) == (*strong, *slanted, &*tongue) => before.push_str(text),
            (_, Inline::Footnote { text }) => {
                settle(text);
                settled.push(inline);
            }
            _ => settled.push(inline),
        }
    }
    *text = settled;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: Text) -> Body {
        Body::Paragraph { level: 1, lead: Text::new(), text }
    }

    fn link(url: &str) -> Inline {
        Inline::Link { url: url.into(), text: "there".into() }
    }

    fn footnote(text: Text) -> Inline {
        Inline::Footnote { text }
    }

    fn run(text: &str, bold: bool, language: Option<&str>) -> Inline {
        Inline::Text { text: text.into(), bold, italic: false, language: language.map(str::to_owned) }
    }

    #[track_caller]
    fn check(text: Text, expect: Option<Text>) {
        assert_eq!(paragraph(text).sound().ok(), expect.map(paragraph));
    }

    #[test]
    fn what_looks_the_same_is_one_run_and_no_run_is_empty() {
        let words = Inline::words;
        check(vec![], Some(vec![]));
        check(vec![words("a"), words(""), words("b")], Some(vec![words("ab")]));
        check(
            vec![words("a"), run("b", true, None), run("c", true, None)],
            Some(vec![words("a"), run("bc", true, None)]),
        );
        check(
            vec![run("a", false, Some("de")), run("b", false, Some("fr"))],
            Some(vec![run("a", false, Some("de")), run("b", false, Some("fr"))]),
        );
        check(
            vec![words("a"), footnote(vec![words("b"), words("c")]), words("d"), words("e")],
            Some(vec![words("a"), footnote(vec![words("bc")]), words("de")]),
        );
    }

    #[test]
    fn links_lead_to_addresses_and_languages_are_tags() {
        for url in ["http://a", "HTTPS://example.org/x?y=z", "mailto:office@example.org"] {
            check(vec![link(url)], Some(vec![link(url)]));
        }
        for url in
            ["", "javascript:alert(1)", "file:///etc/hosts", "example.org", "höttp:", "data:text/html,x"]
        {
            check(vec![link(url)], None);
            check(vec![footnote(vec![link(url)])], None);
        }
        for tag in ["de", "pt-BR", "zh-Hant-TW", "sl-rozaj-1994"] {
            check(vec![run("a", false, Some(tag))], Some(vec![run("a", false, Some(tag))]));
        }
        for tag in ["", "-", "de_DE", "überall", "toolongasubtag", "1a", "de-", "de\" onload=\""] {
            check(vec![run("a", false, Some(tag))], None);
        }
    }

    #[test]
    fn levels_pictures_and_footnotes_have_their_rules() {
        let words = || vec![Inline::words("a")];
        check(vec![footnote(vec![footnote(words())])], None);
        for (level, is_kept) in [(0, false), (1, true), (2, true), (3, false)] {
            assert_eq!(Body::Heading { level, text: words() }.sound().is_ok(), is_kept, "heading {level}");
        }
        for (level, is_kept) in [(0, true), (2, true), (3, false)] {
            let body = Body::Paragraph { level, lead: words(), text: words() };
            assert_eq!(body.sound().is_ok(), is_kept, "paragraph {level}");
        }
    }
}
