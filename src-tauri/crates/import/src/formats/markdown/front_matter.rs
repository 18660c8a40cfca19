//! The facts that many tools put in front of a Markdown text, as `key: value` (YAML) or `key = "value"` (TOML).
//!
//! Only plain values and plain lists are understood; anything else is left alone rather than misread.

use crate::metadata::{language_tag, tidy};
use crate::{Found, Metadata, dates};

/// Reads the facts; what is not understood stays unknown.
pub(super) fn read(source: &str) -> Metadata {
    let mut meta = Metadata::default();
    let mut key = String::new();
    for line in source.lines() {
        let indented = line.starts_with([' ', '\t']);
        if let Some(item) = line.trim().strip_prefix("- ") {
            set(&mut meta, &key, item);
        } else if let Some((name, value)) = line.split_once([':', '=']).filter(|_| !indented) {
            key = name.trim().to_lowercase();
            let value = value.trim();
            let list = value.strip_prefix('[').and_then(|v| v.strip_suffix(']'));
            match list {
                Some(items) => items.split(',').for_each(|item| set(&mut meta, &key, item)),
                None => set(&mut meta, &key, value),
            }
        }
    }
    meta
}

fn set(meta: &mut Metadata, key: &str, value: &str) {
    let bare = value.trim().trim_matches(['"', '\'']);
    let Some(value) = tidy(bare) else { return };
    match key {
        "title" => meta.title = Some(Found::stated(value)),
        "author" | "authors" => {
            meta.authors.get_or_insert_with(|| Found::stated(Vec::new())).value.push(value);
        }
        "publisher" | "organisation" | "organization" => meta.publisher = Some(Found::stated(value)),
        "date" | "published" => meta.published = dates::parse(&value).map(Found::stated),
        "lang" | "language" => meta.language = language_tag(&value).map(Found::stated),
        "url" | "source" if value.starts_with("https://") || value.starts_with("http://") => {
            meta.url = Some(Found::stated(value));
        }
        _ => {}
    }
}
