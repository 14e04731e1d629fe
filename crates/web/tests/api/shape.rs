//! Holds an answer against the OpenAPI document: its status, its type, and every field of its body.

#![expect(clippy::unwrap_used, reason = "a document that cannot be read ends its test")]

use serde_json::Value;

/// The document, as it is served.
pub(crate) fn document() -> Value {
    serde_json::from_str(&web::api::document()).unwrap()
}

/// The documented path that an address belongs to.
pub(crate) fn path_of<'a>(document: &'a Value, address: &str) -> Option<&'a str> {
    let paths = document["paths"].as_object().unwrap();
    let address: Vec<&str> = address.split('?').next().unwrap().split('/').collect();
    let fits = |path: &&String| {
        let parts: Vec<&str> = path.split('/').collect();
        parts.len() == address.len()
            && parts
                .iter()
                .zip(&address)
                .all(|(part, given)| part.starts_with('{') || part == given)
    };
    // The path with the fewest names in it is the one that answers.
    let found = paths.keys().filter(fits).min_by_key(|path| path.matches('{').count());
    found.map(String::as_str)
}

/// Panics when an answer is not as documented.
pub(crate) fn hold(
    document: &Value,
    (method, address): (&str, &str),
    (status, kind): (u16, &str),
    body: &Value,
) {
    let problem = || fits(document, &reference("Problem"), body, "problem");
    let is_problem = kind == "application/problem+json";
    assert_eq!(is_problem, status >= 400, "{method} {address}: {status} {kind} {body}");
    let operation = path_of(document, address)
        .map(|path| &document["paths"][path][method.to_lowercase()])
        .filter(|operation| operation.is_object());
    let Some(operation) = operation else {
        assert!(matches!(status, 404 | 405), "{method} {address} is not documented: {status}");
        return problem();
    };
    let answer = followed(document, &operation["responses"][status.to_string()]);
    assert!(answer.is_object(), "{method} {address}: {status} is not documented: {body}");
    if is_problem {
        let described = answer["description"].as_str().unwrap();
        let named = body["type"].as_str().unwrap();
        assert!(described.contains(named), "{method} {address}: {named} is not in {described:?}");
        return problem();
    }
    let schema = &answer["content"][kind]["schema"];
    assert!(schema.is_object(), "{method} {address}: {kind} is not documented");
    fits(document, schema, body, &format!("{method} {address}"));
}

/// What a reference leads to; anything else as it is.
pub(crate) fn followed<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let Some(name) = value["$ref"].as_str() else { return value };
    document.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("there is no {name}"))
}

/// Whether a value fits a schema, or why not.
pub(crate) fn fit(document: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    check(document, schema, value, "example")
}

fn reference(name: &str) -> Value {
    serde_json::json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn fits(document: &Value, schema: &Value, value: &Value, at: &str) {
    if let Err(why) = check(document, schema, value, at) {
        panic!("{why}");
    }
}

/// Says what does not fit. Knows what the document uses, and refuses what it does not know.
fn check(document: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        let pointer = name.trim_start_matches('#');
        let found = document.pointer(pointer).ok_or_else(|| format!("{at}: there is no {name}"))?;
        return check(document, found, value, at);
    }
    for any in ["oneOf", "anyOf"] {
        let Some(choices) = schema[any].as_array() else { continue };
        let tried: Vec<_> = choices.iter().map(|one| check(document, one, value, at)).collect();
        if tried.iter().any(Result::is_ok) {
            return Ok(());
        }
        let why: Vec<String> = tried.into_iter().filter_map(Result::err).collect();
        return Err(format!("{at}: none of {any}: {}", why.join(" | ")));
    }
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().try_for_each(|one| check(document, one, value, at));
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => return Ok(()),
    };
    let is = |kind: &str| match kind {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{at}: the type {other} is not known"),
    };
    if !kinds.iter().any(|kind| is(kind)) {
        return Err(format!("{at}: {value} is no {kinds:?}"));
    }
    if let Some(choices) = schema["enum"].as_array()
        && !choices.contains(value)
    {
        return Err(format!("{at}: {value} is none of {choices:?}"));
    }
    if let Some(items) = value.as_array() {
        let of = &schema["items"];
        let mut items = items.iter().enumerate();
        return items
            .try_for_each(|(place, item)| check(document, of, item, &format!("{at}[{place}]")));
    }
    check_object(document, schema, value, at)
}

fn check_object(document: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let (Some(fields), Some(known)) = (value.as_object(), schema["properties"].as_object()) else {
        return Ok(());
    };
    for (name, field) in fields {
        let of = known.get(name).ok_or_else(|| format!("{at}: {name} is not documented"))?;
        check(document, of, field, &format!("{at}.{name}"))?;
    }
    let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    let missing =
        required.iter().filter_map(Value::as_str).find(|name| !fields.contains_key(*name));
    missing.map_or(Ok(()), |name| Err(format!("{at}: {name} is missing")))
}

#[test]
fn a_body_with_another_shape_is_noticed() {
    let document = document();
    let good = serde_json::json!({
        "type": "/problems/x", "title": "x", "status": 404, "detail": "x", "instance": "/x"
    });
    assert_eq!(check(&document, &reference("Problem"), &good, "x"), Ok(()));
    for (field, wrong) in
        [("title", Value::Null), ("status", Value::from("404")), ("more", Value::from(1))]
    {
        let mut bad = good.clone();
        bad[field] = wrong;
        assert!(check(&document, &reference("Problem"), &bad, "x").is_err(), "{field}");
    }
    let mut bad = good;
    bad.as_object_mut().unwrap().remove("detail");
    assert!(check(&document, &reference("Problem"), &bad, "x").is_err());
}
