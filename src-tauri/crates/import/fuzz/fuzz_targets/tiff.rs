//! Pictures of pages as TIFF, read and drawn to have their words recognised.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    standpoint_import_fuzz::read("a.tiff", bytes);
    standpoint_import_fuzz::draw_first("a.tiff", bytes);
});
