//! The least a Tauri program can be: one window, one page, one call when the page is painted. `cargo xtask
//! bench` starts it beside the real program, to see what of the wait is our own.

use std::fs;

#[tauri::command]
fn invoke(command: &str) {
    if let (true, Some(path)) = (command == "shell_ready", std::env::var_os("STANDPOINT_TEST_READY")) {
        drop(fs::File::create(path));
    }
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![invoke])
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
