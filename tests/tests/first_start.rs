//! The first start on a machine that knows nothing of the program: what one can press there works.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::json;
use standpoint_api::{Edge, Session, Setup};
use standpoint_tests::cli;

#[test]
fn the_sample_opens_where_no_folder_for_settings_is_there_yet() {
    let home = tempfile::tempdir().unwrap();
    let config_folder = Some(home.path().join("config").join("standpoint"));
    let session = Session::new(Setup { program: cli::program(), config_folder, edge: Edge::real() });
    session.call("dossier_sample_open", json!({})).unwrap();
    assert_ne!(session.call("source_list", json!({})).unwrap(), json!([]));
    session.call("dossier_close", json!({})).unwrap();
    session.call("dossier_sample_open", json!({})).unwrap();
}
