//! Elements and text of XML and HTML, written down so that nothing a note says can be taken for markup.

/// A name with what it is set to.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Markup in the making.
#[derive(Debug, Default)]
pub(crate) struct Markup(String);

impl Markup {
    /// An XML document.
    pub(crate) fn xml() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// An element with what is `inside`.
    pub(crate) fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// An element that holds text.
    pub(crate) fn text_element(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |markup| markup.text(text));
    }

    /// An element that holds nothing.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.0.push_str("/>");
    }

    pub(crate) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.0.push('>');
    }

    pub(crate) fn close(&mut self, name: &str) {
        self.0.extend(["</", name, ">"]);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.escaped(text);
    }

    /// Markup that stands fixed in the program.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.0.extend(["<", name]);
        for (name, value) in attributes {
            self.0.extend([" ", name, "=\""]);
            self.escaped(value);
            self.0.push('"');
        }
    }

    fn escaped(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // XML 1.0 has no way to write them; they say nothing.
                '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
                _ => self.0.push(character),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn text_is_never_markup() {
        let mut markup = Markup::default();
        markup.element("p", &[("title", "a \"b\" & <c>")], |p| {
            p.text("x < y & \u{1}\u{B}z\n");
            p.empty("br", &[]);
        });
        let expect = "<p title=\"a &quot;b&quot; &amp; &lt;c&gt;\">x &lt; y &amp; z\n<br/></p>";
        assert_eq!(markup.finish(), expect);
    }
}
