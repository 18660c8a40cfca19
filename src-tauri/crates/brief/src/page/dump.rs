//! Pages as readable text, one drawn thing to a line, so that a changed layout shows as a readable diff.

use std::fmt::Write;

use super::{Mark, Page, Pages, Tag};

pub(super) fn dump(pages: &Pages) -> String {
    let mut out = String::new();
    for page in &pages.pages {
        dump_page(&mut out, pages, page);
    }
    out
}

fn dump_page(out: &mut String, pages: &Pages, page: &Page) {
    let _ = writeln!(out, "page {}", page.number);
    let _ = pages;
    for item in &page.items {
        let _ = match (&item.tag, &item.mark) {
            (Tag::Element(_) | Tag::Artifact(_), Mark::Glyphs(run)) => writeln!(out, "{}", run.text),
            (_, Mark::Rule(_) | Mark::Path(_)) => Ok(()),
        };
    }
}
