//! The facts a page states as linked data (JSON-LD with schema.org's words), where most newspapers put them.

use dom_query::Document;
use serde_json::{Map, Value};

use crate::dates;

/// The kinds of thing that are a text, the best first: what describes the page comes after what is on it.
const TEXTS: &[&str] = &["article", "posting", "report", "statement", "speech", "pressrelease", "webpage"];

/// What the linked data of a page says of its text.
#[derive(Debug, Default)]
pub(super) struct Stated {
    /// Its headline and its name, of which either may be the title.
    pub(super) titles: Vec<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
}

/// Reads every block of linked data on the page; one that is no JSON is passed over.
pub(super) fn read(document: &Document) -> Stated {
    let mut things = Vec::new();
    for script in document.select(r#"script[type="application/ld+json"]"#).nodes() {
        let text = script.text();
        let bare = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        if let Ok(value) = serde_json::from_str(bare) {
            flatten(value, &mut things);
        }
    }
    let rank = |thing: &Map<String, Value>| {
        let kind = strings(thing.get("@type")).concat().to_lowercase();
        TEXTS.iter().position(|text| kind.contains(text))
    };
    let Some(text) = things.iter().filter(|t| rank(t).is_some()).min_by_key(|t| rank(t)) else {
        return Stated { published: published_once(&things), ..Stated::default() };
    };
    let named = |key: &str| names(text.get(key), &things);
    let first = |key: &str| strings(text.get(key)).into_iter().next();
    let about_text = rank(text) < Some(TEXTS.len() - 1);
    Stated {
        titles: ["headline", "name"].into_iter().filter(|_| about_text).filter_map(first).collect(),
        authors: named("author"),
        publisher: named("publisher").into_iter().next(),
        published: first("datePublished")
            .or_else(|| first("dateCreated"))
            .or_else(|| published_once(&things)),
        language: first("inLanguage"),
        url: first("url").or_else(|| first("mainEntityOfPage")),
    }
}

/// The date of publication if all that have one have the same.
fn published_once(things: &[Map<String, Value>]) -> Option<String> {
    let mut all = things.iter().flat_map(|thing| strings(thing.get("datePublished")));
    let first = all.next()?;
    all.all(|date| dates::parse(&date) == dates::parse(&first)).then_some(first)
}

/// Lists, graphs and single things, all as one list.
fn flatten(value: Value, things: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| flatten(value, things)),
        Value::Object(mut thing) => {
            if let Some(graph) = thing.remove("@graph") {
                flatten(graph, things);
            }
            things.push(thing);
        }
        _ => {}
    }
}

/// The names of people or organisations, which may be written out or be referred to by id.
fn names(value: Option<&Value>, things: &[Map<String, Value>]) -> Vec<String> {
    let name_of = |thing: &Map<String, Value>| strings(thing.get("name"));
    match value {
        Some(Value::Array(values)) => values.iter().flat_map(|value| names(Some(value), things)).collect(),
        Some(Value::Object(thing)) if thing.contains_key("name") => name_of(thing),
        Some(Value::Object(reference)) => {
            let id = reference.get("@id").filter(|id| id.is_string());
            things
                .iter()
                .find(|thing| id.is_some() && thing.get("@id") == id)
                .map(name_of)
                .unwrap_or_default()
        }
        other => strings(other),
    }
}

/// The strings in a value that may be one, several, or a thing that stands for one.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(values)) => values.iter().flat_map(|value| strings(Some(value))).collect(),
        Some(Value::Object(thing)) => {
            let told = ["@id", "@value", "alternateName", "url"].into_iter().find_map(|key| thing.get(key));
            told.and_then(Value::as_str).map(str::to_owned).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
