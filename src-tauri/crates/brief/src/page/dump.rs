//! Pages as readable text, one drawn thing to a line, so that a changed layout shows as a readable diff.
//!
//! A line says where, what it belongs to, and what is there: `  84.0  661.9  P#4  SourceSerif4-Regular 12 "…"`.

use std::fmt::{self, Write};

use super::{Colour, ElementId, GlyphRun, LinkArea, LinkTarget, Mark, OutlineEntry, Page, Pages, Path, Tag};

pub(super) fn dump(pages: &Pages) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_document(&mut out, pages);
    out
}

fn write_document(out: &mut String, pages: &Pages) -> fmt::Result {
    writeln!(out, "{:?} in {}, pages: {}", pages.title, pages.language, pages.pages.len())?;
    write_outline(out, &pages.outline, 1)?;
    for (name, destination) in &pages.destinations {
        writeln!(out, "place {name}: page {}, {:.1} down", destination.page + 1, destination.at.y)?;
    }
    for page in &pages.pages {
        write_page(out, pages, page)?;
    }
    writeln!(out, "\nstructure")?;
    for (id, element) in pages.structure.iter() {
        let mut depth = 0;
        let mut above = element.parent;
        while let Some(parent) = above {
            depth += 1;
            above = pages.structure.get(parent).and_then(|parent| parent.parent);
        }
        write!(out, "{:indent$}{}", "", label(pages, id), indent = depth * 2)?;
        if let Some(language) = &element.language {
            write!(out, " [{language}]")?;
        }
        for text in [&element.actual_text, &element.alternative].into_iter().flatten() {
            write!(out, " {text:?}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_outline(out: &mut String, entries: &[OutlineEntry], depth: usize) -> fmt::Result {
    for entry in entries {
        writeln!(
            out,
            "{:indent$}bookmark {:?} to {}",
            "",
            entry.title,
            entry.destination,
            indent = depth * 2
        )?;
        write_outline(out, &entry.children, depth + 1)?;
    }
    Ok(())
}

fn write_page(out: &mut String, pages: &Pages, page: &Page) -> fmt::Result {
    writeln!(out, "\npage {} ({} x {})", page.number, page.size.width, page.size.height)?;
    for item in &page.items {
        let tag = match item.tag {
            Tag::Element(id) => label(pages, id),
            Tag::Artifact(artifact) => format!("({artifact:?})"),
        };
        match &item.mark {
            Mark::Glyphs(run) => write_run(out, pages, item.tag, &tag, run)?,
            Mark::Rule(rule) => {
                let area = rule.area;
                let size = format!("rule {:.2} x {:.2}", area.width, area.height);
                writeln!(out, "{:7.1}{:7.1}  {tag}  {size} {}", area.x, area.y, colour(rule.colour))?;
            }
            Mark::Path(path) => write_path(out, &tag, path)?,
            Mark::Image(image) => {
                let area = image.area;
                let size = format!("{:.1} x {:.1}", area.width, area.height);
                writeln!(out, "{:7.1}{:7.1}  {tag}  picture {size} {:?}", area.x, area.y, image.picture)?;
            }
        }
    }
    page.links.iter().try_for_each(|link| write_link(out, pages, link))
}

fn write_run(out: &mut String, pages: &Pages, of: Tag, tag: &str, run: &GlyphRun) -> fmt::Result {
    // The space at the end of a line is there for copying only.
    if run.text.trim().is_empty() {
        return Ok(());
    }
    let font = pages.fonts.get(run.font).map_or("?", |font| &font.name);
    let size = (run.size * 100.0).round() / 100.0;
    let ink = if run.colour == Colour::INK { String::new() } else { format!(" {}", colour(run.colour)) };
    write!(out, "{:7.1}{:7.1}  {tag}  {font} {size}{ink} {:?}", run.origin.x, run.origin.y, run.text)?;
    if let Some(language) = run.language.as_ref().filter(|language| *language != pages.language_of(of)) {
        write!(out, " [{language}]")?;
    }
    if let Some(actual) = &run.actual_text {
        write!(out, " read as {actual:?}")?;
    }
    writeln!(out)
}

fn write_path(out: &mut String, tag: &str, path: &Path) -> fmt::Result {
    let area = path.bounds();
    write!(out, "{:7.1}{:7.1}  {tag}  path {:.2} x {:.2}", area.x, area.y, area.width, area.height)?;
    if let Some(fill) = path.fill {
        write!(out, " filled {}", colour(fill.colour))?;
    }
    if let Some(stroke) = path.stroke {
        write!(out, " stroked {} {:.2}", colour(stroke.colour), stroke.width)?;
    }
    writeln!(out)
}

fn write_link(out: &mut String, pages: &Pages, link: &LinkArea) -> fmt::Result {
    let target = match &link.target {
        LinkTarget::Place(name) => format!("to {name}"),
        LinkTarget::Address(address) => format!("to <{address}>"),
    };
    let element = link.element.map_or_else(|| "no element".to_owned(), |id| label(pages, id));
    let area = link.area;
    let size = format!("link {:.1} x {:.1}", area.width, area.height);
    writeln!(out, "{:7.1}{:7.1}  {element}  {size} {target} {:?}", area.x, area.y, link.description)
}

/// `Heading(2)#14`: what an element is, and which one.
fn label(pages: &Pages, id: ElementId) -> String {
    let kind = pages.structure.get(id).map(|element| element.kind);
    kind.map_or_else(|| format!("?#{}", id.index()), |kind| format!("{kind:?}#{}", id.index()))
}

fn colour(colour: Colour) -> String {
    [
        ("ink", Colour::INK),
        ("accent", Colour::ACCENT),
        ("soft", Colour::SOFT),
        ("hair", Colour::HAIR),
        ("paper", Colour::PAPER),
    ]
    .into_iter()
    .find(|(_, known)| *known == colour)
    .map_or_else(|| colour.hex(), |(name, _)| name.to_owned())
}
