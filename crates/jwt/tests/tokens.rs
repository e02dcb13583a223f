//! Tokens: the known answer of RFC 7515, keys in each shape, and what must be refused.

use data_encoding::BASE64URL_NOPAD;
use jwt::{JwtError, PublicKey, RsaKey, Token};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The same key three times; it is here for all to see and protects nothing.
const KEYS: [&[u8]; 3] = [
    include_bytes!("keys/pkcs8.pem"),
    include_bytes!("keys/pkcs1.pem"),
    include_bytes!("keys/private.jwk.json"),
];

/// RFC 7515, appendix A.2.
const RFC_KEY: &str = r#"{"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}"#;
const RFC_TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

#[test]
fn the_known_answer_of_the_rfc_is_verified() {
    let key = PublicKey::from_jwk(RFC_KEY.as_bytes()).unwrap();
    let claims: Value = Token::read(RFC_TOKEN).unwrap().verify(&key).unwrap();
    assert_eq!((&claims["iss"], &claims["exp"]), (&json!("joe"), &json!(1_300_819_380)));
}

#[test]
fn a_key_is_the_same_in_each_shape() {
    let [pkcs8, pkcs1, jwk] = KEYS.map(|file| RsaKey::from_file(file).unwrap());
    assert_eq!(pkcs8.public_key(), pkcs1.public_key());
    assert_eq!(pkcs8.public_key(), jwk.public_key());
    let public = serde_json::to_vec(&jwk.public_key().to_jwk()).unwrap();
    assert_eq!(PublicKey::from_jwk(&public), Ok(pkcs8.public_key()));
    assert_eq!(format!("{jwk:?}"), "RsaKey(…)");
}

#[test]
fn what_is_signed_with_any_shape_is_verified_with_its_public_half_and_no_other() {
    let other = PublicKey::from_jwk(RFC_KEY.as_bytes()).unwrap();
    for file in KEYS {
        let key = RsaKey::from_file(file).unwrap();
        let text = key.sign(Some("key-1"), &json!({ "aud": "register" })).unwrap();
        let token = Token::read(&text).unwrap();
        assert_eq!(token.key_id(), Some("key-1"));
        assert_eq!(token.verify::<Value>(&key.public_key()).unwrap()["aud"], "register");
        assert_eq!(token.verify::<Value>(&other), Err(JwtError::Signature));
    }
}

#[test]
fn a_changed_claim_breaks_the_signature() {
    let key = RsaKey::from_file(KEYS[0]).unwrap();
    let text = key.sign(None, &json!({ "scope": "a" })).unwrap();
    let parts: Vec<&str> = text.split('.').collect();
    let other = BASE64URL_NOPAD.encode(br#"{"scope":"b"}"#);
    let changed = format!("{}.{other}.{}", parts[0], parts[2]);
    let token = Token::read(&changed).unwrap();
    assert_eq!(token.verify::<Value>(&key.public_key()), Err(JwtError::Signature));
}

#[test]
fn no_other_algorithm_is_let_in_by_the_header() {
    let body = BASE64URL_NOPAD.encode(br#"{"iss":"joe"}"#);
    for alg in ["none", "HS256", "RS512", "rs256", ""] {
        let header = BASE64URL_NOPAD.encode(json!({ "alg": alg }).to_string().as_bytes());
        let text = format!("{header}.{body}.AAAA");
        assert_eq!(Token::read(&text).err(), Some(JwtError::Algorithm), "{alg}");
    }
}

#[test]
fn what_is_no_rsa_key_of_that_size_is_refused() {
    for file in [
        include_bytes!("keys/short.pem").as_slice(),
        include_bytes!("keys/ed25519.pem"),
        b"",
        b"{}",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    ] {
        assert_eq!(RsaKey::from_file(file).err(), Some(JwtError::Key));
    }
    let symmetric = br#"{"kty":"oct","n":"AQAB","e":"AQAB"}"#;
    assert_eq!(PublicKey::from_jwk(symmetric), Err(JwtError::Key));
}

#[test]
fn a_token_that_is_too_long_is_not_looked_at() {
    let long = format!("{RFC_TOKEN}{}", "A".repeat(jwt::MAX_TOKEN));
    assert_eq!(Token::read(&long).err(), Some(JwtError::Malformed));
}

proptest! {
    #[test]
    fn no_text_is_a_token_of_ours(text in "[A-Za-z0-9_.-]{0,200}") {
        let key = PublicKey::from_jwk(RFC_KEY.as_bytes()).unwrap();
        prop_assert!(Token::read(&text).and_then(|t| t.verify::<Value>(&key)).is_err());
    }
}
