//! What a tagged PDF says and how it is built, read back from the file itself: the text that other programs set.

use crate::process;
use std::path::Path;

/// An element of the structure tree.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Element {
    /// Its standard type: `P`, `H1`, `Table`.
    pub(super) kind: String,
    /// What it holds, in reading order.
    pub(super) kids: Vec<Kid>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Kid {
    Element(Element),
    Words(String),
}

impl Element {
    /// All its words.
    pub(super) fn words(&self) -> String {
        let kids = self.kids.iter().map(|kid| match kid {
            Kid::Element(element) => element.words(),
            Kid::Words(words) => words.clone(),
        });
        kids.collect()
    }

    /// The elements in it, and in those, of one kind.
    pub(super) fn all<'a>(&'a self, kind: &str) -> Vec<&'a Element> {
        let elements = self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(element) => Some(element),
            Kid::Words(_) => None,
        });
        elements
            .flat_map(|element| if element.kind == kind { vec![element] } else { element.all(kind) })
            .collect()
    }
}

/// The structure of a file, as poppler sees it.
pub(super) fn read(pdf: &Path) -> Result<Element, String> {
    let told = process::output(process::command("pdfinfo").arg("-struct-text").arg(pdf))?;
    Ok(parse(&told))
}

/// Two spaces of indentation are one level. Attributes begin with a slash, words with a quotation mark.
fn parse(told: &str) -> Element {
    let mut open: Vec<Element> = vec![Element::default()];
    for line in told.lines() {
        let level = line.len() - line.trim_start_matches(' ').len();
        let line = line.trim_start_matches(' ');
        if let Some(words) = line.strip_prefix('"') {
            let words = words.strip_suffix('"').unwrap_or(words).to_owned();
            if let Some(element) = open.last_mut() {
                element.kids.push(Kid::Words(words));
            }
        } else if !line.starts_with('/') && !line.starts_with("Object ") && !line.is_empty() {
            while open.len() > level / 2 + 1 {
                close(&mut open);
            }
            let kind = line.split([' ', ':']).next().unwrap_or_default().to_owned();
            open.push(Element { kind, kids: Vec::new() });
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().unwrap_or_default()
}

fn close(open: &mut Vec<Element>) {
    if let (Some(element), Some(parent)) = (open.pop(), open.last_mut()) {
        parent.kids.push(Kid::Element(element));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_with_its_words_in_order() {
        let told = "Document\n  P (block)\n    \"So \"\n    Link (inline)\n      Object 4 0\n      \"[1]\"\n    \" it is.\"\n  \
            Table (block):\n     /BorderStyle /None\n    TR\n      TD:\n         /ColSpan 1\n        \"in\"\n";
        let tree = parse(told);
        assert_eq!(tree.all("P")[0].words(), "So [1] it is.");
        assert_eq!(tree.all("Table")[0].all("TD")[0].words(), "in");
        assert_eq!(tree.all("Link").len(), 1);
    }
}
