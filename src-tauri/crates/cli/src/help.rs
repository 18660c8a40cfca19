//! The text of `--help`.

/// One line each, so that it fits a terminal.
pub(crate) const HELP: &str = "\
Who stands where, and how we know: dossiers of sources, positions and briefing notes.

Usage: standpoint-cli VERB DOSSIER … [--at MOMENT] [--ids SEED]

  new DOSSIER --title TITLE          Begins a dossier in a new file.
  sample DOSSIER                     Builds the sample dossier in a new file.
  import DOSSIER PATH… [--json]      Brings documents in; those that cannot be read are named. The words of
                                     scans are recognised where Tesseract is installed.
         [--password-file FILE]      Tries each line of FILE on documents that open with a password;
                                     - is standard input.
  recognise DOSSIER SOURCE… [--json] Recognises the words of scans that are in the dossier, anew if they
            [--password-file FILE]   were before: after their language was set, say.
  actors DOSSIER TABLE               Adds the actors of a table (CSV): names, kinds, parents, aliases and
         [--known HOW]               roles by what its first line calls them. HOW says what becomes of those
                                     known already: skip (if not said), merge, or add beside them.
  search DOSSIER QUERY [--json]      Finds sources, excerpts, positions, notes, actors and issues.
  notes DOSSIER [--json]             Lists the notes with their ids.
  export DOSSIER --note ID --to FILE Writes a note as .pdf, .docx, .html or .md, by FILE's extension;
                                     a file that is there is replaced.
         [--copy KIND]               KIND is distribution (if not said), file, or release;
         [--ceiling LABEL]           a release copy withholds what is marked above LABEL.
  matrix DOSSIER --to FILE           Writes who stands where; FILE ends in .csv or .xlsx.
         [--as-of DAY]               As it stood on DAY, such as 2025-04-23 or 2025-04.
  checks DOSSIER --note ID [--json]  Says what to look at in a note before it leaves.
  versions DOSSIER --note ID [--json] Lists what was kept of a note.
  compare DOSSIER --note ID          Says what changed in a note since a version: words that went as
          --from VERSION [--to VERSION] [-…-], words that came as {+…+}; positions and evidence.
          [--json]
  templates DOSSIER [--json]         Lists the templates of notes with their ids.
  template DOSSIER ID --to FILE      Writes a template of your own to FILE, for another dossier.
  template DOSSIER --from FILE       Brings the template in FILE into the dossier.
  reopen PDF --into DOSSIER          Opens the note in a file copy, in a dossier there or a new one.
  check DOSSIER                      Reads every byte and says what is wrong.
  call DOSSIER COMMAND JSON          Runs one command and prints its answer.
  batch DOSSIER                      Runs commands from standard input, one JSON object a line:
                                     {\"command\": …, \"args\": {…}}. Answers each, once it is on disk,
                                     with {\"ok\": …} or {\"error\": …} and goes on.
  commands [--json]                  Lists the commands with what they take and give.
";

#[cfg(all(feature = "dev-http", debug_assertions))]
pub(crate) const SERVE_HELP: &str = "\
  serve [DOSSIER] [--port PORT]      Serves the window to a browser on this machine, for development.
        [--pages FOLDER] [--settings FOLDER]
";

pub(crate) const OPTIONS_HELP: &str = "
  --at MOMENT     Lets the clock stand at a moment such as 2025-04-23T09:00:00+01:00.
  --ids SEED      Makes ids from a seed, so that the same run gives the same dossier again.
                  Another run on the same dossier wants another seed.
  -h, --help      Prints this.
  -V, --version   Prints the version.

Exit codes: 0 done; 1 refused, with the reason on standard error; 2 wrong usage.
";
