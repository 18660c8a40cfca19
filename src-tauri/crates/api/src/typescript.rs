//! The TypeScript side of the wire: every type that crosses it and every command, as one file.

use crate::commands::COMMANDS;
use crate::error::WireError;
use crate::session::Changed;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// A type as TypeScript writes it, with the declarations it needs.
#[derive(Debug, Clone)]
pub struct Shape {
    /// The type's name or expression.
    pub name: String,
    /// Declarations by name, its own among them.
    pub declarations: BTreeMap<String, String>,
}

impl Shape {
    /// The shape of `T`.
    #[must_use]
    pub fn of<T: TS + 'static + ?Sized>() -> Self {
        let mut gathered = Gathered { config: config(), declarations: BTreeMap::new() };
        gathered.visit::<T>();
        Self { name: T::name(&gathered.config), declarations: gathered.declarations }
    }
}

struct Gathered {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Gathered {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Types without a file of their own (strings, lists) need no declaration, but what they hold may.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.declarations.contains_key(&name) {
                return;
            }
            let documented = T::docs().unwrap_or_default();
            self.declarations.insert(name, format!("{documented}export {}", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn config() -> Config {
    Config::new().with_large_int("number")
}

/// The whole of `ui/src/api/generated.ts`.
#[must_use]
pub fn generated() -> String {
    let mut declarations = BTreeMap::new();
    let mut shapes = String::new();
    let mut provides = String::new();
    for command in COMMANDS {
        let (takes, gives) = ((command.takes)(), (command.gives)());
        let _ = writeln!(shapes, "  /** {} */", command.purpose);
        let _ = writeln!(shapes, "  {}: {{ args: {}; result: {} }};", command.name, takes.name, gives.name);
        let tags: Vec<String> = command.provides.iter().map(|tag| format!("\"{tag}\"")).collect();
        let _ = writeln!(provides, "  {}: [{}],", command.name, tags.join(", "));
        declarations.extend(takes.declarations);
        declarations.extend(gives.declarations);
    }
    declarations.extend(Shape::of::<WireError>().declarations);
    declarations.extend(Shape::of::<Changed>().declarations);
    let one_line = |text: String| text.replace("/**\n * ", "/** ").replace("\n */\n", " */\n");
    let types: Vec<String> = declarations.into_values().map(one_line).collect();
    format!(
        "// Made from the command list by `cargo xtask codegen`. Do not edit.\n\n{}\n\n\
         /** Every command: what it takes and what it gives. */\nexport interface Commands {{\n{shapes}}}\n\n\
         /** The caches each command's answer depends on. */\n\
         export const provides: {{ readonly [C in keyof Commands]: readonly string[] }} = {{\n{provides}}};\n",
        types.join("\n\n"),
    )
}
