//! `cargo xtask fuzz`: a fuzzer that learns from what the reader of documents does with the bytes it gives it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{cache, files, process};

const HOME: &str = "src-tauri/crates/import/fuzz";

/// Counters at every edge and what is compared with what, as libFuzzer wants it. No sanitizer: it is safe Rust.
const COUNTED: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// What a worker may have, as in `standpoint_import::worker::Limits`, and how long nobody waits for it.
const LIMITS: [&str; 2] = ["-rss_limit_mb=2048", "-timeout=20"];

/// Builds the target of a format and runs it for ten minutes, or for `--seconds` of them, from a sound document and
/// from the files that lie in a folder. Given a file, it runs on that alone.
pub(crate) fn run(format: &str, wishes: &[&str]) -> Result<(), String> {
    let wanted = Wanted::of(wishes)?;
    let formats = formats()?;
    if !formats.iter().any(|known| known == format) {
        return Err(format!("“{format}” is none of {}", formats.join(", ")));
    }
    let folder = cache::target().join("fuzz");
    let fuzzer = built(format, &folder.join("build"))?;
    let findings = folder.join("findings");
    let corpus = folder.join("corpus").join(format);
    for made in [&findings, &corpus] {
        fs::create_dir_all(made).map_err(|error| format!("cannot make {}: {error}", made.display()))?;
    }
    let mut fuzz = process::program(&fuzzer);
    fuzz.args(LIMITS);
    if let Some(file) = wanted.from.as_ref().filter(|from| from.is_file()) {
        return process::run(fuzz.arg(file));
    }
    let seeds = folder.join("seeds");
    process::run(process::cargo().args(SEEDS).arg("--seeds").arg(&seeds))?;
    fuzz.arg(format!("-max_total_time={}", wanted.seconds))
        .arg(format!("-artifact_prefix={}/{format}-", findings.display()))
        .args(["-print_final_stats=1", "-reload=0"])
        // The first is the one that is written to.
        .args([corpus, seeds.join(sown(format))])
        .args(wanted.from);
    process::run(&mut fuzz)
}

const SEEDS: [&str; 6] =
    ["run", "--quiet", "--locked", "--package=standpoint-import", "--example=hostile", "--"];

/// Whose documents a target begins from.
fn sown(format: &str) -> &str {
    if format == "drawing" { "pdf" } else { format }
}

#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    seconds: u32,
    /// As seen from where the task was called.
    from: Option<PathBuf>,
}

impl Wanted {
    fn of(wishes: &[&str]) -> Result<Self, String> {
        let mut wanted = Self { seconds: 600, from: None };
        let mut wishes = wishes.iter();
        while let Some(wish) = wishes.next() {
            match *wish {
                "--seconds" => {
                    let seconds = wishes.next().and_then(|it| it.parse().ok());
                    wanted.seconds = seconds.ok_or("--seconds wants a number of them")?;
                }
                path => {
                    let from =
                        fs::canonicalize(path).map_err(|error| format!("cannot find {path}: {error}"))?;
                    wanted.from = Some(from);
                }
            }
        }
        Ok(wanted)
    }
}

/// The targets there are.
fn formats() -> Result<Vec<String>, String> {
    let folder = files::root().join(HOME).join("fuzz_targets");
    let entries =
        fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let stem = |path: PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut formats: Vec<String> = entries.flatten().filter_map(|entry| stem(entry.path())).collect();
    formats.sort();
    Ok(formats)
}

/// Builds a target, with the libraries' versions that the product has.
fn built(format: &str, folder: &Path) -> Result<PathBuf, String> {
    let home = files::root().join(HOME);
    files::replace(&home.join("Cargo.lock"), &files::read("Cargo.lock")?)?;
    // Only what is built for a named machine is counted; what runs while building is not.
    let machine = machine(&process::output(process::command("rustc").arg("-vV"))?)?;
    process::run(
        process::cargo()
            .args(["build", "--release", "--bin", format, "--target", &machine, "--manifest-path"])
            .arg(home.join("Cargo.toml"))
            .env("CARGO_TARGET_DIR", folder)
            .env("CARGO_ENCODED_RUSTFLAGS", COUNTED.join("\u{1f}")),
    )?;
    let name = format!("{format}{}", std::env::consts::EXE_SUFFIX);
    Ok(folder.join(machine).join("release").join(name))
}

/// The machine that a compiler says it runs on.
fn machine(told: &str) -> Result<String, String> {
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "the compiler does not say what machine this is".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes() {
        assert_eq!(Wanted::of(&[]), Ok(Wanted { seconds: 600, from: None }));
        assert_eq!(Wanted::of(&["--seconds", "5"]), Ok(Wanted { seconds: 5, from: None }));
        for (wishes, expect) in
            [(&["--seconds"][..], "--seconds wants"), (&["no/such"], "cannot find no/such")]
        {
            assert!(Wanted::of(wishes).is_err_and(|sentence| sentence.starts_with(expect)));
        }
        assert!(
            run("docs", &[]).is_err_and(|sentence| sentence.starts_with("“docs” is none of csv, docx, "))
        );
    }

    #[test]
    fn the_machine_is_found() {
        assert_eq!(
            machine("rustc 1.95.0\nhost: x86_64-apple-darwin\n").as_deref(),
            Ok("x86_64-apple-darwin")
        );
        assert!(machine("rustc 1.95.0").is_err());
    }
}
