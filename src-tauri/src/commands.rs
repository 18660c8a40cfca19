//! The one command the page may call.
//!
//! A single door keeps the capability list at one line and makes the command list of `standpoint-api` the only
//! one there is. What needs the desktop itself (dialogs, links, the file given at the start) is answered here.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use standpoint_api::{Answer, Code, Session, WireError};
use tauri::{AppHandle, Manager, Runtime, async_runtime, ipc::Response};

use crate::{dialogs, links, opened::Opened, test_hooks};

/// Runs `command` away from the window's thread, so that the window stays alive however long it takes.
#[tauri::command]
pub(crate) async fn invoke<R: Runtime>(
    app: AppHandle<R>,
    command: String,
    args: Value,
) -> Result<Response, WireError> {
    async_runtime::spawn_blocking(move || route(&app, &command, args))
        .await
        .unwrap_or_else(|_| Err(broke_off()))
        .map(|answer| match answer {
            Answer::Json(json) => Response::new(json),
            Answer::Bytes(bytes) => Response::new(bytes),
        })
}

fn route<R: Runtime>(app: &AppHandle<R>, command: &str, args: Value) -> Result<Answer, WireError> {
    let value = match command {
        "dialog_open_files" => Ok(json!(dialogs::open_files(app, read(args)?))),
        "dialog_open_folders" => Ok(json!(dialogs::open_folders(app, read(args)?))),
        "dialog_open_dossier" => Ok(json!(dialogs::open_dossier(app, read(args)?))),
        "dialog_new_dossier" => Ok(json!(dialogs::new_dossier(app, read(args)?))),
        "dialog_save" => Ok(json!(dialogs::save(app, read(args)?))),
        "open_link" => links::open(&read::<links::Link>(args)?).map(|()| Value::Null),
        "shell_opened" => Ok(json!(app.state::<Opened>().ask())),
        "shell_ready" => {
            test_hooks::ready();
            Ok(Value::Null)
        }
        _ => return app.state::<Session>().answer(command, args),
    };
    value.map(|value| Answer::Json(value.to_string()))
}

fn read<T: DeserializeOwned>(args: Value) -> Result<T, WireError> {
    serde_json::from_value(args)
        .map_err(|error| no(Code::BadRequest, format!("The request cannot be read: {error}."), ""))
}

/// An answer of the shell's own that says no.
pub(crate) fn no(code: Code, message: String, hint: &str) -> WireError {
    WireError { code, message, hint: hint.to_owned() }
}

fn broke_off() -> WireError {
    let message = "Standpoint met a fault of its own and broke this off. Everything recorded before is kept.";
    no(
        Code::Unexpected,
        message.to_owned(),
        "Try it again; if it happens again, close the program and open it anew.",
    )
}
