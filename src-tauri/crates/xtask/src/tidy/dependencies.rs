//! Which crate may use which: our own one way only, and some libraries by one crate only.

use serde_json::Value;

use super::Project;

/// Our crates and those of ours they may use. A crate that is not listed here has no place in the plan yet.
const MAY_USE: &[(&str, &[&str])] = &[
    ("standpoint-core", &[]),
    ("standpoint-import", &[]),
    ("standpoint-brief", &["standpoint-core"]),
    ("standpoint-api", &["standpoint-core", "standpoint-import", "standpoint-brief"]),
    ("standpoint-cli", &["standpoint-api"]),
    ("standpoint", &["standpoint-api"]),
    ("xtask", &[]),
    (
        "standpoint-tests",
        &["standpoint-core", "standpoint-import", "standpoint-brief", "standpoint-api", "standpoint-cli"],
    ),
];

/// Libraries that belong to one crate, so that changing one of them touches one place. Tests may use them.
const OWNED: &[(&str, &str)] =
    &[("rusqlite", "standpoint-core"), ("printpdf", "standpoint-brief"), ("tauri", "standpoint")];

/// Dependencies point one way: everything but the shell builds without WebKit, and core knows nobody.
pub(super) fn one_way(project: &Project) -> Vec<String> {
    let mut breaches = Vec::new();
    for (package, used) in normal_dependencies(&project.packages) {
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == package) else {
            breaches.push(format!("the crate {package} is not in the plan"));
            continue;
        };
        let ours = |name: &&str| MAY_USE.iter().any(|(ours, _)| ours == name);
        breaches.extend(
            used.into_iter()
                .filter(ours)
                .filter(|name| !may_use.contains(name))
                .map(|name| format!("{package} must not use {name}")),
        );
    }
    breaches
}

/// Storage, PDF writing and the window each have one owner.
pub(super) fn owners(project: &Project) -> Vec<String> {
    let mut breaches = Vec::new();
    for (package, used) in normal_dependencies(&project.packages) {
        for (library, owner) in OWNED {
            if used.contains(library) && package != *owner && package != "standpoint-tests" {
                breaches.push(format!("{package} uses {library}, which is {owner}'s alone"));
            }
        }
    }
    breaches
}

/// The crates of the workspace, each with the names of what it uses outside its tests and build script.
fn normal_dependencies(metadata: &Value) -> Vec<(&str, Vec<&str>)> {
    let members: Vec<&Value> = metadata["workspace_members"].as_array().into_iter().flatten().collect();
    let packages = metadata["packages"].as_array().into_iter().flatten();
    packages
        .filter(|package| members.contains(&&package["id"]))
        .map(|package| {
            let used = package["dependencies"].as_array().into_iter().flatten();
            let normal = used.filter(|dependency| dependency["kind"].is_null());
            (text(&package["name"]), normal.map(|dependency| text(&dependency["name"])).collect())
        })
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(package: &str, uses: &[(&str, Option<&str>)], expect: &[&str]) {
        let dependencies: Vec<Value> =
            uses.iter().map(|(name, kind)| json!({ "name": name, "kind": kind })).collect();
        let package = json!({ "id": "one", "name": package, "dependencies": dependencies });
        let project = Project::of(&[], json!({ "workspace_members": ["one"], "packages": [package] }));
        assert_eq!([one_way(&project), owners(&project)].concat(), expect);
    }

    #[test]
    fn dependencies_point_one_way() {
        check("standpoint-brief", &[("standpoint-core", None), ("serde", None)], &[]);
        check(
            "standpoint-core",
            &[("standpoint-api", None)],
            &["standpoint-core must not use standpoint-api"],
        );
        check("standpoint-core", &[("standpoint-api", Some("dev"))], &[]);
        check("standpoint-extra", &[], &["the crate standpoint-extra is not in the plan"]);
    }

    #[test]
    fn some_libraries_have_one_owner() {
        check("standpoint-core", &[("rusqlite", None)], &[]);
        check("standpoint-api", &[("rusqlite", Some("dev"))], &[]);
        check(
            "standpoint-api",
            &[("rusqlite", None)],
            &["standpoint-api uses rusqlite, which is standpoint-core's alone"],
        );
        check(
            "standpoint-cli",
            &[("tauri", None)],
            &["standpoint-cli uses tauri, which is standpoint's alone"],
        );
    }
}
