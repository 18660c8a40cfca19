//! Tells Tauri which commands the window may call.
fn main() { tauri_build::build() }
