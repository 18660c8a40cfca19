//! How deep a page is nested, found out before anything builds a tree of it.
//!
//! Parsers of HTML look through all open elements at nearly every tag, so that a page of a hundred thousand nested
//! elements keeps them busy for minutes. One pass over the tags follows the standard's rules for what closes what
//! closely enough that neither an ordinary page full of unclosed paragraphs is refused, nor a hostile one let in
//! (WHATWG HTML, 13.2). The tree that results is measured again.

use dom_query::Document;

use super::names;
use super::tags::{Tag, Tags, name_of};
use crate::refusal::Reason;

/// The most elements inside one another. Pages written to be read stay below a hundred; browsers stop at 512.
const DEEPEST: usize = 256;

/// Refuses a page that would become too deep a tree.
pub(super) fn check(html: &str) -> Result<(), Reason> {
    let mut page = Page { open: Vec::new(), styles: Vec::new() };
    let mut tags = Tags::of(html);
    while let Some(tag) = tags.next() {
        if tag.closing {
            page.close(tag.name);
        } else if page.open(&tag) {
            tags.skip_raw(tag.name);
        }
        if page.open.len() + page.styles.len() > DEEPEST {
            return Err(Reason::TooDeep);
        }
    }
    Ok(())
}

/// Refuses a tree that is too deep, whatever the pass over its tags said.
pub(super) fn check_tree(document: &Document) -> Result<(), Reason> {
    let mut depth = 0_usize;
    let mut node = document.root();
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > DEEPEST + 8 {
                return Err(Reason::TooDeep);
            }
            node = child;
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return Ok(()) };
            depth = depth.saturating_sub(1);
            node = parent;
        }
    }
}

/// What is open at one place of the page.
struct Page<'a> {
    open: Vec<Element<'a>>,
    /// Elements such as `b` that the parser opens again in every later block until they are closed. They are kept
    /// as whole tags, because it opens no more than three that are alike.
    styles: Vec<&'a [u8]>,
}

struct Element<'a> {
    name: &'a [u8],
    traits: u32,
    /// Whether it is part of a drawing or formula, where other rules hold.
    foreign: bool,
    styles_before: usize,
}

impl<'a> Page<'a> {
    /// Opens an element, and says whether its contents are text in which no tags are known.
    fn open(&mut self, tag: &Tag<'a>) -> bool {
        let name = tag.name;
        let traits = names::traits(name);
        let is = |asked: u32| traits & asked != 0;
        let in_foreign = self.open.last().is_some_and(|e| e.foreign && e.traits & names::HOLDS_HTML == 0);
        let foreign = is(names::FOREIGN) || (in_foreign && !is(names::LEAVES_FOREIGN));
        if !foreign {
            while in_foreign && self.open.last().is_some_and(|e| e.foreign) {
                self.open.pop();
            }
            if is(names::VOID) {
                return false;
            }
            if is(names::STYLE) {
                if name.eq_ignore_ascii_case(b"a") {
                    self.close_style(name);
                }
                if self.styles.iter().filter(|style| **style == tag.whole).count() < 3 {
                    self.styles.push(tag.whole);
                }
                return false;
            }
            self.close_implied(traits);
            if is(names::RAW) {
                return true;
            }
        } else if tag.self_closing {
            return false;
        }
        self.open.push(Element { name, traits, foreign, styles_before: self.styles.len() });
        false
    }

    fn close(&mut self, name: &[u8]) {
        let traits = names::traits(name);
        if traits & names::STYLE != 0 {
            self.close_style(name);
            return;
        }
        let barriers = match traits {
            _ if traits & names::TABLE_PART != 0 => names::TABLE | names::TEMPLATE,
            _ if traits & names::ITEM != 0 => names::BARRIER | names::LIST,
            _ if traits & names::PARAGRAPH != 0 => names::BARRIER | names::BUTTON,
            _ if traits & names::SPECIAL != 0 => names::BARRIER,
            _ => names::SPECIAL,
        };
        self.close_up_to(|e| e.traits == traits && e.name.eq_ignore_ascii_case(name), barriers);
    }

    fn close_style(&mut self, name: &[u8]) {
        let barrier = self.open.iter().rev().find(|e| e.traits & names::BARRIER != 0);
        let floor = barrier.map_or(0, |e| e.styles_before);
        let last = self.styles.iter().rposition(|style| name_of(&style[1..]).eq_ignore_ascii_case(name));
        if let Some(at) = last.filter(|at| *at >= floor) {
            self.styles.remove(at);
        }
    }

    /// Closes the innermost such element and all inside it, unless a barrier stands between.
    fn close_up_to(&mut self, sought: impl Fn(&Element<'_>) -> bool, barriers: u32) {
        let found = self.open.iter().rposition(|e| sought(e) || e.traits & barriers != 0);
        let Some(at) = found.filter(|at| sought(&self.open[*at])) else { return };
        if self.open[at].traits & names::BARRIER != 0 {
            self.styles.truncate(self.open[at].styles_before);
        }
        self.open.truncate(at);
    }

    /// Closes what the opening of another element closes without saying so.
    fn close_implied(&mut self, traits: u32) {
        for (opens, closes, barriers) in names::IMPLIED {
            if traits & opens != 0 {
                self.close_up_to(|e| e.traits & closes != 0, *barriers);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pass over the tags lets the page through, and is no kinder than the parser.
    #[track_caller]
    fn check_repeated(piece: &str, times: usize) {
        let html = piece.repeat(times);
        assert_eq!(check(&html), Ok(()), "{times} times {piece:?}");
        assert_eq!(check_tree(&Document::from(html.as_str())), Ok(()), "{times} times {piece:?}");
    }

    #[test]
    fn ordinary_pages_pass_however_long() {
        for piece in [
            "<p>text",
            "<div><p>text</div>",
            "<ul><li>a<li>b</ul>",
            "<li>a",
            "<dl><dt>a<dd>b</dl>",
            "<br>",
            "<img>",
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<b>bold</b>",
            "<p><b>bold",
            "<a href=x>a",
            "</div>",
            "<a>",
            "<!-- <div><div> -->",
            "<script>'<div><div>'</script>",
            "<svg><path/><g><path/></g></svg>",
            "<span>a</span>",
            "<div title='>'></div>",
            "<p title=a\"b>c",
            "<option>a",
            "a < b",
            "<!doctype html>",
            "<textarea><div></textarea>",
            "<!--><div></div>",
            "<?xml?>",
            "<svg><p>a</p></svg>",
            "<title>a</title>",
        ] {
            check_repeated(piece, 600);
        }
    }

    #[test]
    fn deep_pages_are_refused_at_once() {
        for piece in [
            "<div>",
            "<span>",
            "<span><div></span>",
            "<li><ul></li>",
            "<p><button></p>",
            "<div a==\">",
            "<div a=\"\"b=\"'>\">",
            "<div / a=x/>",
            "<div><p>",
            "<ul><li>",
            "<table><tr><td>",
            "<blockquote>",
            "<x>",
            "<div/>",
            "<svg>",
            "<svg><g>",
            "<svg><foreignObject><x/>",
            "<div><table><td></div>",
            "<b><div>",
            "<div></x><b>",
            "<svg><style><div>",
            "<math><mi><x/>",
            "<!-- a --!><div>",
            "<!--><div>",
            "<dl><dd>",
            "<object>",
            "<select><x>",
        ] {
            assert_eq!(check(&piece.repeat(100_000)), Err(Reason::TooDeep), "{piece:?}");
        }
        let fonts: Vec<String> = (0..1_000).map(|size| format!("<font size={size}>")).collect();
        assert_eq!(check(&fonts.concat()), Err(Reason::TooDeep), "unlike elements that go on and on");
    }
}
