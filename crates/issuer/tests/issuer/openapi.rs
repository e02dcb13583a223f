//! The description of the service, held against the service.

use serde_json::Value;
use wire::route;

use crate::office::Office;

pub(crate) fn document() -> Value {
    serde_json::to_value(issuer::openapi()).unwrap()
}

/// Method and path of each operation.
pub(crate) fn operations(document: &Value) -> Vec<(String, String)> {
    let paths = document["paths"].as_object().unwrap();
    let methods = |path: &Value| path.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    paths
        .iter()
        .flat_map(|(path, item)| {
            methods(item).into_iter().map(|m| (m.to_uppercase(), path.clone()))
        })
        .collect()
}

#[test]
fn what_is_served_is_what_is_described() {
    let served = Office::new().serve();
    assert_eq!(served.get("/openapi.json").json(), document());
}

#[test]
fn each_operation_is_there_and_no_other_method_at_its_address() {
    let served = Office::new().serve();
    let nowhere = served.get("/nothing").json()["title"].as_str().unwrap().to_owned();
    let operations = operations(&document());
    assert!(operations.len() >= 20, "{operations:?}");
    for (method, path) in &operations {
        let real = path.replace(['{', '}'], "");
        let answer = served.send(method, &real, "", b"");
        // Refused for what was sent, and never as an address or a method that isn't there.
        let text = String::from_utf8_lossy(&answer.body);
        assert!(answer.status != 405 && !text.contains(&nowhere), "{method} {path}: {text}");
        assert_eq!(served.send("PATCH", &real, "", b"").problem().0, 405, "{path}");
    }
}

#[test]
fn devices_find_the_routes_that_they_use() {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    for used in
        [route::WALLET_ENROL, route::WALLET_REFRESH, route::INSPECTOR_ENROL, route::CHECK_TYPED]
    {
        assert!(paths.contains_key(used), "{used}");
    }
    for below in [route::KEY_SET, route::PHOTOS] {
        assert!(paths.keys().any(|path| path.starts_with(&format!("{below}/"))), "{below}");
    }
}
