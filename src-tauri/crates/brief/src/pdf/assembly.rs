//! The objects of a PDF on their way to the file: what all who add to them share.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::file::File;
use crate::page::Size;

/// A file in the making: what is added is written at once, but for the catalog and the pages, to which all add.
pub(super) struct Assembly {
    file: File,
    catalog: (ObjectId, Dictionary),
    /// The page objects, in order.
    pages: Vec<(ObjectId, Dictionary)>,
    tree: ObjectId,
    /// What the pages share.
    resources: (ObjectId, Dictionary),
    /// Drawings that pages show by name.
    drawings: Dictionary,
    /// Trees of names, by what they name.
    names: Dictionary,
    trailer: Dictionary,
}

impl Assembly {
    /// Takes over what the pages share from printpdf: the fonts of its one page.
    pub(super) fn new(mut shared: Document) -> Result<Self, lopdf::Error> {
        let page = shared.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
        let contents = shared.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
        let resources = shared.get_dictionary(page)?.get(b"Resources")?.as_reference()?;
        let named = |kind: &[u8]| shared.get_dictionary(resources)?.get(kind)?.as_reference();
        let (fonts, drawings) = (named(b"Font")?, named(b"XObject")?);
        let empty = [named(b"ExtGState")?, named(b"Shading")?];
        let catalog = shared.trailer.get(b"Root")?.as_reference()?;
        let tree = shared.get_dictionary(catalog)?.get(b"Pages")?.as_reference()?;
        let info = shared.trailer.get(b"Info").and_then(Object::as_reference)?;
        let mut take = |id| shared.objects.remove(&id).and_then(|object| object.as_dict().cloned().ok());
        let (kept, drawings) = (take(catalog).unwrap_or_default(), take(drawings).unwrap_or_default());
        for gone in [page, contents, resources, empty[0], empty[1], tree, info] {
            shared.objects.remove(&gone);
        }
        let mut file = File::new(shared.max_id);
        for (id, object) in std::mem::take(&mut shared.objects) {
            file.put(id, object);
        }
        Ok(Self {
            file,
            catalog: (catalog, kept),
            pages: Vec::new(),
            tree,
            resources: (resources, dictionary! { "Font" => fonts }),
            drawings,
            names: Dictionary::new(),
            trailer: dictionary! { "Root" => catalog },
        })
    }

    /// Adds the next page.
    pub(super) fn add_page(&mut self, size: Size, content: Vec<u8>) {
        let contents = self.add(Stream::new(Dictionary::new(), content));
        let area = vec![0.into(), 0.into(), size.width.into(), size.height.into()];
        let page = dictionary! {
            "Type" => "Page",
            "MediaBox" => area.clone(),
            "TrimBox" => area,
            "Parent" => self.tree,
            "Resources" => self.resources.0,
            "Contents" => contents,
        };
        let id = self.file.reserve();
        self.pages.push((id, page));
    }

    /// The object of page `index`.
    pub(super) fn page(&self, index: usize) -> Option<ObjectId> {
        self.pages.get(index).map(|(id, _)| *id)
    }

    /// Gives a drawing the name by which pages show it.
    pub(super) fn set_drawing(&mut self, name: &str, id: ObjectId) {
        self.drawings.set(name, id);
    }

    /// Sets an entry of the catalog.
    pub(super) fn set(&mut self, key: &str, value: impl Into<Object>) {
        self.catalog.1.set(key, value);
    }

    /// Sets one of the catalog's name trees.
    pub(super) fn set_name_tree(&mut self, key: &str, tree: ObjectId) {
        self.names.set(key, tree);
    }

    /// Sets an entry of page `index`.
    pub(super) fn set_on_page(&mut self, index: usize, key: &str, value: impl Into<Object>) {
        if let Some((_, page)) = self.pages.get_mut(index) {
            page.set(key, value);
        }
    }

    /// Sets an entry of the trailer.
    pub(super) fn set_in_trailer(&mut self, key: &str, value: impl Into<Object>) {
        self.trailer.set(key, value);
    }

    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.file.reserve();
        self.file.put(id, object.into());
        id
    }

    /// Reserves the name of an object that others refer to before it exists.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.file.reserve()
    }

    pub(super) fn put(&mut self, id: ObjectId, dictionary: Dictionary) {
        self.file.put(id, Object::Dictionary(dictionary));
    }

    /// The bytes of the file.
    pub(super) fn save(mut self) -> Vec<u8> {
        let kids: Vec<Object> = self.pages.iter().map(|(id, _)| (*id).into()).collect();
        let count = i64::try_from(kids.len()).unwrap_or_default();
        self.file.put(self.tree, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids }.into());
        for (id, page) in self.pages {
            self.file.put(id, page.into());
        }
        let (id, mut resources) = self.resources;
        resources.set("XObject", self.drawings);
        self.file.put(id, resources.into());
        let (id, mut catalog) = self.catalog;
        catalog.set("Names", self.names);
        self.file.put(id, catalog.into());
        self.file.finish(self.trailer)
    }
}

/// Text as a PDF string: as it is where that is plain ASCII, else in UTF-16.
pub(super) fn text(text: &str) -> Object {
    if text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        Object::string_literal(text)
    } else {
        Object::String(utf16(text), StringFormat::Hexadecimal)
    }
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
