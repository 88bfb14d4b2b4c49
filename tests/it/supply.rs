//! What the program is made of, held against `.deny.toml` without any tool but cargo: licences, where crates come from, names that
//! may not be there, what is there twice, and code that runs while the program is built.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Macros that run while the program is built, or while tests are. A new one is to be read before its name is added.
const MACROS: &[&str] = &[
    "askama_macros",
    "async-recursion",
    "async-trait",
    "bytemuck_derive",
    "clap_derive",
    "displaydoc",
    "document-features",
    "enumflags2_derive",
    "foreign-types-macros",
    "futures-macro",
    "jiff-static",
    "jni-macros",
    "jni-sys-macros",
    "multiversion_no_op",
    "num_enum_derive",
    "phf_macros",
    "pin-project-internal",
    "rustversion",
    "serde_derive",
    "serde_repr",
    "thiserror-impl",
    "tracing-attributes",
    "wasm-bindgen-macro",
    "wayland-scanner",
    "windows-implement",
    "windows-interface",
    "yoke-derive",
    "zbus-lockstep-macros",
    "zbus_macros",
    "zerocopy-derive",
    "zerofrom-derive",
    "zerovec-derive",
    "zvariant_derive",
];

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The entries of a list of `.deny.toml`: the first text of each line between the brackets.
fn listed(policy: &str, section: &str, key: &str) -> BTreeSet<String> {
    let start = policy.find(&format!("[{section}]\n")).unwrap_or_else(|| panic!("no section {section}"));
    let body = &policy[start + 1..];
    let body = &body[..body.find("\n[").unwrap_or(body.len())];
    let list = body.split_once(&format!("\n{key} = [\n")).unwrap_or_else(|| panic!("no list {key} in {section}")).1;
    let list = &list[..list.find("\n]").map_or(0, |end| end + 1)];
    list.lines().map(|line| line.split('"').nth(1).unwrap_or_else(|| panic!("no text in {line:?}")).to_owned()).collect()
}

/// Whether a licence expression can be met by what is allowed: one side of each OR, both of each AND.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    // The old way to write OR.
    let expression = expression.replace('/', " OR ");
    let words: Vec<&str> = expression.split_inclusive(['(', ')', ' ']).flat_map(parts).collect();
    let mut at = 0;
    let met = any(&words, &mut at, allowed);
    assert_eq!(at, words.len(), "{expression}");
    met
}

/// A word and the bracket that is stuck to it.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let (word, bracket) = word.trim().split_at(word.trim().trim_end_matches(['(', ')']).len());
    [word, bracket].into_iter().filter(|part| !part.is_empty())
}

fn any(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut met = all(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all(words, at, allowed);
    }
    met
}

fn all(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    if words.get(*at) == Some(&"(") {
        *at += 1;
        let met = any(words, at, allowed);
        *at += 1;
        return met;
    }
    let mut name = words[*at].to_owned();
    *at += 1;
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words[*at + 1]);
        *at += 2;
    }
    allowed.contains(&name)
}

/// What cargo knows, and whether it knows the crates of all systems: without a network it has those that were fetched.
fn metadata() -> (Value, bool) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let ask = |more: &[&str]| {
        let mut command = Command::new(&cargo);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["metadata", "--format-version", "1", "--offline", "--locked"]);
        command.args(more).output().unwrap()
    };
    let of_all = ask(&["--all-features"]);
    if of_all.status.success() {
        return (serde_json::from_slice(&of_all.stdout).unwrap(), true);
    }
    let said = Command::new(&cargo).arg("-vV").output().unwrap().stdout;
    let said = String::from_utf8(said).unwrap();
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let here = ask(&["--all-features", "--filter-platform", host]);
    assert!(here.status.success(), "{}", String::from_utf8_lossy(&here.stderr));
    (serde_json::from_slice(&here.stdout).unwrap(), false)
}

/// What is in the program or runs while it is built; what only tests use is not.
fn shipped(metadata: &Value) -> BTreeSet<&str> {
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array().unwrap().iter().map(|node| (node["id"].as_str().unwrap(), node)).collect();
    let root = metadata["resolve"]["root"].as_str().unwrap();
    let (mut seen, mut open) = (BTreeSet::from([root]), vec![root]);
    while let Some(id) = open.pop() {
        for dependency in nodes[id]["deps"].as_array().unwrap() {
            let ships = dependency["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"] != "dev");
            let id = dependency["pkg"].as_str().unwrap();
            if ships && seen.insert(id) {
                open.push(id);
            }
        }
    }
    seen
}

#[test]
fn everything_in_the_program_is_as_the_policy_says() {
    let policy = read(".deny.toml");
    let (metadata, of_all) = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let allowed = listed(&policy, "licenses", "allow");
    let banned = listed(&policy, "bans", "deny");
    let registries: BTreeSet<String> =
        listed(&policy, "sources", "allow-registry").into_iter().map(|url| format!("registry+{url}")).collect();
    let shipped = shipped(&metadata);
    let (mut wrong, mut builds, mut macros) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let (name, version) = (text("name"), text("version"));
        let licence = text("license");
        if licence.is_empty() || !is_allowed(licence, &allowed) {
            wrong.push(format!("{name} {version} has the licence “{licence}”"));
        }
        if banned.contains(name) {
            wrong.push(format!("{name} may not be there"));
        }
        let ours = name == env!("CARGO_PKG_NAME");
        if !ours && !registries.contains(text("source")) {
            wrong.push(format!("{name} comes from “{}”", text("source")));
        }
        let runs = |kind: &str| {
            let is = |target: &Value| target["kind"].as_array().unwrap().iter().any(|other| other == kind);
            package["targets"].as_array().unwrap().iter().any(is)
        };
        if runs("custom-build") {
            builds.insert(name.to_owned());
        }
        if runs("proc-macro") {
            macros.insert(name.to_owned());
        }
        if shipped.contains(text("id")) {
            versions.entry(name).or_default().push(version);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(packages.len() > 300 && shipped.len() > 200, "the list is the whole one");

    let of_policy = |found: &BTreeSet<String>, listed: &BTreeSet<String>, what: &str| {
        let new: Vec<_> = found.difference(listed).collect();
        let gone: Vec<_> = listed.difference(found).filter(|_| of_all).collect();
        assert!(new.is_empty() && gone.is_empty(), "{what}: new {new:?}, no longer there {gone:?}");
    };
    of_policy(&builds, &listed(&policy, "bans.build", "allow-build-scripts"), "build scripts");
    of_policy(&macros, &MACROS.iter().map(|name| (*name).to_owned()).collect(), "macros");
    // Of what is there twice, all versions but the newest are listed.
    let mut twice = BTreeSet::new();
    for (name, mut versions) in versions {
        versions
            .sort_by_key(|version| version.split(['.', '+', '-']).map(|part| part.parse().unwrap_or(0_u64)).collect::<Vec<_>>());
        versions.pop();
        twice.extend(versions.iter().map(|version| format!("{name}@{version}")));
    }
    of_policy(&twice, &listed(&policy, "bans", "skip"), "there twice");
}

#[test]
fn the_check_of_licences_sees_what_it_is_there_for() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0 WITH LLVM-exception", "Zlib"].map(str::to_owned).into();
    for (expression, is) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0/MIT", true),
        ("MIT AND GPL-3.0", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("(GPL-3.0 OR MIT) AND (BSL-1.0)", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
        ("Apache-2.0", false),
    ] {
        assert_eq!(is_allowed(expression, &allowed), is, "{expression}");
    }
}

#[test]
fn every_dependency_of_ours_has_its_reason() {
    let manifest = read("Cargo.toml");
    let mut wrong = Vec::new();
    let (mut in_dependencies, mut reason) = (false, false);
    for line in manifest.lines() {
        if line.starts_with('[') {
            // A table for a system has its reason before it.
            in_dependencies = line.contains("dependencies");
            reason = reason && line.contains("target");
            continue;
        }
        if line.starts_with('#') {
            reason = true;
        } else if line.is_empty() {
            reason = false;
        } else if in_dependencies {
            if !reason {
                wrong.push(line.split(' ').next().unwrap_or_default().to_owned());
            }
            // One reason is for one dependency, unless it says how many there are.
            if line.contains(" = ") && line.contains("\"*\"") {
                wrong.push(format!("{line}: any version"));
            }
            reason = false;
        }
    }
    assert!(wrong.is_empty(), "without a reason beside it: {wrong:?}");
    assert!(manifest.contains("unsafe_code = \"forbid\""));
}
