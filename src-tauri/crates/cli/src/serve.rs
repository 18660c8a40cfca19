//! `serve`: the window in a browser on this machine, for development and tests. Not in release builds.

use crate::arguments::EdgeOptions;
use crate::ending::Ending;
use crate::print;
use crate::program::{Program, text};
use serde_json::json;
use standpoint_api::dev_http;
use std::path::{Path, PathBuf};
use std::process;

/// Where the window's own development server looks for the commands.
const PORT: u16 = 4870;

/// The built pages, as they lie in the project.
const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/dist");

#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    pub(crate) dossier: Option<PathBuf>,
    pub(crate) port: Option<u16>,
    pub(crate) pages: Option<PathBuf>,
    pub(crate) settings: Option<PathBuf>,
}

pub(crate) fn run(edge: EdgeOptions, options: Options) -> Result<(), Ending> {
    let program = Program::start(edge, options.settings)?;
    if let Some(dossier) = options.dossier {
        program.call("dossier_open", json!({ "path": text(&dossier)? }))?;
    }
    // Nothing ever finishes here, so a request to end is met at once, with the dossier closed.
    let session = program.session.clone();
    program.interrupt.on_asked(move || {
        let _ = session.call("dossier_close", json!({}));
        process::exit(0);
    });
    let pages = options.pages.unwrap_or_else(|| Path::new(PAGES).to_owned());
    let port = options.port.unwrap_or(PORT);
    dev_http::serve(&program.session, port, &pages, |address| {
        // A reader that is gone is no reason not to serve.
        let _ = print::lines([format!("Serving on http://{address}")]);
    })
    .map_err(|error| {
        Ending::refused(format!("Port {port} cannot be used: {error}. Choose another with --port."))
    })
}
