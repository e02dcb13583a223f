//! A stranger in the place of all registers: over HTTP it answers every question with the same
//! status and bytes. Asked for seeds, it hands the questions on to the made-up registers instead,
//! and notes what they say.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use card::{NationalId, OrganisationNumber};
use chrono::{DateTime, Utc};
use registers::{Answer, Limits, Register, Registers};
use synthetic::{Example, Server, Size, World};
use test_support::at;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Statuses, by the second byte of an input.
const STATUSES: [u16; 8] = [200, 404, 410, 500, 401, 204, 302, 429];

/// What it says to every question; `None` while it notes what the registers say.
#[derive(Default)]
struct Mouth {
    says: Option<(u16, Vec<u8>)>,
    heard: Vec<Vec<u8>>,
}

pub(crate) struct Stranger {
    runtime: Runtime,
    registers: Registers,
    mouth: Arc<Mutex<Mouth>>,
    examples: Vec<Example>,
}

/// What a register was understood to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Understood {
    Something,
    NotFound,
    Nothing,
}

impl<T> From<Answer<T>> for Understood {
    fn from(answer: Answer<T>) -> Self {
        match answer {
            Answer::Found(_) => Self::Something,
            Answer::NotFound => Self::NotFound,
            Answer::Silent(_) => Self::Nothing,
        }
    }
}

impl Stranger {
    pub(crate) fn new() -> Self {
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let size = Size { companies: 60, people: 600, seed: 1 };
        let world = World::new(size, at(0).date_naive());
        let examples = world.examples().to_vec();
        let clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync> = Arc::new(|| at(0));
        let server = synthetic::router(Server::new(world, &base, Arc::clone(&clock)));
        let mouth = Arc::<Mutex<Mouth>>::default();
        let routes = Router::new().fallback({
            let mouth = Arc::clone(&mouth);
            async move |request: Request| answer(&mouth, server, request).await
        });
        runtime.spawn(async { axum::serve(listener, routes).await });
        let folder = tempfile::tempdir().unwrap();
        let key = folder.path().join("key.pem");
        std::fs::write(&key, synthetic::REHEARSAL_KEY).unwrap();
        let mut settings = synthetic::settings(&base, key);
        for register in Register::ALL {
            let endpoint = settings.of_mut(register);
            (endpoint.retries, endpoint.rest_after) = (Some(0), Some(u32::MAX));
            endpoint.limits = Some(Limits::new(64, u32::MAX, 1_000));
        }
        let registers = registers::connect(&settings, clock).unwrap();
        Self { runtime, registers, mouth, examples }
    }

    fn mouth(&self) -> MutexGuard<'_, Mouth> {
        self.mouth.lock().unwrap()
    }

    /// Which register an input is for, and what that is understood to say.
    pub(crate) fn ask(&self, input: &[u8]) -> Option<(u16, Vec<Understood>)> {
        let [register, status, body @ ..] = input else { return None };
        let register = Register::ALL[usize::from(*register) % Register::ALL.len()];
        let status = STATUSES[usize::from(*status) % STATUSES.len()];
        self.mouth().says = Some((status, body.to_vec()));
        Some((status, self.question(register, &self.examples[0])))
    }

    /// What the made-up registers say about the examples, as inputs: the longest answer of each
    /// register with each status.
    pub(crate) fn seeds(&self) -> Vec<Vec<u8>> {
        self.mouth().says = None;
        let mut seeds = BTreeMap::<_, Vec<u8>>::new();
        for (number, register) in (0..).zip(Register::ALL) {
            for example in &self.examples {
                self.question(register, example);
                for heard in std::mem::take(&mut self.mouth().heard) {
                    let longest = seeds.entry((number, heard[0])).or_default();
                    if heard.len() >= longest.len() {
                        *longest = [vec![number], heard].concat();
                    }
                }
            }
        }
        seeds.into_values().collect()
    }

    fn question(&self, register: Register, about: &Example) -> Vec<Understood> {
        let known = self.examples.iter().find_map(|example| example.person.clone());
        let person: NationalId = about.person.clone().or(known).unwrap();
        let (company, sub_unit): (OrganisationNumber, _) = (about.company, about.sub_unit);
        let all = &self.registers;
        self.runtime.block_on(async {
            match register {
                Register::Entities => vec![
                    all.entities.main_unit(company).await.into(),
                    all.entities.sub_unit(sub_unit).await.into(),
                    all.entities.sub_units(company).await.into(),
                ],
                Register::Employments => vec![all.employments.employments(&person).await.into()],
                Register::Assignments => {
                    vec![all.assignments.assignments(company, &person).await.into()]
                }
                Register::Population => {
                    let one = all.population.residents(std::slice::from_ref(&person)).await;
                    let two = all.population.residents(&[person.clone(), person]).await;
                    one.into_iter().chain(two).map(Into::into).collect()
                }
                Register::Permits => vec![all.permits.permit(&person).await.into()],
                Register::Staffing => vec![all.staffing.approval(company).await.into()],
                Register::Cleaning => vec![all.cleaning.approval(company).await.into()],
                Register::CarCare => vec![all.car_care.approval(company).await.into()],
            }
        })
    }
}

async fn answer(mouth: &Mutex<Mouth>, server: Router, request: Request) -> Response {
    let says = mouth.lock().unwrap().says.clone();
    // Tokens are had from the made-up Maskinporten in any case.
    let token = request.uri().path().starts_with("/maskinporten/");
    if let (Some((status, body)), false) = (says, token) {
        return (StatusCode::from_u16(status).unwrap(), body).into_response();
    }
    let (head, body) = server.oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, 1 << 20).await.unwrap();
    let status = STATUSES.iter().position(|status| *status == head.status.as_u16());
    if let (Some(status), false) = (status, token) {
        let heard = [vec![u8::try_from(status).unwrap()], body.to_vec()].concat();
        mouth.lock().unwrap().heard.push(heard);
    }
    Response::from_parts(head, Body::from(body))
}
