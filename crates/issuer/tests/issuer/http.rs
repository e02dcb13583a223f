//! The service: what it answers to devices, to mistakes, and to those who try doors.

use issuer::Issuer;
use serde_json::{Value, json};
use test_support::at;
use wire::{EnrolInspector, EnrolledInspector, EnrolledWallet, WalletState, route};

use crate::office::{Office, Phone};

const JSON: &str = "Content-Type: application/json\r\n";

fn inspector(office: &Office) -> EnrolInspector {
    let link = office.issuer.enrol_inspector("Inga", "Arbeidstilsynet", "t", at(0)).unwrap();
    EnrolInspector { code: link.code.expose().into(), root: link.root.to_string() }
}

fn newest(office: &Office) -> u64 {
    office.key_set().version()
}

#[test]
fn a_phone_enrols_and_refreshes() {
    let office = Office::new();
    let served = office.serve();
    let phone = Phone::new("phone");
    let answer = served.post(route::WALLET_ENROL, &phone.enrolment(&office.link(at(0))));
    assert_eq!(answer.status, 200, "{answer:?}");
    let enrolled: EnrolledWallet = serde_json::from_value(answer.json()).unwrap();
    served.set_clock(60);
    let answer = served.post(route::WALLET_REFRESH, &phone.question(at(60)));
    let state: WalletState = serde_json::from_value(answer.json()).unwrap();
    assert_eq!(state.employments[0].credential, enrolled.state.employments[0].credential);
}

#[test]
fn a_wrong_clock_is_told_the_services_time() {
    let office = Office::new();
    let phone = office.phone("phone");
    let served = office.serve();
    served.set_clock(3_600);
    let answer = served.post(route::WALLET_REFRESH, &phone.question(at(0)));
    assert_eq!(answer.problem(), (403, "clock_wrong".into()));
    assert_eq!(answer.json()["server_time"], at(3_600).timestamp());
}

#[test]
fn the_key_set_is_public_but_for_the_reasons() {
    let office = Office::new();
    let served = office.serve();
    let version = newest(&office);
    for path in ["head.cbor".into(), "root/1.cbor".into(), format!("status/{version}.cwt")] {
        let answer = served.get(&format!("/key-set/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        let file = std::fs::read(office.issuer.key_set_folder().join(&path)).unwrap();
        assert_eq!(answer.body, file, "{path}");
    }
    let reasons = format!("/key-set/reasons/{version}.cbor");
    assert_eq!(served.get(&reasons).problem(), (401, "token_wrong".into()));

    let answer = served.post(route::INSPECTOR_ENROL, &inspector(&office));
    let device: EnrolledInspector = serde_json::from_value(answer.json()).unwrap();
    let bearer = format!("Authorization: Bearer {}\r\n", device.token);
    assert_eq!(served.send("GET", &reasons, &bearer, b"").status, 200);
    for wrong in ["Authorization: Bearer x\r\n", "Authorization: Basic eDp4\r\n"] {
        let answer = served.send("GET", &reasons, wrong, b"");
        assert_eq!(answer.problem(), (401, "token_wrong".into()), "{wrong}");
    }
    office.issuer.revoke_inspector("Inga", at(1)).unwrap();
    let answer = served.send("GET", &reasons, &bearer, b"");
    assert_eq!(answer.problem(), (401, "token_wrong".into()), "revoked");
}

#[test]
fn names_that_are_no_file_are_not_found_wherever_they_point() {
    let office = Office::new();
    let served = office.serve();
    for name in [
        "../keys/root.key",
        "..%2Fkeys%2Froot.key",
        "%2e%2e%2fissuer.db",
        "..",
        "1.cbor/..",
        "1",
        "0.cbor",
        "-1.cbor",
        "+1.cbor",
        "01.cbor",
        "1.cbor%00",
        "99999999999999999999.cbor",
        "1.CBOR",
    ] {
        for folder in ["root", "status"] {
            let answer = served.get(&format!("/key-set/{folder}/{name}"));
            assert_eq!(answer.problem(), (404, "not_found".into()), "{folder}/{name}");
        }
    }
    // Bytes that are no text at all.
    assert_eq!(served.get("/key-set/root/%ff.cbor").problem().0, 400);
}

#[test]
fn what_is_no_route_has_the_same_shape_as_every_other_error() {
    let served = Office::new().serve();
    for path in ["/", "/nothing", "/wallet", "/key-set", "/wallet/enrol/"] {
        assert_eq!(served.get(path).problem(), (404, "not_found".into()), "{path}");
    }
    for (method, path) in
        [("GET", "/wallet/enrol"), ("DELETE", "/key-set/head.cbor"), ("PUT", "/inspector/enrol")]
    {
        let answer = served.send(method, path, "", b"");
        assert_eq!(answer.problem(), (405, "method_not_allowed".into()), "{method} {path}");
        assert!(answer.head.contains("allow: "), "RFC 9110 § 15.5.6 asks for it: {answer:?}");
    }
}

#[test]
fn bodies_that_cant_be_read_are_refused_each_in_its_own_way() {
    let office = Office::new();
    let served = office.serve();
    let good = serde_json::to_vec(&inspector(&office)).unwrap();
    let send = |headers: &str, body: &[u8]| {
        served.send("POST", route::INSPECTOR_ENROL, headers, body).problem()
    };
    let refused = |status, code: &str| (status, code.to_owned());
    for headers in ["", "Content-Type: text/plain\r\n", "Content-Type: application/cbor\r\n"] {
        assert_eq!(send(headers, &good), refused(415, "unsupported_media_type"), "{headers:?}");
    }
    let twice = [good.as_slice(), b"{}"].concat();
    for body in [b"".as_slice(), b"{", b"\xff\xfe", b"{}{}", &good[..good.len() - 1], &twice] {
        assert_eq!(send(JSON, body), refused(400, "malformed"), "{body:?}");
    }
    for body in [r#"[]"#, "7", r#"{"code":"x"}"#] {
        assert_eq!(send(JSON, body.as_bytes()), refused(400, "malformed"), "{body}");
    }
    assert_eq!(send(JSON, br#"{"code":7,"root":"x"}"#), refused(422, "malformed"));
    let deep = format!("{{\"more\":{}", "[".repeat(10_000));
    assert_eq!(send(JSON, deep.as_bytes()), refused(400, "malformed"), "deep nesting");
    let long = vec![b' '; 20 * 1024];
    assert_eq!(send(JSON, &long), refused(413, "too_large"));
    // The charset is a parameter that some clients send.
    let charset = "Content-Type: application/json; charset=utf-8\r\n";
    assert_eq!(served.send("POST", route::INSPECTOR_ENROL, charset, &good).status, 200);
}

#[test]
fn errors_repeat_nothing_of_what_was_sent() {
    let office = Office::new();
    let served = office.serve();
    let secret = "Ola-15889000187-SECRET";
    for body in [
        json!({ "code": secret, "root": secret }),
        json!({ "code": [secret], "root": secret }),
        json!({ secret: secret }),
        Value::from(secret),
    ] {
        for path in [route::INSPECTOR_ENROL, route::WALLET_ENROL, route::WALLET_REFRESH] {
            let answer = served.post(path, &body);
            answer.problem();
            assert!(!String::from_utf8_lossy(&answer.body).contains(secret), "{answer:?}");
        }
    }
}

#[test]
fn a_failure_of_the_service_says_nothing_of_its_inside() {
    let office = Office::new();
    let served = office.serve();
    std::fs::remove_dir_all(office.issuer.key_set_folder().join("root")).unwrap();
    let phone = Phone::new("phone");
    let answer = served.post(route::WALLET_REFRESH, &phone.question(at(0)));
    assert_eq!(answer.problem(), (403, "device_unknown".into()));
    let database = rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap();
    database.execute("ALTER TABLE device RENAME TO away", []).unwrap();
    let answer = served.post(route::WALLET_REFRESH, &phone.question(at(0)));
    assert_eq!(answer.problem(), (500, "internal".into()));
    assert_eq!(answer.json()["title"], "the service failed");
}

#[test]
fn the_service_goes_on_where_it_stopped() {
    let office = Office::new();
    let phone = office.phone("phone");
    drop(office.serve());
    let issuer = std::sync::Arc::new(Issuer::open(office.folder.path()).unwrap());
    let reopened = Office { issuer, ..office };
    let answer = reopened.serve().post(route::WALLET_REFRESH, &phone.question(at(0)));
    assert_eq!(answer.status, 200, "{answer:?}");
}
