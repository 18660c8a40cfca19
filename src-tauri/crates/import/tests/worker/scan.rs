//! Scans, read with the recogniser of this machine where it has one.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use standpoint_import::worker::Worker;
use standpoint_import::{Input, Recogniser, Scan, Tesseract};

use super::pdf_pages::{Page, line};
use super::scans::scanned;
use super::sound;

/// The recogniser; where there is none, that is said and there is nothing to try.
#[expect(clippy::print_stderr, reason = "a test that is passed over says why")]
fn recogniser(worker: &Worker) -> Option<Recogniser> {
    let found = Tesseract::find(&worker.program);
    let found = found.and_then(|tesseract| tesseract.recogniser(&AtomicBool::new(false)).ok());
    if found.is_none() {
        eprintln!("passed over: Tesseract is not installed here (Debian: tesseract-ocr)");
    }
    found
}

fn scan<'a>(bytes: &'a [u8], pages: &'a [u32]) -> Scan<'a> {
    let input = Input { name: "scan.pdf", media_hint: None, bytes };
    Scan { input, password: None, pages, language: Some("en") }
}

pub(super) fn a_scan_is_read() {
    let worker = sound();
    let Some(recogniser) = recogniser(&worker) else { return };
    let first: Page<'_> = &[
        (72.0, 720.0, 22.0, "Record of the meeting"),
        line(3, "The ministers met in London on Wednesday and spoke of guarantees"),
        line(4, "for the border. They agreed on nothing, and will meet again."),
    ];
    let second: Page<'_> = &[line(0, "A ceasefire comes first, said the envoy, and the rest after it.")];
    let bytes = scanned(&[first, second, &[]]);
    let heard = AtomicUsize::new(0);
    let done = |count: usize| {
        heard.fetch_max(count, Ordering::Relaxed);
    };
    let read = recogniser.recognise(&scan(&bytes, &[1, 2, 3]), &worker, &AtomicBool::new(false), &done);
    let read = read.unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(
        read.text,
        "Record of the meeting\n\nThe ministers met in London on Wednesday and spoke of guarantees for the border. They \
         agreed on nothing, and will meet again.\n\nA ceasefire comes first, said the envoy, and the rest after it."
    );
    assert_eq!((read.recognised, read.pictured), (vec![1, 2, 3], vec![]));
    assert_eq!(heard.load(Ordering::Relaxed), 3);
}

pub(super) fn a_table_in_a_scan_is_read_as_rows() {
    let worker = sound();
    let Some(recogniser) = recogniser(&worker) else { return };
    let page: Page<'_> = &[
        line(0, "Who stands where on the two questions of the day, as of the end of April."),
        (72.0, 660.0, 11.0, "Norway"),
        (180.0, 660.0, 11.0, "supports it at"),
        (330.0, 660.0, 11.0, "has no position"),
        (180.0, 646.0, 11.0, "once"),
        (72.0, 620.0, 11.0, "Iceland"),
        (180.0, 620.0, 11.0, "opposes it"),
        (330.0, 620.0, 11.0, "supports them"),
        (330.0, 606.0, 11.0, "after a breach"),
        (72.0, 580.0, 11.0, "Denmark"),
        (180.0, 580.0, 11.0, "is not decided"),
        (330.0, 580.0, 11.0, "opposes them"),
    ];
    let bytes = scanned(&[page]);
    let read = recogniser.recognise(&scan(&bytes, &[1]), &worker, &AtomicBool::new(false), &|_| {});
    let read = read.unwrap_or_else(|refusal| panic!("{refusal}"));
    let rows = "Norway\tsupports it at once\thas no position\n\
                Iceland\topposes it\tsupports them after a breach\n\
                Denmark\tis not decided\topposes them";
    assert!(read.text.ends_with(rows), "{}", read.text);
}

pub(super) fn a_scan_is_read_behind_its_lock() {
    const LOCKED: &[u8] = include_bytes!("../formats/locked/letters-aes-128.pdf");
    let worker = sound();
    let Some(recogniser) = recogniser(&worker) else { return };
    let recognise = |password| {
        let scan = Scan { password, ..scan(LOCKED, &[1]) };
        let read = recogniser.recognise(&scan, &worker, &AtomicBool::new(false), &|_| {});
        read.map_err(|refusal| refusal.code())
    };
    // Its readers' password and its owner's, for which the lock has to come off.
    for password in ["Zürich € 7", "Präsidium"] {
        let read = recognise(Some(password)).unwrap_or_else(|code| panic!("{code}"));
        assert!(read.text.starts_with("The ministers met in London"), "{}", read.text);
        assert_eq!(read.recognised, [1]);
    }
    assert_eq!(recognise(Some("Zurich")).err(), Some("wrong_password"));
    assert_eq!(recognise(None).err(), Some("needs_password"));
}

pub(super) fn a_recognition_can_be_called_off() {
    let worker = sound();
    let Some(recogniser) = recogniser(&worker) else { return };
    let page: Page<'_> = &[line(0, "The ministers met in London on Wednesday.")];
    let bytes = scanned(&[page]);
    // All of them would take minutes.
    let pages = [1; 400];
    let cancel = AtomicBool::new(false);
    thread::scope(|scope| {
        let recognising =
            scope.spawn(|| recogniser.recognise(&scan(&bytes, &pages), &worker, &cancel, &|_| {}));
        thread::sleep(Duration::from_millis(700));
        let called_off = Instant::now();
        cancel.store(true, Ordering::Relaxed);
        let ended = recognising.join().expect("it does not panic");
        assert_eq!(ended.map_err(|refusal| refusal.code()).err(), Some("cancelled"));
        assert!(called_off.elapsed() < Duration::from_secs(20), "{:?}", called_off.elapsed());
    });
}
