//! What can be asked for, each with what it needs.

use serde_json::Value;
use std::path::PathBuf;

/// What is to be done.
#[derive(Debug, PartialEq)]
pub(crate) enum Verb {
    Help,
    Version,
    New {
        dossier: PathBuf,
        title: String,
    },
    Sample {
        dossier: PathBuf,
    },
    Import {
        dossier: PathBuf,
        paths: Vec<PathBuf>,
        password_file: Option<PathBuf>,
        form: Form,
    },
    Recognise {
        dossier: PathBuf,
        sources: Vec<String>,
        password_file: Option<PathBuf>,
        form: Form,
    },
    Actors {
        dossier: PathBuf,
        table: PathBuf,
        known: Known,
    },
    Search {
        dossier: PathBuf,
        query: String,
        form: Form,
    },
    Notes {
        dossier: PathBuf,
        form: Form,
    },
    Export {
        dossier: PathBuf,
        note: String,
        to: PathBuf,
        copy: Option<String>,
        ceiling: Option<String>,
    },
    Matrix {
        dossier: PathBuf,
        to: PathBuf,
        as_of: Option<String>,
    },
    Checks {
        dossier: PathBuf,
        note: String,
        form: Form,
    },
    Versions {
        dossier: PathBuf,
        note: String,
        form: Form,
    },
    Compare {
        dossier: PathBuf,
        note: String,
        from: String,
        to: Option<String>,
        form: Form,
    },
    Templates {
        dossier: PathBuf,
        form: Form,
    },
    ExportTemplate {
        dossier: PathBuf,
        id: String,
        to: PathBuf,
    },
    ImportTemplate {
        dossier: PathBuf,
        from: PathBuf,
    },
    Reopen {
        pdf: PathBuf,
        dossier: PathBuf,
    },
    Check {
        dossier: PathBuf,
    },
    Call {
        dossier: PathBuf,
        command: String,
        args: Value,
    },
    Batch {
        dossier: PathBuf,
    },
    Commands {
        form: Form,
    },
    #[cfg(all(feature = "dev-http", debug_assertions))]
    Serve(crate::serve::Options),
}

/// For whom the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    People,
    Json,
}

/// What becomes of lines whose actor is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Skip,
    Merge,
    Add,
}
