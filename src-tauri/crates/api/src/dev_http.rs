//! The same commands over HTTP, so that the window can be developed and tested in an ordinary browser.
//!
//! It exists in debug builds only and answers this machine only: whoever can reach it can read and write every
//! file the user can. The pages are served with the content policy of the real window, so that a test in a browser
//! meets what the window would refuse.

use crate::error::WireError;
use crate::session::{Changed, Session};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};

/// A connection that has nothing to say says so this often, so that a closed one is noticed.
const PULSE: Duration = Duration::from_secs(10);

/// Serves the commands and the built pages in `pages` on this machine until the program ends. Port 0 takes any free
/// one; `ready` is told which.
///
/// # Errors
/// If the port is taken or may not be used.
pub fn serve(session: &Session, port: u16, pages: &Path, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let server = Server::http((Ipv4Addr::LOCALHOST, port)).map_err(io::Error::other)?;
    let site = Arc::new(Site {
        session: session.clone(),
        pages: pages.to_owned(),
        policy: policy(),
        listening: Mutex::default(),
    });
    let hearing = Arc::downgrade(&site);
    session.on_changed(move |changed| {
        if let Some(site) = hearing.upgrade() {
            site.announce(changed);
        }
    });
    if let Some(address) = server.server_addr().to_ip() {
        ready(address);
    }
    loop {
        let request = server.recv()?;
        let site = Arc::clone(&site);
        // A caller that went away needs no answer.
        thread::spawn(move || site.answer(request).ok());
    }
}

struct Site {
    session: Session,
    pages: PathBuf,
    policy: String,
    listening: Mutex<Vec<Sender<String>>>,
}

#[derive(Deserialize)]
struct Call {
    command: String,
    #[serde(default)]
    args: Value,
}

impl Site {
    fn answer(&self, request: Request) -> io::Result<()> {
        if !is_ours(&request, "Host", true) || !is_ours(&request, "Origin", false) {
            return request.respond(Response::from_string("This machine only.").with_status_code(403));
        }
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        match (request.method(), path.as_str()) {
            (Method::Post, "/call") => self.call(request),
            (Method::Get, "/events") => self.events(request),
            (Method::Get, path) => self.page(path, request),
            _ => request.respond(Response::empty(405)),
        }
    }

    fn call(&self, mut request: Request) -> io::Result<()> {
        let outcome = serde_json::from_reader(request.as_reader())
            .map_err(|error| WireError::bad_request(format!("The request cannot be read: {error}.")))
            .and_then(|call: Call| self.session.call(&call.command, call.args));
        match outcome {
            Ok(value) => request.respond(json(&value)?),
            Err(error) => request.respond(json(&error)?.with_status_code(422)),
        }
    }

    /// Server-sent events: `changed`, with a [`Changed`] as data.
    fn events(&self, request: Request) -> io::Result<()> {
        let (sender, events) = mpsc::channel();
        self.listening.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        // Written by hand: a response of the library's own waits for its buffer to fill.
        let mut to = request.into_writer();
        to.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
              Connection: close\r\n\r\nretry: 500\n\n",
        )?;
        to.flush()?;
        loop {
            match events.recv_timeout(PULSE) {
                Ok(changed) => write!(to, "event: changed\ndata: {changed}\n\n")?,
                Err(RecvTimeoutError::Timeout) => to.write_all(b":\n\n")?,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
            to.flush()?;
        }
    }

    fn announce(&self, changed: &Changed) {
        let Ok(line) = serde_json::to_string(changed) else { return };
        self.listening
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|listener| listener.send(line.clone()).is_ok());
    }

    fn page(&self, path: &str, request: Request) -> io::Result<()> {
        let found = below(path).and_then(|path| std::fs::read(self.pages.join(path)).ok());
        match found {
            Some(bytes) => request.respond(
                Response::from_data(bytes)
                    .with_header(header("Content-Type", content_type(path)))
                    .with_header(header("Content-Security-Policy", &self.policy))
                    .with_header(header("X-Content-Type-Options", "nosniff"))
                    .with_header(header("Cache-Control", "no-store")),
            ),
            None => request.respond(Response::from_string("There is no such page.").with_status_code(404)),
        }
    }
}

/// Whether the header names this machine. A page from elsewhere that had its own name point here would name itself.
fn is_ours(request: &Request, field: &'static str, required: bool) -> bool {
    let found = request.headers().iter().find(|header| header.field.equiv(field));
    found.map_or(!required, |header| is_loopback(header.value.as_str()))
}

fn is_loopback(authority: &str) -> bool {
    let authority = authority.strip_prefix("http://").unwrap_or(authority);
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The file a path names, relative to the pages; `None` if it leads out of them.
fn below(path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/').filter(|path| !path.is_empty()).unwrap_or("index.html");
    let path = PathBuf::from(path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "text/html; charset=utf-8",
    }
}

fn json(value: &impl Serialize) -> io::Result<Response<io::Cursor<Vec<u8>>>> {
    let bytes = serde_json::to_vec(value)?;
    Ok(Response::from_data(bytes).with_header(header("Content-Type", "application/json")))
}

#[expect(clippy::expect_used, reason = "every header is a constant of ours or the window's own policy")]
fn header(field: &str, value: &str) -> Header {
    Header::from_bytes(field, value).expect("plain ASCII")
}

/// The window's content policy, from where the window has it.
fn policy() -> String {
    let window: Value = serde_json::from_str(include_str!("../../../tauri.conf.json")).unwrap_or_default();
    let directives = window["app"]["security"]["csp"].as_object().into_iter().flatten();
    let written: Vec<String> =
        directives.map(|(name, value)| format!("{name} {}", value.as_str().unwrap_or("'none'"))).collect();
    written.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_answered() {
        let check = |authority: &str, expect: bool| assert_eq!(is_loopback(authority), expect, "{authority}");
        check("127.0.0.1:4870", true);
        check("localhost:4871", true);
        check("localhost", true);
        check("[::1]:80", true);
        check("http://127.0.0.1:4870", true);
        check("127.0.0.1.example.org", false);
        check("example.org:4870", false);
        check("192.168.0.4", false);
        check("https://example.org", false);
        check("null", false);
        check("", false);
    }

    #[test]
    fn paths_stay_below_the_pages() {
        let check = |path: &str, expect: Option<&str>| assert_eq!(below(path), expect.map(PathBuf::from));
        check("/", Some("index.html"));
        check("/assets/index.js", Some("assets/index.js"));
        check("/../secret", None);
        check("/assets/../../secret", None);
        check("//etc/passwd", None);
    }

    #[test]
    fn the_policy_is_the_windows() {
        let policy = policy();
        assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
    }
}
