//! What the window's pages may do: nothing but speak to the shell, load their own files and hear events.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Project;

const CONFIGURATION: &str = "src-tauri/tauri.conf.json";
const CAPABILITIES: &str = "src-tauri/capabilities/";

const PERMISSIONS: &[&str] = &["allow-invoke", "core:event:allow-listen", "core:event:allow-unlisten"];
/// The page itself, data it holds already, and the two spellings of the road to the shell.
const ORIGINS: &[&str] = &["'none'", "'self'", "blob:", "data:", "ipc:", "http://ipc.localhost"];

/// The program opens no network connection, and a page that is tricked must not be able to either.
pub(super) fn closed(project: &Project) -> Vec<String> {
    let mut breaches = Vec::new();
    for file in project.files.iter().filter(|file| file.path.starts_with(CAPABILITIES)) {
        breaches.extend(permissions(&json(&file.text)).into_iter().map(|it| format!("{}: {it}", file.path)));
    }
    for file in project.files.iter().filter(|file| file.path == CONFIGURATION) {
        breaches
            .extend(security(&json(&file.text)["app"]).into_iter().map(|it| format!("{}: {it}", file.path)));
    }
    breaches
}

fn permissions(capability: &Value) -> Vec<String> {
    let mut breaches: Vec<String> = strings(&capability["permissions"])
        .into_iter()
        .filter(|permission| !PERMISSIONS.contains(permission))
        .map(|permission| format!("{permission} is not needed"))
        .collect();
    if !capability["remote"].is_null() {
        breaches.push("no page from elsewhere may speak to the shell".to_owned());
    }
    breaches
}

fn security(app: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    let security = &app["security"];
    if app["withGlobalTauri"] != false {
        breaches.push("withGlobalTauri must be false".to_owned());
    }
    if security["freezePrototype"] != true {
        breaches.push("freezePrototype must be true".to_owned());
    }
    if security["csp"]["default-src"] != "'none'" {
        breaches.push("the content security policy must begin with nothing".to_owned());
    }
    let policy = security["csp"].as_object().into_iter().flatten();
    let origins: BTreeSet<&str> =
        policy.flat_map(|(_, origins)| origins.as_str().unwrap_or_default().split_whitespace()).collect();
    breaches.extend(
        origins
            .into_iter()
            .filter(|origin| !ORIGINS.contains(origin))
            .map(|origin| format!("the content security policy lets in {origin}")),
    );
    breaches
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn app(policy: &Value) -> Value {
        json!({ "withGlobalTauri": false, "security": { "freezePrototype": true, "csp": policy } })
    }

    #[test]
    fn the_policy_lets_nothing_in() {
        assert_eq!(security(&app(&json!({ "default-src": "'none'", "img-src": "'self' data:" }))), [""; 0]);
        assert_eq!(
            security(&app(&json!({ "default-src": "'none'", "img-src": "'self' https://example.org" }))),
            ["the content security policy lets in https://example.org"]
        );
        assert_eq!(
            security(&app(&json!({ "default-src": "'none'", "style-src": "'unsafe-inline'" }))).len(),
            1
        );
        assert_eq!(security(&app(&json!({ "script-src": "'self'" }))).len(), 1);
        assert_eq!(security(&json!({})).len(), 3);
    }

    #[test]
    fn no_permission_beyond_the_list() {
        assert_eq!(permissions(&json!({ "permissions": PERMISSIONS })), [""; 0]);
        assert_eq!(
            permissions(&json!({ "permissions": ["fs:default"], "remote": { "urls": [] } })),
            ["fs:default is not needed", "no page from elsewhere may speak to the shell"]
        );
    }
}
