//! Folkeregisteret's look-up service for authorities (Skatteetaten).
//!
//! Documented at `skatteetaten.github.io/folkeregisteret-api-dokumentasjon`: `GET
//! /personer/{number}` and `POST /personer/bulkoppslag` with up to 1,000 numbers, both with `part`
//! for what is wanted; the elements with `erGjeldende` and `gyldighetstidspunkt`; the statuses;
//! errors as `kode` and `melding`. How a bulk answer tells of a number that isn't there is not
//! documented. So a number that it leaves out is asked for alone: only a 404 with a `kode` says
//! *not found*.

use std::collections::{BTreeSet, HashMap};

use async_trait::async_trait;
use card::{NationalId, PersonName};
use chrono::{DateTime, FixedOffset, NaiveDate};
use reqwest::header;
use serde::Deserialize;

use super::asker::Asker;
use super::reply::{Reply, answer};
use crate::{Answer, Country, Limits, PersonStatus, Population, Resident, Silence};

/// Longest answer about one person, in bytes.
const MAX_PERSON: usize = 256 * 1024;
/// Longest answer about many, in bytes; a person with these parts has some 2,000.
const MAX_BULK: usize = 16 * 1024 * 1024;
/// What is asked for, and no more (data minimisation).
const PARTS: &str = "part=status&part=navn&part=foedsel&part=statsborgerskap";

#[derive(Debug)]
pub(super) struct Client(pub(super) Asker);

#[async_trait]
impl Population for Client {
    fn limits(&self) -> Limits {
        self.0.limits()
    }

    async fn residents(&self, people: &[NationalId]) -> Vec<Answer<Resident>> {
        let batch = usize::try_from(self.limits().batch.get()).unwrap_or(usize::MAX);
        let mut answers = Vec::with_capacity(people.len());
        for people in people.chunks(batch) {
            match people {
                [person] => answers.push(self.alone(person).await),
                people => answers.extend(self.bulk(people).await),
            }
        }
        answers
    }
}

impl Client {
    async fn alone(&self, person: &NationalId) -> Answer<Resident> {
        let read = |reply: &Reply| match reply.status {
            200 => answer(reply.json().and_then(resident).map(Some)),
            404 if reply.json::<Problem>().is_ok() => Answer::NotFound,
            _ => reply.silent(),
        };
        let question = |client: &reqwest::Client, address: &str| {
            client
                .get(format!("{address}/personer/{}?{PARTS}", person.expose()))
                .header(header::ACCEPT, "application/json")
        };
        self.0.ask(question, MAX_PERSON, read).await
    }

    async fn bulk(&self, people: &[NationalId]) -> Vec<Answer<Resident>> {
        let numbers: BTreeSet<&str> = people.iter().map(NationalId::expose).collect();
        let body = serde_json::json!({ "foedselsEllerDNummer": numbers });
        let read = |reply: &Reply| match reply.status {
            200 => answer(reply.json::<Bulk>().map(Some)),
            _ => reply.silent(),
        };
        let question = |client: &reqwest::Client, address: &str| {
            client
                .post(format!("{address}/personer/bulkoppslag?{PARTS}"))
                .header(header::ACCEPT, "application/json")
                .json(&body)
        };
        let found = match self.0.ask(question, MAX_BULK, read).await {
            Answer::Found(bulk) => bulk.oppslag,
            Answer::NotFound => Vec::new(),
            Answer::Silent(silence) => return vec![Answer::Silent(silence); people.len()],
        };
        let mut found: HashMap<String, Answer<Resident>> = found
            .into_iter()
            .filter_map(|one| Some((one.number, answer(resident(one.person?).map(Some)))))
            .collect();
        for person in people {
            if !found.contains_key(person.expose()) {
                found.insert(person.expose().to_owned(), self.alone(person).await);
            }
        }
        let told = |person: &NationalId| found.get(person.expose()).cloned();
        people
            .iter()
            .map(|person| told(person).unwrap_or(Answer::Silent(Silence::Malformed)))
            .collect()
    }
}

#[derive(Deserialize)]
struct Problem {
    #[serde(rename = "kode")]
    _code: String,
}

#[derive(Deserialize)]
struct Bulk {
    oppslag: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    #[serde(rename = "foedselsEllerDNummer")]
    number: String,
    #[serde(rename = "folkeregisterperson")]
    person: Option<Written>,
}

/// A person as it is written. Each element is a list with its history.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    identifikasjonsnummer: Vec<Element<Number>>,
    #[serde(default)]
    status: Vec<Element<Status>>,
    #[serde(default)]
    navn: Vec<Element<Name>>,
    #[serde(default)]
    foedsel: Vec<Element<Birth>>,
    #[serde(default)]
    statsborgerskap: Vec<Element<Citizenship>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Element<T> {
    er_gjeldende: bool,
    gyldighetstidspunkt: Option<DateTime<FixedOffset>>,
    #[serde(flatten)]
    what: T,
}

#[derive(Deserialize)]
struct Number {
    #[serde(rename = "foedselsEllerDNummer")]
    number: String,
}

#[derive(Deserialize)]
struct Status {
    status: String,
}

#[derive(Deserialize)]
struct Name {
    fornavn: Option<String>,
    mellomnavn: Option<String>,
    etternavn: Option<String>,
}

#[derive(Deserialize)]
struct Birth {
    foedselsdato: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct Citizenship {
    statsborgerskap: String,
}

/// The one element that counts now. None, or two, is no answer.
fn current<T>(elements: Vec<Element<T>>) -> Result<Element<T>, Silence> {
    let mut current = elements.into_iter().filter(|element| element.er_gjeldende);
    match (current.next(), current.next()) {
        (Some(element), None) => Ok(element),
        _ => Err(Silence::Malformed),
    }
}

fn resident(written: Written) -> Result<Resident, Silence> {
    let number = current(written.identifikasjonsnummer)?.what.number;
    let status = current(written.status)?;
    let name = current(written.navn)?.what;
    let citizenships: Result<Vec<Country>, _> = written
        .statsborgerskap
        .iter()
        .filter(|element| element.er_gjeldende)
        .map(|element| element.what.statsborgerskap.parse())
        .collect();
    Ok(Resident {
        national_id: number.parse().map_err(|_| Silence::Malformed)?,
        name: full_name(name)?,
        // Some have a birth year only; whom that hits, the office has to look at.
        birth_date: current(written.foedsel)?.what.foedselsdato.ok_or(Silence::Unclear)?,
        status: person_status(&status.what.status)?,
        since: status.gyldighetstidspunkt.map(|time| time.date_naive()),
        citizenships: citizenships.map_err(|_| Silence::Malformed)?,
    })
}

fn full_name(name: Name) -> Result<PersonName, Silence> {
    let parts = [name.fornavn, name.mellomnavn, name.etternavn];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let cut: String = parts.join(" ").chars().take(100).collect();
    cut.parse().map_err(|_| Silence::Malformed)
}

fn person_status(status: &str) -> Result<PersonStatus, Silence> {
    Ok(match status {
        "bosatt" => PersonStatus::Resident,
        "utflyttet" => PersonStatus::Emigrated,
        "midlertidig" => PersonStatus::Temporary,
        "inaktiv" => PersonStatus::Inactive,
        "ikkeBosatt" => PersonStatus::NotResident,
        "foedselsregistrert" => PersonStatus::BirthRegistered,
        "forsvunnet" => PersonStatus::Missing,
        "doed" => PersonStatus::Dead,
        "opphoert" => PersonStatus::Ceased,
        _ => return Err(Silence::Malformed),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The documentation's shape; the number is of Tenor.
    const DOCUMENTED: &str = r#"{
      "identifikasjonsnummer": [
        { "ajourholdstidspunkt": "2019-06-05T09:33:23+02:00", "erGjeldende": true, "kilde": "dsf-folkeregister-synkronisering",
          "gyldighetstidspunkt": "2019-06-05T00:00:00+02:00", "status": "iBruk", "foedselsEllerDNummer": "15889000187", "identifikatortype": "foedselsnummer" },
        { "erGjeldende": false, "status": "opphoert", "foedselsEllerDNummer": "55889000170", "identifikatortype": "dNummer" } ],
      "status": [ { "erGjeldende": true, "kilde": "", "aarsak": "Innvandring", "gyldighetstidspunkt": "2019-06-05T00:33:23+02:00", "status": "bosatt" } ],
      "foedsel": [ { "erGjeldende": true, "foedselsdato": "1990-08-15", "foedselsaar": "1990", "foedeland": "POL" } ],
      "navn": [ { "erGjeldende": true, "fornavn": "FORSTÅELSESFULL", "etternavn": "RULLETRAPP" } ],
      "statsborgerskap": [ { "erGjeldende": true, "statsborgerskap": "POL", "ervervsdato": "1990-08-15" }, { "erGjeldende": false, "statsborgerskap": "UKR" } ] }"#;

    fn read(json: &str) -> Result<Resident, Silence> {
        Reply { status: 200, body: json.as_bytes().to_vec() }.json().and_then(resident)
    }

    #[test]
    fn a_person_as_documented_is_read_and_history_left_out() {
        let person = read(DOCUMENTED).unwrap();
        assert_eq!(person.national_id.expose(), "15889000187");
        assert_eq!(person.name.as_str(), "FORSTÅELSESFULL RULLETRAPP");
        assert_eq!(person.status, PersonStatus::Resident);
        assert_eq!(person.since, NaiveDate::from_ymd_opt(2019, 6, 5), "the day in Norway");
        assert_eq!(person.citizenships, ["POL".parse().unwrap()]);
    }

    #[test]
    fn what_is_unknown_is_never_a_resident() {
        for (right, wrong) in [
            ("\"bosatt\"", "\"bosatt2\""),
            ("15889000187", "15889000188"),
            ("\"status\": [", "\"other\": ["),
            ("\"navn\": [", "\"other\": ["),
            ("\"erGjeldende\": true, \"fornavn\"", "\"erGjeldende\": false, \"fornavn\""),
            ("\"erGjeldende\": false, \"status\"", "\"erGjeldende\": true, \"status\""),
            ("\"POL\", \"ervervsdato\"", "\"Polen\", \"ervervsdato\""),
        ] {
            let changed = DOCUMENTED.replace(right, wrong);
            assert_ne!(changed, DOCUMENTED, "{right} is not there");
            assert_eq!(read(&changed), Err(Silence::Malformed), "{wrong}");
        }
        let year_only = DOCUMENTED.replace("\"foedselsdato\": \"1990-08-15\",", "");
        assert_eq!(read(&year_only), Err(Silence::Unclear));
    }

    #[test]
    fn each_status_is_known() {
        for status in [
            "bosatt",
            "utflyttet",
            "midlertidig",
            "inaktiv",
            "ikkeBosatt",
            "foedselsregistrert",
            "forsvunnet",
            "doed",
            "opphoert",
        ] {
            assert!(person_status(status).is_ok(), "{status}");
        }
    }
}
