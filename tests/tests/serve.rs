//! The development server: this machine only, with the window's content policy, and not in release builds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::cli::{done, program};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

struct Server {
    process: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    fn start(words: &[&str]) -> Self {
        let mut process = Command::new(program())
            .args(["serve", "--port", "0"])
            .args(words)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let address = said.trim().rsplit('/').next().unwrap().to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{said}");
        Self { process, address }
    }

    fn open(&self, request: &str) -> TcpStream {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        connection
    }

    /// The whole answer to a request, head and body.
    fn ask(&self, first_line: &str, head: &str, body: &str) -> String {
        let length = body.len();
        let mut connection = self.open(&format!(
            "{first_line} HTTP/1.1\r\n{head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        ));
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, path: &str, head: &str) -> String {
        self.ask(&format!("GET {path}"), head, "")
    }

    fn call(&self, command: &str, args: &Value) -> (String, Value) {
        let body = json!({ "command": command, "args": args }).to_string();
        let answer = self.ask("POST /call", &format!("Host: {}", self.address), &body);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head[9..12].to_owned(), serde_json::from_str(body).unwrap())
    }
}

#[test]
fn the_window_in_a_browser_has_the_same_commands_and_the_same_policy() {
    if !done(["--help"]).contains("serve") {
        println!("left out: a release build serves nothing");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("index.html");
    std::fs::File::create(&page).unwrap().write_all(b"<!doctype html><title>Pages</title>").unwrap();
    let dossier = folder.path().join("talks.standpoint");
    let dossier = dossier.to_str().unwrap();
    done(["new", dossier, "--title", "Talks"]);
    let server = Server::start(&[dossier, "--pages", folder.path().to_str().unwrap()]);
    let ours = format!("Host: {}", server.address);

    let page = server.get("/", &ours);
    assert!(page.contains("content-type: text/html"), "{page}");
    assert!(page.contains("content-security-policy: ") && page.contains("default-src 'none'"), "{page}");
    assert!(page.ends_with("<title>Pages</title>"));
    for (path, head, status) in [
        ("/", "Host: example.org", "403"),
        ("/", "X-Host: 127.0.0.1", "403"),
        ("/", &format!("{ours}\r\nOrigin: https://example.org"), "403"),
        ("/../talks.standpoint", &ours, "404"),
        ("/missing.js", &ours, "404"),
    ] {
        assert_eq!(&server.get(path, head)[9..12], status, "{path} {head}");
    }

    let mut events = BufReader::new(server.open(&format!("GET /events HTTP/1.1\r\n{ours}\r\n\r\n"))).lines();
    assert!(events.by_ref().any(|line| line.unwrap().starts_with("retry:")));
    let facts = json!({ "facts": { "title": "Support", "question": "" } });
    let (status, issue) = server.call("issue_create", &facts);
    assert_eq!((status.as_str(), &issue["title"]), ("200", &json!("Support")));
    let changed = events.map(Result::unwrap).find(|line| line.starts_with("data: ")).unwrap();
    let changed: Value = serde_json::from_str(&changed["data: ".len()..]).unwrap();
    assert_eq!((&changed["op"], &changed["ids"][0]), (&json!("create_issue"), &issue["id"]));

    let (status, error) = server.call("fly", &json!({}));
    assert_eq!((status.as_str(), &error["code"]), ("422", &json!("bad_request")));
}
