//! Children that do what no worker should. Each is a copy of the test's binary and is told what to do by its name.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use std::{fs, thread};

use standpoint_import::worker;

/// A path to this binary under the name of a misbehaviour.
pub(crate) fn named(name: &str) -> PathBuf {
    fs::create_dir_all(folder()).expect("the target folder can be written");
    let program = folder().join(format!("as-{name}{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        let own = std::env::current_exe().expect("a test has a path");
        fs::hard_link(&own, &program).or_else(|_| fs::copy(&own, &program).map(|_| ())).expect("a copy");
    }
    program
}

/// Removes the copies.
pub(crate) fn forget() {
    // There are none if no test misbehaved.
    fs::remove_dir_all(folder()).ok();
}

/// Every process makes its own copies: one that replaced another's would find it busy.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("worker-{}", std::process::id()))
}

/// Misbehaves if this binary goes by such a name.
pub(crate) fn run_if_named() -> Option<ExitCode> {
    let program = PathBuf::from(std::env::args_os().next()?);
    let name = program.file_stem()?.to_str()?.strip_prefix("as-")?.to_owned();
    if name != "never-read" {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        assert_eq!(arguments.first().map(String::as_str), Some(worker::FLAG));
    }
    Some(misbehave(&name))
}

fn misbehave(name: &str) -> ExitCode {
    match name {
        "hang" => {
            drain();
            sleep();
        }
        "never-read" => sleep(),
        "answer-half" => {
            say(&frame(100, b"{\"read\":"));
            sleep();
        }
        "panic" => panic!("as asked"),
        "abort" => std::process::abort(),
        "overflow" => {
            descend(1);
        }
        "exit" => std::process::exit(7),
        "complain" => {
            let mut stderr = io::stderr().lock();
            (0..100_000).for_each(|_| stderr.write_all(b"It is not my fault!\n").unwrap_or_default());
        }
        "babble" => {
            drain();
            say(b"INFO  worker: hello, here is a log line\n");
        }
        "no-json" => {
            drain();
            say(&frame(9, b"\xff\0 {]}\x80\n!"));
        }
        "lie" => {
            drain();
            let answer = br#"{"read":{"media_type":"text/plain","text":"abc","blocks":[{"start":1,"end":9,"kind":"paragraph"}],"pages":[],"html":null,"meta":{},"warnings":[]}}"#;
            say(&frame(answer.len() as u64, answer));
        }
        "count" => count(u32::MAX),
        "count-to-one" => count(1),
        "claim" => {
            drain();
            say(&frame(u64::MAX, b"{}"));
        }
        "spin" => {
            let (_, cpu_seconds) = limits();
            worker::confine(u64::MAX, cpu_seconds);
            let mut number = 1_u64;
            loop {
                number = std::hint::black_box(number.wrapping_mul(3));
            }
        }
        "grow" => {
            worker::confine(256 * 1024 * 1024, 10);
            let mut hoard = Vec::new();
            loop {
                hoard.push(vec![1_u8; 1024 * 1024]);
            }
        }
        "open-unconfined" => return open(false),
        "open-confined" => return open(true),
        _ => panic!("no such misbehaviour: {name}"),
    }
    ExitCode::SUCCESS
}

/// Tries to open things, and does a worker's work only when it could open none of them.
fn open(confined: bool) -> ExitCode {
    let (address_space, cpu_seconds) = limits();
    if confined {
        worker::confine(address_space, cpu_seconds);
    }
    let made = std::env::temp_dir().join(format!("standpoint-made-{}", std::process::id()));
    let opened = [
        // This takes no descriptor, so that only the kernel's rules forbid it.
        cfg!(target_os = "linux") && fs::create_dir(&made).is_ok(),
        fs::File::open("/dev/null").is_ok(),
        fs::read_dir("/").is_ok(),
        std::net::UdpSocket::bind("127.0.0.1:0").is_ok(),
        std::process::Command::new("/bin/sh")
            .arg("-c")
            .arg("true")
            .status()
            .is_ok_and(|status| status.success()),
    ];
    fs::remove_dir(&made).ok();
    if opened.contains(&true) {
        ExitCode::FAILURE
    } else {
        worker::run_if_asked().unwrap_or(ExitCode::FAILURE)
    }
}

/// Answers each document with how many it was given, until it is given one too many or one that says so.
fn count(most: u32) {
    let mut stdin = io::stdin().lock();
    let mut number = 0;
    loop {
        let mut head = [0; 16];
        if stdin.read_exact(&mut head).is_err() {
            return;
        }
        let mut json = vec![0; usize::from(head[8]) + 256 * usize::from(head[9])];
        stdin.read_exact(&mut json).expect("a head");
        let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        let mut document = vec![0; json["length"].as_u64().expect("a length") as usize];
        stdin.read_exact(&mut document).expect("a document");
        number += 1;
        if number > most || document == b"crash" {
            std::process::abort();
        }
        let answer = format!(
            r#"{{"read":{{"media_type":"text/plain","text":"{number}","blocks":[],"pages":[],"html":null,"meta":{{}},"warnings":[]}}}}"#
        );
        say(&frame(answer.len() as u64, answer.as_bytes()));
    }
}

fn limits() -> (u64, u64) {
    let mut numbers = std::env::args().skip(2).map(|argument| argument.parse().expect("a number"));
    (numbers.next().expect("a limit on memory"), numbers.next().expect("a limit on time"))
}

fn frame(length: u64, json: &[u8]) -> Vec<u8> {
    [b"stpoint1", length.to_le_bytes().as_slice(), json].concat()
}

fn drain() {
    io::stdin().lock().read_to_end(&mut Vec::new()).expect("a pipe");
}

fn say(bytes: &[u8]) {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes).and_then(|()| stdout.flush()).expect("a pipe");
}

fn sleep() {
    thread::sleep(Duration::from_mins(10));
}

/// Runs out of stack.
#[expect(unconditional_recursion, reason = "as asked")]
fn descend(depth: u64) -> u64 {
    let frame = std::hint::black_box([depth; 512]);
    descend(depth + 1) + frame[0]
}
