//! What the standard makes of the names of elements, as far as it bears on what closes what (WHATWG HTML, 13.2.6).

use std::collections::HashMap;
use std::sync::LazyLock;

/// Never holds anything, or is there whether the page says so or not.
pub(super) const VOID: u32 = 1;
/// Holds text in which no tags are known.
pub(super) const RAW: u32 = 1 << 1;
/// Goes on in every later block until it is closed.
pub(super) const STYLE: u32 = 1 << 2;
/// Shields what is outside from the end tags inside.
pub(super) const BARRIER: u32 = 1 << 3;
/// Begins a drawing or a formula.
pub(super) const FOREIGN: u32 = 1 << 4;
/// Holds ordinary elements inside a drawing or a formula.
pub(super) const HOLDS_HTML: u32 = 1 << 5;
/// Ends a drawing or a formula that it stands in.
pub(super) const LEAVES_FOREIGN: u32 = 1 << 6;
/// A table.
pub(super) const TABLE: u32 = 1 << 7;
/// A group of a table's rows.
pub(super) const SECTION: u32 = 1 << 8;
/// A table's row.
pub(super) const ROW: u32 = 1 << 9;
/// A table's cell.
pub(super) const CELL: u32 = 1 << 10;
/// A table's caption.
pub(super) const CAPTION: u32 = 1 << 11;
/// A template, which nothing reaches into.
pub(super) const TEMPLATE: u32 = 1 << 12;
/// A paragraph.
pub(super) const PARAGRAPH: u32 = 1 << 13;
const CLOSES_PARAGRAPH: u32 = 1 << 14;
/// A button, which shields a paragraph outside it.
pub(super) const BUTTON: u32 = 1 << 15;
/// A list's item.
pub(super) const ITEM: u32 = 1 << 16;
/// A list.
pub(super) const LIST: u32 = 1 << 17;
const TERM: u32 = 1 << 18;
const TERMS: u32 = 1 << 19;
const CHOICE: u32 = 1 << 20;
const CHOICES: u32 = 1 << 21;
/// Stops the end tag of an element that has no rules of its own.
pub(super) const SPECIAL: u32 = 1 << 22;
/// Any part of a table.
pub(super) const TABLE_PART: u32 = TABLE | SECTION | ROW | CELL | CAPTION;

/// What opens, what it closes without saying so, and what stops it from doing so.
pub(super) const IMPLIED: &[(u32, u32, u32)] = &[
    (ITEM, ITEM, LIST | TABLE | CELL | TEMPLATE),
    (TERM, TERM, TERMS | TABLE | CELL | TEMPLATE),
    (CHOICE, CHOICE, CHOICES | TEMPLATE),
    (CELL, CELL, TABLE | TEMPLATE),
    (ROW, ROW, TABLE | TEMPLATE),
    (SECTION, SECTION, TABLE | TEMPLATE),
    (CLOSES_PARAGRAPH, PARAGRAPH, BUTTON | BARRIER),
];

/// The traits of an element, none for a name the standard does not know.
pub(super) fn traits(name: &[u8]) -> u32 {
    static KNOWN: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
        let mut known = HashMap::new();
        for (traits, names) in NAMES {
            for name in names.split(' ') {
                *known.entry(name).or_default() |= traits;
            }
        }
        known
    });
    let mut lower = [0; 16];
    let Some(lower) = lower.get_mut(..name.len()) else { return 0 };
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok().and_then(|name| KNOWN.get(name)).copied().unwrap_or_default()
}

const NAMES: &[(u32, &str)] = &[
    (
        VOID,
        "area base br col embed hr img input link meta param source track wbr keygen basefont bgsound frame",
    ),
    (VOID, "html head body"),
    (RAW, "script style textarea title xmp iframe noembed noframes plaintext"),
    (STYLE, "a b big code em font i nobr s small strike strong tt u"),
    (BARRIER, "applet caption table td th marquee object template"),
    (BARRIER | HOLDS_HTML, "foreignobject desc mi mo mn ms mtext annotation-xml"),
    (HOLDS_HTML, "title"),
    (FOREIGN, "svg math"),
    (
        LEAVES_FOREIGN,
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li",
    ),
    (
        LEAVES_FOREIGN,
        "listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var",
    ),
    (TABLE, "table"),
    (SECTION, "thead tbody tfoot"),
    (ROW, "tr"),
    (CELL, "td th"),
    (CAPTION, "caption"),
    (TEMPLATE, "template"),
    (PARAGRAPH, "p"),
    (
        CLOSES_PARAGRAPH,
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption",
    ),
    (CLOSES_PARAGRAPH, "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p"),
    (CLOSES_PARAGRAPH, "plaintext pre search section summary table ul xmp"),
    (BUTTON, "button"),
    (ITEM, "li"),
    (LIST, "ul ol menu"),
    (TERM, "dd dt"),
    (TERMS, "dl"),
    (CHOICE, "option optgroup"),
    (CHOICES, "select"),
    (
        SPECIAL,
        "address applet article aside blockquote button caption center colgroup dd details dir div dl dt",
    ),
    (
        SPECIAL,
        "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup iframe li listing main",
    ),
    (
        SPECIAL,
        "marquee menu nav noembed noframes noscript object ol p plaintext pre script search section select style",
    ),
    (
        SPECIAL,
        "summary table tbody td template textarea tfoot th thead title tr ul xmp foreignobject desc mi mo mn ms",
    ),
    (SPECIAL, "mtext annotation-xml"),
];
