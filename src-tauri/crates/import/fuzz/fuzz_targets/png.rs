//! Pictures of pages as PNG, read and drawn to have their words recognised.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    standpoint_import_fuzz::read("a.png", bytes);
    standpoint_import_fuzz::draw_first("a.png", bytes);
});
