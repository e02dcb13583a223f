//! Enhetsregisteret's open data (Brønnøysundregistrene).
//!
//! Documented at `data.brreg.no/enhetsregisteret/api/dokumentasjon`: HAL JSON; `/enheter/{number}`
//! and `/underenheter/{number}`; a deleted unit is a short answer with `slettedato` (200); one
//! removed for legal reasons is 410; `/underenheter?overordnetEnhet=…` in pages of
//! `_embedded.underenheter` with `page`, at most 10,000 deep. Open to all, no limit stated.

use async_trait::async_trait;
use card::{CompanyName, OrganisationNumber};
use chrono::NaiveDate;
use serde::Deserialize;

use super::asker::Asker;
use super::reply::{Reply, answer};
use crate::{Answer, Entities, Entry, Limits, Nace, Silence, Standing, Unit};

/// Longest answer about one unit, in bytes; real ones have some 3,000.
const MAX_UNIT: usize = 256 * 1024;
/// Longest page of units, in bytes.
const MAX_PAGE: usize = 4 * 1024 * 1024;
/// Units on a page.
const PAGE: u32 = 500;
/// Pages that are asked for: more than any main unit has, and not deeper than the register goes.
const MAX_PAGES: u32 = 20;
/// Characters of a name that fit on a card.
const NAME: usize = 120;

#[derive(Debug)]
pub(super) struct Client(pub(super) Asker);

#[async_trait]
impl Entities for Client {
    fn limits(&self) -> Limits {
        self.0.limits()
    }

    async fn main_unit(&self, number: OrganisationNumber) -> Answer<Entry> {
        self.entry("enheter", number).await
    }

    async fn sub_unit(&self, number: OrganisationNumber) -> Answer<Entry> {
        self.entry("underenheter", number).await
    }

    async fn sub_units(&self, main_unit: OrganisationNumber) -> Answer<Vec<Unit>> {
        let mut units = Vec::new();
        for page in 0..MAX_PAGES {
            let query = format!("overordnetEnhet={main_unit}&size={PAGE}&page={page}");
            let read = |reply: &Reply| match reply.status {
                200 => answer(read_page(reply, main_unit).map(Some)),
                _ => reply.silent(),
            };
            let question = |client: &reqwest::Client, address: &str| {
                client.get(format!("{address}/underenheter?{query}"))
            };
            let (more, last) = match self.0.ask(question, MAX_PAGE, read).await {
                Answer::Found(page) => page,
                Answer::NotFound => return Answer::NotFound,
                Answer::Silent(silence) => return Answer::Silent(silence),
            };
            units.extend(more);
            if last {
                return Answer::of(Some(units).filter(|units| !units.is_empty()));
            }
        }
        Answer::Silent(Silence::TooLarge)
    }
}

impl Client {
    async fn entry(&self, kind: &str, number: OrganisationNumber) -> Answer<Entry> {
        let is_sub_unit = kind == "underenheter";
        let read = |reply: &Reply| match reply.status {
            200 => answer(reply.json().and_then(|unit| entry(unit, number, is_sub_unit)).map(Some)),
            404 => Answer::NotFound,
            410 => Answer::Found(Entry::Deleted { on: removed(reply) }),
            _ => reply.silent(),
        };
        let question = |client: &reqwest::Client, address: &str| {
            client.get(format!("{address}/{kind}/{number}"))
        };
        self.0.ask(question, MAX_UNIT, read).await
    }
}

/// A unit as it is written; what we don't need is left out.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    organisasjonsnummer: OrganisationNumber,
    #[serde(default)]
    navn: String,
    organisasjonsform: Option<Code>,
    overordnet_enhet: Option<OrganisationNumber>,
    naeringskode1: Option<Code>,
    naeringskode2: Option<Code>,
    naeringskode3: Option<Code>,
    #[serde(rename = "registrertIMvaregisteret")]
    vat: Option<bool>,
    #[serde(rename = "registrertIForetaksregisteret")]
    in_business_register: Option<bool>,
    konkurs: Option<bool>,
    konkursdato: Option<NaiveDate>,
    under_avvikling: Option<bool>,
    under_avvikling_dato: Option<NaiveDate>,
    under_tvangsavvikling_eller_tvangsopplosning: Option<bool>,
    tvangsavviklet_pga_mangler_dato: Option<NaiveDate>,
    antall_ansatte: Option<u32>,
    slettedato: Option<NaiveDate>,
    nedleggelsesdato: Option<NaiveDate>,
    #[serde(rename = "respons_klasse")]
    class: Option<String>,
}

#[derive(Deserialize)]
struct Code {
    kode: String,
}

#[derive(Deserialize)]
struct Removed {
    slettedato: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct WrittenPage {
    #[serde(rename = "_embedded")]
    embedded: Option<Embedded>,
    page: Place,
}

#[derive(Deserialize)]
struct Embedded {
    underenheter: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    number: u32,
    total_pages: u32,
}

/// When a unit was removed, where the answer tells.
fn removed(reply: &Reply) -> Option<NaiveDate> {
    reply.json::<Removed>().ok()?.slettedato
}

fn entry(written: Written, asked: OrganisationNumber, is_sub_unit: bool) -> Result<Entry, Silence> {
    // An answer about somebody else is none: a proxy mixed them up.
    if written.organisasjonsnummer != asked {
        return Err(Silence::Malformed);
    }
    let on = written.slettedato.or(written.nedleggelsesdato);
    let says_so = written.class.as_deref().is_some_and(|class| class.starts_with("Slettet"));
    if on.is_some() || says_so {
        return Ok(Entry::Deleted { on });
    }
    unit(written, is_sub_unit).map(Entry::Unit)
}

/// A main unit must say all that a card stands on; that nothing is said is not *no*.
fn unit(written: Written, is_sub_unit: bool) -> Result<Unit, Silence> {
    let told = |flag: Option<bool>| match flag {
        Some(flag) => Ok(flag),
        None if is_sub_unit => Ok(false),
        None => Err(Silence::Malformed),
    };
    if is_sub_unit != written.overordnet_enhet.is_some() {
        return Err(Silence::Malformed);
    }
    let standing = if told(written.konkurs)? {
        Standing::Bankrupt { since: written.konkursdato }
    } else if told(written.under_tvangsavvikling_eller_tvangsopplosning)? {
        Standing::ForcedWindingUp { since: written.tvangsavviklet_pga_mangler_dato }
    } else if told(written.under_avvikling)? {
        Standing::WindingUp { since: written.under_avvikling_dato }
    } else {
        Standing::Active
    };
    let codes = [written.naeringskode1, written.naeringskode2, written.naeringskode3];
    let industries: Result<Vec<Nace>, _> =
        codes.into_iter().flatten().map(|code| code.kode.parse()).collect();
    Ok(Unit {
        number: written.organisasjonsnummer,
        name: name(&written.navn)?,
        main_unit: written.overordnet_enhet,
        form: written.organisasjonsform.ok_or(Silence::Malformed)?.kode,
        industries: industries.map_err(|_| Silence::Malformed)?,
        vat: told(written.vat)?,
        in_business_register: told(written.in_business_register)?,
        standing,
        employees: written.antall_ansatte,
    })
}

/// The name, cut to what a card holds; Enhetsregisteret's may be longer.
fn name(text: &str) -> Result<CompanyName, Silence> {
    let cut: String = text.trim().chars().take(NAME).collect();
    cut.parse().map_err(|_| Silence::Malformed)
}

/// The units of a page that are not deleted, and whether it is the last one.
fn read_page(reply: &Reply, main_unit: OrganisationNumber) -> Result<(Vec<Unit>, bool), Silence> {
    let page: WrittenPage = reply.json()?;
    let mut units = Vec::new();
    for written in page.embedded.map(|embedded| embedded.underenheter).unwrap_or_default() {
        if written.overordnet_enhet != Some(main_unit) {
            return Err(Silence::Malformed);
        }
        let number = written.organisasjonsnummer;
        if let Entry::Unit(unit) = entry(written, number, true)? {
            units.push(unit);
        }
    }
    Ok((units, page.page.number.saturating_add(1) >= page.page.total_pages))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NUMBER: &str = "974760673";

    fn read(json: &str, is_sub_unit: bool) -> Result<Entry, Silence> {
        let reply = Reply { status: 200, body: json.as_bytes().to_vec() };
        reply.json().and_then(|written| entry(written, NUMBER.parse().unwrap(), is_sub_unit))
    }

    /// The documentation's shape, with what we don't read left in.
    const DOCUMENTED: &str = r#"{
      "respons_klasse": "Enhet", "organisasjonsnummer": "974760673", "navn": "SESAM STASJON",
      "organisasjonsform": { "kode": "AS", "beskrivelse": "Aksjeselskap", "_links": { "self": { "href": "https://data.brreg.no/" } } },
      "registreringsdatoEnhetsregisteret": "2017-10-20", "registrertIMvaregisteret": true,
      "frivilligMvaRegistrertBeskrivelser": [ "Utleier av bygg eller anlegg" ],
      "naeringskode1": { "kode": "41.200", "beskrivelse": "Oppføring av bygninger" },
      "naeringskode2": { "kode": "00.000", "beskrivelse": "Uoppgitt" },
      "antallAnsatte": 50, "harRegistrertAntallAnsatte": true,
      "forretningsadresse": { "land": "Norge", "landkode": "NO", "adresse": [ "Andeby gate 1" ] },
      "registrertIForetaksregisteret": true, "registrertIStiftelsesregisteret": false,
      "konkurs": false, "underAvvikling": false, "underTvangsavviklingEllerTvangsopplosning": false,
      "maalform": "Bokmål", "_links": { "self": { "href": "https://data.brreg.no/" } } }"#;

    #[test]
    fn a_unit_as_documented_is_read() {
        let Ok(Entry::Unit(unit)) = read(DOCUMENTED, false) else { panic!("no unit") };
        assert_eq!(unit.name.as_str(), "SESAM STASJON");
        assert_eq!(unit.form, "AS");
        assert_eq!(unit.standing, Standing::Active);
        assert_eq!((unit.vat, unit.in_business_register), (true, true));
        assert_eq!(unit.industries.len(), 2);
    }

    #[test]
    fn what_a_main_unit_does_not_say_is_not_no() {
        for flag in [
            "konkurs",
            "underAvvikling",
            "underTvangsavviklingEllerTvangsopplosning",
            "registrertIMvaregisteret",
            "registrertIForetaksregisteret",
        ] {
            let without = DOCUMENTED.replace(&format!("\"{flag}\""), "\"other\"");
            assert_eq!(read(&without, false), Err(Silence::Malformed), "{flag}");
        }
    }

    #[test]
    fn the_gravest_of_several_standings_counts() {
        let all = DOCUMENTED
            .replace(r#""konkurs": false"#, r#""konkurs": true, "konkursdato": "2026-03-01""#)
            .replace(r#""underAvvikling": false"#, r#""underAvvikling": true"#);
        let Ok(Entry::Unit(unit)) = read(&all, false) else { panic!("no unit") };
        let since = NaiveDate::from_ymd_opt(2026, 3, 1);
        assert_eq!(unit.standing, Standing::Bankrupt { since });
    }

    #[test]
    fn a_deleted_unit_is_known_by_its_date_or_its_class() {
        let on = NaiveDate::from_ymd_opt(2017, 10, 20);
        let deleted = r#"{"respons_klasse":"SlettetEnhet","organisasjonsnummer":"974760673","navn":"X","organisasjonsform":{"kode":"AS"},"slettedato":"2017-10-20"}"#;
        assert_eq!(read(deleted, false), Ok(Entry::Deleted { on }));
        let undated = deleted.replace(r#","slettedato":"2017-10-20""#, "");
        assert_eq!(read(&undated, false), Ok(Entry::Deleted { on: None }));
    }

    #[test]
    fn an_answer_about_another_unit_or_of_the_other_kind_is_none() {
        let other = DOCUMENTED.replace("974760673", "974761211");
        assert_eq!(read(&other, false), Err(Silence::Malformed));
        assert_eq!(read(DOCUMENTED, true), Err(Silence::Malformed));
    }

    #[test]
    fn a_name_longer_than_a_card_holds_is_cut() {
        let long = DOCUMENTED.replace("SESAM STASJON", &"Å".repeat(175));
        let Ok(Entry::Unit(unit)) = read(&long, false) else { panic!("no unit") };
        assert_eq!(unit.name.as_str().chars().count(), NAME);
    }

    proptest! {
        #[test]
        fn no_damage_to_an_answer_is_read_as_an_answer_about_someone_else(
            at in 0..DOCUMENTED.len(), byte in any::<u8>()
        ) {
            let mut body = DOCUMENTED.as_bytes().to_vec();
            body[at] = byte;
            let reply = Reply { status: 200, body };
            let asked = NUMBER.parse().unwrap();
            if let Ok(Entry::Unit(unit)) = reply.json().and_then(|w| entry(w, asked, false)) {
                prop_assert_eq!(unit.number, asked);
            }
        }
    }
}
