//! OAR through Skatteetaten's *Arbeidsforhold i oppdrag*, which is made for HMS cards.
//!
//! Documented at `skatteetaten.github.io/api-dokumentasjon/api/arbeidsforholdioppdrag`: the
//! address, the package of rights `arbeidstilsynetHmsKort`, the scope, the answer (`aktiv`,
//! `perioder`) and the error codes; 404 with `ARBEIDSFORHOLD-007` says that there is nothing
//! between the two, and any other 404 that the address is wrong. Which of the two numbers stands
//! where in the path is our reading of Skatteetaten's other services of this kind.

use async_trait::async_trait;
use card::{NationalId, OrganisationNumber};
use chrono::NaiveDate;
use serde::Deserialize;

use super::asker::Asker;
use super::reply::{Reply, answer};
use crate::{Answer, Assignments, Limits, Period, Silence};

/// Longest answer, in bytes.
const MAX_ANSWER: usize = 256 * 1024;

/// *No employment between this worker and this employer.*
const NOTHING: &str = "ARBEIDSFORHOLD-007";

#[derive(Debug)]
pub(super) struct Client(pub(super) Asker);

#[async_trait]
impl Assignments for Client {
    fn limits(&self) -> Limits {
        self.0.limits()
    }

    async fn assignments(
        &self,
        company: OrganisationNumber,
        person: &NationalId,
    ) -> Answer<Vec<Period>> {
        let read = |reply: &Reply| match reply.status {
            200 => answer(reply.json().and_then(periods)),
            404 if reply.json::<Problem>().is_ok_and(|problem| problem.kode == NOTHING) => {
                Answer::NotFound
            }
            _ => reply.silent(),
        };
        let question = |client: &reqwest::Client, address: &str| {
            client.get(format!("{address}/{company}/{}", person.expose()))
        };
        self.0.ask(question, MAX_ANSWER, read).await
    }
}

#[derive(Deserialize)]
struct Problem {
    kode: String,
}

#[derive(Deserialize)]
struct Written {
    aktiv: Active,
    #[serde(default)]
    perioder: Vec<WrittenPeriod>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "UPPERCASE")]
enum Active {
    Ja,
    Nei,
}

#[derive(Deserialize)]
struct WrittenPeriod {
    startdato: NaiveDate,
    sluttdato: Option<NaiveDate>,
}

fn periods(written: Written) -> Result<Option<Vec<Period>>, Silence> {
    let period = |w: WrittenPeriod| Period { from: w.startdato, to: w.sluttdato };
    let mut periods: Vec<_> = written.perioder.into_iter().map(period).collect();
    // Active, but never at any time: that is no answer.
    if written.aktiv == Active::Ja && periods.is_empty() {
        return Err(Silence::Malformed);
    }
    periods.sort_by_key(|period| period.from);
    Ok(Some(periods).filter(|periods| !periods.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Answer<Vec<Period>> {
        let reply = Reply { status: 200, body: json.as_bytes().to_vec() };
        answer(reply.json().and_then(periods))
    }

    #[test]
    fn the_documented_answer_is_read_in_order() {
        let documented = r#"{ "aktiv": "JA", "perioder": [
            { "startdato": "2023-10-17", "sluttdato": "2023-10-20" },
            { "startdato": "2023-10-04", "sluttdato": "2023-10-11" },
            { "startdato": "2023-10-31" } ] }"#;
        let Answer::Found(periods) = read(documented) else { panic!("not read") };
        let days: Vec<_> = periods.iter().map(|period| period.from.to_string()).collect();
        assert_eq!(days, ["2023-10-04", "2023-10-17", "2023-10-31"]);
        assert_eq!(periods[2].to, None);
    }

    #[test]
    fn active_without_a_period_is_no_answer_and_neither_is_a_third_word() {
        assert_eq!(read(r#"{"aktiv":"NEI","perioder":[]}"#), Answer::NotFound);
        for wrong in [r#"{"aktiv":"JA"}"#, r#"{"aktiv":"KANSKJE"}"#, "{}", "[]", ""] {
            assert_eq!(read(wrong), Answer::Silent(Silence::Malformed), "{wrong}");
        }
    }
}
