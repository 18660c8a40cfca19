//! `commands`: every command there is, with what it takes and gives, from the one list of them.

use crate::arguments::Form;
use crate::ending::Ending;
use crate::print;
use serde_json::{Map, Value, json};
use standpoint_api::commands::{COMMANDS, Command};
use standpoint_api::typescript::Shape;

pub(crate) fn run(form: Form) -> Result<(), Ending> {
    match form {
        Form::Json => print::json(&described())?,
        Form::People => print::lines(COMMANDS.iter().flat_map(shown))?,
    }
    Ok(())
}

fn shown(command: &Command) -> [String; 4] {
    let (takes, gives) = ((command.takes)(), (command.gives)());
    [
        command.name.to_owned(),
        format!("    {}", command.purpose),
        format!("    takes {}", spelt_out(&takes)),
        format!("    gives {}", gives.name),
    ]
}

/// All commands, and the TypeScript declarations of every type they name.
fn described() -> Value {
    let mut types = Map::new();
    let commands: Vec<Value> = COMMANDS
        .iter()
        .map(|command| {
            let (takes, gives) = ((command.takes)(), (command.gives)());
            let described = json!({
                "name": command.name,
                "purpose": command.purpose,
                "provides": command.provides,
                "args": takes.name,
                "result": gives.name,
            });
            let declarations = takes.declarations.into_iter().chain(gives.declarations);
            types.extend(declarations.map(|(name, text)| (name, Value::String(text))));
            described
        })
        .collect();
    json!({ "commands": commands, "types": types })
}

/// The fields of a type rather than its name, where it is a record; its name where it is not.
fn spelt_out(shape: &Shape) -> String {
    let declaration = shape.declarations.get(&shape.name).map(String::as_str).unwrap_or_default();
    let body = declaration.split_once(" = ").map(|(_, body)| body).unwrap_or_default();
    if !body.starts_with('{') {
        return if shape.name == "Nothing" { "{}".to_owned() } else { shape.name.clone() };
    }
    let uncommented: Vec<&str> = body
        .split("/**")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |(_, code)| code) })
        .collect();
    let words = uncommented.concat().split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches(';').replace(", }", " }")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_says_what_it_takes_and_gives() {
        for command in COMMANDS {
            let [_, purpose, takes, gives] = shown(command);
            assert!(purpose.ends_with('.'), "{purpose}");
            assert!(takes.len() > 10 && gives.len() > 10, "{}: {takes} {gives}", command.name);
            assert!(!takes.contains("*/"), "{takes}");
        }
    }

    #[test]
    fn records_are_spelt_out() {
        let takes = |name: &str| {
            let command = standpoint_api::commands::find(name).expect("a command");
            spelt_out(&(command.takes)())
        };
        assert_eq!(takes("dossier_new"), "{ path: string, title: string }");
        assert_eq!(takes("undo"), "{}");
        assert_eq!(takes("source_get"), "Of<SourceId>");
    }
}
