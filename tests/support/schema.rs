//! Holds JSON against a JSON schema (draft 7), as far as the schema of SARIF goes. A keyword that it does not know is an error
//! of the test, so that nothing passes unchecked; a crate that knows them all would cost forty more to build.

use serde_json::Value;

/// Keywords that say nothing about what is allowed.
const SILENT: &[&str] = &["$schema", "$id", "title", "description", "default", "definitions"];

/// What is wrong with `value`, each with its place; nothing where it fits the schema.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    fits(schema, schema, value, "", &mut faults);
    faults
}

fn fits(root: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let Some(schema) = schema.as_object() else {
        assert!(schema == &Value::Bool(true), "a schema that is {schema}");
        return;
    };
    if let Some(name) = schema.get("$ref") {
        let path = name.as_str().unwrap().strip_prefix('#').expect("only references inside the schema");
        return fits(root, root.pointer(path).expect("a definition"), value, at, faults);
    }
    let inner = |schema: &Value, value: &Value, at: &str| {
        let mut inner = Vec::new();
        fits(root, schema, value, at, &mut inner);
        inner
    };
    let size = |value: &Value| value.as_array().map(Vec::len);
    for (keyword, wanted) in schema {
        let mut wrong = |what: String| faults.push(format!("{at}: {what}"));
        match keyword.as_str() {
            silent if SILENT.contains(&silent) => {}
            "type" => {
                let is = |name: &Value| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "number" => value.is_number(),
                    "null" => value.is_null(),
                    other => panic!("the type {other}"),
                };
                let one = std::slice::from_ref(wanted);
                if !wanted.as_array().map_or(one, Vec::as_slice).iter().any(is) {
                    wrong(format!("{value} is not {wanted}"));
                }
            }
            "enum" if !wanted.as_array().unwrap().contains(value) => wrong(format!("{value} is none of {wanted}")),
            "required" if value.is_object() => {
                for name in wanted.as_array().unwrap() {
                    if value.get(name.as_str().unwrap()).is_none() {
                        wrong(format!("{name} is missing"));
                    }
                }
            }
            "minItems" if size(value).is_some_and(|n| (n as u64) < wanted.as_u64().unwrap()) => wrong("too few".into()),
            "uniqueItems" => {
                let all = value.as_array().map_or(&[][..], Vec::as_slice);
                if all.iter().enumerate().any(|(n, one)| all[..n].contains(one)) {
                    wrong("an item comes twice".into());
                }
            }
            "minimum" if value.as_f64().is_some_and(|n| n < wanted.as_f64().unwrap()) => wrong(format!("{value} is too small")),
            "maximum" if value.as_f64().is_some_and(|n| n > wanted.as_f64().unwrap()) => wrong(format!("{value} is too large")),
            "format" if value.is_string() => {
                let text = value.as_str().unwrap();
                let sound = match wanted.as_str().unwrap() {
                    "uri" => is_reference(text) && text.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/')),
                    "uri-reference" => is_reference(text),
                    other => panic!("the format {other}"),
                };
                if !sound {
                    wrong(format!("{value} is no {wanted}"));
                }
            }
            "pattern" => assert!(!value.is_string(), "{at}: a pattern is not looked at"),
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults.extend(inner(wanted, item, &format!("{at}/{n}")));
                }
            }
            "properties" => {
                for (name, item) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = wanted.get(name) {
                        faults.extend(inner(schema, item, &format!("{at}/{name}")));
                    }
                }
            }
            "additionalProperties" => {
                let known = schema.get("properties");
                for (name, item) in value.as_object().into_iter().flatten() {
                    if known.is_some_and(|known| known.get(name).is_some()) {
                        continue;
                    }
                    if wanted == &Value::Bool(false) {
                        faults.push(format!("{at}: {name} is not known"));
                    } else {
                        faults.extend(inner(wanted, item, &format!("{at}/{name}")));
                    }
                }
            }
            "anyOf" | "oneOf" => {
                let fit = wanted.as_array().unwrap().iter().filter(|schema| inner(schema, value, at).is_empty()).count();
                if fit == 0 || (keyword == "oneOf" && fit > 1) {
                    wrong(format!("{fit} of {keyword} fit"));
                }
            }
            "enum" | "required" | "minItems" | "minimum" | "maximum" | "format" => {}
            other => panic!("the keyword {other} is not known here"),
        }
    }
}

/// Whether a text has only characters that a URI reference may have, percent signs only before two digits, and no colon in a
/// first part that is not a scheme.
fn is_reference(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    let escaped = text.split('%').skip(1).all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|b| b.is_ascii_hexdigit()));
    let first = text.split('/').next().unwrap_or_default();
    let scheme = |word: &str| word.bytes().all(|b| b.is_ascii_alphanumeric()) && !word.is_empty();
    let colon = first.split_once(':').is_none_or(|(word, _)| scheme(word));
    text.bytes().all(allowed) && escaped && colon
}
