//! Passes in Google Wallet: the link is a token that openssl verifies, and the code in the pass is
//! what RFC 6238 says.

use std::path::Path;
use std::process::Command;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use issuer::{Issuer, IssuerError};
use ring::hmac;
use serde_json::{Value, json};
use test_support::at;
use wire::{AskPass, Assurance, CheckTyped};

use crate::office::{Office, Phone};

fn openssl(folder: &Path, args: &[&str]) {
    let output = Command::new("openssl").current_dir(folder).args(args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The file of an account that there is only here.
fn account(folder: &Path) -> Vec<u8> {
    openssl(folder, &["genpkey", "-algorithm", "RSA", "-out", "account.pem"]);
    openssl(folder, &["pkey", "-in", "account.pem", "-pubout", "-out", "public.pem"]);
    let private_key = std::fs::read_to_string(folder.join("account.pem")).unwrap();
    let email = "hmskort@example.iam.gserviceaccount.com";
    json!({ "type": "service_account", "client_email": email, "private_key": private_key })
        .to_string()
        .into_bytes()
}

fn ask(office: &Office, phone: &Phone, now: i64) -> Result<String, IssuerError> {
    let proof = phone.sign(&wire::pass_message(at(now).timestamp()));
    let request = AskPass { device_key: phone.key(), at: at(now).timestamp(), proof };
    office.issuer.google_pass(&request, at(now)).map(|pass| pass.link)
}

/// The claims of a link, once openssl has said who signed it.
fn claims(folder: &Path, link: &str) -> Value {
    let token = link.strip_prefix("https://pay.google.com/gp/v/save/").unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    std::fs::write(folder.join("signed"), signed).unwrap();
    let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
    std::fs::write(folder.join("signature"), signature).unwrap();
    let dgst = ["dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "signed"];
    openssl(folder, &dgst);
    let claims = signed.split_once('.').unwrap().1;
    serde_json::from_slice(&BASE64URL_NOPAD.decode(claims.as_bytes()).unwrap()).unwrap()
}

/// RFC 6238, as a phone of Google's has it.
fn totp(barcode: &Value, now: i64) -> String {
    let details = &barcode["totpDetails"];
    assert_eq!(
        (&details["algorithm"], &details["periodMillis"]),
        (&json!("TOTP_SHA1"), &json!("30000"))
    );
    let secret = details["parameters"][0]["key"].as_str().unwrap();
    let key = hmac::Key::new(
        hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
        &HEXLOWER.decode(secret.as_bytes()).unwrap(),
    );
    let step = u64::try_from(at(now).timestamp()).unwrap() / 30;
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let offset = usize::from(tag.as_ref()[19] & 15);
    let part: [u8; 4] = tag.as_ref()[offset..offset + 4].try_into().unwrap();
    format!("{:08}", (u32::from_be_bytes(part) & 0x7fff_ffff) % 100_000_000)
}

fn check(issuer: &Issuer, office: &Office, code: &str, now: i64) -> Result<Assurance, IssuerError> {
    let request = CheckTyped { card_number: office.card, code: code.to_owned() };
    issuer.check_typed(&request, at(now)).map(|answer| answer.assurance)
}

#[test]
fn a_pass_is_signed_by_the_account_and_its_code_is_checked_as_what_it_is() {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    let phone = office.phone("phone");
    assert!(matches!(ask(&office, &phone, 10), Err(IssuerError::NotFound(_))));
    office.issuer.switch_on_google_wallet("3388000000000000000", &account(folder.path())).unwrap();
    let claims = claims(folder.path(), &ask(&office, &phone, 10).unwrap());
    assert_eq!((&claims["aud"], &claims["typ"]), (&json!("google"), &json!("savetowallet")));
    let object = &claims["payload"]["genericObjects"][0];
    assert_eq!(object["header"]["defaultValue"]["value"], "Ola Nordmann");
    assert_eq!(object["classId"], claims["payload"]["genericClasses"][0]["id"]);
    let barcode = &object["rotatingBarcode"];
    let pattern = format!("HTTPS://HMSKORT.EXAMPLE/W#{}{{totp_value_0}}", office.card);
    assert_eq!(barcode["valuePattern"], pattern);

    let code = totp(barcode, 1_000);
    assert_eq!(check(&office.issuer, &office, &code, 1_000).unwrap(), Assurance::WalletPass);
    for (code, now) in
        [(code.clone(), 1_001), (totp(barcode, 970), 1_001), (totp(barcode, 2_000), 3_000)]
    {
        let answer = check(&office.issuer, &office, &code, now);
        assert!(matches!(answer, Err(IssuerError::TypedCodeWrong)), "{answer:?}");
    }
    // Asked for again, it is the same pass; on another phone, another, and this one is gone.
    let again = self::claims(folder.path(), &ask(&office, &phone, 4_000).unwrap());
    assert_eq!(again["payload"], claims["payload"]);
    let _new = office.phone("new phone");
    let answer = check(&office.issuer, &office, &totp(barcode, 5_000), 5_000);
    assert!(matches!(answer, Err(IssuerError::TypedCodeWrong)), "{answer:?}");
    assert!(matches!(ask(&office, &phone, 5_000), Err(IssuerError::DeviceUnknown)));
}

#[test]
fn switched_off_no_pass_counts_and_a_strange_account_is_not_taken() {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    let phone = office.phone("phone");
    let account = account(folder.path());
    for (number, file) in [
        ("", account.as_slice()),
        ("12a", &account),
        ("123", b"{}"),
        ("123", b"no json"),
        ("123", br#"{"client_email": "a@b", "private_key": "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"}"#),
    ] {
        let answer = office.issuer.switch_on_google_wallet(number, file);
        assert!(matches!(answer, Err(IssuerError::Malformed(_))), "{number} {answer:?}");
    }
    office.issuer.switch_on_google_wallet("123", &account).unwrap();
    let claims = claims(folder.path(), &ask(&office, &phone, 0).unwrap());
    let barcode = &claims["payload"]["genericObjects"][0]["rotatingBarcode"];
    office.issuer.switch_off_google_wallet().unwrap();
    office.issuer.switch_off_google_wallet().unwrap();
    let answer = check(&office.issuer, &office, &totp(barcode, 100), 100);
    assert!(matches!(answer, Err(IssuerError::TypedCodeWrong)), "{answer:?}");
    assert!(matches!(ask(&office, &phone, 0), Err(IssuerError::NotFound(_))));
}
