//! Takes everything out of a page that acts, loads, hides or is unknown.

use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

/// The page as inert HTML, and how many pictures it lost.
///
/// Pictures go altogether: fetching one tells its owner who reads the page and when. Links keep only addresses
/// that a person can look at before following them.
pub(super) fn clean(html: &str) -> (String, usize) {
    static BUILDER: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let mut builder = Builder::default();
        builder
            .rm_tags(["img", "area", "map"])
            .add_tags([
                "section", "main", "address", "fieldset", "legend", "form", "tfoot", "hgroup", "dialog",
            ])
            // Without these the fallback text of players, the labels of buttons and the like would join the words.
            .add_clean_content_tags([
                "title", "template", "iframe", "object", "svg", "select", "textarea", "button", "audio",
                "video", "canvas", "noembed", "noframes", "noscript",
            ])
            .url_schemes(["http", "https", "mailto"].into())
            .url_relative(UrlRelative::Deny)
            .generic_attributes(["lang", "dir"].into())
            .add_tag_attributes("li", ["value"])
            .add_tag_attributes("time", ["datetime"])
            .rm_tag_attributes("blockquote", ["cite"])
            .rm_tag_attributes("q", ["cite"])
            .rm_tag_attributes("del", ["cite"])
            .rm_tag_attributes("ins", ["cite"]);
        builder
    });
    let pictures = html.match_indices("<img").count();
    (BUILDER.clean(html).to_string(), pictures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expect: &str) {
        assert_eq!(clean(html).0, expect);
    }

    #[test]
    fn what_acts_or_loads_is_gone() {
        check("<p onclick=alert(1)>a<script>alert(1)</script></p>", "<p>a</p>");
        check("<img src=https://tracker.example/x.gif>a", "a");
        check("<a href=javascript:alert(1)>a</a>", r#"<a rel="noopener noreferrer">a</a>"#);
        check("<a href='java\nscript:alert(1)'>a</a>", r#"<a rel="noopener noreferrer">a</a>"#);
        check("<a href='data:text/html,<script>1</script>'>a</a>", r#"<a rel="noopener noreferrer">a</a>"#);
        check("<a href=file:///etc/passwd>a</a>", r#"<a rel="noopener noreferrer">a</a>"#);
        check("<a href=//example.org/x>a</a>", r#"<a rel="noopener noreferrer">a</a>"#);
        check(
            "<a href=mailto:press@example.org>a</a>",
            r#"<a href="mailto:press@example.org" rel="noopener noreferrer">a</a>"#,
        );
        check("<svg><style><img src=x onerror=alert(1)></style></svg>b", "b");
        check(
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "",
        );
        check("<iframe srcdoc='<script>1</script>'></iframe>b", "b");
        check("<p style=\"background:url(https://tracker.example)\">b</p>", "<p>b</p>");
        check("<form action=https://example.org><input name=a><button>Go</button>b</form>", "<form>b</form>");
        check(
            "<meta http-equiv=refresh content='0;url=https://example.org'><base href=https://example.org>b",
            "b",
        );
        check("<blockquote cite=https://example.org>b</blockquote>", "<blockquote>b</blockquote>");
    }
}
