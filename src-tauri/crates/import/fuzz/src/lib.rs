//! What every fuzz target does: bytes are read under a format's name, as the worker reads them.
//!
//! A panic that the reader itself catches over a library's fault is no finding. One of our own code is, caught or not,
//! and so is what ends the process, hangs it or fills its memory, an answer that the program would not take, and a
//! refusal without its sentence.

use std::io::{Cursor, Write};
use std::panic::{self, PanicHookInfo, UnwindSafe};
use std::path::Path;
use std::process;
use std::sync::{Mutex, Once, PoisonError};

use standpoint_import::{Extracted, Input, Refusal, draw, read_as_text, read_marked};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Reads bytes as a document of that name, and as the plain text that it may be taken for.
pub fn read(name: &str, bytes: &[u8]) {
    let input = Input { name, media_hint: None, bytes };
    heard(|| standpoint_import::read(&input).map(sound));
    heard(|| read_as_text(&input).map(sound));
}

/// As [`read`], of an archive: one that is found, or one that is made of what stands here as the parts of a document,
/// since nothing that is squeezed and summed up survives a change to its bytes.
///
/// Parts are parted by a form feed, and each begins with its name on a line of its own.
pub fn read_packed(name: &str, bytes: &[u8]) {
    if bytes.starts_with(b"PK") { read(name, bytes) } else { read(name, &packed(bytes)) }
}

/// Reads a Word document as one that comes back with its marks.
pub fn read_with_marks(name: &str, bytes: &[u8]) {
    let packed = if bytes.starts_with(b"PK") { bytes.to_vec() } else { packed(bytes) };
    heard(|| read_marked(&Input { name, media_hint: None, bytes: &packed }));
}

/// Draws the first page, as it is drawn to have its words recognised.
pub fn draw_first(name: &str, bytes: &[u8]) {
    heard(|| draw(&Input { name, media_hint: None, bytes }, None, 1));
}

fn sound(extracted: Extracted) {
    assert!(extracted.is_sound(), "blocks or pages lie outside of the text");
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for part in bytes.split(|byte| *byte == b'\x0c') {
        let end = part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len());
        let (name, content) = part.split_at(end);
        // A name that stands there twice is left out.
        if zip.start_file(String::from_utf8_lossy(name), stored).is_ok() {
            zip.write_all(content.get(1..).unwrap_or_default()).expect("memory");
        }
    }
    zip.finish().expect("memory").into_inner()
}

/// What a library panicked with, which is told only if nothing caught it.
static LAST: Mutex<String> = Mutex::new(String::new());

fn heard<T>(work: impl FnOnce() -> Result<T, Refusal> + UnwindSafe) {
    static HOOK: Once = Once::new();
    // The fuzzer's own hook ends the process at every panic, also at one that is caught.
    HOOK.call_once(|| panic::set_hook(Box::new(hear)));
    match panic::catch_unwind(work) {
        Ok(Ok(_)) => {}
        Ok(Err(refusal)) => {
            assert!(refusal.message().ends_with('.') && refusal.hint().ends_with('.'), "{refusal}");
        }
        Err(_) => {
            eprintln!("{}", LAST.lock().unwrap_or_else(PoisonError::into_inner));
            process::abort();
        }
    }
}

fn hear(panic: &PanicHookInfo<'_>) {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let here = panic.location().zip(ours).is_some_and(|(at, ours)| Path::new(at.file()).starts_with(ours));
    // This crate itself is named from where it is built.
    if here || panic.location().is_some_and(|at| at.file() == file!()) {
        eprintln!("{panic}");
        process::abort();
    }
    *LAST.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
}
