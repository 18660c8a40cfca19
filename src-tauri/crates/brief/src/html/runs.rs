//! Running text, and the footnotes it refers to.

use super::Page;
use crate::manuscript::{Look, Run, Runs, To, Voice, labels};
use crate::text::{Direction, Language};
use crate::words::Phrase;

impl Page {
    pub(super) fn runs(&mut self, runs: &Runs) {
        for run in runs {
            match run {
                Run::Words { text, look, language } => self.words(text, *look, language.as_deref()),
                Run::Link { text, to, look } => {
                    let address = match to {
                        To::Place(place) | To::Number(place) => format!("#{place}"),
                        To::Address(url) => url.clone(),
                    };
                    let class = if look.voice == Voice::Citation { "citation" } else { "link" };
                    let mut attributes = vec![("class", class)];
                    // Anything else is shown and leads nowhere.
                    let safe = matches!(to, To::Place(_) | To::Number(_)) || leads_out(&address);
                    attributes.extend(safe.then_some(("href", address.as_str())));
                    attributes.extend(matches!(to, To::Address(_)).then_some(("rel", "noreferrer")));
                    self.markup.text_element("a", &attributes, text);
                }
                Run::Footnote(number) => {
                    let (here, there) = (format!("reference-{number}"), format!("#footnote-{number}"));
                    self.markup.open("sup", &[]);
                    let attributes = [("id", here.as_str()), ("href", &there), ("role", "doc-noteref")];
                    self.markup.text_element("a", &attributes, &number.to_string());
                    self.markup.close("sup");
                }
                Run::Symbol(stance) => {
                    let attributes = [("class", "symbol"), ("aria-hidden", "true")];
                    self.markup.text_element(
                        "span",
                        &attributes,
                        &format!("{}\u{A0}", labels::symbol(*stance)),
                    );
                }
                Run::Begin(_) | Run::End(_) => {}
            }
        }
    }

    fn words(&mut self, text: &str, look: Look, language: Option<&str>) {
        let mut around: Vec<&str> = Vec::new();
        let voice = match look.voice {
            Voice::Text | Voice::Portion => None,
            Voice::Lead | Voice::Label => Some(("b", "")),
            Voice::Soft => Some(("span", "soft")),
            Voice::Translation => Some(("i", "")),
            Voice::Citation => Some(("span", "citation")),
        };
        if let Some((name, class)) = voice {
            let class: &[(&str, &str)] = if class.is_empty() { &[] } else { &[("class", class)] };
            self.markup.open(name, class);
            around.push(name);
        }
        for (on, name) in [(look.strong, "strong"), (look.emphasis, "em"), (look.struck, "s")] {
            if on {
                self.markup.open(name, &[]);
                around.push(name);
            }
        }
        if let Some(tag) = language {
            let right_to_left = Direction::of(&Language::new(tag)) == Direction::RightToLeft;
            let direction = if right_to_left { "rtl" } else { "ltr" };
            self.markup.open("span", &[("lang", tag), ("dir", direction)]);
            around.push("span");
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.markup.empty("br", &[]);
            }
            self.markup.text(line);
        }
        around.iter().rev().for_each(|name| self.markup.close(name));
    }

    pub(super) fn footnotes(&mut self, footnotes: &[Runs]) {
        if footnotes.is_empty() {
            return;
        }
        self.markup.open("section", &[("class", "footnotes"), ("role", "doc-endnotes")]);
        self.markup.open("ol", &[]);
        for (number, text) in (1..).zip(footnotes) {
            let number: u32 = number;
            self.markup.open("li", &[("id", &format!("footnote-{number}"))]);
            self.runs(text);
            self.markup.text(" ");
            let back = format!("#reference-{number}");
            let name = format!("↩ {}", self.words.with(Phrase::SpokenFootnote, &[("number", &number)]));
            let attributes = [("href", back.as_str()), ("role", "doc-backlink"), ("aria-label", &name)];
            self.markup.text_element("a", &attributes, "↩");
            self.markup.close("li");
        }
        self.markup.close("ol");
        self.markup.close("section");
    }
}

/// Whether an address may be followed from the page.
fn leads_out(url: &str) -> bool {
    let lower = url.trim_start().to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
}
