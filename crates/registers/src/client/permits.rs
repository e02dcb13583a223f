//! UDI's *hentPersonstatus*, a SOAP service (MT 1067).
//!
//! Its messages are read from Nav's open clients and stubs, which have the schema
//! `MT_1067_NAV_Data_v1.xsd`: the request names a number and what is wanted; the answer has
//! `Arbeidsadgang` with `HarArbeidsadgang` (yes, no, *uavklart*), `TypeArbeidsadgang` and
//! `ArbeidsadgangsPeriode`; the fault code 10003 says that UDI has no such person. The schema is
//! cut for Nav; that Arbeidstilsynet's is alike, and that a bearer token takes the place of Nav's
//! own security, is our reading. The address is told with the agreement.

use async_trait::async_trait;
use card::NationalId;
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use reqwest::header;
use serde::Deserialize;

use super::asker::Asker;
use super::reply::{Reply, answer};
use crate::{Answer, Limits, Period, Permit, Permits, Silence, WorkAccess};

/// Longest answer, in bytes.
const MAX_ANSWER: usize = 512 * 1024;

/// The fault for a person whom UDI doesn't know.
const NOT_KNOWN: u32 = 10_003;

#[derive(Debug)]
pub(super) struct Client(pub(super) Asker);

#[async_trait]
impl Permits for Client {
    fn limits(&self) -> Limits {
        self.0.limits()
    }

    async fn permit(&self, person: &NationalId) -> Answer<Permit> {
        // A number is digits only: nothing in it needs escaping.
        let body = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v1="http://udi.no.MT_1067_NAV.v1" xmlns:d="http://udi.no/MT_1067_NAV_Data/v1"><soapenv:Body><v1:HentPersonstatusRequest><v1:Parameter><d:Fodselsnummer>{}</d:Fodselsnummer><d:InkluderArbeidsadgang>true</d:InkluderArbeidsadgang></v1:Parameter></v1:HentPersonstatusRequest></soapenv:Body></soapenv:Envelope>"#,
            person.expose()
        );
        let read = |reply: &Reply| match reply.status {
            200 | 500 => match envelope(reply) {
                Ok(body) => answer(permit(body, person, reply.status)),
                Err(_) => reply.silent(),
            },
            _ => reply.silent(),
        };
        let question = |client: &reqwest::Client, address: &str| {
            client
                .post(address)
                .header(header::CONTENT_TYPE, "text/xml; charset=utf-8")
                .header("SOAPAction", "\"http://udi.no.MT_1067_NAV.v1/HentPersonstatus\"")
                .body(body.clone())
        };
        self.0.ask(question, MAX_ANSWER, read).await
    }
}

fn envelope(reply: &Reply) -> Result<Body, Silence> {
    let text = std::str::from_utf8(&reply.body).map_err(|_| Silence::Malformed)?;
    let envelope: Envelope = quick_xml::de::from_str(text).map_err(|_| Silence::Malformed)?;
    Ok(envelope.body)
}

#[derive(Deserialize)]
struct Envelope {
    #[serde(rename = "Body")]
    body: Body,
}

#[derive(Deserialize)]
struct Body {
    #[serde(rename = "HentPersonstatusResponse")]
    response: Option<Response>,
    #[serde(rename = "Fault")]
    fault: Option<Fault>,
}

#[derive(Deserialize)]
struct Response {
    #[serde(rename = "Resultat")]
    result: Outcome,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Outcome {
    foresporselsfodselsnummer: String,
    arbeidsadgang: Option<Access>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Access {
    har_arbeidsadgang: YesNoUnclear,
    type_arbeidsadgang: Option<String>,
    arbeidsadgangs_periode: Option<Span>,
}

#[derive(Deserialize)]
enum YesNoUnclear {
    Ja,
    Nei,
    Uavklart,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Span {
    fra: String,
    til: Option<String>,
}

#[derive(Deserialize)]
struct Fault {
    detail: Option<Detail>,
}

#[derive(Deserialize)]
struct Detail {
    #[serde(rename = "HentPersonstatusFault")]
    fault: Option<Told>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Told {
    kode_id: u32,
}

fn permit(body: Body, asked: &NationalId, status: u16) -> Result<Option<Permit>, Silence> {
    if let Some(fault) = body.fault {
        let code = fault.detail.and_then(|detail| detail.fault).map(|told| told.kode_id);
        return if code == Some(NOT_KNOWN) { Ok(None) } else { Err(Silence::Failed(status)) };
    }
    let result = body.response.ok_or(Silence::Malformed)?.result;
    if result.foresporselsfodselsnummer != asked.expose() {
        return Err(Silence::Malformed);
    }
    let Some(access) = result.arbeidsadgang else { return Ok(None) };
    let work = match (access.har_arbeidsadgang, access.type_arbeidsadgang.as_deref()) {
        (YesNoUnclear::Nei, _) => WorkAccess::None,
        (YesNoUnclear::Ja, Some("Generell")) => WorkAccess::Any,
        (YesNoUnclear::Ja, Some(kind)) if kind.starts_with("Bestemt") => WorkAccess::Limited,
        (YesNoUnclear::Ja, Some("Uavklart")) | (YesNoUnclear::Uavklart, _) => {
            return Err(Silence::Unclear);
        }
        _ => return Err(Silence::Malformed),
    };
    let period = match access.arbeidsadgangs_periode {
        Some(span) => {
            Period { from: day(&span.fra)?, to: span.til.as_deref().map(day).transpose()? }
        }
        // Without access there may be no period; it begins nowhere and says nothing.
        None if work == WorkAccess::None => Period { from: NaiveDate::MIN, to: None },
        None => return Err(Silence::Malformed),
    };
    Ok(Some(Permit { work, period }))
}

/// The day of an `xs:dateTime`, with or without a zone.
fn day(text: &str) -> Result<NaiveDate, Silence> {
    text.parse::<NaiveDateTime>()
        .map(|time| time.date())
        .or_else(|_| DateTime::parse_from_rfc3339(text).map(|time| time.date_naive()))
        .map_err(|_| Silence::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBER: &str = "55889000170";

    fn read(status: u16, inner: &str) -> Result<Option<Permit>, Silence> {
        let xml = format!(
            r#"<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>{inner}</s:Body></s:Envelope>"#
        );
        let reply = Reply { status, body: xml.into_bytes() };
        permit(envelope(&reply)?, &NUMBER.parse().unwrap(), status)
    }

    fn response(access: &str) -> String {
        format!(
            r#"<ns3:HentPersonstatusResponse xmlns="http://udi.no/MT_1067_NAV_Data/v1" xmlns:ns3="http://udi.no.MT_1067_NAV.v1"><ns3:Resultat>
              <Uttrekkstidspunkt>2020-12-18T12:16:50.2294816+01:00</Uttrekkstidspunkt>
              <Foresporselsfodselsnummer>{NUMBER}</Foresporselsfodselsnummer>
              <GjeldendePerson><Fodselsnummer>{NUMBER}</Fodselsnummer></GjeldendePerson>{access}
              <UavklartFlyktningstatus xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>
            </ns3:Resultat></ns3:HentPersonstatusResponse>"#
        )
    }

    fn access(has: &str, kind: &str) -> String {
        response(&format!(
            "<Arbeidsadgang><HarArbeidsadgang>{has}</HarArbeidsadgang><TypeArbeidsadgang>{kind}</TypeArbeidsadgang>\
             <ArbeidsOmfang>KunArbeidHeltid</ArbeidsOmfang><ArbeidsadgangsPeriode><Fra>2019-10-03T00:00:00</Fra>\
             <Til>2021-09-10T00:00:00+02:00</Til></ArbeidsadgangsPeriode></Arbeidsadgang>"
        ))
    }

    #[test]
    fn yes_no_and_unclear_stay_three_things() {
        let period = Period {
            from: NaiveDate::from_ymd_opt(2019, 10, 3).unwrap(),
            to: NaiveDate::from_ymd_opt(2021, 9, 10),
        };
        for (has, kind, expected) in [
            ("Ja", "Generell", Ok(WorkAccess::Any)),
            ("Ja", "BestemtArbeidEllerOppdrag", Ok(WorkAccess::Limited)),
            ("Nei", "Generell", Ok(WorkAccess::None)),
            ("Uavklart", "Generell", Err(Silence::Unclear)),
            ("Ja", "Uavklart", Err(Silence::Unclear)),
            ("Ja", "Noe", Err(Silence::Malformed)),
            ("Kanskje", "Generell", Err(Silence::Malformed)),
        ] {
            let expected = expected.map(|work| Some(Permit { work, period }));
            assert_eq!(read(200, &access(has, kind)), expected, "{has} {kind}");
        }
        assert_eq!(read(200, &response("")), Ok(None), "no access to work is told of");
    }

    #[test]
    fn only_the_fault_for_an_unknown_person_says_not_found() {
        let fault = |code: u32| {
            format!(
                r#"<s:Fault xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>s:Server</faultcode><faultstring>x</faultstring><detail><ns3:HentPersonstatusFault xmlns:ns3="http://udi.no.MT_1067_NAV.v1"><KodeId>{code}</KodeId></ns3:HentPersonstatusFault></detail></s:Fault>"#
            )
        };
        assert_eq!(read(500, &fault(10_003)), Ok(None));
        assert_eq!(read(500, &fault(10_001)), Err(Silence::Failed(500)));
        let bare = "<s:Fault><faultcode>s:Server</faultcode><faultstring>x</faultstring></s:Fault>";
        assert_eq!(read(500, bare), Err(Silence::Failed(500)));
        assert_eq!(read(200, ""), Err(Silence::Malformed));
    }

    #[test]
    fn an_answer_about_another_person_is_none() {
        let other = access("Ja", "Generell").replace(NUMBER, "15889000187");
        assert_eq!(read(200, &other), Err(Silence::Malformed));
    }
}
