//! Positions are read while nobody asks. It delays nothing, misses nothing, and is over when the dossier is closed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_api::{Edge, Session, Setup};
use standpoint_tests::cli;
use std::path::Path;

fn session() -> Session {
    Session::new(Setup { program: cli::program(), config_folder: None, edge: Edge::real() })
}

fn open(session: &Session, path: &Path) {
    session.call("dossier_open", json!({ "path": path })).unwrap();
}

fn stances(session: &Session) -> Vec<Value> {
    let matrix = session.call("matrix_get", json!({})).unwrap();
    let cells = matrix["rows"].as_array().unwrap().iter().flat_map(|row| row["cells"].as_array().unwrap());
    cells.filter(|cell| !cell.is_null()).cloned().collect()
}

#[test]
fn whatever_is_done_meanwhile_counts_and_whoever_closes_has_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.standpoint");
    let lock = folder.path().join("talks.standpoint-lock");
    session().call("dossier_sample", json!({ "path": path })).unwrap();
    assert!(!lock.exists(), "a session that is gone holds nothing");
    let first = session();
    open(&first, &path);
    let before = stances(&first);
    first.call("dossier_close", json!({})).unwrap();
    assert!(!lock.exists(), "nor does one that has closed its dossier");

    for _ in 0..20 {
        let session = session();
        open(&session, &path);
        let position = session.call("position_list", json!({})).unwrap()[0]["id"].clone();
        session.call("position_delete", json!({ "id": position })).unwrap();
        assert_ne!(stances(&session), before, "a change right after opening");
        session.call("undo", json!({})).unwrap();
        assert_eq!(stances(&session), before);
        drop(session);
        assert!(!lock.exists());
    }
    let ask = |among: Value| first.call("position_list", json!({ "among": among }));
    open(&first, &path);
    let all = ask(json!([])).unwrap();
    let chosen = json!([all[3], all[1]]);
    let ids = json!([all[1]["id"], all[3]["id"]]);
    let found = ask(ids).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert!(chosen.as_array().unwrap().iter().all(|one| found.as_array().unwrap().contains(one)));
}
