//! Web pages: the article without the page around it, and what the page states about it.
//!
//! Every page is taken for hostile. Its nesting is measured before anything parses it, the article is sanitised
//! before its text is taken, and nothing it refers to is ever fetched.

mod article;
mod declared;
mod depth;
mod headline;
mod json_ld;
mod names;
mod sanitise;
mod tags;
mod walk;
mod xhtml;

use dom_query::{Document, NodeRef, Selection};

use crate::encoding::{self, Decoded};
use crate::extracted::{Extracted, Warning, WarningCode};
use crate::flow::Flow;
use crate::refusal::Reason;
use crate::{Confidence, Format, Input, guess, signature};

/// A web page, or a piece of one from the clipboard.
pub(crate) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "a web page"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        let hint = input.media_type();
        let hinted = matches!(hint.as_str(), "text/html" | "application/xhtml+xml");
        let foreign = signature::of_bytes(input.bytes).is_some() || (!hinted && !hint.is_empty());
        if foreign || encoding::is_binary(input.bytes) {
            Confidence::No
        } else if begins_as_page(input.bytes) {
            Confidence::Certain
        } else if signature::is_no_text(input) {
            Confidence::No
        } else if hinted || self.extensions().contains(&input.extension().as_str()) {
            Confidence::Likely
        } else {
            Confidence::No
        }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let claimed = input.charset().or_else(|| claimed_charset(input.bytes));
        let Decoded { text: source, mut warnings } = encoding::decode(input.bytes, claimed)?;
        let source = xhtml::close_elements(source, &input.media_type());
        let document = parse(&source)?;
        let mut meta = declared::read(&document, &source);
        let url = meta.url.as_ref().map(|url| url.value.clone());
        let shown = headline::Shown::on(&document);
        let article = article::choose(input, &source, document, url.as_deref())?;
        let (html, pictures) = sanitise::clean(&article.html);

        let mut flow = Flow::default();
        walk::append(&parse_fragment(&html)?, &mut flow);
        let (text, blocks) = flow.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        if article.whole_page {
            let message = "No article could be told from the rest of the page, so all of its text was kept.";
            warnings.push(Warning { code: WarningCode::WholePage, message: message.to_owned() });
        }
        warnings.extend(Warning::pictures(pictures));

        declared::complete(&mut meta, article.title, article.byline.as_deref(), &shown);
        meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
        meta.published = meta.published.or_else(|| guess::published(&text));
        meta.language = meta.language.or_else(|| guess::language(&text));
        let media_type = "text/html".to_owned();
        let html = Some(html);
        Ok(Extracted { html, warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}

/// Adds a piece of HTML to a text, and says how many pictures were left out.
pub(super) fn append(html: &str, flow: &mut Flow) -> Result<usize, Reason> {
    depth::check(html)?;
    let (clean, pictures) = sanitise::clean(html);
    walk::append(&parse_fragment(&clean)?, flow);
    Ok(pictures)
}

/// Adds a whole page to a text, as one of many, and says how many pictures were left out and what else was.
pub(super) fn append_page(bytes: &[u8], flow: &mut Flow) -> Result<(usize, Vec<Warning>), Reason> {
    let Decoded { text: source, warnings } = encoding::decode(bytes, claimed_charset(bytes))?;
    let pictures = append(&xhtml::close_elements(source, "application/xhtml+xml"), flow)?;
    Ok((pictures, warnings))
}

/// Adds the page that an e-mail is, without what it hides from its reader, and says how many pictures were left out.
pub(super) fn append_mail(source: &str, flow: &mut Flow) -> Result<usize, Reason> {
    append(&article::shown(source)?, flow)
}

fn parse(source: &str) -> Result<Document, Reason> {
    depth::check(source)?;
    let document = Document::from(source);
    depth::check_tree(&document)?;
    spell_out_formulas(&document);
    Ok(document)
}

/// Turns formulas into their characters, which the sanitiser would drop along with their elements.
fn spell_out_formulas(document: &Document) {
    for formula in document.select("math").nodes() {
        Selection::from(*formula).select("annotation, annotation-xml").remove();
        let pieces: Vec<String> = formula
            .descendants_it()
            .filter(NodeRef::is_text)
            .flat_map(|node| node.text().split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        formula.set_text(pieces.join(" "));
        formula.rename("span");
    }
}

fn parse_fragment(clean: &str) -> Result<Document, Reason> {
    let fragment = Document::fragment(clean);
    depth::check_tree(&fragment)?;
    Ok(fragment)
}

/// Whether the first thing after white space, comments and an XML declaration is a page's beginning.
fn begins_as_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let mut rest =
        head.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}' | '\0'));
    while let Some(end) = match rest {
        _ if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
        _ if rest.starts_with("<?xml") => rest.find("?>").map(|at| at + 2),
        _ => None,
    } {
        rest = rest[end..].trim_start();
    }
    // UTF-16 puts a zero beside each letter.
    let rest: String = rest.chars().filter(|c| *c != '\0').take(32).collect();
    rest.starts_with("<!doctype html")
        || rest.strip_prefix("<html").is_some_and(|r| r.starts_with(['>', ' ', '\n', '\r', '\t']))
}

/// The encoding that a page names in its own head, or an XML declaration before it.
fn claimed_charset(bytes: &[u8]) -> Option<&str> {
    let head = &bytes[..bytes.len().min(4096)];
    let ascii = head.iter().position(|b| !b.is_ascii()).unwrap_or(head.len());
    let head = std::str::from_utf8(&head[..ascii]).ok()?;
    ["charset", "encoding"].into_iter().find_map(|key| {
        head.match_indices(key).find_map(|(at, _)| {
            let value = head[at + key.len()..].trim_start().strip_prefix('=')?.trim_start();
            let value = value.trim_start_matches(['"', '\'']);
            let end = value
                .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))
                .unwrap_or(value.len());
            (end > 0).then(|| &value[..end])
        })
    })
}
