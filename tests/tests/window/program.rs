//! The program under test, with a home of its own that goes when the test ends.

use std::{
    env, fs,
    io::Write,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::driver::Driver;

/// A home folder for one test: settings, data, and the answers to native dialogs.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A path in the home folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A command with this home as its surroundings.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("HOME", self.0.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("STANDPOINT_TEST_PATHS", self.path("answers.json"))
            .env("STANDPOINT_TEST_READY", self.path("ready"))
            .env("LANG", "C.UTF-8");
        command
    }

    /// What the native dialogs answer, in order.
    pub(crate) fn answer_dialogs(&self, answers: &Value) {
        fs::File::create(self.path("answers.json"))
            .unwrap()
            .write_all(answers.to_string().as_bytes())
            .unwrap();
    }

    /// The sample dossier, freshly built.
    pub(crate) fn sample(&self) -> PathBuf {
        let dossier = self.path("sample.standpoint");
        let built = self.command(named("STANDPOINT_CLI")).arg("sample").arg(&dossier).status().unwrap();
        assert!(built.success(), "the sample dossier could not be built");
        dossier
    }

    /// Whether nobody holds the dossier.
    pub(crate) fn is_free(&self, dossier: &Path) -> bool {
        self.command(named("STANDPOINT_CLI")).arg("check").arg(dossier).output().unwrap().status.success()
    }

    /// A program that was ended holds its dossier for a moment longer.
    pub(crate) fn wait_until_free(&self, dossier: &Path) {
        let started = Instant::now();
        while !self.is_free(dossier) {
            assert!(
                started.elapsed() < Duration::from_secs(10),
                "the window is gone and still holds the dossier"
            );
        }
    }

    /// Whether the window has said that its first screen can be used.
    pub(crate) fn wait_until_ready(&self) {
        let started = Instant::now();
        while !self.path("ready").exists() {
            assert!(started.elapsed() < Duration::from_secs(30), "the window never became ready");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A program that a driver started.
pub(crate) struct Program {
    pub(crate) driver: Driver,
    group: Group,
}

impl Program {
    /// Opens the window in this home, on a dossier or as at the first start.
    pub(crate) fn open(home: &Home, dossier: Option<&Path>) -> Self {
        drop(fs::remove_file(home.path("ready")));
        let port = free_port();
        let group = Group::spawn(
            home.command("WebKitWebDriver")
                .arg(format!("--port={port}"))
                .env("TAURI_WEBVIEW_AUTOMATION", "true"),
        );
        wait_for(port);
        let arguments: Vec<&str> = dossier.into_iter().filter_map(Path::to_str).collect();
        let driver = Driver::start(port, &named("STANDPOINT_PROGRAM"), &arguments).unwrap();
        home.wait_until_ready();
        Self { driver, group }
    }

    /// Closes the window as its user does, so that everything is put away.
    pub(crate) fn close(self) {
        self.driver.end();
        drop(self.group);
    }
}

/// A process with all that it starts; all of them end with it.
pub(crate) struct Group(Child);

impl Group {
    pub(crate) fn spawn(command: &mut Command) -> Self {
        Self(command.process_group(0).stdin(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let kill = format!("kill -s KILL -- -{}", self.0.id());
        drop(Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status());
        drop(self.0.wait());
    }
}

/// The path that `cargo xtask test` gives under this name.
pub(crate) fn named(variable: &str) -> String {
    env::var(variable)
        .unwrap_or_else(|_| panic!("{variable} is not set; run these tests by `cargo xtask test`"))
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

fn wait_for(port: u16) {
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(started.elapsed() < Duration::from_secs(10), "WebKitWebDriver does not answer");
        thread::sleep(Duration::from_millis(20));
    }
}
