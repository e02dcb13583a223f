//! UDI's *hentPersonstatus* over SOAP.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use card::NationalId;
use registers::{Answer, Permit, Permits, Population, Register, WorkAccess};

use crate::server::Server;

pub(super) fn routes() -> Router<Arc<Server>> {
    Router::new().route("/", post(status))
}

async fn status(State(server): State<Arc<Server>>, body: String) -> Response {
    let Some(person) = between(&body, "Fodselsnummer>").and_then(|n| n.parse::<NationalId>().ok())
    else {
        return fault(10_001);
    };
    let hidden = server.hides(Register::Permits, person.expose());
    let permit = match server.memory().permit(&person).await {
        Answer::Found(permit) if !hidden => Some(permit),
        _ => None,
    };
    // UDI knows those who ever had a case there: here, those with a permit.
    let known = permit.is_some()
        || matches!(server.memory().resident(&person).await, Answer::Found(r) if r.needs_permit() == Some(true));
    if hidden || !known {
        return fault(10_003);
    }
    let access = permit.map(|permit| written(&permit)).unwrap_or_default();
    envelope(
        StatusCode::OK,
        &format!(
            r#"<ns3:HentPersonstatusResponse xmlns="http://udi.no/MT_1067_NAV_Data/v1" xmlns:ns3="http://udi.no.MT_1067_NAV.v1"><ns3:Resultat><Uttrekkstidspunkt>{}</Uttrekkstidspunkt><Foresporselsfodselsnummer>{n}</Foresporselsfodselsnummer><GjeldendePerson><Fodselsnummer>{n}</Fodselsnummer><Alias/></GjeldendePerson>{access}<HarFlyktningstatus xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/></ns3:Resultat></ns3:HentPersonstatusResponse>"#,
            server.now().to_rfc3339(),
            n = person.expose(),
        ),
    )
}

/// The text after a tag's name, whatever its prefix.
fn between<'t>(text: &'t str, tag: &str) -> Option<&'t str> {
    text.split_once(tag)?.1.split('<').next()
}

fn written(permit: &Permit) -> String {
    let (has, kind) = match permit.work {
        WorkAccess::Any => ("Ja", "Generell"),
        WorkAccess::Limited => ("Ja", "BestemtArbeidsgiverEllerOppdragsgiver"),
        WorkAccess::None => ("Nei", "Generell"),
    };
    let to = permit.period.to.map(|to| format!("<Til>{to}T00:00:00</Til>")).unwrap_or_default();
    format!(
        "<Arbeidsadgang><HarArbeidsadgang>{has}</HarArbeidsadgang><TypeArbeidsadgang>{kind}</TypeArbeidsadgang><ArbeidsadgangsPeriode><Fra>{}T00:00:00</Fra>{to}</ArbeidsadgangsPeriode></Arbeidsadgang>",
        permit.period.from
    )
}

fn fault(code: u32) -> Response {
    envelope(
        StatusCode::INTERNAL_SERVER_ERROR,
        &format!(
            r#"<s:Fault xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>s:Server</faultcode><faultstring>HentPersonstatusFault</faultstring><detail><ns3:HentPersonstatusFault xmlns:ns3="http://udi.no.MT_1067_NAV.v1"><KodeId>{code}</KodeId></ns3:HentPersonstatusFault></detail></s:Fault>"#
        ),
    )
}

fn envelope(status: StatusCode, body: &str) -> Response {
    let xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>{body}</soap:Body></soap:Envelope>"#
    );
    (status, [(header::CONTENT_TYPE, "text/xml; charset=utf-8")], xml).into_response()
}
