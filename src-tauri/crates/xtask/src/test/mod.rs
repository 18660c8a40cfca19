//! `cargo xtask test`: everything that is checked before a change is accepted, in one command.
//!
//! The quick stages come first. A stage that fails does not stop those that can still say something; only what
//! needs its result is left out, and counts as failed.

mod counts;
mod stages;

use std::time::{Duration, Instant};

use crate::{cache, packages};
use counts::Counts;

/// One thing to check.
struct Stage {
    name: &'static str,
    /// The stages without which this one cannot say anything.
    after: &'static [&'static str],
    run: fn(&mut Counts) -> Result<(), String>,
}

/// How a stage went.
struct Outcome {
    name: &'static str,
    took: Duration,
    counts: Counts,
    failure: Option<String>,
}

/// Runs the stages and sums up; an error if one failed.
pub(crate) fn run() -> Result<(), String> {
    packages::install(packages::BUILD.iter().chain(packages::TEST))?;
    cache::tidy_up();
    let mut outcomes = Vec::new();
    for stage in stages::STAGES {
        let outcome = perform(stage, &outcomes);
        outcomes.push(outcome);
    }
    sum_up(&outcomes)
}

fn perform(stage: &Stage, before: &[Outcome]) -> Outcome {
    println!("\n=== {}", stage.name);
    let started = Instant::now();
    let mut counts = Counts::default();
    let missing = before.iter().find(|it| it.failure.is_some() && stage.after.contains(&it.name));
    let result = match missing {
        Some(missing) => Err(format!("left out, because `{}` failed", missing.name)),
        None => (stage.run)(&mut counts),
    };
    let outcome = Outcome { name: stage.name, took: started.elapsed(), counts, failure: result.err() };
    println!("--- {}", outcome.line());
    outcome
}

fn sum_up(outcomes: &[Outcome]) -> Result<(), String> {
    println!("\n=== summary");
    for outcome in outcomes {
        println!("{}", outcome.line());
    }
    let all = outcomes.iter().fold(Counts::default(), |sum, outcome| sum + outcome.settled());
    println!("{} passed, {} failed", all.passed, all.failed);
    if all.failed == 0 { Ok(()) } else { Err("not everything holds".to_owned()) }
}

impl Outcome {
    fn line(&self) -> String {
        let Counts { passed, failed } = self.settled();
        let seconds = self.took.as_secs_f32();
        let head = format!("{:<28} {passed:>5} passed {failed:>4} failed {seconds:>7.1} s", self.name);
        match &self.failure {
            Some(failure) => format!("{head}  {failure}"),
            None => head,
        }
    }

    /// A stage without tests of its own counts as one; a stage that failed has at least one failure.
    fn settled(&self) -> Counts {
        let Counts { passed, failed } = self.counts;
        match &self.failure {
            Some(_) => Counts { passed, failed: failed.max(1) },
            None => Counts { passed: passed.max(1), failed },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(name: &'static str, failure: Option<&str>) -> Outcome {
        let failure = failure.map(str::to_owned);
        Outcome { name, took: Duration::ZERO, counts: Counts::default(), failure }
    }

    #[test]
    fn what_needs_a_failed_stage_fails_unrun() {
        let stage = Stage { name: "b", after: &["a"], run: |_| Ok(()) };
        assert!(perform(&stage, &[outcome("a", Some("broke"))]).failure.is_some());
        assert!(perform(&stage, &[outcome("a", None)]).failure.is_none());
        assert!(perform(&stage, &[outcome("other", Some("broke"))]).failure.is_none());
    }

    #[test]
    fn a_failure_without_a_count_still_counts() {
        assert!(sum_up(&[outcome("a", None), outcome("b", Some("broke"))]).is_err());
        assert!(sum_up(&[outcome("a", None)]).is_ok());
    }
}
