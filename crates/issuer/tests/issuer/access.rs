//! Every route as every role. The routes come from the description of the service, so that a new
//! one is tried too.

use issuer::Role;
use test_support::at;

use crate::office::{Office, Served};
use crate::openapi::{document, operations};

/// Headers that make each role.
fn headers(office: &Office, role: Role) -> Vec<String> {
    let issuer = &office.issuer;
    let token = match role {
        // Anybody: with nothing, with a guess, with what isn't a bearer token.
        Role::Public => {
            let none = ["", "Authorization: Bearer x\r\n", "Authorization: Basic eDp4\r\n"];
            return none.map(str::to_owned).to_vec();
        }
        Role::Employer => {
            let session =
                issuer.begin_session(&test_support::person(9).national_id, at(0)).unwrap();
            let csrf = issuer::csrf_token(&session);
            return vec![format!("Cookie: hmskort-employer={session}\r\nX-CSRF-Token: {csrf}\r\n")];
        }
        Role::Inspector => {
            let link = issuer.enrol_inspector("Inga", "Arbeidstilsynet", "t", at(0)).unwrap();
            let (code, root) = (link.code.expose().into(), link.root.to_string());
            issuer
                .enrol_inspector_device(&wire::EnrolInspector { code, root }, at(0))
                .unwrap()
                .token
        }
        Role::Office | Role::Auditor | Role::Site => {
            issuer.new_token(role, "somebody", at(0)).unwrap()
        }
    };
    vec![format!("Authorization: Bearer {token}\r\n")]
}

/// The roles that the description of an operation names; none means anybody.
fn described(method: &str, path: &str) -> Vec<String> {
    let document = document();
    let security = document["paths"][path][method.to_lowercase()]["security"].clone();
    let schemes = security.as_array().cloned().unwrap_or_default();
    schemes.iter().flat_map(|one| one.as_object().unwrap().keys().cloned()).collect()
}

fn ask(served: &Served, method: &str, path: &str, headers: &str) -> u16 {
    served.send(method, &path.replace(['{', '}'], ""), headers, b"").status
}

#[test]
fn every_route_is_shut_to_every_role_but_those_that_it_names() {
    let office = Office::new();
    let served = office.serve();
    let mut operations = operations(&document());
    // It ends the session that the others need.
    operations.sort_by_key(|(_, path)| path == "/employer/logout");
    assert!(operations.len() > 25, "{operations:?}");
    for role in Role::ALL {
        for headers in headers(&office, role) {
            for (method, path) in &operations {
                let may = described(method, path);
                let status = ask(&served, method, path, &headers);
                let open = may.is_empty() || may.iter().any(|one| one == role.as_str());
                let expected = match role {
                    _ if open => None,
                    Role::Public => Some(401),
                    _ => Some(403),
                };
                match expected {
                    Some(expected) => assert_eq!(status, expected, "{role}: {method} {path}"),
                    None => assert!(![401, 403].contains(&status), "{role}: {method} {path}"),
                }
            }
        }
    }
}

#[test]
fn what_lies_below_a_roles_name_is_that_roles_alone() {
    // All that is anybody's. A look at this list must tell that it holds nothing secret.
    let anybodys = [
        "/health",
        "/ready",
        "/wallet/",
        "/inspector/enrol",
        "/check-typed",
        "/tips",
        "/photos/",
        "/key-set/head.cbor",
        "/key-set/root/",
        "/key-set/status/",
        "/key-set/approved/",
        "/employer/login",
        "/employer/callback",
    ];
    for (method, path) in operations(&document()) {
        let may = described(&method, &path);
        let owner = Role::ALL.into_iter().find(|role| path.starts_with(&format!("/{role}/")));
        match owner {
            _ if anybodys.iter().any(|open| path.starts_with(open)) => {
                assert!(may.is_empty(), "{method} {path}: {may:?}");
            }
            Some(role) => assert_eq!(may, [role.as_str()], "{method} {path}"),
            None => assert_eq!(may, ["inspector"], "{method} {path}"),
        }
    }
}

#[test]
fn a_head_request_is_shut_like_the_get_that_it_asks_about() {
    let office = Office::new();
    let served = office.serve();
    assert_eq!(served.send("HEAD", "/key-set/reasons/1.cbor", "", b"").status, 401);
    assert_eq!(served.send("HEAD", "/key-set/head.cbor", "", b"").status, 200);
}

#[test]
fn a_revoked_token_opens_nothing_from_the_next_request_on() {
    let office = Office::new();
    let served = office.serve();
    let token = office.issuer.new_token(Role::Auditor, "anna", at(0)).unwrap();
    let bearer = format!("Authorization: Bearer {token}\r\n");
    assert_eq!(ask(&served, "GET", "/auditor/log", &bearer), 200);
    office.issuer.revoke_token(Role::Office, "anna", at(1)).unwrap_err();
    office.issuer.revoke_token(Role::Auditor, "anna", at(1)).unwrap();
    let answer = served.send("GET", "/auditor/log", &bearer, b"");
    assert_eq!(answer.problem(), (401, "token_wrong".into()));
    assert!(answer.head.contains("www-authenticate: bearer"), "RFC 6750 § 3");
}

#[test]
fn roles_that_prove_themselves_otherwise_get_no_token() {
    let office = Office::new();
    for role in [Role::Public, Role::Employer, Role::Inspector] {
        office.issuer.new_token(role, "x", at(0)).unwrap_err();
    }
}
