//! What the shell promises: it opens what it is given, lets the page do nothing else, and stays off the network.

use std::{fs, process::Stdio};

use serde_json::json;

use crate::program::{Group, Home, Program, named};

#[test]
fn a_dossier_given_at_the_start_is_opened_and_let_go_at_the_end() {
    let home = Home::new();
    let dossier = home.sample();
    let program = Program::open(&home, Some(&dossier));
    program.driver.wait("the dossier's title", || {
        let title = program.driver.script("return document.title");
        title.as_str().unwrap().contains("London talks").then_some(())
    });

    assert!(!home.is_free(&dossier), "the dossier is open in the window and must be refused elsewhere");
    program.close();
    home.wait_until_free(&dossier);
}

#[test]
fn the_page_can_do_nothing_but_call_the_one_command() {
    let home = Home::new();
    let program = Program::open(&home, None);
    let refused = |script: &str| {
        let result = program.driver.script(&format!(
            "try {{ return ['done', await ({script})] }} catch (error) {{ return ['refused', String(error)] }}"
        ));
        assert_eq!(result[0], "refused", "{script}: {result}");
    };
    refused("window.__TAURI_INTERNALS__.invoke('plugin:window|set_title', { label: 'main', value: 'x' })");
    refused("window.__TAURI_INTERNALS__.invoke('plugin:dialog|open', { options: {} })");
    refused("window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: 'changed', payload: {} })");
    refused("window.__TAURI_INTERNALS__.invoke('plugin:path|resolve_directory', { directory: 1 })");
    refused(
        "window.__TAURI_INTERNALS__.invoke('invoke', { command: 'no_such_command', args: {} }).catch(e => { throw e.code })",
    );
    refused(
        "window.__TAURI_INTERNALS__.invoke('invoke', { command: 'open_link', args: { url: 'file:///etc/hosts' } }).catch(e => { throw e.code })",
    );
    refused("fetch('http://127.0.0.1:9/')");
    refused(
        "new Promise((done, broke) => { const it = new Image(); it.onload = done; it.onerror = broke; it.src = 'http://127.0.0.1:9/x.png'; })",
    );
    refused("Promise.resolve().then(() => new Function('return 1')())");
    refused(
        "new Promise((done, broke) => { const it = document.createElement('script'); it.textContent = 'window.ran = true'; document.head.append(it); window.ran ? done() : broke('did not run'); })",
    );
    assert_eq!(program.driver.script("return window.open('https://example.org/') === null"), true);
    assert_eq!(program.driver.script("return Object.isFrozen(Object.prototype)"), true);
    assert_eq!(program.driver.script("return typeof window.__TAURI__"), "undefined");

    program.driver.script("location.href = 'https://example.org/'");
    program.driver.script("await new Promise((done) => setTimeout(done, 500))");
    let place = program.driver.script("return location.href");
    assert!(place.as_str().unwrap().starts_with("tauri://localhost"), "{place}");
}

#[test]
fn no_place_breaks_the_policy() {
    let home = Home::new();
    let dossier = home.sample();
    let program = Program::open(&home, Some(&dossier));
    program.driver.script(
        "window.broken = []; \
         document.addEventListener('securitypolicyviolation', (it) => window.broken.push(`${it.violatedDirective}: ${it.blockedURI}`))",
    );
    for place in 1..=6 {
        program.driver.script(&format!(
            "document.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{place}', code: 'Digit{place}', ctrlKey: true, bubbles: true }})); \
             await new Promise((done) => setTimeout(done, 400))"
        ));
    }
    assert_eq!(program.driver.script("return window.broken"), json!([]));
}

#[test]
fn the_program_opens_no_internet_socket() {
    let home = Home::new();
    let dossier = home.sample();
    let trace = home.path("trace");
    let mut strace = home.command("strace");
    strace.args(["-f", "-qq", "-e", "trace=socket,connect", "-o"]).arg(&trace);
    let running = Group::spawn(strace.arg(named("STANDPOINT_PROGRAM")).arg(&dossier).stderr(Stdio::null()));
    home.wait_until_ready();
    drop(running);
    let calls = String::from_utf8_lossy(&fs::read(&trace).unwrap()).into_owned();
    assert!(calls.contains("AF_UNIX"), "the trace shows not even the display's socket:\n{calls}");
    let internet: Vec<&str> = calls.lines().filter(|call| call.contains("AF_INET")).collect();
    assert_eq!(internet, [""; 0]);
}

#[test]
fn without_a_display_it_says_so_in_one_sentence() {
    let home = Home::new();
    let mut command = home.command(named("STANDPOINT_PROGRAM"));
    let ended = command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("no display"), "{said}");
}

#[test]
fn a_second_start_hands_its_dossier_to_the_first() {
    let home = Home::new();
    let dossier = home.sample();
    let start = || {
        let mut command = home.command(named("STANDPOINT_PROGRAM"));
        command.env_remove("STANDPOINT_TEST_PATHS").arg(&dossier);
        command
    };
    let _first = Group::spawn(&mut start());
    home.wait_until_ready();
    let second = start().output().unwrap();
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
}
