//! Tells the article from the page around it.

use dom_query::Document;
use dom_smoothie::Readability;

use super::parse;
use crate::Input;
use crate::refusal::Reason;

/// The part of a page that is worth keeping.
pub(super) struct Article {
    /// Its HTML, not yet safe.
    pub(super) html: String,
    /// The title, freed from the name of the site as far as that can be told.
    pub(super) title: Option<String>,
    /// The line that names the authors, as it stands on the page.
    pub(super) byline: Option<String>,
    /// Whether no article was found and this is all of the page.
    pub(super) whole_page: bool,
}

/// Fewer letters than this are hardly an article, if the page has twice as many.
const SHORT: usize = 250;

/// What a page shows besides its contents, or does not show at all.
const FURNITURE: &str = "script, style, noscript, template, nav, footer, aside, select, button, dialog, \
    [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog]";

/// Chooses the article of a page, or all of a piece that somebody chose already.
pub(super) fn choose(
    input: &Input<'_>,
    source: &str,
    document: Document,
    url: Option<&str>,
) -> Result<Article, Reason> {
    if let Some(piece) = chosen_piece(input, source) {
        let document = parse(piece)?;
        let html = document.body().map(|body| body.inner_html().to_string()).unwrap_or_default();
        return Ok(Article { html, title: None, byline: None, whole_page: false });
    }
    let found = Readability::with_document(document, url, None).and_then(|mut page| page.parse()).ok();
    let length = found.as_ref().map_or(0, |article| letters(&article.text_content));
    if length < SHORT {
        let page = parse(source)?;
        page.select(FURNITURE).remove();
        // Links are more often a menu than a text that was overlooked.
        let linked: usize = page.select("a").nodes().iter().map(|link| letters(&link.text())).sum();
        let much = |text: &str| letters(text).saturating_sub(linked) > length * 2;
        if let Some(body) = page.body().filter(|body| found.is_none() || much(&body.text())) {
            let html = body.inner_html().to_string();
            let (title, byline) = found.map_or((None, None), |article| (Some(article.title), article.byline));
            return Ok(Article { html, title, byline, whole_page: true });
        }
    }
    let found = found.ok_or(Reason::NoText)?;
    let (title, byline) = (Some(found.title), found.byline);
    Ok(Article { html: found.content.to_string(), title, byline, whole_page: false })
}

/// The characters that are not white space. Words would not do: many languages write without spaces.
fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The piece of a page that a person selected and copied. It comes without a head, or between two comments.
fn chosen_piece<'a>(input: &Input<'_>, source: &'a str) -> Option<&'a str> {
    if let Some((_, rest)) = source.split_once("<!--StartFragment-->") {
        return Some(rest.rsplit_once("<!--EndFragment-->").map_or(rest, |(piece, _)| piece));
    }
    if input.is_pasted() {
        return Some(source);
    }
    let head: String = source.chars().take(4096).collect::<String>().to_lowercase();
    let page = ["<html", "<head", "<body", "<title", "<!doctype"].iter().any(|tag| head.contains(tag));
    (!page).then_some(source)
}
