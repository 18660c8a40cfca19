//! `cargo xtask bench`.
pub(crate) fn run(_which: &[&str]) -> Result<(), String> {
    Ok(())
}
