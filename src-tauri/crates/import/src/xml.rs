//! XML as one pass over its tags, which is all that office documents need.
//!
//! Names are told apart without their prefixes, which every program chooses for itself. A document type definition
//! is passed over and never expanded, and the depth is capped, so that neither can be used to fill the memory.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::encoding;
use crate::refusal::Reason;

/// The most elements inside one another.
const DEEPEST: usize = 256;

/// An element's beginning.
pub(crate) struct Tag<'a> {
    /// Its name without the prefix.
    pub(crate) name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// The value of the attribute of that name, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let mut named = attributes.filter(|attribute| attribute.key.local_name().into_inner() == name);
        let value = named.next()?.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// Whether its name bears that prefix, for the few names that mean two things.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        self.start.name().prefix().is_some_and(|found| found.into_inner() == prefix)
    }

    /// The attribute as a whole number.
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether the attribute, or its absence, switches something on: `<w:b/>` does, `<w:b w:val="0"/>` does not.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// What is told of the elements and the text of a document, in its order.
pub(crate) trait Visit {
    /// An element begins. Every element ends as well, also one that is empty.
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason>;

    /// Text, in pieces that may end anywhere.
    fn text(&mut self, text: &str);

    /// The element ends.
    fn close(&mut self, name: &str) -> Result<(), Reason>;
}

/// Goes through a document.
pub(crate) fn walk(bytes: &[u8], visitor: &mut impl Visit) -> Result<(), Reason> {
    let source = encoding::decode(bytes, None).map_err(|_| Reason::Damaged)?.text;
    let mut reader = Reader::from_str(&source);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Reason::Damaged)? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Reason::TooDeep);
                }
                let name = start.local_name().into_inner();
                visitor.open(&Tag { name, start: &start })?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visitor.close(end.local_name().into_inner())?;
            }
            Event::Text(text) => visitor.text(&text),
            Event::CData(text) => visitor.text(&text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => visitor.text(c.encode_utf8(&mut [0; 4])),
                _ => visitor.text(entity(&reference)),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if depth == 0 { Ok(()) } else { Err(Reason::Damaged) }
}

/// The five entities that need no definition; any other becomes the mark for what cannot be read.
fn entity(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "\u{fffd}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Seen(String);

    impl Visit for Seen {
        fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
            let value = tag.attribute("v").map(|value| format!(" {value}")).unwrap_or_default();
            self.0.extend(["<", tag.name, &value, ">"]);
            Ok(())
        }

        fn text(&mut self, text: &str) {
            self.0 += text;
        }

        fn close(&mut self, name: &str) -> Result<(), Reason> {
            self.0.extend(["</", name, ">"]);
            Ok(())
        }
    }

    #[track_caller]
    fn check(xml: &str, expect: &Result<&str, Reason>) {
        let mut seen = Seen::default();
        let outcome = walk(xml.as_bytes(), &mut seen).map(|()| seen.0);
        assert_eq!(outcome.as_deref(), expect.as_ref().copied());
    }

    #[test]
    fn tags_and_text() {
        check("<w:p x:v='a&amp;b'>c&lt;&#8211;<![CDATA[<]]></w:p>", &Ok("<p a&b>c<–<</p>"));
        check("<?xml version='1.0'?><a><b v=''/></a>", &Ok("<a><b ></b></a>"));
        check("<!DOCTYPE a [<!ENTITY x 'xx'>]><a>&x;</a>", &Ok("<a>\u{fffd}</a>"));
    }

    #[test]
    fn what_is_no_document() {
        check("<a><b></a>", &Err(Reason::Damaged));
        check("<a>", &Err(Reason::Damaged));
        check("<a", &Err(Reason::Damaged));
        check(&"<a>".repeat(300), &Err(Reason::TooDeep));
    }
}
