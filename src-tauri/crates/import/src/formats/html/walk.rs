//! From the tree of a sanitised article to text and structure.

use dom_query::{Document, NodeRef};

use crate::extracted::Kind;
use crate::flow::Flow;
use crate::nesting::Within;

/// Adds the text of an article.
pub(super) fn append(article: &Document, flow: &mut Flow) {
    flow.end_block();
    let mut walk = Walk { flow, mode: Mode::Running };
    walk.children(&article.root());
    flow.end_block();
}

struct Walk<'a> {
    flow: &'a mut Flow,
    mode: Mode,
}

/// What the text that comes next is.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Running,
    /// Spaces and line ends matter.
    Preformatted,
    /// A cell of a table, in which blocks become words.
    Cell,
}

impl Walk<'_> {
    fn children(&mut self, node: &NodeRef<'_>) {
        let mut child = node.first_child();
        while let Some(node) = child {
            if node.is_text() {
                let text = node.text();
                match self.mode {
                    Mode::Preformatted => self.flow.verbatim(&text),
                    _ => self.flow.words(&text),
                }
            } else {
                self.element(&node);
            }
            child = node.next_sibling();
        }
    }

    fn element(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.qual_name_ref().map(|name| name.local.clone()) else { return };
        match (self.mode, name.as_ref()) {
            (Mode::Preformatted, "br") => self.flow.verbatim("\n"),
            (Mode::Running, "br") => self.flow.line_break(),
            (_, "q") => {
                // A browser draws the marks; without them the words would not show as somebody else's.
                self.flow.words("“");
                self.children(node);
                self.flow.words("”");
            }
            // The reading of a character is not part of the words.
            (_, "rt" | "rp") => {}
            (Mode::Preformatted, _) => self.children(node),
            (Mode::Cell, name) => {
                if is_block(name) {
                    self.flow.words(" ");
                }
                self.children(node);
                if is_block(name) {
                    self.flow.words(" ");
                }
            }
            (Mode::Running, name) => self.block(node, name),
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.within(node, Within::Heading(name.as_bytes()[1] - b'0'));
            }
            "blockquote" => self.within(node, Within::Quote),
            "ul" => self.within(node, Within::List(None)),
            "ol" => self.within(node, Within::List(Some(number(node, "start").unwrap_or(1)))),
            "li" => {
                self.flow.enter_item(number(node, "value"));
                self.children(node);
                self.flow.leave();
            }
            "pre" => {
                self.flow.end_block();
                self.mode = Mode::Preformatted;
                self.children(node);
                self.mode = Mode::Running;
                self.flow.end(Kind::Code);
            }
            "table" if is_data(node) => self.table(node),
            name if is_block(name) => {
                self.flow.end_block();
                self.children(node);
                self.flow.end_block();
            }
            _ => self.children(node),
        }
    }

    fn within(&mut self, node: &NodeRef<'_>, within: Within) {
        self.flow.enter(within);
        self.children(node);
        self.flow.leave();
    }

    fn table(&mut self, table: &NodeRef<'_>) {
        self.flow.end_block();
        for part in elements(table) {
            if part.has_name("caption") {
                self.children(&part);
                self.flow.end_block();
            } else if part.has_name("tr") {
                self.row(&part, false);
            } else {
                let head = part.has_name("thead");
                elements(&part).filter(|row| row.has_name("tr")).for_each(|row| self.row(&row, head));
            }
        }
    }

    fn row(&mut self, row: &NodeRef<'_>, in_head: bool) {
        self.mode = Mode::Cell;
        let mut header = true;
        for (place, cell) in elements(row).filter(is_cell).enumerate() {
            if place > 0 {
                self.flow.cell_break();
            }
            header &= cell.has_name("th");
            self.children(&cell);
        }
        self.mode = Mode::Running;
        self.flow.end(Kind::TableRow { header: header || in_head });
    }
}

/// Whether a table holds data in rows. Many a page is laid out with tables; their cells are read as blocks.
fn is_data(table: &NodeRef<'_>) -> bool {
    /// More characters than this in a cell are running text.
    const CELL: usize = 600;
    let mut wide = false;
    for node in table.descendants_it() {
        let Some(name) = node.qual_name_ref().map(|name| name.local.clone()) else { continue };
        match name.as_ref() {
            "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre" => return false,
            "tr" => wide |= elements(&node).filter(is_cell).nth(1).is_some(),
            "td" | "th" if node.text().chars().nth(CELL).is_some() => return false,
            _ => {}
        }
    }
    wide
}

fn is_cell(node: &NodeRef<'_>) -> bool {
    node.has_name("td") || node.has_name("th")
}

fn elements<'a>(node: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    node.children_it(false).filter(NodeRef::is_element)
}

fn number(node: &NodeRef<'_>, attribute: &str) -> Option<u32> {
    node.attr(attribute)?.trim().parse().ok()
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "br"
            | "html"
            | "body"
    )
}
