//! Electronic books (EPUB 2 and 3): the chapters in the order of reading.

use std::collections::HashMap;

use super::html;
use crate::archive::Archive;
use crate::extracted::{Extracted, Warning};
use crate::flow::Flow;
use crate::metadata::language_tag;
use crate::properties::Properties;
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::xml::{Tag, Visit, walk};
use crate::{Confidence, Format, Found, Input, Metadata, dates, guess};

/// An electronic book.
pub(crate) struct Book;

impl Format for Book {
    fn name(&self) -> &'static str {
        "an electronic book (EPUB)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["epub"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        signature::claim(input, Content::Book, self.extensions())
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let mut archive = Archive::open(input.bytes)?;
        let mut package = Package::default();
        walk(&archive.need("META-INF/container.xml")?, &mut package)?;
        let opf = archive.need(&package.path)?;
        walk(&opf, &mut package)?;
        let locked = locked_entries(archive.read("META-INF/encryption.xml")?)?;

        let mut flow = Flow::default();
        let mut pictures = 0;
        let mut warnings = Vec::new();
        for chapter in package.chapters() {
            if locked.contains(&chapter) {
                return Err(Reason::Locked);
            }
            // A book whose list names a chapter that is not there still has the others.
            let Some(bytes) = archive.read(&chapter)? else { continue };
            let (lost, said) = html::append_page(&bytes, &mut flow)?;
            pictures += lost;
            warnings.extend(said);
        }
        let (text, blocks) = flow.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        warnings.dedup();
        warnings.extend(Warning::pictures(pictures));
        let mut meta = stated(&Properties::read(Some(opf)));
        meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
        meta.language = meta.language.or_else(|| guess::language(&text));
        let media_type = "application/epub+zip".to_owned();
        Ok(Extracted { warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}

/// What the publisher states of the book.
fn stated(properties: &Properties) -> Metadata {
    let authors = properties.authors();
    let published = properties.all("date").iter().find_map(|date| dates::parse(date));
    let address = |value: &String| value.starts_with("https://") || value.starts_with("http://");
    let addresses = properties.all("source").into_iter().chain(properties.all("identifier"));
    Metadata {
        title: properties.first("title").map(Found::stated),
        authors: (!authors.is_empty()).then(|| Found::stated(authors)),
        publisher: properties.first("publisher").map(Found::stated),
        published: published.map(Found::stated),
        language: properties.first("language").and_then(|tag| language_tag(&tag)).map(Found::stated),
        url: addresses.into_iter().find(address).map(Found::stated),
    }
}

/// What a book is made of (EPUB 3.3, 5): where its package lies, its files, and their order.
#[derive(Debug, Default)]
struct Package {
    /// The entry that holds the package, from which all paths in it start.
    path: String,
    files: HashMap<String, String>,
    order: Vec<String>,
}

impl Package {
    /// The entries that hold the chapters, each once.
    fn chapters(&self) -> Vec<String> {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut chapters = Vec::new();
        for file in self.order.iter().filter_map(|id| self.files.get(id)) {
            let chapter = resolve(folder, file);
            if !chapters.contains(&chapter) {
                chapters.push(chapter);
            }
        }
        chapters
    }
}

impl Visit for Package {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        match tag.name {
            "rootfile" if self.path.is_empty() => self.path = tag.attribute("full-path").unwrap_or_default(),
            "item" => {
                let text = tag.attribute("media-type").is_some_and(|kind| kind.contains("html"));
                if let (Some(id), Some(file), true) = (tag.attribute("id"), tag.attribute("href"), text) {
                    self.files.insert(id, file);
                }
            }
            "itemref" => self.order.extend(tag.attribute("idref")),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, _: &str) -> Result<(), Reason> {
        Ok(())
    }
}

/// The entry that a path in a package names: a name to compare with others, never a place on a disk.
fn resolve(folder: &str, path: &str) -> String {
    let path = decode(path.split('#').next().unwrap_or(path));
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// A path without its percent signs (RFC 3986, 2.1).
fn decode(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = || u8::from_str_radix(std::str::from_utf8(after.get(..2)?).ok()?, 16).ok();
        let escaped = hex().filter(|_| byte == b'%');
        bytes.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

/// The entries that are locked. Fonts often are, which takes nothing from the text.
fn locked_entries(xml: Option<Vec<u8>>) -> Result<Vec<String>, Reason> {
    struct Locked(Vec<String>);
    impl Visit for Locked {
        fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
            if tag.name == "CipherReference" {
                self.0.extend(tag.attribute("URI").map(|path| resolve("", &path)));
            }
            Ok(())
        }
        fn text(&mut self, _: &str) {}
        fn close(&mut self, _: &str) -> Result<(), Reason> {
            Ok(())
        }
    }
    let mut locked = Locked(Vec::new());
    if let Some(xml) = xml {
        walk(&xml, &mut locked)?;
    }
    Ok(locked.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(folder: &str, path: &str, expect: &str) {
        assert_eq!(resolve(folder, path), expect);
    }

    #[test]
    fn paths_are_names() {
        check("OEBPS", "text/one.xhtml#top", "OEBPS/text/one.xhtml");
        check("OEBPS/package", "../text/one%20two.xhtml", "OEBPS/text/one two.xhtml");
        check("", "../../../etc/passwd", "etc/passwd");
        check("", "/etc/passwd", "etc/passwd");
        check("a", "100%", "a/100%");
        check("a", "%ff%e", "a/%ff%e");
    }
}
