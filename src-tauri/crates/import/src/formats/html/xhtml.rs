//! Pages written as XML, made fit for a parser of HTML.
//!
//! In XML `<a id="top"/>` is a whole element; HTML takes it for the beginning of one, and a `<script src="x"/>`
//! swallows the rest of the page.

use std::borrow::Cow;

use super::names;
use super::tags::Tags;

/// The page with an end tag after each element that closes itself, if it says that it is XML.
pub(super) fn close_elements<'a>(source: Cow<'a, str>, media_type: &str) -> Cow<'a, str> {
    let declared = source.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml");
    if !declared && media_type != "application/xhtml+xml" {
        return source;
    }
    let mut closed = String::with_capacity(source.len());
    let mut done = 0;
    let mut tags = Tags::of(&source);
    while let Some(tag) = tags.next() {
        let Ok(name) = std::str::from_utf8(tag.name) else { continue };
        let traits = names::traits(tag.name);
        if tag.self_closing && traits & names::VOID == 0 {
            let end = source.len() - tags.left();
            closed.push_str(source[done..end].trim_end_matches('>').trim_end_matches('/'));
            closed.push_str("></");
            closed.push_str(name);
            closed.push('>');
            done = end;
        } else if !tag.closing && traits & names::RAW != 0 {
            tags.skip_raw(tag.name);
        }
    }
    if done == 0 {
        return source;
    }
    closed.push_str(&source[done..]);
    Cow::Owned(closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expect: &str) {
        assert_eq!(close_elements(Cow::Borrowed(source), "application/xhtml+xml"), expect);
    }

    #[test]
    fn elements_that_close_themselves() {
        check("<p><a id='t'/>a<br/>b</p>", "<p><a id='t'></a>a<br/>b</p>");
        check("<script src='x'/><p/>é<p>c</p>", "<script src='x'></script><p></p>é<p>c</p>");
        check("<script>'<p/>'</script><a href=x/>", "<script>'<p/>'</script><a href=x/>");
        check("<p>a</p><div/", "<p>a</p><div/");
        assert_eq!(close_elements(Cow::Borrowed("<p/>"), ""), "<p/>");
        assert_eq!(
            close_elements(Cow::Borrowed("<?xml version='1.0'?><p/>"), ""),
            "<?xml version='1.0'?><p></p>"
        );
    }
}
