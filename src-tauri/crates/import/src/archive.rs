//! The ZIP archives that office documents and books are, read in memory and never unpacked to a disk.
//!
//! What an archive claims about itself is not believed: entries are counted, each is cut off where it grows beyond
//! its share, and all that is unfolded is added up. Names are only ever compared with names, so that none of them
//! leads anywhere.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::refusal::Reason;

/// The most entries an archive may have.
const ENTRIES: usize = 10_000;

/// The most bytes an entry may unfold to: 128 MiB.
const ENTRY: u64 = 128 * 1024 * 1024;

/// The most bytes all that is read of an archive may unfold to: 512 MiB.
const ALL: u64 = 512 * 1024 * 1024;

/// An archive, and how much of it may still be unfolded.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive; one that is cut short has lost the list of its entries and is damaged.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Reason::Damaged)?;
        if zip.len() > ENTRIES {
            return Err(Reason::TooMuch);
        }
        Ok(Self { zip, left: ALL })
    }

    /// The entry of that name, or `None` when there is none.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Reason> {
        match self.zip.by_name(name) {
            Ok(entry) => unfold(entry, ENTRY, &mut self.left).map(Some),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(reason(&error)),
        }
    }

    /// The entry at that place, if it has at most so many bytes.
    pub(crate) fn read_at(&mut self, place: usize, most: u64) -> Result<Vec<u8>, Reason> {
        match self.zip.by_index(place) {
            Ok(entry) if entry.size() > most => Err(Reason::TooLarge { bytes: entry.size() }),
            Ok(entry) => unfold(entry, most, &mut self.left),
            Err(error) => Err(reason(&error)),
        }
    }

    /// The places of all entries, with their names.
    pub(crate) fn places(&self) -> Vec<(usize, String)> {
        let name = |place| {
            let name = self.zip.name_for_index(place)?;
            Some((place, name.map_or_else(|_| format!("entry {}", place + 1), std::borrow::Cow::into_owned)))
        };
        (0..self.zip.len()).filter_map(name).collect()
    }

    /// The entry of that name, without which the document is none.
    pub(crate) fn need(&mut self, name: &str) -> Result<Vec<u8>, Reason> {
        self.read(name)?.ok_or(Reason::Damaged)
    }

    /// The names of all entries.
    pub(crate) fn names(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }
}

/// The bytes of an entry, of which there may be so many, and no more than are left for the whole archive.
fn unfold(entry: ZipFile<'_, Cursor<&[u8]>>, most: u64, left: &mut u64) -> Result<Vec<u8>, Reason> {
    let most = most.min(*left);
    if entry.size() > most {
        return Err(Reason::TooMuch);
    }
    let mut bytes = Vec::new();
    // One byte more than it may have shows that there are more.
    entry.take(most + 1).read_to_end(&mut bytes).map_err(|_| Reason::Damaged)?;
    let length = bytes.len() as u64;
    if length > most {
        return Err(Reason::TooMuch);
    }
    *left -= length;
    Ok(bytes)
}

fn reason(error: &ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => Reason::Locked,
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Reason::Unsupported {
            what: Some("compressed in an unusual way".to_owned()),
            advice: Some(
                "Unpack it with the program it was packed with, and import what is in it.".to_owned(),
            ),
        },
        _ => Reason::Damaged,
    }
}
