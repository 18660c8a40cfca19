//! The worker, tried with real processes: sound ones, and ones that hang, crash, grow, babble and lie.
//!
//! The test's own binary is the worker. Copied under another name it misbehaves in the way the name says, so that
//! the worker itself needs no switch for it.

mod harness;
mod misbehaviour;
#[path = "../formats/pdf_pages.rs"]
#[allow(dead_code, reason = "the tests of formats use more of it")]
mod pdf_pages;
mod scan;
#[path = "../formats/scans.rs"]
mod scans;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use standpoint_import::container::{Entry, Told};
use standpoint_import::worker::{self, Limits, Worker};
use standpoint_import::{Extracted, Input, MAX_BYTES, Reason, Refusal, read};

fn main() -> ExitCode {
    if let Some(code) = misbehaviour::run_if_named() {
        return code;
    }
    if let Some(code) = worker::run_if_asked() {
        return code;
    }
    let code = harness::run(&[
        ("a_document_comes_through_unchanged", a_document_comes_through_unchanged),
        ("an_archive_is_emptied", an_archive_is_emptied),
        ("attachments_are_taken_out", attachments_are_taken_out),
        ("an_emptying_can_be_called_off", an_emptying_can_be_called_off),
        ("words_are_picked_out_when_asked_for", words_are_picked_out_when_asked_for),
        ("a_refusal_comes_through", a_refusal_comes_through),
        ("large_documents_do_not_block_the_pipes", large_documents_do_not_block_the_pipes),
        ("many_at_once", many_at_once),
        ("a_child_reads_on_within_an_import", a_child_reads_on_within_an_import),
        ("no_document_suffers_for_another", no_document_suffers_for_another),
        ("a_child_that_hangs_is_ended", a_child_that_hangs_is_ended),
        ("a_child_that_never_reads_is_ended", a_child_that_never_reads_is_ended),
        ("a_reading_can_be_called_off", a_reading_can_be_called_off),
        ("a_crash_is_a_refusal", a_crash_is_a_refusal),
        ("an_answer_that_is_none_is_a_refusal", an_answer_that_is_none_is_a_refusal),
        ("an_answer_may_not_be_endless", an_answer_may_not_be_endless),
        ("a_program_that_is_not_there_is_a_refusal", a_program_that_is_not_there_is_a_refusal),
        ("a_scan_is_read", scan::a_scan_is_read),
        ("a_table_in_a_scan_is_read_as_rows", scan::a_table_in_a_scan_is_read_as_rows),
        ("a_scan_is_read_behind_its_lock", scan::a_scan_is_read_behind_its_lock),
        ("a_recognition_can_be_called_off", scan::a_recognition_can_be_called_off),
        #[cfg(target_os = "linux")]
        ("memory_is_limited", memory_is_limited),
        #[cfg(unix)]
        ("processor_time_is_limited", processor_time_is_limited),
        #[cfg(unix)]
        ("a_worker_can_open_nothing", a_worker_can_open_nothing),
        #[cfg(target_os = "linux")]
        ("no_child_is_left_behind", no_child_is_left_behind),
    ]);
    misbehaviour::forget();
    code
}

const MIB: u64 = 1024 * 1024;

/// This binary, as a worker.
fn sound() -> Worker {
    Worker::of_this_program().expect("a test has a path")
}

/// This binary under a name that makes it misbehave.
fn misbehaving(name: &str) -> Worker {
    let limits = Limits { wall: Duration::from_mins(2), ..Limits::default() };
    let mut worker = Worker::new(misbehaviour::named(name));
    worker.limits = limits;
    worker
}

fn input(bytes: &[u8]) -> Input<'_> {
    Input { name: "talks.txt", media_hint: None, bytes }
}

fn outcome(worker: &Worker, bytes: &[u8]) -> Result<Extracted, Reason> {
    worker.read(&input(bytes), &AtomicBool::new(false)).map_err(|refusal| {
        assert_eq!(refusal.file, "talks.txt");
        refusal.reason
    })
}

#[track_caller]
fn check(worker: &Worker, expect: &Reason) {
    assert_eq!(outcome(worker, b"The talks went on.").as_ref().err(), Some(expect));
}

fn a_document_comes_through_unchanged() {
    a_document_comes_through(&sound());
}

fn a_document_comes_through(worker: &Worker) {
    let page = "<!doctype html><title>Talks</title><h1>“Talks” 🕊</h1><p>The talks went on.</p>".as_bytes();
    for (name, media_hint) in [("talks.html", None), ("talks.txt", Some("text/plain; charset=koi8-r"))] {
        let input = Input { name, media_hint, bytes: page };
        assert_eq!(worker.read(&input, &AtomicBool::new(false)), read(&input));
    }
}

/// What a file holds, each as its path and its words or reason.
fn held(worker: &Worker, name: &str, bytes: &[u8]) -> Result<Vec<String>, Reason> {
    let mut told = Vec::new();
    let input = Input { name, media_hint: None, bytes };
    let emptied = worker.empty(&input, &AtomicBool::new(false), |one| {
        told.push(match one {
            Told::Count(count) => format!("{count} in all"),
            Told::Entry(Entry { path, content, .. }) => match content {
                Ok(bytes) => format!("{path}: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(20)])),
                Err(reason) => format!("{path}: {}", Refusal::new(&path, reason).code()),
            },
        });
    });
    emptied.map(|()| told).map_err(|refusal| refusal.reason)
}

fn an_archive_is_emptied() {
    let huge = vec![b' '; 65 * 1024 * 1024];
    let bytes = zipped(&[
        ("a/b.txt", b"Talks"),
        ("../c.txt", b"More"),
        ("a/", b""),
        ("d.txt", &huge),
        ("e.txt", b""),
    ]);
    assert!(bytes.len() < 1024 * 1024);
    let expect = ["4 in all", "a/b.txt: Talks", "c.txt: More", "d.txt: too_large", "e.txt: "];
    assert_eq!(held(&sound(), "a.zip", &bytes), Ok(expect.map(str::to_owned).to_vec()));
    // Nine times sixty megabytes are more than an archive may unfold to.
    let large = vec![b' '; 60 * 1024 * 1024];
    let names: Vec<String> = (0..10).map(|number| format!("{number}.txt")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), large.as_slice())).collect();
    let told = held(&sound(), "a.zip", &zipped(&entries)).expect("it opens");
    assert_eq!((told[8].as_str(), told[9].as_str()), ("7.txt:                     ", "8.txt: too_much"));
    assert_eq!(held(&sound(), "a.zip", &bytes[..bytes.len() / 2]), Err(Reason::Damaged));
}

fn attachments_are_taken_out() {
    let mail = "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee below.\r\n--x\r\n\
                Content-Disposition: attachment; filename=\"a/../b.txt\"\r\nContent-Transfer-Encoding: base64\r\n\r\nVGFsa3M=\r\n--x\r\n\
                Content-Type: message/rfc822\r\n\r\nSubject: Earlier\r\n\r\nold\r\n--x--\r\n";
    let told = held(&sound(), "a.eml", mail.as_bytes()).expect("it opens");
    assert_eq!(told[..2], ["2 in all", "a-..-b.txt: Talks"]);
    assert!(told[2].starts_with("Earlier.eml: Subject: Earlier"), "{told:?}");
}

fn an_emptying_can_be_called_off() {
    let bytes = zipped(&[("a.txt", b"Talks"), ("b.txt", b"More")]);
    let cancel = AtomicBool::new(false);
    let mut seen = 0;
    let emptied = sound().empty(&Input { name: "a.zip", media_hint: None, bytes: &bytes }, &cancel, |told| {
        seen += u32::from(matches!(told, Told::Entry(_)));
        cancel.store(true, Ordering::Relaxed);
    });
    assert_eq!((emptied.map_err(|refusal| refusal.reason), seen), (Err(Reason::Cancelled), 0));
    for (name, reason) in
        [("hang", Reason::TimedOut), ("panic", Reason::Crashed), ("babble", Reason::Crashed)]
    {
        let mut worker = misbehaving(name);
        worker.limits.wall = Duration::from_millis(400);
        assert_eq!(held(&worker, "a.zip", &bytes), Err(reason));
    }
}

fn words_are_picked_out_when_asked_for() {
    let input = Input { name: "a.pdf", media_hint: None, bytes: b"The ministers met." };
    assert!(sound().read(&input, &AtomicBool::new(false)).is_err());
    let read = sound().read_as_text(&input, &AtomicBool::new(false));
    assert_eq!(read.map(|extracted| extracted.text), Ok("The ministers met.".to_owned()));
}

/// An archive of these entries.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("memory");
        std::io::Write::write_all(&mut zip, bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn a_refusal_comes_through() {
    assert_eq!(outcome(&sound(), b""), Err(Reason::Empty));
    let misnamed = |what: Option<&str>| {
        Err(Reason::Misnamed { named: "plain text".to_owned(), what: what.map(str::to_owned) })
    };
    assert_eq!(outcome(&sound(), &[0; 99]), misnamed(None));
    assert_eq!(outcome(&sound(), b"GIF89a"), misnamed(Some("a GIF picture")));
    assert_eq!(outcome(&sound(), b"%PDF-1.7"), Err(Reason::Damaged));
    let bytes = vec![b'a'; 200 * 1024 * 1024];
    // No process is needed to see that.
    let none = Worker::new(PathBuf::from("no-such-program"));
    assert_eq!(outcome(&none, &bytes), Err(Reason::TooLarge { bytes: bytes.len() as u64 }));
}

fn large_documents_do_not_block_the_pipes() {
    let line =
        "The talks went on until late, and every word that was said in them is kept here. ".repeat(20) + "\n";
    let text = line.repeat(2 * 1024 * 1024 / line.len());
    assert!(text.len() as u64 <= MAX_BYTES);
    let extracted = outcome(&sound(), text.as_bytes()).expect("a long text");
    assert_eq!(extracted.text.split_whitespace().count(), text.split_whitespace().count());
}

fn many_at_once() {
    thread::scope(|scope| {
        for number in 0..12 {
            scope.spawn(move || {
                let text = format!("Round {number} of the talks.");
                assert_eq!(outcome(&sound(), text.as_bytes()).map(|e| e.text), Ok(text));
            });
        }
    });
}

fn a_child_that_hangs_is_ended() {
    for name in ["hang", "answer-half", "never-read"] {
        let mut worker = misbehaving(name);
        worker.limits.wall = Duration::from_millis(400);
        let started = Instant::now();
        check(&worker, &Reason::TimedOut);
        assert!(started.elapsed() >= worker.limits.wall, "{name} took {:?}", started.elapsed());
    }
}

fn a_child_that_never_reads_is_ended() {
    let mut worker = misbehaving("never-read");
    worker.limits.wall = Duration::from_millis(400);
    assert_eq!(outcome(&worker, &vec![b'a'; 8 * 1024 * 1024]), Err(Reason::TimedOut));
}

fn a_reading_can_be_called_off() {
    let cancel = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(200));
            cancel.store(true, Ordering::Relaxed);
        });
        let result = misbehaving("hang").read(&input(b"The talks went on."), &cancel);
        assert_eq!(result.map_err(|refusal| refusal.reason), Err(Reason::Cancelled));
    });
}

fn a_crash_is_a_refusal() {
    for name in ["panic", "abort", "overflow", "exit", "complain"] {
        check(&misbehaving(name), &Reason::Crashed);
    }
}

fn an_answer_that_is_none_is_a_refusal() {
    for name in ["babble", "no-json", "lie"] {
        check(&misbehaving(name), &Reason::Crashed);
    }
}

fn an_answer_may_not_be_endless() {
    check(&misbehaving("claim"), &Reason::TooMuch);
    let mut worker = sound();
    worker.limits.answer = MIB;
    assert_eq!(outcome(&worker, &vec![b'a'; 2 * 1024 * 1024]), Err(Reason::TooMuch));
}

fn a_program_that_is_not_there_is_a_refusal() {
    check(&Worker::new(PathBuf::from("no-such-program")), &Reason::NotStarted);
}

#[cfg(target_os = "linux")]
fn memory_is_limited() {
    check(&misbehaving("grow"), &Reason::OutOfMemory);
    // A sound worker over an honest but greedy document: a paragraph to every three bytes.
    let mut worker = sound();
    worker.limits.address_space = 48 * MIB;
    assert_eq!(outcome(&worker, "a\n\n".repeat(300_000).as_bytes()), Err(Reason::OutOfMemory));
    assert!(outcome(&worker, b"The talks went on.").is_ok());
}

#[cfg(unix)]
fn processor_time_is_limited() {
    let mut worker = misbehaving("spin");
    worker.limits.cpu_seconds = 1;
    let started = Instant::now();
    check(&worker, &Reason::TimedOut);
    // Far from it: a second of the processor may take many on a busy machine.
    assert!(started.elapsed() < worker.limits.wall / 2, "the clock on the wall was not what ended it");
}

#[cfg(unix)]
fn a_worker_can_open_nothing() {
    // The child gives up when it could open something: once it has given up nothing else, once everything.
    check(&misbehaving("open-unconfined"), &Reason::Crashed);
    assert!(outcome(&misbehaving("open-confined"), b"The talks went on.").is_ok());
}

/// What a child answers that counts the documents it has read.
fn counted(worker: &Worker, documents: &[&str]) -> Vec<Result<String, Reason>> {
    let one = |text: &&str| outcome(worker, text.as_bytes()).map(|read| read.text);
    documents.iter().map(one).collect()
}

fn a_child_reads_on_within_an_import() {
    let told = |counts: &[u32]| counts.iter().map(|count| Ok(count.to_string())).collect::<Vec<_>>();
    let worker = misbehaving("count");
    assert_eq!(counted(&worker, &["a", "b"]), told(&[1, 1]), "each document has a child of its own");
    let import = worker.of_one_import();
    assert_eq!(counted(&import, &["a", "b", "c"]), told(&[1, 2, 3]));
    assert_eq!(counted(&worker.of_one_import(), &["d"]), told(&[1]), "another import has another child");
    let many = ["e"; 128];
    let highest = counted(&import, &many)
        .into_iter()
        .map(|count| count.expect("a count").parse::<u32>().expect("a number"))
        .max();
    assert_eq!(highest, Some(64), "a child is replaced before it is old");
    let sound = sound().of_one_import();
    for _ in 0..3 {
        a_document_comes_through(&sound);
    }
}

fn no_document_suffers_for_another() {
    let told = |count: u32| Ok(count.to_string());
    let counting = misbehaving("count").of_one_import();
    assert_eq!(
        counted(&counting, &["a", "b", "crash", "c", "d"]),
        [told(1), told(2), Err(Reason::Crashed), told(1), told(2)]
    );
    // This one cannot read a second document, which is not the document's fault.
    let once = misbehaving("count-to-one").of_one_import();
    assert_eq!(counted(&once, &["a", "b", "c"]), [told(1), told(1), told(1)]);
}

#[cfg(target_os = "linux")]
fn no_child_is_left_behind() {
    counted(&misbehaving("count").of_one_import(), &["a", "b"]);
    for name in ["hang", "panic", "babble"] {
        let mut worker = misbehaving(name);
        worker.limits.wall = Duration::from_millis(200);
        outcome(&worker, b"The talks went on.").expect_err("it misbehaves");
    }
    let children = std::fs::read_to_string(format!("/proc/self/task/{}/children", std::process::id()));
    assert_eq!(children.expect("Linux lists them").trim(), "");
}
