//! Texts in the OpenDocument format (ISO/IEC 26300), as LibreOffice writes them: the text with all changes accepted.

mod content;
mod styles;

use content::Content;
use styles::Styles;

use crate::archive::Archive;
use crate::extracted::{Extracted, PageStart, Warning};
use crate::properties::Properties;
use crate::refusal::Reason;
use crate::signature;
use crate::xml::walk;
use crate::{Confidence, Format, Input, guess};

/// A text in the OpenDocument format.
pub(crate) struct OpenDocument;

impl Format for OpenDocument {
    fn name(&self) -> &'static str {
        "an OpenDocument text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["odt", "ott"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        signature::claim(input, signature::Content::OpenDocument, self.extensions())
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let mut archive = Archive::open(input.bytes)?;
        if let Some(manifest) = archive.read("META-INF/manifest.xml")? {
            // An encrypted entry is said to be so in the list of entries; its bytes are noise.
            let encrypted = b"encryption-data";
            if manifest.windows(encrypted.len()).any(|window| window == encrypted) {
                return Err(Reason::Locked);
            }
        }
        let document = archive.need("content.xml")?;
        let mut styles = Styles::default();
        if let Some(common) = archive.read("styles.xml")? {
            walk(&common, &mut styles)?;
        }
        let running_heads = styles.has_running_heads();
        walk(&document, &mut styles)?;
        let mut content = Content::new(&styles);
        walk(&document, &mut content)?;
        let Content { mut flow, notes, seen, .. } = content;
        flow.end_block();
        for (mark, note) in notes {
            note.append_marked(&format!("[{mark}] "), &mut flow);
        }
        let (text, blocks, pages) = flow.finish_with_pages();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        let meta_document = archive.read("meta.xml")?;
        let told = content::page_count(meta_document.as_deref());
        let mut meta = Properties::read(meta_document).of_office();
        meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
        meta.published = guess::published(&text).or(meta.published);
        meta.language = guess::language_told(meta.language, &text);
        let mut warnings = Vec::new();
        warnings.extend(seen.changes.then(Warning::changes));
        warnings.extend(Warning::comments(seen.comments));
        warnings.extend(running_heads.then(Warning::running_heads));
        warnings.extend(Warning::pictures(seen.pictures));
        let media_type = "application/vnd.oasis.opendocument.text".to_owned();
        let pages = PageStart::if_agreed(pages, told);
        Ok(Extracted { pages, warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}
