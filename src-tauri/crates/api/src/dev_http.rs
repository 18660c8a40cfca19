//! The same commands over HTTP, so that the window can be developed and tested in an ordinary browser.
//!
//! It exists in debug builds only and answers this machine only: whoever can reach it can read and write every
//! file the user can. The pages are served with the content policy of the real window, so that a test in a browser
//! meets what the window would refuse.

use crate::commands::Answer;
use crate::error::WireError;
use crate::session::{Changed, Session};
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::stream::{self, Stream, StreamExt};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc::{self, UnboundedSender};
use tokio::task::spawn_blocking;

/// How soon a listener that lost its connection asks again.
const RETRY: Duration = Duration::from_millis(500);

/// Serves the commands and the built pages in `pages` on this machine until the program ends. Port 0 takes any free
/// one; `ready` is told which.
///
/// # Errors
/// If the port is taken or may not be used.
pub fn serve(session: &Session, port: u16, pages: &Path, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
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
    let routes = axum::Router::new()
        .route("/call", post(call))
        .route("/events", get(events))
        .fallback(get(page))
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(only_this_machine))
        .with_state(site);
    // Commands block, and run on threads of their own; what is left to do here needs one.
    tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        ready(listener.local_addr()?);
        axum::serve(listener, routes).await
    })
}

struct Site {
    session: Session,
    pages: PathBuf,
    policy: String,
    listening: Mutex<Vec<UnboundedSender<String>>>,
}

#[derive(Deserialize)]
struct Call {
    command: String,
    #[serde(default)]
    args: Value,
}

async fn call(State(site): State<Arc<Site>>, body: Bytes) -> Response {
    let outcome = spawn_blocking(move || {
        serde_json::from_slice(&body)
            .map_err(|error| WireError::bad_request(format!("The request cannot be read: {error}.")))
            .and_then(|call: Call| site.session.answer(&call.command, call.args))
    });
    match outcome.await {
        Ok(Ok(Answer::Json(json))) => written(StatusCode::OK, json.into_bytes()),
        Ok(Ok(Answer::Bytes(bytes))) => {
            ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response()
        }
        Ok(Err(error)) => json(StatusCode::UNPROCESSABLE_ENTITY, &error),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Server-sent events: `changed`, with a [`Changed`] as data.
async fn events(State(site): State<Arc<Site>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let (sender, events) = mpsc::unbounded_channel();
    site.listening.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
    let told = stream::unfold(events, |mut events| async move {
        let changed = events.recv().await?;
        Some((Ok(Event::default().event("changed").data(changed)), events))
    });
    // Said at once, so that the listener knows that it is heard.
    let greeting = stream::iter([Ok(Event::default().retry(RETRY))]);
    Sse::new(greeting.chain(told)).keep_alive(KeepAlive::default())
}

async fn page(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let path = uri.path();
    let found = below(path).and_then(|path| std::fs::read(site.pages.join(path)).ok());
    let Some(bytes) = found else { return (StatusCode::NOT_FOUND, "There is no such page.").into_response() };
    let headers = [
        (header::CONTENT_TYPE, content_type(path)),
        (header::CONTENT_SECURITY_POLICY, site.policy.as_str()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, bytes).into_response()
}

impl Site {
    fn announce(&self, changed: &Changed) {
        let Ok(line) = serde_json::to_string(changed) else { return };
        self.listening
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|listener| listener.send(line.clone()).is_ok());
    }
}

async fn only_this_machine(request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !is_ours(headers, header::HOST, true) || !is_ours(headers, header::ORIGIN, false) {
        return (StatusCode::FORBIDDEN, "This machine only.").into_response();
    }
    next.run(request).await
}

/// Whether the header names this machine. A page from elsewhere that had its own name point here would name itself.
fn is_ours(headers: &HeaderMap, field: HeaderName, required: bool) -> bool {
    let found = headers.get(field).map(|value| value.to_str().unwrap_or_default());
    found.map_or(!required, is_loopback)
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
        "bcmap" | "icc" | "pfb" | "ttf" => "application/octet-stream",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "text/html; charset=utf-8",
    }
}

fn json(status: StatusCode, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(bytes) => written(status, bytes),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// An answer that is JSON already.
fn written(status: StatusCode, json: Vec<u8>) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], json).into_response()
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
