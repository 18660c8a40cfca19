//! What the program remembers between runs: the user's settings and the dossiers opened lately.

use crate::error::WireError;
use crate::files;
use serde::{Deserialize, Serialize};
use standpoint_core::notes::Paper;
use standpoint_core::time::Moment;
use std::path::{Path, PathBuf};

/// How many dossiers are remembered.
const REMEMBERED: usize = 12;

/// The user's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub(crate) struct Settings {
    /// The user, as the history shows them.
    pub who: String,
    /// The unit that new notes are prepared by.
    pub unit: Option<String>,
    /// Light, dark, or as the system is.
    pub theme: Theme,
    /// The paper of new dossiers.
    pub paper: Paper,
    /// Language of new dossiers, BCP 47.
    pub language: String,
    /// Whether single letters act as keys while no field has focus (WCAG 2.1.4).
    pub single_letter_keys: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    /// As the system is.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A dossier opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Its title then.
    pub title: String,
    /// When it was opened last.
    #[ts(type = "string")]
    pub opened_at: Moment,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            who: String::new(),
            unit: None,
            theme: Theme::System,
            paper: Paper::A4,
            language: "en-GB".into(),
            single_letter_keys: true,
        }
    }
}

/// Settings and recent dossiers, with the file they are kept in.
#[derive(Debug, Default)]
pub(crate) struct Preferences {
    pub(crate) settings: Settings,
    pub(crate) recent: Vec<Recent>,
    file: Option<PathBuf>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    settings: Settings,
    recent: Vec<Recent>,
}

impl Preferences {
    /// What was kept in `folder`. A file that cannot be read counts as none: settings are worth less than a start.
    pub(crate) fn load(folder: Option<PathBuf>) -> Self {
        let file = folder.map(|folder| folder.join("settings.json"));
        let kept = file
            .as_ref()
            .and_then(|file| std::fs::read(file).ok())
            .and_then(|bytes| serde_json::from_slice::<Kept>(&bytes).ok());
        match kept {
            Some(Kept { settings, recent }) => Self { settings, recent, file },
            None => Self { file, ..Self::default() },
        }
    }

    /// Puts a dossier first among the recent ones.
    pub(crate) fn remember(&mut self, path: &Path, title: &str, at: Moment) -> Result<(), WireError> {
        self.recent.retain(|recent| recent.path != path);
        self.recent.insert(0, Recent { path: path.to_owned(), title: title.to_owned(), opened_at: at });
        self.recent.truncate(REMEMBERED);
        self.save()
    }

    /// Where the user's own copy of the sample dossier lives, or goes: beside the settings. At the first start their
    /// folder is not there yet.
    pub(crate) fn sample_path(&self) -> Result<Option<PathBuf>, WireError> {
        let Some(file) = &self.file else { return Ok(None) };
        make_folder_of(file)?;
        Ok(Some(file.with_file_name("London talks, April 2025.standpoint")))
    }

    /// Where templates stand that every dossier offers.
    pub(crate) fn template_folder(&self) -> Option<PathBuf> {
        Some(self.file.as_ref()?.with_file_name("templates"))
    }

    pub(crate) fn save(&self) -> Result<(), WireError> {
        let Some(file) = &self.file else { return Ok(()) };
        let kept = Kept { settings: self.settings.clone(), recent: self.recent.clone() };
        let bytes = serde_json::to_vec_pretty(&kept)
            .map_err(|error| WireError::bad_request(format!("The settings cannot be kept: {error}.")))?;
        make_folder_of(file)?;
        files::replace(file, &bytes)
    }
}

fn make_folder_of(file: &Path) -> Result<(), WireError> {
    let Some(folder) = file.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| WireError::io(folder, &error, "Nothing was written."))
}
