//! What a worker gives up before it sees a byte of a document.
//!
//! Each step is taken as far as the system knows it: an old kernel or another system leaves fewer of them, and the
//! parent's clock and the cap on the answer hold everywhere.

/// Gives up memory beyond `address_space` bytes, processor time beyond `cpu_seconds`, and the right to open
/// anything: files, sockets, other processes. There is no way back.
pub fn confine(address_space: u64, cpu_seconds: u64) {
    // Before descriptors are limited: it needs one.
    #[cfg(target_os = "linux")]
    close_the_world(&[]);
    // Standard input, output and error are open; a fourth is one too many.
    #[cfg(unix)]
    limit_resources(address_space, cpu_seconds, &Files { open: 3, longest: 0 });
    #[cfg(not(unix))]
    let _ = (address_space, cpu_seconds);
}

/// As [`confine`], for a program that has files of its own to read: it may open them, and still write to none and speak
/// to nobody.
pub(crate) fn confine_to_reading(address_space: u64, cpu_seconds: u64) {
    #[cfg(target_os = "linux")]
    close_the_world(&["/"]);
    // Where the system cannot forbid writing, what lies in memory elsewhere may have to lie in a small file.
    #[cfg(unix)]
    limit_resources(address_space, cpu_seconds, &Files { open: 64, longest: 64 * 1024 * 1024 });
    #[cfg(not(unix))]
    let _ = (address_space, cpu_seconds);
}

/// How many files may be open, and how many bytes one may be written to.
#[cfg(unix)]
struct Files {
    open: u64,
    longest: u64,
}

#[cfg(unix)]
fn limit_resources(address_space: u64, cpu_seconds: u64, files: &Files) {
    use rlimit::Resource;
    let limits = [
        (Resource::AS, address_space, address_space),
        // At the first limit a process is told, at the second it is killed, which looks like want of memory.
        (Resource::CPU, cpu_seconds, cpu_seconds.saturating_add(1)),
        (Resource::NOFILE, files.open, files.open),
        (Resource::FSIZE, files.longest, files.longest),
        (Resource::CORE, 0, 0),
    ];
    for (resource, soft, hard) in limits {
        // A system that lacks one of them, or already allows less, still has the others.
        resource.set(soft, hard).ok();
    }
}

#[cfg(target_os = "linux")]
fn close_the_world(readable: &[&str]) {
    use landlock::{
        ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetError, Scope,
        path_beneath_rules,
    };
    /// The newest kernel interface asked for; an older kernel applies what it knows.
    const NEWEST: ABI = ABI::V6;
    let rules = || -> Result<(), RulesetError> {
        Ruleset::default()
            .handle_access(AccessFs::from_all(NEWEST))?
            .handle_access(AccessNet::from_all(NEWEST))?
            .scope(Scope::from_all(NEWEST))?
            .create()?
            .add_rules(path_beneath_rules(readable, AccessFs::from_read(NEWEST)))?
            .restrict_self()?;
        Ok(())
    };
    // Best effort: without it the limit on open files still stands.
    rules().ok();
}
