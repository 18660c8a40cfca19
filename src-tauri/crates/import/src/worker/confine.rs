//! What a worker gives up before it sees a byte of a document.
//!
//! Each step is taken as far as the system knows it: an old kernel or another system leaves fewer of them, and the
//! parent's clock and the cap on the answer hold everywhere.

/// Gives up memory beyond `address_space` bytes, processor time beyond `cpu_seconds`, and the right to open
/// anything: files, sockets, other processes. There is no way back.
pub fn confine(address_space: u64, cpu_seconds: u64) {
    #[cfg(unix)]
    limit_resources(address_space, cpu_seconds);
    #[cfg(target_os = "linux")]
    close_the_world();
    #[cfg(not(unix))]
    let _ = (address_space, cpu_seconds);
}

#[cfg(unix)]
fn limit_resources(address_space: u64, cpu_seconds: u64) {
    use rlimit::Resource;
    /// Standard input, output and error are open; a fourth is one too many.
    const OPEN_FILES: u64 = 3;
    let limits = [
        (Resource::AS, address_space, address_space),
        // At the first limit a process is told, at the second it is killed, which looks like want of memory.
        (Resource::CPU, cpu_seconds, cpu_seconds.saturating_add(1)),
        (Resource::NOFILE, OPEN_FILES, OPEN_FILES),
        (Resource::FSIZE, 0, 0),
        (Resource::CORE, 0, 0),
    ];
    for (resource, soft, hard) in limits {
        // A system that lacks one of them, or already allows less, still has the others.
        resource.set(soft, hard).ok();
    }
}

#[cfg(target_os = "linux")]
fn close_the_world() {
    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, Scope};
    /// The newest kernel interface asked for; an older kernel applies what it knows.
    const NEWEST: ABI = ABI::V6;
    let rules = || -> Result<(), RulesetError> {
        Ruleset::default()
            .handle_access(AccessFs::from_all(NEWEST))?
            .handle_access(AccessNet::from_all(NEWEST))?
            .scope(Scope::from_all(NEWEST))?
            .create()?
            .restrict_self()?;
        Ok(())
    };
    // Best effort: without it the limit on open files still stands.
    rules().ok();
}
