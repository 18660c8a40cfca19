//! Running text: runs with their styles, links, fields, footnotes and bookmarks (ECMA-376, 17.3.2 and 17.16).

use super::body::Body;
use super::package::Relation;
use crate::manuscript::{Look, Run, Runs, To, Voice, labels};
use crate::markup::Markup;
use crate::text::{Direction, Language};
use unicode_bidi::{BidiClass, bidi_class};

impl Body<'_> {
    /// The runs of a paragraph, after the bookmarks that wait for one.
    pub(super) fn runs(&mut self, runs: &Runs) {
        for name in std::mem::take(&mut self.waiting) {
            self.begin(&name);
            self.end(&name);
        }
        for run in runs {
            match run {
                Run::Words { text, look, language } => {
                    let form = self.form(*look, language.as_deref(), text);
                    self.xml.element("w:r", &[], |xml| {
                        form.write(xml);
                        contents(xml, text);
                    });
                }
                Run::Link { text, to, look } => self.link(text, to, *look),
                Run::Footnote(number) => self.footnote(*number),
                Run::Symbol(stance) => {
                    let form = Form { style: Some("Symbol"), ..Form::default() };
                    self.xml.element("w:r", &[], |xml| {
                        form.write(xml);
                        contents(xml, &format!("{}\u{A0}", labels::symbol(*stance)));
                    });
                }
                Run::Begin(number) => {
                    if let Some(name) = self.part_name(*number) {
                        self.begin(&name);
                    }
                }
                Run::End(number) => {
                    if let Some(name) = self.part_name(*number) {
                        self.end(&name);
                    }
                }
            }
        }
    }

    fn link(&mut self, text: &str, to: &To, look: Look) {
        let mut form = self.form(look, None, text);
        match to {
            To::Number(place) => {
                form.style = Some("Reference");
                let instruction = format!("REF {} \\w \\h", bookmark(place));
                field(&mut self.xml, &instruction, text, form.style);
            }
            To::Place(place) => {
                form.style = form.style.or(Some("Reference"));
                let anchor = bookmark(place);
                self.xml.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |xml| {
                    xml.element("w:r", &[], |xml| {
                        form.write(xml);
                        contents(xml, text);
                    });
                });
            }
            To::Address(url) => {
                form.style = Some("Hyperlink");
                let id = self.relation(url);
                self.xml.element("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| {
                    xml.element("w:r", &[], |xml| {
                        form.write(xml);
                        contents(xml, text);
                    });
                });
            }
        }
    }

    fn footnote(&mut self, number: u32) {
        self.xml.element("w:r", &[], |xml| {
            Form { style: Some("FootnoteReference"), ..Form::default() }.write(xml);
            xml.empty("w:footnoteReference", &[("w:id", &number.to_string())]);
        });
    }

    /// The relationship to an address, new or known.
    fn relation(&mut self, url: &str) -> String {
        let known = self.relations.iter().find(|relation| relation.outside && relation.target == url);
        if let Some(known) = known {
            return known.id.clone();
        }
        let id = format!("link{}", self.relations.len() + 1);
        self.relations.push(Relation {
            id: id.clone(),
            kind: "hyperlink",
            target: url.to_owned(),
            outside: true,
        });
        id
    }

    fn form(&self, look: Look, language: Option<&str>, text: &str) -> Form {
        let right_to_left = match language {
            Some(tag) => Direction::of(&Language::new(tag)) == Direction::RightToLeft,
            None => self.right_to_left,
        } && !is_left_to_right(text);
        Form {
            style: match look.voice {
                Voice::Text => None,
                Voice::Lead => Some("Lead"),
                Voice::Label => Some("Label"),
                Voice::Soft => Some("Soft"),
                Voice::Translation => Some("Translation"),
                Voice::Citation => Some("EvidenceNumber"),
                Voice::Portion => Some("Portion"),
            },
            look,
            right_to_left,
            language: language.map(ToOwned::to_owned),
        }
    }

    pub(super) fn begin(&mut self, name: &str) {
        self.bookmarks += 1;
        let id = self.bookmarks.to_string();
        self.open.insert(name.to_owned(), id.clone());
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
    }

    pub(super) fn end(&mut self, name: &str) {
        if let Some(id) = self.open.remove(name) {
            self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        }
    }
}

/// A place's name as Word wants it: letters, figures and underscores.
pub(super) fn bookmark(place: &str) -> String {
    place.replace('-', "_")
}

/// Whether letters of the text run from left to right and none the other way: Word turns everything over in a run that
/// is marked as the other way.
pub(super) fn is_left_to_right(text: &str) -> bool {
    let mut left_to_right = false;
    for character in text.chars() {
        match bidi_class(character) {
            BidiClass::R | BidiClass::AL => return false,
            BidiClass::L => left_to_right = true,
            _ => {}
        }
    }
    left_to_right
}

/// How a run looks.
#[derive(Default)]
pub(super) struct Form {
    pub(super) style: Option<&'static str>,
    look: Look,
    right_to_left: bool,
    language: Option<String>,
}

impl Form {
    pub(super) fn write(&self, xml: &mut Markup) {
        xml.element("w:rPr", &[], |xml| {
            if let Some(style) = self.style {
                xml.empty("w:rStyle", &[("w:val", style)]);
            }
            for (on, names) in [
                (self.look.strong, &["w:b", "w:bCs"][..]),
                (self.look.emphasis, &["w:i", "w:iCs"]),
                (self.look.struck, &["w:strike"]),
                (self.right_to_left, &["w:rtl"]),
            ] {
                for name in names.iter().filter(|_| on) {
                    xml.empty(name, &[]);
                }
            }
            if let Some(language) = &self.language {
                let attribute = if self.right_to_left { "w:bidi" } else { "w:val" };
                xml.empty("w:lang", &[(attribute, language)]);
            }
        });
    }
}

/// What a run holds: text, line breaks and tabs.
pub(super) fn contents(xml: &mut Markup, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            xml.empty("w:br", &[]);
        }
        for (index, words) in line.split('\t').enumerate() {
            if index > 0 {
                xml.empty("w:tab", &[]);
            }
            if !words.is_empty() {
                xml.text_element("w:t", &[("xml:space", "preserve")], words);
            }
        }
    }
}

/// A run of plain words.
pub(super) fn words(xml: &mut Markup, style: Option<&'static str>, text: &str) {
    xml.element("w:r", &[], |xml| {
        if style.is_some() {
            Form { style, ..Form::default() }.write(xml);
        }
        contents(xml, text);
    });
}

/// A field with what it last gave.
pub(super) fn field(xml: &mut Markup, instruction: &str, result: &str, style: Option<&'static str>) {
    let run = |xml: &mut Markup, inside: &dyn Fn(&mut Markup)| {
        xml.element("w:r", &[], |xml| {
            if style.is_some() {
                Form { style, ..Form::default() }.write(xml);
            }
            inside(xml);
        });
    };
    run(xml, &|xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
    run(xml, &|xml| {
        xml.text_element("w:instrText", &[("xml:space", "preserve")], &format!(" {instruction} "));
    });
    run(xml, &|xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
    run(xml, &|xml| contents(xml, result));
    run(xml, &|xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
}
