//! What every fuzz target does: bytes are read under a format's name, as the worker reads them.
//!
//! A panic that the reader itself catches is no finding; what ends the process, hangs it or fills its memory is, and
//! so is an answer that the program would not take or a refusal without its sentence.

use std::sync::Once;

use standpoint_import::{Input, read_as_text};

/// Reads bytes as a document of that name, and as the plain text that it may be taken for.
pub fn read(name: &str, bytes: &[u8]) {
    static QUIET: Once = Once::new();
    // The fuzzer's own hook ends the process at every panic, also at one that is caught.
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));

    let input = Input { name, media_hint: None, bytes };
    for outcome in [standpoint_import::read(&input), read_as_text(&input)] {
        match outcome {
            Ok(extracted) => assert!(extracted.is_sound(), "blocks or pages lie outside of the text"),
            Err(refusal) => {
                assert!(refusal.message().ends_with('.') && refusal.hint().ends_with('.'), "{refusal}");
            }
        }
    }
}
