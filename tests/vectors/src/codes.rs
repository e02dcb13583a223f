//! Codes: the text of a QR code, judged with a key set at a time.

use card::{Cause, Industry, Reason, Status, Validity};
use chrono::{DateTime, Utc};
use credential::{Claims, KeyId};
use key_set::{Bundle, KeySet, Tier};
use presentation::Challenge;
use serde::{Deserialize, Serialize};
use test_support::{Phone, World, at, key};
use verifier::{Finding, Policy, verify};

use crate::key_sets::Files;
use crate::{Answer, Vector, Vectors, changed};

/// A code, and all that a verifier knows. The answer is the verdict, with the reasons' codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// What is special.
    pub about: String,
    /// The verifier's clock.
    pub at: DateTime<Utc>,
    /// The digits that the verifier asked for.
    pub challenge: Option<String>,
    /// The industry of the place.
    pub site: Option<Industry>,
    /// What was synced, all of it trusted already.
    pub key_set: Option<Files>,
    /// The text.
    pub text: String,
    /// The verdict.
    pub expected: Answer,
}

const NOW: i64 = 3_600;

/// One that is valid; the others differ in one thing.
fn valid() -> Code {
    Code {
        about: "a card in order, shown now".into(),
        at: at(NOW),
        challenge: None,
        site: None,
        key_set: Some(synced(&World::default())),
        text: Phone::default().text(at(NOW)),
        expected: Answer::plain("valid"),
    }
}

fn synced(world: &World) -> Files {
    Files::of(&world.synced(at(NOW - 600), Tier::Inspector).1)
}

fn unlike(about: &str, expected: Answer, change: impl FnOnce(&mut Code)) -> Code {
    let mut code = Code { about: about.into(), expected, ..valid() };
    change(&mut code);
    code
}

fn invalid(about: &str, why: &[&str], change: impl FnOnce(&mut Code)) -> Code {
    unlike(about, Answer::because("invalid", why), change)
}

fn unconfirmed(about: &str, why: &[&str], change: impl FnOnce(&mut Code)) -> Code {
    unlike(about, Answer::because("unconfirmed", why), change)
}

fn caused(reason: Reason) -> Option<Files> {
    let cause = Cause { reason, since: Some(at(-86_400)) };
    Some(synced(&World { causes: vec![(7, cause)], ..World::default() }))
}

fn text_of(claims: Claims) -> String {
    Phone::with(claims).text(at(NOW))
}

/// The text with one digit after `#` changed.
fn with_digit(text: &str, place: usize) -> String {
    let place = text.find('#').unwrap() + 1 + place;
    let bytes = changed(text.as_bytes(), |bytes| {
        bytes[place] = b'0' + (bytes[place] - b'0' + 1) % 10;
    });
    String::from_utf8(bytes).unwrap()
}

impl Vector for Code {
    const FOLDER: &'static str = "codes";

    fn all() -> Vectors<Self> {
        let mut all = Vectors::from([("valid", valid())]);
        all.extend(time());
        all.extend(paper());
        all.extend(forgeries());
        all.extend(statuses());
        all.extend(strangers());
        all
    }

    fn expected(&self) -> &Answer {
        &self.expected
    }

    fn answer(&self) -> Answer {
        let set = self.key_set.as_ref().map(|files| {
            let bundle: Bundle = files.bundle();
            KeySet::open(&bundle).unwrap()
        });
        let challenge: Option<Challenge> =
            self.challenge.as_ref().map(|digits| digits.parse().unwrap());
        let policy = Policy { challenge, site: self.site, ..Policy::default() };
        let verdict = verify(&self.text, set.as_ref(), self.at, &policy);
        let reasons: Vec<_> = verdict.reasons.iter().map(Finding::code).collect();
        Answer::because(verdict.outcome.as_str(), &reasons)
    }
}

fn paper() -> Vectors<Code> {
    let sheet = |about: &str, made: i64, why: &str| {
        unconfirmed(about, &[why], |code| code.text = Phone::default().paper(at(made)))
    };
    Vectors::from([
        ("paper", sheet("a code on paper, an hour old", NOW - 3_600, "paper_code")),
        ("paper-too-old", sheet("older than 72 hours", NOW - 259_211, "paper_too_old")),
        ("paper-from-future", sheet("printed in two hours", NOW + 7_200, "code_from_future")),
        (
            "paper-blocked",
            invalid(
                "on paper, and the card is blocked",
                &["blocked_by_office", "paper_code"],
                |code| {
                    code.text = Phone::default().paper(at(NOW - 3_600));
                    code.key_set = caused(Reason::BlockedByOffice);
                },
            ),
        ),
        (
            "paper-as-screen",
            invalid("a paper's code passed off as a screen's", &["proof_forged"], |code| {
                code.text = with_format(&Phone::default().paper(at(NOW)), 1);
            }),
        ),
    ])
}

fn time() -> Vectors<Code> {
    let answered = || Phone::default().frame(at(NOW - 7_200), Some("4711".parse().unwrap()));
    Vectors::from([
        (
            "code-too-old",
            unconfirmed("made 31 seconds ago", &["code_too_old"], |code| {
                code.at = at(NOW + 31);
            }),
        ),
        (
            "code-from-future",
            unconfirmed("31 seconds ahead of the verifier", &["code_from_future"], |code| {
                code.at = at(NOW - 31);
            }),
        ),
        (
            "challenge-answered",
            unlike(
                "made two hours ago by its clock, with the digits that were asked for",
                Answer::plain("valid"),
                |code| {
                    code.challenge = Some("4711".into());
                    code.text = answered().text().into();
                },
            ),
        ),
        (
            "challenge-wrong",
            unconfirmed("other digits than were asked for", &["challenge_wrong"], |code| {
                code.challenge = Some("4712".into());
                let frame = Phone::default().frame(at(NOW), Some("4711".parse().unwrap()));
                code.text = frame.text().into();
            }),
        ),
        (
            "challenge-missing",
            unconfirmed("digits were asked for", &["challenge_missing"], |code| {
                code.challenge = Some("4711".into());
            }),
        ),
        (
            "not-yet-valid",
            invalid("the card begins tomorrow", &["not_yet_valid"], |code| {
                let validity = Validity::new(at(86_400), at(172_800)).unwrap();
                code.text = text_of(Claims { validity, ..Phone::claims() });
            }),
        ),
        (
            "card-expired",
            invalid("the card ended this very second", &["card_expired"], |code| {
                let validity = Validity::new(at(0), at(NOW)).unwrap();
                code.text = text_of(Claims { validity, ..Phone::claims() });
            }),
        ),
        (
            "data-too-old",
            unconfirmed("synced eight days ago", &["data_too_old"], |code| {
                code.at = at(NOW + 8 * 86_400);
                code.text = Phone::default().text(code.at);
            }),
        ),
        (
            "clock-behind",
            unconfirmed(
                "the verifier's clock is a month before its own data",
                &["clock_behind", "not_yet_valid"],
                |code| {
                    code.at = at(NOW - 30 * 86_400);
                    code.text = Phone::default().text(code.at);
                },
            ),
        ),
        ("no-key-set", unconfirmed("never synced", &["no_key_set"], |code| code.key_set = None)),
    ])
}

fn forgeries() -> Vectors<Code> {
    let issuer = KeyId::of(&key("issuer").public_key());
    let show = |credential, holder| Phone { key: key(holder), credential }.text(at(NOW));
    Vectors::from([
        (
            "credential-forged",
            invalid("signed by a forger under the issuer's name", &["credential_forged"], |code| {
                code.text = show(Phone::claims().sign(issuer, &key("forger")), "phone");
            }),
        ),
        (
            "proof-forged",
            invalid("a true credential on another phone", &["proof_forged"], |code| {
                code.text = show(Phone::default().credential, "thief");
            }),
        ),
        (
            "unknown-issuer-key",
            unconfirmed("signed by a key that isn't in the set", &["unknown_issuer_key"], |code| {
                let next = key("next issuer");
                let credential = Phone::claims().sign(KeyId::of(&next.public_key()), &next);
                code.text = show(credential, "phone");
            }),
        ),
        (
            "issuer-key-withdrawn",
            invalid("signed by a key that was withdrawn", &["issuer_key_withdrawn"], |code| {
                let mut world = World::default();
                world.root.issuer_keys[0].withdrawn = Some(at(10));
                code.key_set = Some(synced(&world));
            }),
        ),
    ])
}

fn statuses() -> Vectors<Code> {
    Vectors::from([
        (
            "blocked",
            invalid("blocked by the office", &["blocked_by_office"], |code| {
                code.key_set = caused(Reason::BlockedByOffice);
            }),
        ),
        (
            "device-replaced",
            invalid("the card has moved to another phone", &["device_replaced"], |code| {
                code.key_set = caused(Reason::DeviceReplaced);
            }),
        ),
        (
            "register-silent",
            unconfirmed("a register has not answered", &["register_silent"], |code| {
                code.key_set = caused(Reason::RegisterSilent);
            }),
        ),
        (
            "public-tier",
            invalid("a verifier without reasons", &["invalid_without_reason"], |code| {
                let files = caused(Reason::NoWorkPermit);
                code.key_set = files.map(|files| Files { reasons: None, ..files });
            }),
        ),
        (
            "suspended",
            invalid("held back for now", &["suspended"], |code| {
                let bare = vec![(7, Status::Suspended)];
                code.key_set = Some(synced(&World { bare, ..World::default() }));
            }),
        ),
        (
            "card-newer-than-data",
            unconfirmed("issued after the last sync", &["card_newer_than_data"], |code| {
                code.text = text_of(Claims { status_index: 5_000, ..Phone::claims() });
            }),
        ),
        (
            "industry-not-accepted",
            invalid("a cleaning card in car care", &["industry_not_accepted"], |code| {
                code.site = Some(Industry::CarCare);
            }),
        ),
        (
            "cleaning-in-construction",
            unlike("the rule goes one way", Answer::plain("valid"), |code| {
                code.site = Some(Industry::Construction);
            }),
        ),
    ])
}

fn strangers() -> Vectors<Code> {
    let of = |text: &str, about: &str, why: &'static str| {
        unconfirmed(about, &[why], |code| code.text = text.into())
    };
    let good = valid().text;
    let start = good.find('#').unwrap() + 1;
    Vectors::from([
        (
            "foreign-issuer",
            unconfirmed("another issuer's host", &["foreign_issuer"], |code| {
                code.text = good.replace("HMSKORT.EXAMPLE", "KORT.EXAMPLE");
            }),
        ),
        ("empty", of("", "nothing", "not_a_card_code")),
        (
            "eu-covid-certificate",
            of("HC1:6BFOXN%TS3DH0YOJ58S", "another's code", "not_a_card_code"),
        ),
        (
            "google-wallet-pass",
            of("HTTPS://HMSKORT.EXAMPLE/W#123456712345678", "a pass of Google's", "wallet_pass"),
        ),
        ("web-address", of("https://example.org/menu", "a menu", "not_a_card_code")),
        ("prefix-only", of(&good[..start], "nothing after the #", "code_damaged")),
        ("cut-off", of(&good[..good.len() - 3], "the last digits are missing", "code_damaged")),
        ("digits-too-many", of(&format!("{good}000"), "more digits than the code", "code_damaged")),
        (
            "letters-among-digits",
            of(
                &format!("{}A{}", &good[..start], &good[start + 1..]),
                "a letter among the digits",
                "code_damaged",
            ),
        ),
        (
            "format-newer",
            of(&with_format(&good, 9), "the first byte names format 9", "unknown_format"),
        ),
        (
            "digit-changed",
            invalid("the last digit is another", &["proof_forged"], |code| {
                code.text = with_digit(&good, good.len() - start - 1);
            }),
        ),
        (
            "too-long",
            of(
                &format!("{}{}", &good[..start], "1".repeat(3_072)),
                "3 KB of digits",
                "code_too_long",
            ),
        ),
    ])
}

/// The text of the same bytes with another first one: the top byte of the first twelve, which are
/// one number of 29 digits.
fn with_format(text: &str, format: u8) -> String {
    let (start, end) = text.split_at(text.find('#').unwrap() + 1);
    let (group, rest) = end.split_at(29);
    let number: u128 = group.parse().unwrap();
    let low = number & ((1 << 88) - 1);
    format!("{start}{:029}{rest}", u128::from(format) << 88 | low)
}
