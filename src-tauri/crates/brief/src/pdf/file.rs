//! Objects to the bytes of a file, each as soon as it is complete, so that no more than one is held at a time.
//!
//! lopdf's own writer keeps every object until the end, leaves the cross-reference stream as it is, and deflates as
//! hard as it can, which takes most of the time and saves little.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::syntax::write;

/// A pack of objects is closed when it is as long as what deflate looks back on.
const PACK: usize = 32 * 1024;

/// Where an object is.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Nowhere: its number was given out and never used.
    Nowhere,
    /// By itself, so many bytes from the start.
    Alone(usize),
    /// In a pack, which is itself an object, at this index.
    Packed(u32, u16),
}

/// A file in the making.
pub(super) struct File {
    bytes: Vec<u8>,
    /// By object number; object 0 is not one.
    places: Vec<Place>,
    pack: Pack,
}

/// Objects that will be deflated together.
#[derive(Default)]
struct Pack {
    /// Number and start of each.
    heads: Vec<(u32, usize)>,
    bytes: Vec<u8>,
}

impl File {
    /// An empty file that goes on behind object `last`.
    pub(super) fn new(last: u32) -> Self {
        // The second line tells programs that move files about that this one is not text.
        let bytes = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        Self { bytes, places: vec![Place::Nowhere; last as usize + 1], pack: Pack::default() }
    }

    /// The name of an object to come.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.places.push(Place::Nowhere);
        (u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX), 0)
    }

    /// Writes an object.
    pub(super) fn put(&mut self, id: ObjectId, object: Object) {
        if let Object::Stream(stream) = object {
            return self.stream(id, stream);
        }
        self.pack.heads.push((id.0, self.pack.bytes.len()));
        write(&mut self.pack.bytes, &object);
        self.pack.bytes.push(b'\n');
        if self.pack.bytes.len() > PACK {
            self.close_pack();
        }
    }

    /// Writes a stream, deflated unless it is already or asks not to be.
    fn stream(&mut self, id: ObjectId, mut stream: Stream) {
        if stream.allows_compression && !stream.dict.has(b"Filter") {
            let mut content = deflated(&stream.content);
            // Some validators take a line's end there for one behind the data, though the length says better.
            while ends_a_line(&content) && pad(&mut stream) {
                content = deflated(&stream.content);
            }
            stream.content = content;
            stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        }
        stream.dict.set("Length", i64::try_from(stream.content.len()).unwrap_or_default());
        self.places[id.0 as usize] = Place::Alone(self.bytes.len());
        let _ = writeln!(self.bytes, "{} 0 obj", id.0);
        write(&mut self.bytes, &Object::Dictionary(stream.dict));
        self.bytes.extend_from_slice(b"\nstream\n");
        self.bytes.extend_from_slice(&stream.content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    fn close_pack(&mut self) {
        let Pack { heads, bytes } = std::mem::take(&mut self.pack);
        if heads.is_empty() {
            return;
        }
        let id = self.reserve();
        let mut content = Vec::with_capacity(bytes.len() + heads.len() * 10);
        for (index, (number, start)) in heads.iter().enumerate() {
            let _ = write!(content, "{number} {start} ");
            self.places[*number as usize] = Place::Packed(id.0, u16::try_from(index).unwrap_or_default());
        }
        let mut pack = Dictionary::new();
        pack.set("Type", Object::Name(b"ObjStm".to_vec()));
        pack.set("N", i64::try_from(heads.len()).unwrap_or_default());
        pack.set("First", i64::try_from(content.len()).unwrap_or_default());
        content.extend_from_slice(&bytes);
        self.stream(id, Stream::new(pack, content));
    }

    /// The bytes of the whole file; `trailer` names its catalog and what else a trailer does.
    pub(super) fn finish(mut self, mut trailer: Dictionary) -> Vec<u8> {
        self.close_pack();
        let id = self.reserve();
        let start = self.bytes.len();
        self.places[id.0 as usize] = Place::Alone(start);
        trailer.set("Type", Object::Name(b"XRef".to_vec()));
        trailer.set("W", WIDTHS.map(|width| Object::from(i64::from(width))).to_vec());
        let columns: i64 = WIDTHS.iter().map(|&width| i64::from(width)).sum();
        let mut filter = Dictionary::new();
        filter.set("Predictor", 12);
        filter.set("Columns", columns);
        trailer.set("DecodeParms", filter);
        let mut table = cross_references(&self.places);
        while ends_a_line(&deflated(&table)) {
            self.reserve();
            table = cross_references(&self.places);
        }
        trailer.set("Size", i64::try_from(self.places.len()).unwrap_or_default());
        self.stream(id, Stream::new(trailer, table));
        let _ = writeln!(self.bytes, "startxref\n{start}\n%%EOF");
        self.bytes
    }
}

/// Bytes of a cross-reference's kind, place and index.
const WIDTHS: [u8; 3] = [1, 4, 2];

/// A row for each object, each told by how it differs from the row above (ISO 32000-1, 7.5.8 and 7.4.4.4): most
/// differ by one.
fn cross_references(places: &[Place]) -> Vec<u8> {
    let mut above = [0_u8; 7];
    let mut table = Vec::with_capacity(places.len() * 8);
    for (number, place) in places.iter().enumerate() {
        let (kind, at, index) = match *place {
            Place::Nowhere => (0, 0, if number == 0 { u16::MAX } else { 0 }),
            Place::Alone(start) => (1, u32::try_from(start).unwrap_or(u32::MAX), 0),
            Place::Packed(pack, index) => (2, pack, index),
        };
        let mut row = [0; 7];
        row[0] = kind;
        row[1..5].copy_from_slice(&at.to_be_bytes());
        row[5..].copy_from_slice(&index.to_be_bytes());
        table.push(2);
        table.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    table
}

fn ends_a_line(content: &[u8]) -> bool {
    matches!(content.last(), Some(b'\n' | b'\r'))
}

/// Makes a stream longer by a byte that says nothing, if it is of a kind that may have one.
fn pad(stream: &mut Stream) -> bool {
    let named =
        |key: &[u8], value: &[u8]| stream.dict.get(key).and_then(Object::as_name).is_ok_and(|it| it == value);
    if let Ok(length) = stream.dict.get(b"Length1").and_then(Object::as_i64) {
        // A font, whose tables are found by their places. Not a zero: the checksum that ends the data would not change.
        stream.content.push(1);
        stream.dict.set("Length1", length + 1);
        return true;
    }
    // Operators, characters' maps, packed objects: white space may follow.
    let bare = stream.dict.iter().all(|(key, _)| key == b"Length");
    let text = bare || named(b"Type", b"ObjStm") || named(b"Subtype", b"Form");
    if text {
        stream.content.push(b'\n');
    }
    text
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 3), Compression::new(6));
    // Writing to memory does not fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[test]
    fn no_deflated_content_ends_in_a_line_s_end() {
        let ends = |count: usize| ends_a_line(&deflated(&b"words ".repeat(count)));
        let count = (1..10_000).find(|&count| ends(count)).expect("one in 128");
        for kind in [Dictionary::new(), dictionary! { "Length1" => 1 }, dictionary! { "Subtype" => "Form" }] {
            let mut file = File::new(0);
            let stream = file.reserve();
            file.put(stream, Stream::new(kind, b"words ".repeat(count)).into());
            let bytes = file.finish(Dictionary::new());
            let end = bytes.windows(10).position(|bytes| bytes == b"\nendstream").expect("an end");
            assert!(!ends_a_line(&bytes[..end]));
        }
    }

    #[test]
    fn what_is_written_can_be_read() {
        let mut file = File::new(0);
        let (catalog, stream) = (file.reserve(), file.reserve());
        let unused = file.reserve();
        file.put(stream, Stream::new(Dictionary::new(), b"words ".repeat(90)).into());
        file.put(catalog, dictionary! { "Type" => "Catalog", "It" => stream }.into());
        let bytes = file.finish(dictionary! { "Root" => catalog });
        let read = lopdf::Document::load_mem(&bytes).expect("a file");
        let it = read.catalog().and_then(|catalog| catalog.get(b"It")).and_then(Object::as_reference);
        let content = it.and_then(|id| read.get_object(id)).and_then(Object::as_stream).expect("a stream");
        assert_eq!(content.decompressed_content().expect("words"), b"words ".repeat(90));
        assert!(read.get_object(unused).is_err());
    }
}
