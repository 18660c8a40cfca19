//! The facts that office documents and books carry beside their text, all in the words of Dublin Core.
//!
//! Programs fill in authors and dates by themselves: the name is that of whoever installed the program, the date
//! that of the template. So those count as guesses, and only what nobody types by accident as stated.

use crate::metadata::{language_tag, tidy};
use crate::refusal::Reason;
use crate::xml::{Tag, Visit, walk};
use crate::{Found, Metadata, dates};

/// Elements with their text, in the document's order.
#[derive(Debug, Default)]
pub(crate) struct Properties {
    found: Vec<Property>,
    /// The elements that are open, by their places in `found`.
    open: Vec<usize>,
}

#[derive(Debug, Default)]
struct Property {
    name: String,
    role: Option<String>,
    text: String,
}

/// The most elements that are looked at: properties are few.
const MOST: usize = 2_000;

impl Properties {
    /// Reads a document of properties. One that is damaged has none: the text is worth having without them.
    pub(crate) fn read(xml: Option<Vec<u8>>) -> Self {
        let mut properties = Self::default();
        if let Some(xml) = xml {
            // What was read before it broke off still holds.
            walk(&xml, &mut properties).ok();
        }
        properties
    }

    /// The first text of an element of that name.
    pub(crate) fn first(&self, name: &str) -> Option<String> {
        self.all(name).into_iter().next()
    }

    /// The texts of all elements of that name.
    pub(crate) fn all(&self, name: &str) -> Vec<String> {
        let named = self.found.iter().filter(|property| property.name == name);
        named.filter_map(|property| tidy(&property.text)).collect()
    }

    /// The names in elements that stand for people, without those who only translated or illustrated.
    pub(crate) fn authors(&self) -> Vec<String> {
        let author = |property: &&Property| {
            property.name == "creator" && property.role.as_deref().is_none_or(|role| role == "aut")
        };
        let mut names: Vec<String> = self.found.iter().filter(author).flat_map(|p| people(&p.text)).collect();
        names.dedup();
        names
    }

    /// What an office program wrote down about its document.
    pub(crate) fn of_office(&self) -> Metadata {
        let created = ["created", "creation-date", "date"].into_iter().find_map(|name| self.first(name));
        let mut authors: Vec<String> =
            self.all("initial-creator").iter().flat_map(|name| people(name)).collect();
        if authors.is_empty() {
            authors = self.authors();
        }
        Metadata {
            title: self.first("title").and_then(|title| plausible_title(&title)).map(Found::stated),
            authors: (!authors.is_empty()).then(|| Found::guessed(authors)),
            publisher: self.first("publisher").map(Found::stated),
            published: created.and_then(|date| dates::parse(&date)).map(Found::guessed),
            language: self.first("language").and_then(|tag| language_tag(&tag)).map(Found::stated),
            url: None,
        }
    }
}

/// The names in a field that may hold several.
pub(crate) fn people(field: &str) -> Vec<String> {
    /// What programs write where nobody gave a name.
    const NOBODY: &[&str] = &[
        "",
        "user",
        "admin",
        "administrator",
        "author",
        "owner",
        "unknown",
        "anonymous",
        "microsoft office user",
        "microsoft",
        "windows user",
        "python-docx",
        "un-named",
    ];
    let names = field.split([';', '\n']).filter_map(tidy);
    names.filter(|name| !NOBODY.contains(&name.to_lowercase().as_str())).collect()
}

/// A title that a person gave, and not the name of the file or of the template it was made from.
pub(crate) fn plausible_title(title: &str) -> Option<String> {
    let title = tidy(title)?;
    let title = title.strip_prefix("Microsoft Word - ").unwrap_or(&title);
    let lower = title.to_lowercase();
    let file = [
        ".doc", ".docx", ".dot", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".tex", ".dvi", ".ps", ".xls",
        ".ppt",
    ]
    .iter()
    .any(|extension| lower.ends_with(extension));
    let empty =
        ["untitled", "document", "document1", "title", "powerpoint presentation", "slide 1", "no title"];
    let worded = title.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    (worded && !file && !empty.contains(&lower.as_str())).then(|| title.to_owned())
}

impl Visit for Properties {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        if self.found.len() >= MOST {
            return Err(Reason::TooMuch);
        }
        self.open.push(self.found.len());
        self.found.push(Property {
            name: tag.name.to_owned(),
            role: tag.attribute("role"),
            text: String::new(),
        });
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(property) = self.open.last().and_then(|place| self.found.get_mut(*place)) {
            property.text.push_str(text);
        }
    }

    fn close(&mut self, _: &str) -> Result<(), Reason> {
        self.open.pop();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_title(title: &str, expect: Option<&str>) {
        assert_eq!(plausible_title(title).as_deref(), expect);
    }

    #[test]
    fn titles_that_programs_make_up() {
        check_title("Statement on the talks", Some("Statement on the talks"));
        check_title("Microsoft Word - Statement", Some("Statement"));
        check_title("Microsoft Word - statement_v2.docx", None);
        check_title("Untitled", None);
        check_title("  ", None);
        check_title("12", None);
    }

    #[test]
    fn names() {
        assert_eq!(people("A. Author; B. Author"), ["A. Author", "B. Author"]);
        assert_eq!(people("Microsoft Office User"), Vec::<String>::new());
    }
}
