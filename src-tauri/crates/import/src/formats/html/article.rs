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

/// What is never text, or shows for finding one's way only.
const FURNITURE: &str = "script, style, template, nav, select, button, dialog, [role=navigation], [role=banner], \
    [role=search], [role=dialog]";

/// What a page does not show.
const HIDDEN: &str = "noscript, [hidden], [aria-hidden=true], [style*='display:none'], [style*='display: none'], \
    [style*='visibility:hidden'], [style*='visibility: hidden']";

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
    let whole = if length < SHORT { whole_page(source)? } else { None };
    let (html, whole_page) = match (&found, whole) {
        (Some(article), Some((_, prose))) if prose <= length * 2 => (article.content.to_string(), false),
        (_, Some((html, _))) => (html, true),
        (Some(article), None) => (article.content.to_string(), false),
        (None, None) => return Err(Reason::NoText),
    };
    let (title, byline) = found.map_or((None, None), |article| (Some(article.title), article.byline));
    Ok(Article { html, title, byline, whole_page })
}

/// All that a page shows, and how many letters of it are no links: links are more often a menu than a text that
/// was overlooked. A page that shows nothing hides its text until a script has run, so then that is taken.
fn whole_page(source: &str) -> Result<Option<(String, usize)>, Reason> {
    for unwanted in [&[FURNITURE, HIDDEN][..], &[FURNITURE]] {
        let page = parse(source)?;
        for selector in unwanted {
            page.select(selector).remove();
        }
        page.select("noscript").rename("div");
        let Some(body) = page.body() else { continue };
        let all = letters(&body.text());
        let linked: usize = page.select("a").nodes().iter().map(|link| letters(&link.text())).sum();
        if all > 0 {
            return Ok(Some((body.inner_html().to_string(), all.saturating_sub(linked))));
        }
    }
    Ok(None)
}

/// All that a page shows, or all of it when it hides everything.
pub(super) fn shown(source: &str) -> Result<String, Reason> {
    let page = parse(source)?;
    page.select(HIDDEN).remove();
    let body = |page: &Document| page.body().map(|body| body.inner_html().to_string()).unwrap_or_default();
    let visible = page.body().is_some_and(|body| letters(&body.text()) > 0);
    if visible { Ok(body(&page)) } else { parse(source).map(|page| body(&page)) }
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
