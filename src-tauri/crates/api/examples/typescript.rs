//! Prints `ui/src/api/generated.ts`; `cargo xtask codegen` writes it to its place.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

fn main() {
    print!("{}", standpoint_api::typescript::generated());
}
