//! The window: made once, kept on its own pages, told of every change.

use std::path::{Path, PathBuf};

use serde_json::json;
use standpoint_api::{Edge, Session, Setup};
use tauri::{
    App, AppHandle, Builder, Emitter, Manager, RunEvent, Url, WebviewWindowBuilder, Wry,
    webview::NewWindowResponse,
};

use crate::{commands, menu, opened, opened::Opened, test_hooks};

/// Runs the program until its window is closed; the error is a sentence for standard error.
pub(crate) fn run(dossier: Option<PathBuf>) -> Result<(), String> {
    let folder = std::env::current_dir().unwrap_or_default();
    let app = with_plugins(tauri::Builder::default())
        .manage(Opened::new(dossier, &folder))
        .invoke_handler(tauri::generate_handler![commands::invoke])
        .enable_macos_default_menu(false)
        .build(tauri::generate_context!())
        .map_err(|error| format!("the window could not be prepared: {error}"))?;
    start(&app).map_err(|error| format!("the window could not be opened: {error}"))?;
    match app.run_return(react) {
        0 => Ok(()),
        code => Err(format!("the window ended with code {code}")),
    }
}

fn with_plugins(builder: Builder<Wry>) -> Builder<Wry> {
    let builder = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build());
    if test_hooks::answers_dialogs() {
        // Tests run side by side, each in a program of its own.
        return builder;
    }
    builder.plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
        second_start(app, &arguments, Path::new(&folder));
    }))
}

/// Everything that needs the built program: the session, its events, the window.
fn start(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    let session = Session::new(Setup {
        program: std::env::current_exe()?,
        config_folder: app.path().app_config_dir().ok(),
        edge: Edge::real(),
    });
    app.state::<Opened>().open_at_once(&session);
    let handle = app.handle().clone();
    session.on_changed(move |changed| {
        // A window that is just closing cannot hear it, and needs not.
        drop(handle.emit("changed", changed));
    });
    app.manage(session);
    menu::put_up(app.handle())?;
    let config = app.config().app.windows.first().ok_or("no window is configured")?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_document_title_changed(|window, title| {
            // WebKit reports no title for a moment when it is asked to go somewhere and may not.
            if !title.is_empty() {
                drop(window.set_title(&title));
            }
        })
        .build()?;
    Ok(())
}

/// Called on the window's thread for each event of the program's life.
#[expect(clippy::needless_pass_by_value, reason = "the event loop hands events over by value")]
fn react(app: &AppHandle, event: RunEvent) {
    match event {
        // The program leaves without dropping what it holds: the dossier must be let go by hand.
        RunEvent::Exit => drop(app.state::<Session>().call("dossier_close", json!({}))),
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            for path in urls.iter().filter_map(|url| url.to_file_path().ok()) {
                opened::arrive(app, &path);
            }
        }
        _ => {}
    }
}

/// A second start brings the first window to the front, and its dossier into it.
fn second_start(app: &AppHandle, arguments: &[String], folder: &Path) {
    if let Some(path) = arguments.get(1) {
        opened::arrive(app, &folder.join(path));
    }
    if let Some(window) = app.get_webview_window("main") {
        // Where the desktop does not let a program come forward by itself, it stays where it is.
        drop(window.unminimize().and_then(|()| window.set_focus()));
    }
}

/// Whether the address is one of the program's own pages. Everything else, the window refuses to go to:
/// the content security policy does not cover navigation, and the program opens no connection.
fn is_own_page(url: &Url) -> bool {
    matches!((url.scheme(), url.host_str()), ("tauri", Some("localhost")) | ("http", Some("tauri.localhost")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expect: bool) {
        assert_eq!(Url::parse(url).map(|url| is_own_page(&url)), Ok(expect));
    }

    #[test]
    fn the_window_stays_on_its_own_pages() {
        check("tauri://localhost/", true);
        check("http://tauri.localhost/index.html", true);
        check("https://example.org/", false);
        check("http://localhost:5173/", false);
        check("tauri://example.org/", false);
        check("file:///etc/passwd", false);
        check("data:text/html,x", false);
    }
}
