//! Word documents (Office Open XML, ECMA-376): the text as Word shows it with all changes accepted.

mod body;
pub(crate) mod marked;
mod notes;
mod numbering;
mod relations;
mod styles;

use body::Body;
use notes::Note;
use numbering::Numbering;
use styles::Styles;

use crate::archive::Archive;
use crate::extracted::{Extracted, PageStart, Warning};
use crate::flow::Flow;
use crate::properties::Properties;
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::{Confidence, Format, Input, guess};

/// A Word document.
pub(crate) struct Word;

impl Format for Word {
    fn name(&self) -> &'static str {
        "a Word document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        signature::claim(input, Content::Word, self.extensions())
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let mut archive = Archive::open(input.bytes)?;
        let document = archive.need("word/document.xml")?;
        let styles = Styles::read(archive.read("word/styles.xml")?)?;
        let numbering = Numbering::read(archive.read("word/numbering.xml")?)?;
        let mut body = Body::new(&styles, numbering);
        body.begin_first_page();
        body.read(&document)?;
        drop(document);
        let pages_told = Properties::read(archive.read("docProps/app.xml")?).first("Pages");

        let mut flow = std::mem::take(&mut body.flow);
        flow.end_block();
        for (kind, file) in [(Note::Foot, "word/footnotes.xml"), (Note::End, "word/endnotes.xml")] {
            append_notes(&mut body, kind, archive.read(file)?, &mut flow)?;
        }
        let (text, blocks, pages) = flow.finish_with_pages();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        let running = archive.names().into_iter().filter(|name| is_running_head(name));
        let running = running.map(|name| has_words(archive.read(&name)?)).collect::<Result<Vec<_>, _>>()?;

        let mut meta = Properties::read(archive.read("docProps/core.xml")?).of_office();
        meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
        meta.published = guess::published(&text).or(meta.published);
        meta.language = guess::language_told(meta.language, &text);
        let mut warnings = Vec::new();
        warnings.extend(body.seen.changes.then(Warning::changes));
        warnings.extend(Warning::comments(body.seen.comments));
        warnings.extend(running.contains(&true).then(Warning::running_heads));
        warnings.extend(Warning::pictures(body.seen.pictures));
        let media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document".to_owned();
        let told = pages_told.and_then(|told| told.parse().ok()).filter(|_| !body.seen.numbers_pages);
        let pages = PageStart::if_agreed(pages, told);
        Ok(Extracted { pages, warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}

/// Adds the notes that the text refers to, in the order in which it does.
fn append_notes(
    body: &mut Body<'_>,
    kind: Note,
    xml: Option<Vec<u8>>,
    flow: &mut Flow,
) -> Result<(), Reason> {
    let Some(xml) = xml else { return Ok(()) };
    let notes = body.notes(&xml)?;
    for reference in body.references.iter().filter(|reference| reference.kind == kind) {
        if let Some(note) = notes.get(&reference.id) {
            note.append_marked(&format!("[{}] ", reference.mark), flow);
        }
    }
    Ok(())
}

/// Whether an entry holds what stands at the head or the foot of each page.
fn is_running_head(name: &str) -> bool {
    let file = name.strip_prefix("word/").unwrap_or_default();
    let numbered = file.strip_prefix("header").or_else(|| file.strip_prefix("footer"));
    let number = numbered.and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
}

/// Whether a part says more than a page's number.
fn has_words(xml: Option<Vec<u8>>) -> Result<bool, Reason> {
    let styles = Styles::default();
    let mut body = Body::new(&styles, Numbering::default());
    let Some(xml) = xml else { return Ok(false) };
    body.read(&xml)?;
    body.flow.end_block();
    let (text, _) = body.flow.finish();
    Ok(text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).nth(1).is_some())
}
