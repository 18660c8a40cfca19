//! What it costs to import a folder of documents, beside reading them with nothing around the reader: the child
//! process for each, the keeping of its original, the search index and the record may add half of that again.

use std::{fs, path::Path, process::Command, time::Duration};

use super::{Amount, Figure, Measured, built};
use crate::{cache, process};

const FILES: &str = "1000";
const RUNS: usize = 3;

/// Both in turn over the same files, so that what else the machine does touches both.
pub(super) fn measure() -> Result<Vec<Figure>, String> {
    let programs = built()?;
    let (cli, mixed) = (programs.join("standpoint-cli"), programs.join("examples/mixed"));
    let folder = cache::target().join("bench/import");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let documents = folder.join("documents");
    process::output(process::program(&mixed).arg("write").arg(&documents).arg(FILES))?;
    let (mut imports, mut reads) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        println!("Importing {FILES} documents, {} of {RUNS}", run + 1);
        let dossier = folder.join(format!("{run}.standpoint"));
        imports.push(import(&cli, &dossier, &documents)?);
        reads.push(spent(process::program(&mixed).arg("read").arg(&documents))?);
    }
    Ok(vec![Figure {
        name: "importing 1,000 mixed documents",
        ours: Measured { what: "processor time of the import", amount: Amount::Time(super::median(imports)) },
        against: Measured { what: "of the bare readers", amount: Amount::Time(super::median(reads)) },
        target: 1.5,
    }])
}

fn import(cli: &Path, dossier: &Path, documents: &Path) -> Result<Duration, String> {
    process::output(process::program(cli).arg("new").arg(dossier).args(["--title", "Bench"]))?;
    spent(process::program(cli).arg("import").arg(dossier).arg(documents))
}

/// The processor time that a program spends, with all that it starts and waits for.
fn spent(command: &mut Command) -> Result<Duration, String> {
    let before = children()?;
    process::output(command)?;
    Ok(children()?.saturating_sub(before))
}

/// The processor time of all that this program started and waited for, and of what that did in its turn.
fn children() -> Result<Duration, String> {
    let told = fs::read_to_string("/proc/self/stat");
    let told = told.map_err(|_| "processor time can be measured on Linux only")?;
    of_children(&told).ok_or_else(|| format!("processor time is not in “{told}”"))
}

/// The 16th and 17th field (`man proc_pid_stat`), in hundredths of a second. The second is a name, and may hold anything.
fn of_children(told: &str) -> Option<Duration> {
    const TICK: Duration = Duration::from_millis(10);
    let (_, behind) = told.rsplit_once(')')?;
    let mut fields = behind.split_whitespace().skip(13).map(str::parse::<u32>);
    let (user, system) = (fields.next()?.ok()?, fields.next()?.ok()?);
    Some(TICK * (user + system))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_of_children_is_found() {
        let told = "7 (a) b) S 1 7 7 0 -1 4194304 100 200 0 0 3 4 150 25 20 0 1 0 99 1000 10";
        assert_eq!(of_children(told), Some(Duration::from_millis(1750)));
        assert_eq!(of_children("nothing"), None);
    }
}
