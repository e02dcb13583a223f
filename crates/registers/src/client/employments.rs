//! Aa-registeret's REST interface, version 2 (Nav).
//!
//! Documented at `navikt.github.io/aareg`, and by Nav's many open clients: `GET
//! /api/v2/arbeidstaker/arbeidsforhold` with the person in the header `Nav-Personident`; a list
//! of employments; Maskinporten's scope `nav:aareg/v1/arbeidsforhold`. That a person who is not
//! known there is 404 with `meldinger` is our reading of those clients. The address is told with
//! the agreement.

use async_trait::async_trait;
use card::{NationalId, OrganisationNumber};
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::asker::Asker;
use super::reply::{Reply, answer};
use crate::{Answer, Employment, Employments, Limits, Period, Silence};

/// Longest answer, in bytes; an employment has some 2,000.
const MAX_ANSWER: usize = 2 * 1024 * 1024;

/// All employments, and only those that are reported now (not the ones from before 2015).
const ROUTE: &str = "/api/v2/arbeidstaker/arbeidsforhold\
    ?arbeidsforholdstatus=AKTIV,FREMTIDIG,AVSLUTTET\
    &rapporteringsordning=A_ORDNINGEN&sporingsinformasjon=false&historikk=false";

#[derive(Debug)]
pub(super) struct Client(pub(super) Asker);

#[async_trait]
impl Employments for Client {
    fn limits(&self) -> Limits {
        self.0.limits()
    }

    async fn employments(&self, person: &NationalId) -> Answer<Vec<Employment>> {
        let read = |reply: &Reply| match reply.status {
            200 => answer(reply.json().and_then(employments)),
            404 if reply.json::<NotKnown>().is_ok() => Answer::NotFound,
            _ => reply.silent(),
        };
        let question = |client: &reqwest::Client, address: &str| {
            client.get(format!("{address}{ROUTE}")).header("Nav-Personident", person.expose())
        };
        self.0.ask(question, MAX_ANSWER, read).await
    }
}

/// The body that says that it is Aa-registeret who doesn't know the person.
#[derive(Deserialize)]
struct NotKnown {
    #[serde(rename = "meldinger")]
    _messages: Vec<IgnoredAny>,
}

#[derive(Deserialize)]
struct Written {
    arbeidssted: Party,
    opplysningspliktig: Party,
    ansettelsesperiode: Employed,
}

#[derive(Deserialize)]
struct Party {
    identer: Vec<Ident>,
}

#[derive(Deserialize)]
struct Ident {
    #[serde(rename = "type")]
    kind: String,
    ident: String,
}

#[derive(Deserialize)]
struct Employed {
    startdato: NaiveDate,
    sluttdato: Option<NaiveDate>,
}

impl Party {
    /// The organisation; `None` for a private person who employs somebody at home.
    fn organisation(&self) -> Result<Option<OrganisationNumber>, Silence> {
        let ident = self.identer.iter().find(|ident| ident.kind == "ORGANISASJONSNUMMER");
        ident.map(|ident| ident.ident.parse()).transpose().map_err(|_| Silence::Malformed)
    }
}

fn employments(written: Vec<Written>) -> Result<Option<Vec<Employment>>, Silence> {
    let mut employments = Vec::new();
    for one in written {
        let organisations =
            (one.opplysningspliktig.organisation()?, one.arbeidssted.organisation()?);
        if let (Some(main_unit), Some(sub_unit)) = organisations {
            let Employed { startdato: from, sluttdato: to } = one.ansettelsesperiode;
            employments.push(Employment { main_unit, sub_unit, period: Period { from, to } });
        }
    }
    Ok(Some(employments).filter(|all| !all.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Answer<Vec<Employment>> {
        let reply = Reply { status: 200, body: json.as_bytes().to_vec() };
        answer(reply.json().and_then(employments))
    }

    /// In the shape of Nav's own clients' tests.
    const PUBLISHED: &str = r#"[ {
        "id": "V911050676R16054L0001",
        "type": { "kode": "ordinaertArbeidsforhold", "beskrivelse": "Ordinært arbeidsforhold" },
        "arbeidstaker": { "identer": [ { "type": "FOLKEREGISTERIDENT", "ident": "20895298795", "gjeldende": true } ] },
        "arbeidssted": { "type": "Underenhet", "identer": [ { "type": "ORGANISASJONSNUMMER", "ident": "974761211" } ] },
        "opplysningspliktig": { "type": "Hovedenhet", "identer": [ { "type": "ORGANISASJONSNUMMER", "ident": "974760673" } ] },
        "ansettelsesperiode": { "startdato": "2014-01-01", "sluttdato": "2015-01-01", "sluttaarsak": { "kode": "x" } },
        "ansettelsesdetaljer": [ { "type": "Ordinaer" } ], "navArbeidsforholdId": 12345
      }, {
        "id": null,
        "arbeidssted": { "type": "Person", "identer": [ { "type": "FOLKEREGISTERIDENT", "ident": "20895298795" } ] },
        "opplysningspliktig": { "type": "Person", "identer": [ { "type": "FOLKEREGISTERIDENT", "ident": "20895298795" } ] },
        "ansettelsesperiode": { "startdato": "2020-01-01" }
      } ]"#;

    #[test]
    fn employments_with_companies_are_read_and_those_with_people_left_out() {
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let employment = Employment {
            main_unit: "974760673".parse().unwrap(),
            sub_unit: "974761211".parse().unwrap(),
            period: Period { from: day(2014), to: Some(day(2015)) },
        };
        assert_eq!(read(PUBLISHED), Answer::Found(vec![employment]));
        assert_eq!(read("[]"), Answer::NotFound);
    }

    #[test]
    fn an_employment_that_can_not_be_read_is_not_left_out() {
        for (right, wrong) in
            [("974761211", "974761212"), ("2014-01-01", "01.01.2014"), ("identer", "ident")]
        {
            let silent = Answer::Silent(Silence::Malformed);
            assert_eq!(read(&PUBLISHED.replace(right, wrong)), silent, "{wrong}");
        }
    }
}
