//! PDF documents whose pages are drawn to have their words recognised.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| standpoint_import_fuzz::draw_first("a.pdf", bytes));
