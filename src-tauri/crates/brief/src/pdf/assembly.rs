//! The objects of a PDF on their way to the file: what all who add to them share.

use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, StringFormat};

use super::PdfError;

/// A document as printpdf hands it over.
pub(super) struct Assembly {
    pub(super) document: Document,
    /// The page objects, in order.
    pub(super) pages: Vec<ObjectId>,
    catalog: ObjectId,
}

impl Assembly {
    pub(super) fn new(document: Document) -> Result<Self, PdfError> {
        let pages = document.page_iter().collect();
        let catalog = document.trailer.get(b"Root")?.as_reference()?;
        Ok(Self { document, pages, catalog })
    }

    /// Sets an entry of the catalog.
    pub(super) fn set(&mut self, key: &str, value: impl Into<Object>) {
        if let Ok(catalog) = self.document.get_dictionary_mut(self.catalog) {
            catalog.set(key, value);
        }
    }

    /// Sets one of the catalog's name trees.
    pub(super) fn set_name_tree(&mut self, key: &str, tree: ObjectId) {
        if let Ok(catalog) = self.document.get_dictionary_mut(self.catalog) {
            if !catalog.has(b"Names") {
                catalog.set("Names", Dictionary::new());
            }
            if let Ok(names) = catalog.get_mut(b"Names").and_then(Object::as_dict_mut) {
                names.set(key, tree);
            }
        }
    }

    /// Sets an entry of page `index`.
    pub(super) fn set_on_page(&mut self, index: usize, key: &str, value: impl Into<Object>) {
        let page = self.pages.get(index).copied();
        if let Some(page) = page.and_then(|id| self.document.get_dictionary_mut(id).ok()) {
            page.set(key, value);
        }
    }

    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.document.add_object(object)
    }

    /// Reserves the name of an object that others refer to before it exists.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.document.new_object_id()
    }

    pub(super) fn put(&mut self, id: ObjectId, dictionary: Dictionary) {
        self.document.objects.insert(id, Object::Dictionary(dictionary));
    }

    /// The bytes of the file.
    pub(super) fn save(mut self) -> Result<Vec<u8>, PdfError> {
        "1.7".clone_into(&mut self.document.version);
        for &page in &self.pages {
            let contents = self.document.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
            let stream = self.document.get_object_mut(contents)?.as_stream_mut()?;
            stream.set_content(joined(&stream.content));
        }
        self.document.compress();
        let mut bytes = Vec::new();
        let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
        self.document.save_with_options(&mut bytes, options)?;
        Ok(bytes)
    }
}

/// Text as a PDF string in UTF-16.
pub(super) fn text(text: &str) -> Object {
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// UTF-16 with a byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}

/// A PDF name.
pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// Joins neighbouring hexadecimal strings, `<0012><0034>` to `<00120034>`: printpdf writes each glyph as a
/// string of its own. Only text operators have such neighbours.
fn joined(content: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = out.last().is_some_and(u8::is_ascii_hexdigit);
        let next = tail.strip_prefix(b" ").unwrap_or(tail);
        if byte == b'>'
            && hex
            && next.first() == Some(&b'<')
            && next.get(1).is_some_and(u8::is_ascii_hexdigit)
        {
            rest = &next[1..];
        } else {
            out.push(byte);
            rest = tail;
        }
    }
    out
}
