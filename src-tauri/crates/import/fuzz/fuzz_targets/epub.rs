//! Books.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| standpoint_import_fuzz::read_packed("a.epub", bytes));
