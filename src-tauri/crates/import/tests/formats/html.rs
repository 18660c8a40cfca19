//! Web pages: the article, its structure and what the page states about itself.

use crate::outline::{blocks, extract, facts};
use standpoint_import::{PASTED, WarningCode};

const SENTENCE: &str = "The ministers met for the third time, and said that they would go on meeting until there \
    was an agreement, which all of them expected to take some weeks.";

#[track_caller]
fn check_pasted(html: &str, expect: &str) {
    assert_eq!(blocks(&extract(PASTED, Some("text/html"), html.as_bytes())), expect);
}

#[test]
fn structure() {
    check_pasted("<h2>Talks</h2><p>The <b>first</b>\n round.<p>Next", "h2 Talks\np The first round.\np Next");
    check_pasted("<div>One<div>Two</div>Three</div>", "p One\np Two\np Three");
    check_pasted("One<br>two<br> <br>three", "p One / two\np three");
    check_pasted("<ul><li>a<ul><li>b</ul><li><p>c<p>d</ul>", "  - a\n    - b\n  - c\np d");
    check_pasted("<ol start=3><li>c<li value=9>i<li>j</ol>", "  3. c\n  9. i\n  10. j");
    check_pasted("<blockquote><p>No.</p><footer>A minister</footer></blockquote>", "> No.\n> A minister");
    check_pasted("He said <q>no</q>.", "p He said “no”.");
    check_pasted("<pre>a\n  b<br>c</pre>", "code a /   b / c");
    check_pasted(
        "<table><caption>Votes</caption><tr><th>State<th>Vote<tr><td>A<td><p>for</p><p>now</p><tr><td><td>x</table>",
        "p Votes\nth State | Vote\ntr A | for now\ntr  | x",
    );
    check_pasted("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "p One\np Two");
    check_pasted(
        "<table><tr><td><h1>Talks</h1>Text</td><td>Menu</td></tr></table>",
        "h1 Talks\np Text\np Menu",
    );
    check_pasted("a&nbsp;b\u{ad}c &lt;d&gt; &#128330;", "p a\u{a0}bc <d> 🕊");
    check_pasted("<p>E = <math><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math></p>", "p E = m c 2");
    check_pasted("<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>", "p 東京");
    check_pasted("<svg><text>no</text></svg><button>no</button><p>yes", "p yes");
    check_pasted("<html><body>head<!--StartFragment--><p>a<!--EndFragment--></html>", "p a");
}

#[test]
fn the_article_without_the_page_around_it() {
    let page = format!(
        "<!doctype html><html lang=en><head><title>Talks go on | Example News</title></head><body>\
         <nav><a href=/>Home</a> <a href=/world>World</a></nav><article><h1>Talks go on</h1>\
         <p>{SENTENCE}</p><p>{SENTENCE}</p><img src=https://tracker.example/1.gif><h2>What is next</h2>\
         <p>{SENTENCE} <a href='/next'>More</a> <a href='javascript:x()'>or not</a></p>\
         </article><aside><p>Subscribe to our letter!</p></aside><footer>Imprint</footer></body></html>"
    );
    let extracted = extract("page.html", None, page.as_bytes());
    let expect = format!("p {SENTENCE}\np {SENTENCE}\nh2 What is next\np {SENTENCE} More or not");
    assert_eq!(blocks(&extracted), expect);
    assert_eq!(extracted.warnings.iter().map(|w| w.code).collect::<Vec<_>>(), [WarningCode::PicturesLeftOut]);
    let html = extracted.html.unwrap_or_default();
    for gone in ["tracker", "javascript", "<img", "href=\"/next\"", "Subscribe"] {
        assert!(!html.contains(gone), "{gone} in {html}");
    }
}

#[test]
fn a_page_that_hides_its_text_is_kept_whole() {
    for around in ["div style='visibility:hidden'", "div aria-hidden=true", "noscript"] {
        let name = around.split(' ').next().unwrap_or_default();
        let page =
            format!("<!doctype html><nav>Home</nav><{around}><p>{SENTENCE}</p><p>{SENTENCE}</p></{name}>");
        let extracted = extract("page.html", None, page.as_bytes());
        assert_eq!(blocks(&extracted), format!("p {SENTENCE}\np {SENTENCE}"), "{around}");
        assert_eq!(extracted.warnings.iter().map(|w| w.code).collect::<Vec<_>>(), [WarningCode::WholePage]);
    }
}

#[test]
fn a_page_that_is_one_table() {
    let rows = "<tr><td>State</td><td>will sign</td></tr>".repeat(40);
    let page = format!("<html><title>Votes</title><p>Votes so far:</p><table>{rows}</table>");
    let extracted = extract("votes.html", None, page.as_bytes());
    let expect = format!("p Votes so far:{}", "\ntr State | will sign".repeat(40));
    assert_eq!(blocks(&extracted), expect);
}

#[track_caller]
fn check_facts(head: &str, expect: &str) {
    let page =
        format!("<!doctype html><html>{head}<body><article><p>{}</p></article></html>", SENTENCE.repeat(4));
    assert_eq!(facts(&extract("page.html", None, page.as_bytes()).meta), expect);
}

#[test]
fn what_the_page_states() {
    check_facts(
        r##"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@type":"WebPage","name":"Other","url":"https://news.example/1"},
            {"@type":"NewsArticle","headline":"Talks &amp; more","author":[{"@id":"#a"},{"name":"B. Author"}],
             "datePublished":"2025-04-23T08:00:00Z","inLanguage":"en-gb","publisher":{"name":"Example News"}},
            {"@id":"#a","@type":"Person","name":"A. Author"}]}</script>
           <link rel=canonical href="https://news.example/talks">"##,
        "title: Talks & more\nauthors: A. Author; B. Author\npublisher: Example News\npublished: 2025-04-23\n\
         language: en-GB\nurl: https://news.example/talks",
    );
    check_facts(
        "<meta property=og:title content='Talks | Example'><meta property=og:site_name content='Example News'>\
         <meta name=author content='By A. Author and B. Author'><meta property=article:published_time \
         content='2025-04-23T23:59:00-04:00'><meta property=og:locale content=de_DE>",
        "title: Talks\nauthors: A. Author; B. Author\npublisher: Example News\npublished: 2025-04-23\n\
         language: de-DE",
    );
    check_facts(
        r#"<title>Estuary - Example Lexicon</title><script type="application/ld+json">{"@type":"Article",
            "headline":"mouth of a river","name":"Estuary","publisher":{"name":"Example Lexicon"}}</script>"#,
        "title: Estuary\npublisher: Example Lexicon\nlanguage: en (?)",
    );
    check_facts(
        "<meta name=DC.title content=Talks><meta name='dcterms.issued' content='2025-04'>",
        "title: Talks\npublished: 2025-04\nlanguage: en (?)",
    );
    check_facts(
        "<!-- saved from url=(0042)https://news.example/2025/04/23/talks.html --><title>Talks go on</title>",
        "title: Talks go on (?)\npublisher: news.example (?)\npublished: 2025-04-23 (?)\nlanguage: en (?)\n\
         url: https://news.example/2025/04/23/talks.html",
    );
    check_facts(
        "<meta property=og:url content='javascript:alert(1)'><script type='application/ld+json'>{oops</script>\
         <meta name=date content='soon'><meta name=author content='https://news.example/staff/7'><title>Talks</title>",
        "title: Talks (?)\nlanguage: en (?)",
    );
}

/// The title and the date of a page with this before and after its headline.
#[track_caller]
fn check_head(head: &str, above: &str, headline: &str, below: &str, expect: &str) {
    let text = SENTENCE.repeat(4);
    let page = format!(
        "<!doctype html><html lang=de><head>{head}</head><body><nav><p>1. Januar 2026</p></nav>{above}<article>\
         <h1>{headline}</h1>{below}<p>{text}</p></article><footer>2. Januar 2026</footer></body></html>"
    );
    let meta = extract("page.html", None, page.as_bytes()).meta;
    let published =
        meta.published.map(|date| format!("{}{}", date.value, if date.guessed { " (?)" } else { "" }));
    assert_eq!(
        format!("{} | {}", meta.title.expect("every page has one").value, published.unwrap_or_default()),
        expect
    );
}

#[test]
fn what_stands_beside_the_headline() {
    let talks = "<title>Talks go on – News – Ministry of the Sea</title>";
    check_head(
        talks,
        "",
        "Talks go on",
        "<p>Datum: <span>04.05.2025</span></p>",
        "Talks go on | 2025-05-04 (?)",
    );
    check_head(talks, "<p>04. Mai 2025</p>", "Talks go on", "", "Talks go on | 2025-05-04 (?)");
    check_head(
        talks,
        "<p>3.3.2025</p>",
        "Talks go on",
        "<p>By A. Author, 4.5.2025</p>",
        "Talks go on | 2025-05-04 (?)",
    );
    check_head(
        talks,
        "",
        "Talks go on",
        "<time datetime='2025-05-04T10:00Z'>Sunday</time>",
        "Talks go on | 2025-05-04 (?)",
    );
    check_head(talks, "", "Talks go on", "<p>A. Author | 04.05.25</p>", "Talks go on | 2025-05-04 (?)");
    check_head(
        talks,
        "",
        "Talks go on",
        "<p>They met on 4 May 2025 in a hall by the sea, said a minister who was there all day long.</p>",
        "Talks go on | ",
    );
    check_head(talks, "", "Talks go on", "<h2>4.5.25 Scope</h2>", "Talks go on | ");
    let teasers = "<p>Other</p>".repeat(30) + "<p>4 May 2025</p>";
    check_head(talks, "", "Talks go on", &teasers, "Talks go on | ");
    check_head("<title>Home</title>", "", "Talks go on", "", "Talks go on | ");
    check_head("<title>Talks go on - Ministry</title>", "", "Ministry", "", "Talks go on - Ministry | ");
    check_head("<meta property=og:title content='Talks'>", "", "Talks go on", "", "Talks | ");
}

#[test]
fn encodings_are_honoured() {
    let page = |head: &str| format!("<!doctype html>{head}<p>Déjà vu à Genève. {SENTENCE}");
    let expect = format!("p Déjà vu à Genève. {SENTENCE}");
    let latin = |head: &str| page(head).chars().map(|c| c as u8).collect::<Vec<_>>();
    for bytes in [
        latin("<meta charset=iso-8859-1>"),
        latin("<meta http-equiv=content-type content='text/html; charset=windows-1252'>"),
        page("<meta charset=iso-8859-1>").into_bytes(),
        page("\u{feff}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ] {
        let extracted = extract("page.html", None, &bytes);
        assert_eq!(blocks(&extracted), expect);
        assert_eq!(extracted.warnings, []);
    }
}
