//! What a page states about itself: linked data, Open Graph, Dublin Core and the older habits of the web.

use std::collections::BTreeMap;

use dom_query::Document;

use super::headline::{Shown, letters};
use super::json_ld;
use crate::metadata::{language_tag, tidy};
use crate::{Found, Metadata, dates};

const TITLE: &[&str] =
    &["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title"];
const AUTHOR: &[&str] = &[
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "parsely-author",
    "byl",
];
const PUBLISHER: &[&str] =
    &["og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher"];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article.published",
    "citation_publication_date",
    "citation_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "datepublished",
    "date",
    "pubdate",
    "publish_date",
    "publish-date",
    "publishdate",
    "published",
    "parsely-pub-date",
    "sailthru.date",
    "pdate",
];
const LANGUAGE: &[&str] = &["dc.language", "dcterms.language", "content-language", "og:locale", "language"];

/// Reads what the page states, and where it was saved from.
pub(super) fn read(document: &Document, source: &str) -> Metadata {
    let linked = json_ld::read(document);
    let page = Page { document, metas: metas(document) };
    let publisher = linked.publisher.and_then(|p| text(&p)).or_else(|| page.meta(PUBLISHER));
    let publisher = publisher.map(|name| host(&name).unwrap_or(name));
    let title = page.shown(&linked.titles).or_else(|| page.meta(TITLE));
    let mut authors: Vec<String> = linked.authors.iter().filter_map(|name| person(name)).collect();
    if authors.is_empty() {
        authors = page.metas(AUTHOR).iter().flat_map(|line| people(line)).collect();
    }
    authors.dedup();
    let date = linked.published.into_iter().chain(page.metas(PUBLISHED)).find_map(|date| dates::parse(&date));
    let mut url = page
        .attribute("link[rel=canonical]", "href")
        .into_iter()
        .chain(page.meta(&["og:url"]))
        .chain(linked.url)
        .chain(saved_from(source));
    let mut language = page
        .attribute("html[lang]", "lang")
        .into_iter()
        .chain(page.attribute("html", "xml:lang"))
        .chain(linked.language)
        .chain(page.metas(LANGUAGE));

    Metadata {
        title: title.map(|title| Found::stated(without_site(&title, publisher.as_deref()))),
        authors: (!authors.is_empty()).then(|| Found::stated(authors)),
        published: date.or_else(|| page.marked_date()).map(Found::stated),
        publisher: publisher.map(Found::stated),
        language: language.find_map(|tag| language_tag(&tag)).map(Found::stated),
        url: url.find_map(|url| address(&url)).map(Found::stated),
    }
}

/// Adds what can be concluded once the article is known.
pub(super) fn complete(meta: &mut Metadata, title: Option<String>, byline: Option<&str>, shown: &Shown) {
    let site = || meta.publisher.as_ref().map(|p| p.value.as_str());
    let title = title.and_then(|t| tidy(&t)).map(|t| without_site(&t, site()));
    meta.title = meta.title.take().or_else(|| title.map(Found::guessed));
    if let Some(title) = &mut meta.title {
        // The name of a page in its head may be that of the site alone.
        let other = || shown.only_headline().filter(|head| !letters(&title.value).contains(&letters(head)));
        let guessed = title.guessed;
        let headline =
            shown.headline_of(&title.value).or_else(|| other().filter(|_| guessed).map(str::to_owned));
        if let Some(headline) = headline {
            title.value = headline;
        }
    }
    let publisher = meta.publisher.as_ref().map(|p| p.value.to_lowercase());
    let authors: Vec<String> = byline.into_iter().flat_map(people).collect();
    let dated = || byline.and_then(dates::find);
    let address = || meta.url.as_ref().and_then(|url| dates::in_address(&url.value));
    let beside = || shown.date_beside(meta.title.as_ref().map_or("", |title| &title.value));
    if meta.published.is_none() {
        meta.published = address().or_else(beside).or_else(dated).map(Found::guessed);
    }
    let site_itself = authors.len() == 1 && publisher == Some(authors[0].to_lowercase());
    if meta.authors.is_none() && !authors.is_empty() && !site_itself {
        meta.authors = Some(Found::guessed(authors));
    }
    if meta.publisher.is_none() {
        meta.publisher = meta.url.as_ref().and_then(|url| host(&url.value)).map(Found::guessed);
    }
}

struct Page<'a> {
    document: &'a Document,
    metas: BTreeMap<String, Vec<String>>,
}

impl Page<'_> {
    fn metas(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().find_map(|key| self.metas.get(*key)).cloned().unwrap_or_default()
    }

    fn meta(&self, keys: &[&str]) -> Option<String> {
        self.metas(keys).into_iter().next()
    }

    /// The first of the titles that the page shows its readers, or else the first: encyclopaedias state what a thing
    /// is as the headline of the text on it.
    fn shown(&self, titles: &[String]) -> Option<String> {
        let titles: Vec<String> = titles.iter().filter_map(|title| text(title)).collect();
        let heads: Vec<String> =
            self.document.select("title, h1").nodes().iter().map(|head| letters(&head.text())).collect();
        let is_shown = |title: &&String| heads.iter().any(|head| head.contains(&letters(title)));
        titles.iter().find(is_shown).or(titles.first()).cloned()
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.document.select_single(selector).attr(name).map(|value| value.to_string())
    }

    /// A date that the page marks as its own.
    fn marked_date(&self) -> Option<String> {
        let own = self.document.select("[itemprop=datePublished], time[pubdate], abbr.published");
        own.nodes().iter().find_map(|node| {
            let value = ["datetime", "content", "title"].into_iter().find_map(|name| node.attr(name));
            dates::parse(&value.unwrap_or_else(|| node.text()))
        })
    }
}

/// Every `meta` of the page by its name in lower case, in the page's order.
fn metas(document: &Document) -> BTreeMap<String, Vec<String>> {
    let mut metas: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in document.select("meta[content]").nodes() {
        let Some(content) = node.attr("content").and_then(|content| text(&content)) else { continue };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            let keys = node.attr(attribute).unwrap_or_default().to_lowercase();
            for key in keys.split_whitespace() {
                // Dublin Core is written with either mark.
                let dublin = key.starts_with("dc:") || key.starts_with("dcterms:");
                let key = if dublin { key.replace(':', ".") } else { key.to_owned() };
                metas.entry(key).or_default().push(content.clone());
            }
        }
    }
    metas
}

/// A stated value in plain characters. Many pages escape theirs once too often.
fn text(value: &str) -> Option<String> {
    if value.contains('&') && value.contains(';') && !value.contains('<') {
        return tidy(&Document::fragment(value).text());
    }
    tidy(value)
}

/// The names in a line such as "By A. Author and B. Author".
fn people(line: &str) -> Vec<String> {
    let line = undated(line).replace(" and ", ";").replace(['|', '•', '·', '\n'], ";");
    let parts: Vec<&str> = line.split(';').collect();
    let mut names = Vec::new();
    for part in parts {
        let several = part.split(',').all(|name| name.split_whitespace().count() >= 2);
        if several { names.extend(part.split(',').filter_map(person)) } else { names.extend(person(part)) }
    }
    names
}

/// The line up to its date: to the first word that begins with a digit, or the month before that.
fn undated(line: &str) -> &str {
    let mut end = 0;
    let mut before = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let month = dates::is_month(line[before..end].trim());
            return &line[..if month { before } else { end }];
        }
        before = end;
        end += word.len();
    }
    line
}

/// A person's name without what stands around it, or `None` for an address, a date or a sentence.
fn person(value: &str) -> Option<String> {
    let value = text(value)?;
    let mut name = value.as_str();
    for opening in ["by:", "by ", "posted by ", "written by ", "von ", "par ", "por ", "author:", "di "] {
        // Compared as bytes: lower case may have another length than upper case.
        if name.len() > opening.len()
            && name.as_bytes()[..opening.len()].eq_ignore_ascii_case(opening.as_bytes())
        {
            name = name[opening.len()..].trim_start();
        }
    }
    let ends =
        [" (", " on ", " – ", " — ", " - ", ", on "].into_iter().filter_map(|end| name.find(end)).min();
    let name =
        name[..ends.unwrap_or(name.len())].trim_matches(|c: char| c.is_whitespace() || ",:@".contains(c));
    let address = name.contains("://") || name.starts_with("www.");
    let plausible = name.chars().count() <= 80 && name.chars().any(char::is_alphabetic);
    let dated = name.chars().filter(char::is_ascii_digit).count() > 2;
    (plausible && !address && !dated).then(|| name.to_owned())
}

/// The title without the name of the site behind it, which may be shortened or without its ".com".
fn without_site(title: &str, site: Option<&str>) -> String {
    let site = letters(site.unwrap_or_default());
    for mark in [" | ", " - ", " – ", " — ", " · ", " :: ", " » "] {
        let Some((front, last)) = title.rsplit_once(mark) else { continue };
        let last = letters(last);
        if last.len() >= 3 && site.starts_with(&last) && !front.trim().is_empty() {
            return front.trim().to_owned();
        }
    }
    title.to_owned()
}

/// The address that a browser wrote into the page when it saved it.
fn saved_from(source: &str) -> Option<String> {
    let head: String = source.chars().take(4096).collect();
    let after = |mark: &str| head.split_once(mark).map(|(_, rest)| rest.to_owned());
    let chrome =
        after("saved from url=(").and_then(|rest| rest.split_once(')').map(|(_, url)| url.to_owned()));
    let single_file = || {
        after("Page saved with SingleFile").and_then(|r| r.split_once("url: ").map(|(_, url)| url.to_owned()))
    };
    chrome.or_else(single_file)?.split_whitespace().next().map(str::to_owned)
}

/// An absolute address of the web, and nothing else.
fn address(value: &str) -> Option<String> {
    let value = value.trim();
    let scheme = value.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let web = matches!(scheme.as_deref(), Some("http" | "https")) && host(value).is_some();
    (web && !value.contains(char::is_whitespace) && value.chars().count() <= 2_000).then(|| value.to_owned())
}

fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || ".-".contains(c)))
        .then(|| host.to_owned())
}
