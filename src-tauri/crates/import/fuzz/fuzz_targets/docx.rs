//! Word documents, also those that come back.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    standpoint_import_fuzz::read_packed("a.docx", bytes);
    standpoint_import_fuzz::read_with_marks("a.docx", bytes);
});
