//! As much of the `WebDriver` protocol (W3C, level 2) as these tests speak: JSON over one HTTP request each.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpStream},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// How long a test waits for something to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// A session with a running program.
pub(crate) struct Driver {
    port: u16,
    session: String,
}

impl Driver {
    /// Starts `binary` through the driver that listens on `port`.
    pub(crate) fn start(port: u16, binary: &str, arguments: &[&str]) -> Result<Self, String> {
        let options = json!({ "binary": binary, "args": arguments });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let given = ask(port, "POST", "/session", &wanted)?;
        let session = given["sessionId"].as_str().ok_or("the driver gave no session")?.to_owned();
        Ok(Self { port, session })
    }

    /// Ends the program.
    pub(crate) fn end(&self) {
        self.ask("DELETE", "", &Value::Null).unwrap();
    }

    /// The value that the JavaScript `body` returns, promises included.
    #[track_caller]
    pub(crate) fn script(&self, body: &str) -> Value {
        let script = format!("return (async () => {{ {body} }})()");
        self.ask("POST", "/execute/sync", &json!({ "script": script, "args": [] })).unwrap()
    }

    /// Asks again and again until there is an answer; `what` is named when none comes.
    #[track_caller]
    pub(crate) fn wait<T>(&self, what: &str, mut question: impl FnMut() -> Option<T>) -> T {
        let started = Instant::now();
        loop {
            if let Some(answer) = question() {
                return answer;
            }
            assert!(started.elapsed() < PATIENCE, "{what} never came; the page says:\n{}", self.text());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Performs actions of the pointer or of the keys, in order.
    #[track_caller]
    pub(crate) fn act(&self, input: &Value) {
        self.ask("POST", "/actions", &json!({ "actions": [input] })).unwrap();
    }

    /// Waits until the window has drawn what a change brought.
    pub(crate) fn settle(&self) {
        self.script("await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 150))");
    }

    /// Everything one can read on the page.
    fn text(&self) -> String {
        self.script("return document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        ask(self.port, method, &format!("/session/{}{path}", self.session), body)
    }
}

/// One request and its value, or the error's message.
fn ask(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let body = if method == "POST" { body.to_string() } else { String::new() };
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| error.to_string())?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .map_err(|error| error.to_string())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(|error| error.to_string())?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("the driver's answer has no body")?;
    let value = serde_json::from_str::<Value>(body).map_err(|error| error.to_string())?["value"].take();
    if head.contains(" 200 ") { Ok(value) } else { Err(value["message"].to_string()) }
}
