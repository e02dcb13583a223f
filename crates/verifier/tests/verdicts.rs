//! Each verdict, each with the one thing changed that leads to it.

#![allow(clippy::unwrap_used)]

use card::{Cause, Industry, Reason, Status};
use chrono::{DateTime, TimeDelta, Utc};
use credential::{PublicKey, Signature, Signer};
use key_set::{KeySet, Tier};
use presentation::{Challenge, Holder, LooksLike, Moment};
use test_support::{Phone, World, at, key};
use verifier::{Finding, Outcome, Policy, Verdict, verify, verify_again};

const NOW: i64 = 3_600;

fn now() -> DateTime<Utc> {
    at(NOW)
}

fn check(text: &str, world: &World) -> Verdict {
    verify(text, Some(&world.key_set(at(NOW - 600))), now(), &Policy::default())
}

fn cause(reason: Reason) -> Cause {
    Cause { reason, since: Some(at(-86_400)) }
}

#[track_caller]
fn assert_is(verdict: &Verdict, outcome: Outcome, reasons: &[Finding]) {
    assert_eq!((verdict.outcome, verdict.reasons.as_slice()), (outcome, reasons));
}

#[test]
fn a_card_in_order_shown_now_is_valid() {
    let verdict = check(&Phone::default().text(now()), &World::default());
    assert_is(&verdict, Outcome::Valid, &[]);
    let card = verdict.card.expect("a valid card is shown");
    assert_eq!(card.holder.as_str(), "Ola Nordmann");
    assert_eq!(card.organisation_number.to_string(), "974760673");
    assert_eq!(card.sub_unit.to_string(), "974761211");
    assert_eq!(verdict.data.expect("data was used").age_seconds, 600);
}

#[test]
fn a_blocked_card_is_invalid_with_reason_and_since_when() {
    let world = World { causes: vec![(7, cause(Reason::WorkerNotEmployed))], ..World::default() };
    let verdict = check(&Phone::default().text(now()), &world);
    assert_is(&verdict, Outcome::Invalid, &[Finding::Status(cause(Reason::WorkerNotEmployed))]);
    assert_eq!(verdict.reasons[0].since(), Some(at(-86_400)));
}

#[test]
fn another_cards_status_does_not_matter() {
    let blocked = [6, 8].map(|index| (index, cause(Reason::BlockedByOffice)));
    let world = World { causes: blocked.to_vec(), ..World::default() };
    assert_is(&check(&Phone::default().text(now()), &world), Outcome::Valid, &[]);
}

#[test]
fn the_public_tier_tells_invalid_but_not_why() {
    let world = World { causes: vec![(7, cause(Reason::NoWorkPermit))], ..World::default() };
    let (set, _) = world.synced(at(NOW - 600), Tier::Public);
    let verdict = verify(&Phone::default().text(now()), Some(&set), now(), &Policy::default());
    assert_is(&verdict, Outcome::Invalid, &[Finding::InvalidWithoutReason]);
}

#[test]
fn a_silent_register_makes_it_unconfirmed_and_never_invalid() {
    let world = World { causes: vec![(7, cause(Reason::RegisterSilent))], ..World::default() };
    let verdict = check(&Phone::default().text(now()), &world);
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::Status(cause(Reason::RegisterSilent))]);
    let world = World { bare: vec![(7, Status::Unconfirmed)], ..World::default() };
    let verdict = check(&Phone::default().text(now()), &world);
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::UnconfirmedByRegister]);
}

#[test]
fn a_suspended_card_is_invalid_for_now() {
    let world = World { bare: vec![(7, Status::Suspended)], ..World::default() };
    let verdict = check(&Phone::default().text(now()), &world);
    assert_is(&verdict, Outcome::Invalid, &[Finding::Suspended]);
}

#[test]
fn several_causes_are_all_told() {
    let causes = [Reason::CompanyNotApproved, Reason::RegisterSilent].map(|r| (7, cause(r)));
    let world = World { causes: causes.to_vec(), ..World::default() };
    let mut builder = World { bare: vec![(7, Status::Invalid)], ..world };
    builder.cards = 100;
    let verdict = check(&Phone::default().text(now()), &builder);
    let codes: Vec<_> = verdict.reasons.iter().map(Finding::code).collect();
    assert_eq!(codes, ["company_not_approved", "register_silent"], "what decides comes first");
    assert_eq!(verdict.outcome, Outcome::Invalid);
}

#[test]
fn an_expired_card_is_invalid_from_the_very_second() {
    let mut claims = Phone::claims();
    claims.validity = card::Validity::new(at(0), at(NOW)).unwrap();
    let phone = Phone::with(claims);
    let expired = Finding::Status(Cause { reason: Reason::CardExpired, since: Some(at(NOW)) });
    let verdict = check(&phone.text(now()), &World::default());
    assert_is(&verdict, Outcome::Invalid, std::slice::from_ref(&expired));
    let set = World::default().key_set(at(0));
    let before = verify(&phone.text(at(NOW - 1)), Some(&set), at(NOW - 1), &Policy::default());
    assert_is(&before, Outcome::Valid, &[]);
    // The issuer's own word for it is not told twice.
    let world = World { causes: vec![(7, cause(Reason::CardExpired))], ..World::default() };
    assert_is(&check(&phone.text(now()), &world), Outcome::Invalid, &[expired]);
}

#[test]
fn a_card_of_tomorrow_is_not_valid_yet() {
    let mut claims = Phone::claims();
    claims.validity = card::Validity::new(at(86_400), at(2 * 86_400)).unwrap();
    let verdict = check(&Phone::with(claims).text(now()), &World::default());
    assert_is(&verdict, Outcome::Invalid, &[Finding::NotYetValid { from: at(86_400) }]);
}

#[test]
fn a_card_newer_than_the_data_is_unconfirmed() {
    let mut claims = Phone::claims();
    claims.status_index = 5_000;
    let verdict = check(&Phone::with(claims).text(now()), &World::default());
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::CardNewerThanData]);
}

#[test]
fn a_code_is_accepted_for_thirty_seconds_around_its_moment_and_no_longer() {
    let set = World::default().key_set(at(0));
    let text = Phone::default().text(now());
    for (offset, expected) in [
        (-31, Some(Finding::CodeFromFuture { ahead_seconds: 31 })),
        (-30, None),
        (0, None),
        (30, None),
        (31, Some(Finding::CodeTooOld { age_seconds: 31 })),
        (7_200, Some(Finding::CodeTooOld { age_seconds: 7_200 })),
    ] {
        let verdict = verify(&text, Some(&set), at(NOW + offset), &Policy::default());
        let outcome = if expected.is_some() { Outcome::Unconfirmed } else { Outcome::Valid };
        assert_eq!(verdict.outcome, outcome, "{offset} s");
        assert_eq!(verdict.reasons.into_iter().next(), expected, "{offset} s");
        assert_eq!(verdict.code_age_seconds, Some(offset));
    }
}

#[test]
fn an_old_picture_of_a_blocked_card_is_invalid_all_the_same() {
    let world = World { causes: vec![(7, cause(Reason::CardSeized))], ..World::default() };
    let verdict = check(&Phone::default().text(at(NOW - 600)), &world);
    let seized = Finding::Status(cause(Reason::CardSeized));
    assert_is(&verdict, Outcome::Invalid, &[seized, Finding::CodeTooOld { age_seconds: 600 }]);
}

#[test]
fn the_right_four_digits_make_up_for_a_wrong_clock() {
    let set = World::default().key_set(at(0));
    let challenge: Challenge = "4711".parse().unwrap();
    let policy = Policy { challenge: Some(challenge), ..Policy::default() };
    let phone = Phone::default();
    let late = phone.frame(at(NOW - 7_200), Some(challenge));
    let verdict = verify(late.text(), Some(&set), now(), &policy);
    assert_is(&verdict, Outcome::Valid, &[]);
    assert_eq!(verdict.code_age_seconds, Some(7_200), "the clock's error is told");

    let other = phone.frame(now(), Some("4712".parse().unwrap()));
    let verdict = verify(other.text(), Some(&set), now(), &policy);
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::ChallengeWrong]);

    let verdict = verify(&phone.text(now()), Some(&set), now(), &policy);
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::ChallengeMissing]);

    // Digits that nobody asked for prove nothing about the time.
    let verdict = verify(late.text(), Some(&set), now(), &Policy::default());
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::CodeTooOld { age_seconds: 7_200 }]);
}

#[test]
fn once_four_digits_are_answered_the_clocks_are_compared_and_the_signed_time_says_which_is_wrong() {
    use verifier::{Clocks, WrongClock};
    let challenge: Challenge = "4711".parse().unwrap();
    let policy = Policy { challenge: Some(challenge), ..Policy::default() };
    let phone = Phone::default();
    let clocks = |issued: i64, at_phone: i64, here: i64, policy: &Policy| {
        let set = World::default().key_set(at(issued));
        let code = phone.frame(at(at_phone), policy.challenge.or(Some(challenge)));
        verify(code.text(), Some(&set), at(here), policy).clocks
    };
    let apart = |phone_behind_seconds, wrong| Some(Clocks { phone_behind_seconds, wrong });
    for (issued, at_phone, here, expected) in [
        (0, NOW, NOW, None),
        (0, NOW - 30, NOW, None),
        (0, NOW - 120, NOW, apart(120, WrongClock::Either)),
        (0, NOW + 240, NOW, apart(-240, WrongClock::Either)),
        (NOW - 60, NOW - 7_200, NOW, apart(7_200, WrongClock::Phone)),
        (NOW, NOW, NOW - 3_600, apart(-3_600, WrongClock::Here)),
        (NOW, NOW - 600, NOW - 3_600, apart(-3_000, WrongClock::Either)),
    ] {
        assert_eq!(clocks(issued, at_phone, here, &policy), expected, "{issued} {at_phone} {here}");
    }
    assert_eq!(clocks(0, NOW - 7_200, NOW, &Policy::default()), None, "it may be a picture");
}

#[test]
fn a_credential_signed_by_somebody_else_is_forged() {
    let kid = credential::KeyId::of(&key("issuer").public_key());
    let credential = Phone::claims().sign(kid, &key("forger"));
    let phone = Phone { key: key("phone"), credential };
    let verdict = check(&phone.text(now()), &World::default());
    assert_is(&verdict, Outcome::Invalid, &[Finding::CredentialForged]);
    assert_eq!(verdict.card, None, "nothing of a forged card is shown");
}

#[test]
fn a_copied_credential_on_another_phone_is_found_out() {
    let thief = Phone { key: key("thief"), ..Phone::default() };
    let verdict = check(&thief.text(now()), &World::default());
    assert_is(&verdict, Outcome::Invalid, &[Finding::ProofForged]);
    assert_eq!(verdict.card, None);
}

#[test]
fn an_issuer_key_that_is_not_in_the_set_leaves_it_open() {
    let other = key("next issuer");
    let kid = credential::KeyId::of(&other.public_key());
    let phone = Phone { key: key("phone"), credential: Phone::claims().sign(kid, &other) };
    let verdict = check(&phone.text(now()), &World::default());
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::UnknownIssuerKey { kid }]);
}

#[test]
fn a_withdrawn_issuer_key_counts_no_more() {
    let mut world = World::default();
    world.root.issuer_keys[0].withdrawn = Some(at(10));
    let verdict = check(&Phone::default().text(now()), &world);
    assert_is(&verdict, Outcome::Invalid, &[Finding::IssuerKeyWithdrawn { since: at(10) }]);
}

#[test]
fn stale_data_gives_neither_green_nor_red() {
    let text = Phone::default().text(at(8 * 86_400));
    let stale = Finding::DataTooOld { age_seconds: 8 * 86_400, max_age_seconds: 7 * 86_400 };
    let set = World::default().key_set(at(0));
    let verdict = verify(&text, Some(&set), at(8 * 86_400), &Policy::default());
    assert_is(&verdict, Outcome::Unconfirmed, std::slice::from_ref(&stale));

    let blocked = World { causes: vec![(7, cause(Reason::CardSeized))], ..World::default() };
    let set = blocked.key_set(at(0));
    let verdict = verify(&text, Some(&set), at(8 * 86_400), &Policy::default());
    let seized = Finding::Status(cause(Reason::CardSeized));
    assert_is(&verdict, Outcome::Unconfirmed, &[stale, seized]);
}

#[test]
fn data_is_good_until_the_last_second_of_its_time() {
    let set = World::default().key_set(at(0));
    let last = at(7 * 86_400 - 1);
    let verdict = verify(&Phone::default().text(last), Some(&set), last, &Policy::default());
    assert_is(&verdict, Outcome::Valid, &[]);
}

#[test]
fn a_clock_set_back_is_noticed() {
    let set = World::default().key_set(now());
    let early = now() - TimeDelta::days(30);
    let verdict = verify(&Phone::default().text(early), Some(&set), early, &Policy::default());
    assert_eq!(verdict.outcome, Outcome::Unconfirmed);
    assert_eq!(verdict.reasons[0], Finding::ClockBehind { behind_seconds: 30 * 86_400 });
}

#[test]
fn without_a_key_set_nothing_is_known() {
    let verdict = verify(&Phone::default().text(now()), None, now(), &Policy::default());
    assert_is(&verdict, Outcome::Unconfirmed, &[Finding::NoKeySet]);
}

#[test]
fn a_card_of_another_industry_is_told_and_the_rule_goes_one_way() {
    let set = World::default().key_set(at(0));
    let text = Phone::default().text(now());
    for (site, outcome) in [
        (Industry::Cleaning, Outcome::Valid),
        (Industry::Construction, Outcome::Valid),
        (Industry::CarCare, Outcome::Invalid),
    ] {
        let policy = Policy { site: Some(site), ..Policy::default() };
        assert_eq!(verify(&text, Some(&set), now(), &policy).outcome, outcome, "{site}");
    }
}

#[test]
fn another_issuers_host_is_named() {
    let mut world = World::default();
    world.root.host = "KORT.EXAMPLE".parse().unwrap();
    let verdict = check(&Phone::default().text(now()), &world);
    assert_eq!(verdict.outcome, Outcome::Unconfirmed);
    assert_eq!(verdict.reasons[0].code(), "foreign_issuer");
}

/// A secure element holds P-256 keys, not Ed25519.
struct SecureElement(ring::signature::EcdsaKeyPair, ring::rand::SystemRandom);

impl Signer for SecureElement {
    fn public_key(&self) -> PublicKey {
        use ring::signature::KeyPair;
        PublicKey::P256(self.0.public_key().as_ref().try_into().unwrap())
    }

    fn sign(&self, message: &[u8]) -> Signature {
        self.0.sign(&self.1, message).unwrap().as_ref().try_into().unwrap()
    }
}

#[test]
fn a_phone_with_a_p256_key_is_verified() {
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING as ALGORITHM, EcdsaKeyPair};
    let rng = ring::rand::SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ALGORITHM, &rng).unwrap();
    let pair = EcdsaKeyPair::from_pkcs8(&ALGORITHM, document.as_ref(), &rng).unwrap();
    let phone = SecureElement(pair, rng);

    let mut claims = Phone::claims();
    claims.holder = phone.public_key();
    let issued = Phone::with(claims);
    let host = "HMSKORT.EXAMPLE".parse().unwrap();
    let holder = Holder { credential: &issued.credential, key: &phone, host: &host };
    let text = holder.frame(Moment::of(now()), None).text().to_owned();
    assert_is(&check(&text, &World::default()), Outcome::Valid, &[]);
}

#[test]
fn other_codes_are_called_by_their_name() {
    for (text, looks_like) in [
        ("HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2", LooksLike::EuCovidCertificate),
        ("shc:/56762909524320603460292437404460", LooksLike::SmartHealthCard),
        ("NL2:JRQ5%HAOC", LooksLike::CoronaCheck),
        ("https://example.org/menu", LooksLike::WebAddress),
        ("HTTPS://EXAMPLE.ORG/V/123", LooksLike::WebAddress),
        ("5901234123457", LooksLike::Digits),
        ("WIFI:S:kafe;;", LooksLike::Text),
        ("", LooksLike::Text),
        ("æøå\u{0}\u{202e}", LooksLike::Text),
    ] {
        let verdict = check(text, &World::default());
        assert_is(&verdict, Outcome::Unconfirmed, &[Finding::NotACardCode { looks_like }]);
    }
}

#[test]
fn three_kilobytes_of_digits_are_refused_for_their_length() {
    let text = format!("HTTPS://HMSKORT.EXAMPLE/V#{}", "1".repeat(3_072));
    assert_is(&check(&text, &World::default()), Outcome::Unconfirmed, &[Finding::CodeTooLong]);
    let text = "9".repeat(10_000);
    assert_is(&check(&text, &World::default()), Outcome::Unconfirmed, &[Finding::CodeTooLong]);
}

#[test]
fn a_code_cut_off_anywhere_is_never_valid() {
    let set = World::default().key_set(at(0));
    let text = Phone::default().text(now());
    for end in 0..text.len() {
        let verdict = verify(&text[..end], Some(&set), now(), &Policy::default());
        assert_ne!(verdict.outcome, Outcome::Valid, "cut off at {end}");
        assert_eq!(verdict.card, None, "cut off at {end}");
    }
}

#[test]
fn a_changed_digit_anywhere_is_never_valid() {
    let set: KeySet = World::default().key_set(at(0));
    let text = Phone::default().text(now());
    let start = text.find('#').unwrap() + 1;
    for place in start..text.len() {
        for digit in b'0'..=b'9' {
            let mut changed = text.clone().into_bytes();
            if changed[place] == digit {
                continue;
            }
            changed[place] = digit;
            let changed = String::from_utf8(changed).unwrap();
            let verdict = verify(&changed, Some(&set), now(), &Policy::default());
            assert_ne!(verdict.outcome, Outcome::Valid, "{place} changed to {digit}");
            assert_eq!(verdict.card, None, "{place} changed to {digit}");
        }
    }
}

#[test]
fn the_json_names_verdict_code_mender_and_evidence() {
    let verdict = check(&Phone::default().text(at(NOW - 600)), &World::default());
    let json = serde_json::to_value(&verdict).unwrap();
    assert_eq!(json["verdict"], "unconfirmed");
    assert_eq!(json["reasons"][0]["code"], "code_too_old");
    assert_eq!(json["reasons"][0]["evidence"]["age_seconds"], 600);
    assert_eq!(json["reasons"][0]["mender"], "worker");
    assert_eq!(json["card"]["holder"], "Ola Nordmann");
}

#[test]
fn a_check_judged_again_is_as_old_as_it_was_and_knows_what_became_known() {
    let (phone, policy) = (Phone::default(), Policy::default());
    let later = |world: &World| world.key_set(at(NOW + 3 * 86_400));
    let again = |world: &World, shown: i64| {
        verify_again(&phone.text(at(shown)), &later(world), now(), &policy)
    };
    assert_is(&again(&World::default(), NOW), Outcome::Valid, &[]);
    let old = Finding::CodeTooOld { age_seconds: 120 };
    assert_is(&again(&World::default(), NOW - 120), Outcome::Unconfirmed, &[old]);
    for since in [-86_400, NOW + 86_400] {
        let because = |reason| Cause { reason, since: Some(at(since)) };
        let blocked = because(Reason::BlockedByOffice);
        let world = World { causes: vec![(7, blocked)], ..World::default() };
        assert_is(&again(&world, NOW), Outcome::Invalid, &[Finding::Status(blocked)]);
        // Its time running out, or a new phone, only counts if it was before.
        for reason in [Reason::CardExpired, Reason::DeviceReplaced] {
            let world = World { causes: vec![(7, because(reason))], ..World::default() };
            let (outcome, told) = match since < NOW {
                true => (Outcome::Invalid, vec![Finding::Status(because(reason))]),
                false => (Outcome::Valid, vec![]),
            };
            assert_is(&again(&world, NOW), outcome, &told);
        }
    }
    let mut withdrawn = World::default();
    withdrawn.root.issuer_keys[0].withdrawn = Some(at(10));
    let since = at(10);
    assert_is(&again(&withdrawn, NOW), Outcome::Invalid, &[Finding::IssuerKeyWithdrawn { since }]);
}
