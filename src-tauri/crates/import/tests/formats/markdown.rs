//! Markdown: marks become structure, words stay.

use crate::outline::{blocks, extract, facts};

#[track_caller]
fn check(source: &str, expect: &str) {
    assert_eq!(blocks(&extract("a.md", None, source.as_bytes())), expect);
}

#[test]
fn structure() {
    check("# Talks\n\nThe *first*\nround.\n\nThe `second`.", "h1 Talks\np The first round.\np The second.");
    check("Talks\n=====\n\nDay one\n-------\nText  \nnext line", "h1 Talks\nh2 Day one\np Text / next line");
    check("- one\n- two\n  - deeper\n- three", "  - one\n  - two\n    - deeper\n  - three");
    check("7. seven\n8. eight\n\n   more of eight", "  7. seven\n  8. eight\np more of eight");
    check("> We will not sign.\n>\n> Not now.\n\nHe left.", "> We will not sign.\n> Not now.\np He left.");
    check("| State | Stance |\n|-|-|\n| A | |\n| B | *for* |", "th State | Stance\ntr A | \ntr B | for");
    check("```\nif x:\n\n    y\n```", "code if x: /  /     y");
    check("- [x] done\n- [ ] open", "  - [x] done\n  - [ ] open");
    check("A claim.[^1]\n\n[^1]: Its source.", "p A claim.[1]\np [1] Its source.");
    check("See [the text](https://example.org) ![a map](map.png).", "p See the text .");
    check("Press <b>now</b><br>please", "p Press now / please");
    check("<div>\n<p>One</p><script>x</script>\n<p>Two</p></div>\n\nThree", "p One\np Two\np Three");
    check("a\n\n***\n\nb &amp; c", "p a\np b & c");
}

#[test]
fn front_matter() {
    let yaml = "---\ntitle: \"Talks: day one\"\nauthors:\n  - A. Author\n  - 'B. Author'\ndate: 2025-04-23\nlang: en_GB\n\
        source: https://example.org/talks\n---\nText.";
    assert_eq!(
        facts(&extract("a.md", None, yaml.as_bytes()).meta),
        "title: Talks: day one\nauthors: A. Author; B. Author\npublished: 2025-04-23\nlanguage: en-GB\n\
         url: https://example.org/talks"
    );
    let toml = "+++\ntitle = 'Talks'\nauthor = [\"A. Author\", \"B. Author\"]\n+++\nText.";
    assert_eq!(
        facts(&extract("a.md", None, toml.as_bytes()).meta),
        "title: Talks\nauthors: A. Author; B. Author"
    );
    check(yaml, "p Text.");
    assert_eq!(facts(&extract("a.md", None, b"Text\n\n# Talks").meta), "title: Talks (?)");
}
