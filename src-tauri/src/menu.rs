//! The menu bar, on macOS only: elsewhere the window's own controls are the menu.
//!
//! macOS routes the clipboard and window keys through the menu, so it must name them. Undo and redo are left
//! out: the predefined items would undo typing only, where the window undoes whole steps.

use tauri::{
    AppHandle, Runtime,
    menu::{AboutMetadata, Menu, PredefinedMenuItem, Submenu, WINDOW_SUBMENU_ID},
};

/// Puts the menu bar up where the platform has one.
pub(crate) fn put_up<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    if cfg!(target_os = "macos") {
        app.set_menu(build(app)?)?;
    }
    Ok(())
}

fn build<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let about = AboutMetadata {
        name: Some("Standpoint".to_owned()),
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        copyright: app.config().bundle.copyright.clone(),
        ..AboutMetadata::default()
    };
    Menu::with_items(
        app,
        &[
            &Submenu::with_items(
                app,
                "Standpoint",
                true,
                &[
                    &PredefinedMenuItem::about(app, None, Some(about))?,
                    &PredefinedMenuItem::separator(app)?,
                    &PredefinedMenuItem::hide(app, None)?,
                    &PredefinedMenuItem::hide_others(app, None)?,
                    &PredefinedMenuItem::separator(app)?,
                    &PredefinedMenuItem::quit(app, None)?,
                ],
            )?,
            &Submenu::with_items(
                app,
                "Edit",
                true,
                &[
                    &PredefinedMenuItem::cut(app, None)?,
                    &PredefinedMenuItem::copy(app, None)?,
                    &PredefinedMenuItem::paste(app, None)?,
                    &PredefinedMenuItem::select_all(app, None)?,
                ],
            )?,
            &Submenu::with_id_and_items(
                app,
                WINDOW_SUBMENU_ID,
                "Window",
                true,
                &[
                    &PredefinedMenuItem::minimize(app, None)?,
                    &PredefinedMenuItem::fullscreen(app, None)?,
                    &PredefinedMenuItem::close_window(app, None)?,
                ],
            )?,
        ],
    )
}
