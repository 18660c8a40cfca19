//! Whether there is a screen to open a window on, asked before Tauri would panic over it.

/// Says in one sentence what is missing when no window can be opened.
#[cfg(target_os = "linux")]
pub(crate) fn check() -> Result<(), String> {
    gtk::init().map_err(|_| {
        "there is no display to open a window on; `standpoint-cli` does the same work without one.".to_owned()
    })
}

/// Windows and macOS always have a window server for a signed-in user.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "the same signature as on Linux, where it can fail")]
pub(crate) fn check() -> Result<(), String> {
    Ok(())
}
