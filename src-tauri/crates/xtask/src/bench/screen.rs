//! A screen to open windows on: the one there is, or a virtual one for as long as it is held.

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Child, Stdio},
};

use crate::process;

/// Holds the virtual screen, if one had to be made.
pub(super) struct Screen {
    display: String,
    server: Option<Child>,
}

impl Screen {
    /// The user's own display, or a new Xvfb.
    pub(super) fn find() -> Result<Self, String> {
        if let Some(display) = env::var("DISPLAY").ok().filter(|name| !name.is_empty()) {
            return Ok(Self { display, server: None });
        }
        let mut server = process::command("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("cannot start Xvfb: {error}"))?;
        let mut number = String::new();
        let said = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let screen = Self { display: format!(":{}", number.trim()), server: Some(server) };
        match said {
            Some(Ok(length)) if length > 1 => Ok(screen),
            _ => Err("Xvfb did not say which display it serves".to_owned()),
        }
    }

    /// As the `DISPLAY` variable wants it.
    pub(super) fn display(&self) -> &str {
        &self.display
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            drop(server.kill().and_then(|()| server.wait()));
        }
    }
}
