//! Documents that open with a password, in each of the ways in which its letters may have become bytes.
//!
//! Up to revision 4 of the standard's lock a password is bytes of `PDFDocEncoding`, from revision 5 on it is UTF-8 of
//! what `SASLprep` makes of it (ISO 32000-2, 7.6.4.3.2 and 7.6.4.3.3), and programs that did not care wrote UTF-8 into
//! older documents as well. The library that reads documents takes UTF-8, and of an older document the password of its
//! readers alone, not of its owner. For the rest another library takes the lock off first.

use std::borrow::Cow;

use hayro_font::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use lopdf::encryption::crypt_filters::{CryptFilter, Rc4CryptFilter};
use lopdf::encryption::{PasswordAlgorithm, decrypt_object};
use lopdf::xref::XrefEntry;
use lopdf::{Document, EncryptionState, LoadOptions, Object, ObjectId, ObjectStream};
use md5::{Digest, Md5};

use super::pages::attempt;
use crate::refusal::Reason;

/// What comes of opening a document.
type Opened = Result<Pdf, LoadPdfError>;

/// Opens a document with a password.
pub(super) fn open(bytes: &[u8], password: &str) -> Opened {
    let ways = ways(password);
    as_it_is(bytes, &ways).unwrap_or_else(|| {
        let unlocked = attempt(|| without_lock(bytes, &ways));
        unlocked.map_or_else(|| Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)), Pdf::new)
    })
}

/// A document without its lock, where it opens no other way; none where it opens as it is. To take off a lock costs as
/// much as the document is long, so whoever opens one for each of its pages does it once and for all.
pub(super) fn unlocked(bytes: &[u8], password: &str) -> Result<Option<Vec<u8>>, Reason> {
    let ways = ways(password);
    if attempt(|| as_it_is(bytes, &ways)).is_some() {
        return Ok(None);
    }
    attempt(|| without_lock(bytes, &ways)).map(Some).ok_or(Reason::WrongPassword)
}

/// The ways to write a password: the one form that the same letters have, however a keyboard put them together (RFC
/// 4013), then as they were typed.
fn ways(password: &str) -> Vec<Cow<'_, str>> {
    let composed = stringprep::saslprep(password).unwrap_or(Cow::Borrowed(password));
    let typed = (composed != password).then_some(Cow::Borrowed(password));
    [Some(composed), typed].into_iter().flatten().collect()
}

/// What comes of opening a document with its lock on, unless that is what stands in the way.
fn as_it_is(bytes: &[u8], ways: &[Cow<'_, str>]) -> Option<Opened> {
    let mut opened = ways.iter().map(|way| Pdf::new_with_password(bytes.to_vec(), way));
    opened.find(|opened| !matches!(opened, Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))))
}

/// An older document without its lock, if one of the ways to write the password fits.
fn without_lock(bytes: &[u8], ways: &[Cow<'_, str>]) -> Option<Vec<u8>> {
    let mut document = locked(bytes)?;
    let lock = document.trailer.get(b"Encrypt").and_then(Object::as_reference).ok()?;
    let readers = ways.iter().flat_map(|way| as_bytes(&document, way)).find_map(|password| {
        let of_owner = readers_password(&document, &password);
        let tried = [Some(password), of_owner].into_iter().flatten();
        tried.into_iter().find(|password| document.authenticate_raw_user_password(password).is_ok())
    })?;
    let state = EncryptionState::decode(&document, readers).ok()?;
    for (id, object) in document.objects.iter_mut().filter(|(id, _)| **id != lock) {
        // What cannot be opened is a damaged part of a document whose other parts are sound.
        decrypt_object(&state, *id, object).ok();
    }
    unfold(&mut document);
    document.trailer.remove(b"Encrypt");
    document.objects.remove(&lock);
    let mut open = Vec::new();
    document.save_to(&mut open).ok()?;
    Some(open)
}

/// What the library must not know by its name while it reads a document that is still locked: it would open the lock,
/// and with the wrong bytes, or drop what it cannot unfold. The other names are as long.
const NAMES: &[(&[u8], &[u8])] = &[(b"/Encrypt", b"/Encrypx"), (b"/ObjStm", STREAM_OF_OBJECTS)];

const STREAM_OF_OBJECTS: &[u8] = b"/ObjStx";

/// The document as it lies in its file.
fn locked(bytes: &[u8]) -> Option<Document> {
    let mut hidden = bytes.to_vec();
    for at in bytes.iter().enumerate().filter_map(|(at, byte)| (*byte == b'/').then_some(at)) {
        let known = NAMES.iter().find(|(name, _)| {
            let after = bytes.get(at + name.len());
            bytes[at..].starts_with(name) && !after.is_some_and(u8::is_ascii_alphanumeric)
        });
        if let Some((_, other)) = known {
            hidden[at..at + other.len()].copy_from_slice(other);
        }
    }
    let options = LoadOptions { max_decompressed_size: Some(UNFOLDED), ..LoadOptions::default() };
    let mut document = Document::load_mem_with_options(&hidden, options).ok()?;
    let lock = document.trailer.remove(b"Encrypx")?;
    let lock = if lock.as_reference().is_ok() { lock } else { Object::Reference(document.add_object(lock)) };
    let id = lock.as_reference().ok()?;
    document.trailer.set("Encrypt", lock);
    // The key of such a lock is as long whether it says so or not (ISO 32000-2, table 20); the library asks.
    let lock = document.get_object_mut(id).and_then(Object::as_dict_mut).ok()?;
    if lock.get(b"V").and_then(Object::as_i64).is_ok_and(|version| version == 4) {
        lock.set("Length", 128);
    }
    Some(document)
}

/// The bytes that a password may be in an older document.
fn as_bytes(document: &Document, password: &str) -> Vec<Vec<u8>> {
    let in_pdf = PasswordAlgorithm::try_from(document).and_then(|lock| Ok(lock.sanitize_password(password)?));
    // Letters that are not in PDFDocEncoding are left out there, and what is left is another password.
    let in_pdf = in_pdf.ok().filter(|bytes| bytes.len() == password.chars().count());
    in_pdf.into_iter().chain([password.as_bytes().to_vec()]).collect()
}

/// What fills a password up to the length that each has.
const FILLING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E,
    0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// The password of readers that lies in the document under that of its owner (ISO 32000-2, algorithm 7).
fn readers_password(document: &Document, owners: &[u8]) -> Option<Vec<u8>> {
    let lock = document.get_encrypted().ok()?;
    let number = |name: &[u8]| lock.get(name).and_then(Object::as_i64).ok();
    let filled: Vec<u8> = owners.iter().chain(&FILLING).copied().take(FILLING.len()).collect();
    let mut hash = Md5::digest(filled);
    let old = number(b"R")? == 2;
    let length = if old { 5 } else { usize::try_from(number(b"Length").unwrap_or(40) / 8).ok()? };
    if !old {
        (0..50).for_each(|_| hash = Md5::digest(hash));
    }
    let key = hash.get(..length)?;
    let sealed = lock.get(b"O").and_then(Object::as_str).ok()?.to_vec();
    let rounds = if old { 0..=0 } else { 0..=19_u8 };
    rounds.rev().try_fold(sealed, |sealed, round| {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        Rc4CryptFilter.decrypt(&key, &sealed).ok()
    })
}

/// The most that one stream of objects unfolds into.
const UNFOLDED: usize = 256 * 1024 * 1024;

/// Takes out the objects that lie in streams, which could not be read while these were locked.
fn unfold(document: &mut Document) {
    let mut found: Vec<(ObjectId, Object)> = Vec::new();
    for (container, object) in &mut document.objects {
        let Ok(stream) = object.as_stream_mut() else { continue };
        if !stream.dict.has_type(&STREAM_OF_OBJECTS[1..]) {
            continue;
        }
        let Ok(unfolded) = ObjectStream::new_with_limit(stream, Some(UNFOLDED)) else { continue };
        // An older version of an object may lie in another stream.
        let is_here = |id: &ObjectId| match document.reference_table.get(id.0) {
            Some(XrefEntry::Compressed { container: named, .. }) => *named == container.0,
            _ => false,
        };
        found.extend(unfolded.objects.into_iter().filter(|(id, _)| is_here(id)));
    }
    document.objects.extend(found);
}
