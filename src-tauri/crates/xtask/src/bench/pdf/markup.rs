//! The same words in the same structure, for other programs to set: our fonts, our page, justified and hyphenated.
//!
//! Links lead to page one and a cell's columns are even: both spare the other program work.

use super::structured::{Element, Kid};

/// A markup language.
pub(super) struct Markup {
    escape: fn(&str) -> String,
    wrap: fn(Role, &str) -> String,
    head: &'static str,
    foot: &'static str,
}

/// What a stretch of text is.
#[derive(Clone, Copy)]
enum Role {
    Heading(usize),
    Paragraph,
    Quotation,
    List,
    Item,
    Table(usize),
    HeadRow,
    Row,
    /// Covers so many columns.
    Cell(usize),
    Note,
    Link,
}

pub(super) const TYPST: Markup = Markup {
    escape: |words| escaped(words, |letter| letter.is_ascii_punctuation().then(|| format!("\\{letter}"))),
    wrap: |role, inside| match role {
        Role::Heading(level) => format!("#heading(level: {level})[{inside}]\n\n"),
        Role::Paragraph => format!("{inside}\n\n"),
        Role::Quotation => format!("#quote(block: true)[{inside}]\n\n"),
        Role::List => format!("#list({inside})\n\n"),
        Role::Item | Role::Cell(1) => format!("[{inside}],"),
        Role::Table(columns) => format!("#table(columns: (1fr,) * {columns}, {inside})\n\n"),
        Role::HeadRow => format!("table.header({inside}),\n"),
        Role::Row => format!("{inside}\n"),
        Role::Cell(columns) => format!("table.cell(colspan: {columns})[{inside}],"),
        Role::Note => format!("#footnote[{inside}]"),
        Role::Link => format!("#link((page: 1, x: 0pt, y: 0pt))[{inside}]"),
    },
    head: "#set page(paper: \"a4\", margin: 25mm, numbering: \"1 / 1\")\n\
        #set text(font: \"Source Serif 4\", size: 12pt, lang: \"en\", hyphenate: true)\n\
        #set par(justify: true)\n#set document(title: \"Note\")\n\n",
    foot: "",
};

pub(super) const HTML: Markup = Markup {
    escape: |words| {
        escaped(words, |letter| {
            matches!(letter, '<' | '>' | '&').then(|| format!("&#{};", u32::from(letter)))
        })
    },
    wrap: |role, inside| match role {
        Role::Heading(level) => format!("<h{level}>{inside}</h{level}>\n"),
        Role::Paragraph => format!("<p>{inside}</p>\n"),
        Role::Quotation => format!("<blockquote>{inside}</blockquote>\n"),
        Role::List => format!("<ul>{inside}</ul>\n"),
        Role::Item => format!("<li>{inside}</li>"),
        Role::Table(_) => format!("<table>{inside}</table>\n"),
        Role::HeadRow => format!("<thead><tr>{}</tr></thead>\n", inside.replace("td>", "th>")),
        Role::Row => format!("<tr>{inside}</tr>\n"),
        Role::Cell(1) => format!("<td>{inside}</td>"),
        Role::Cell(columns) => format!("<td colspan={columns}>{inside}</td>"),
        Role::Note => format!("<span class=note>{inside}</span>"),
        Role::Link => format!("<a href=\"#top\">{inside}</a>"),
    },
    head: "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Note</title><style>\
        @page { size: A4; margin: 25mm; @bottom-center { content: counter(page) } }\
        body { font: 12pt 'Source Serif 4'; text-align: justify; hyphens: auto }\
        table { width: 100%; table-layout: fixed } .note { float: footnote }\
        </style><body id=top>\n",
    foot: "</body></html>\n",
};

/// The whole document.
pub(super) fn set(document: &Element, markup: &Markup) -> String {
    format!("{}{}{}", markup.head, blocks(document, markup), markup.foot)
}

fn blocks(element: &Element, markup: &Markup) -> String {
    let mut set = String::new();
    for kid in &element.kids {
        match kid {
            Kid::Element(kid) => set.push_str(&block(kid, markup)),
            Kid::Words(words) => set.push_str(&(markup.wrap)(Role::Paragraph, &(markup.escape)(words))),
        }
    }
    set
}

fn block(element: &Element, markup: &Markup) -> String {
    let wrap = |role, inside: String| (markup.wrap)(role, &inside);
    match element.kind.as_str() {
        "Table" => table(element, markup),
        "L" => {
            let bodies = element.all("LBody").into_iter();
            wrap(Role::List, bodies.map(|body| wrap(Role::Item, inline(body, markup))).collect())
        }
        "BlockQuote" => wrap(Role::Quotation, inline(element, markup)),
        kind if kind.starts_with('H') => {
            let level = kind[1..].parse().unwrap_or(1);
            wrap(Role::Heading(level), inline(element, markup))
        }
        "P" | "Title" | "Caption" | "Span" | "Link" => wrap(Role::Paragraph, inline(element, markup)),
        _ => blocks(element, markup),
    }
}

/// A row's cells: its head comes first.
fn cells(row: &Element) -> Vec<&Element> {
    [row.all("TH"), row.all("TD")].concat()
}

fn table(element: &Element, markup: &Markup) -> String {
    let rows = element.all("TR");
    let columns = rows.iter().map(|row| cells(row).len()).max().unwrap_or(1);
    let heads = element.all("THead").iter().map(|head| head.all("TR").len()).sum::<usize>();
    let set = rows.iter().enumerate().map(|(index, row)| {
        let cells = cells(row);
        let last = cells.len().saturating_sub(1);
        let set = cells.iter().enumerate().map(|(index, cell)| {
            let covered = if index == last { columns - last } else { 1 };
            (markup.wrap)(Role::Cell(covered), &inline(cell, markup))
        });
        let role = if index < heads { Role::HeadRow } else { Role::Row };
        (markup.wrap)(role, &set.collect::<String>())
    });
    let set: String = set.collect();
    let caption = element.all("Caption").into_iter().map(|caption| block(caption, markup));
    caption.collect::<String>() + &(markup.wrap)(Role::Table(columns), &set)
}

fn inline(element: &Element, markup: &Markup) -> String {
    let kids = element.kids.iter().map(|kid| match kid {
        Kid::Words(words) => (markup.escape)(words),
        Kid::Element(kid) => match kid.kind.as_str() {
            "Note" => (markup.wrap)(Role::Note, &inline(kid, markup)),
            "Link" => (markup.wrap)(Role::Link, &inline(kid, markup)),
            // Lines of a cell stand below one another.
            "P" => format!("{} ", inline(kid, markup)),
            _ => inline(kid, markup),
        },
    });
    kids.collect()
}

fn escaped(words: &str, escape: impl Fn(char) -> Option<String>) -> String {
    words.chars().map(|letter| escape(letter).unwrap_or_else(|| letter.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markup: &Markup, expect: &str) {
        let words = |words: &str| Kid::Words(words.to_owned());
        let element = |kind: &str, kids: Vec<Kid>| Kid::Element(Element { kind: kind.to_owned(), kids });
        let link = element("Link", vec![words("[1]")]);
        let row =
            |count: usize| element("TR", (0..count).map(|_| element("TD", vec![words("in")])).collect());
        let document = Element {
            kind: "Document".to_owned(),
            kids: vec![
                element("H2", vec![words("A #1 & more")]),
                element("P", vec![words("So "), link, element("Note", vec![words("who")])]),
                element("Table", vec![row(1), row(2)]),
            ],
        };
        let set = set(&document, markup);
        assert_eq!(&set[markup.head.len()..set.len() - markup.foot.len()], expect);
    }

    #[test]
    fn words_are_set_as_they_are_and_built_as_they_were() {
        check(
            &TYPST,
            "#heading(level: 2)[A \\#1 \\& more]\n\n\
             So #link((page: 1, x: 0pt, y: 0pt))[\\[1\\]]#footnote[who]\n\n\
             #table(columns: (1fr,) * 2, table.cell(colspan: 2)[in],\n[in],[in],\n)\n\n",
        );
        check(
            &HTML,
            "<h2>A #1 &#38; more</h2>\n<p>So <a href=\"#top\">[1]</a><span class=note>who</span></p>\n\
             <table><tr><td colspan=2>in</td></tr>\n<tr><td>in</td><td>in</td></tr>\n</table>\n",
        );
    }
}
