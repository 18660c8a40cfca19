//! `cargo xtask hostile`: whether the reader of documents withstands files that are damaged or meant ill.

use crate::process;

/// Makes that many files and has them read, each by a worker of its own. Of one format only with `--format pdf`, for
/// so long with `--minutes 10`, by another build of the program with `--reader`.
pub(crate) fn run(wishes: &[&str]) -> Result<(), String> {
    let mut wishes_left = wishes.iter();
    while let Some(wish) = wishes_left.next() {
        match *wish {
            "--format" | "--reader" if wishes_left.next().is_some() => {}
            "--minutes" if wishes_left.next().is_some_and(|it| it.parse::<u32>().is_ok()) => {}
            number if number.parse::<u32>().is_ok() => {}
            _ => {
                return Err(format!(
                    "“{wish}” is no number of files; also: --format pdf, --minutes 10, --reader PROGRAM"
                ));
            }
        }
    }
    let package = ["run", "--quiet", "--locked", "--package=standpoint-import", "--example=hostile", "--"];
    process::run(process::cargo().args(package).args(wishes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_named() {
        for wishes in [&["many"][..], &["--minutes", "long"], &["--format"]] {
            assert!(run(wishes).is_err_and(|sentence| sentence.contains("is no number of files")));
        }
    }
}
