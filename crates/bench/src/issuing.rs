//! How many credentials the service issues in a second, against a bare handler that signs the same
//! bytes.
//!
//! Both are asked over HTTP on loopback by the same clients. The service checks the phone's
//! signature, looks into its database and signs anew, because what the card says has changed since
//! the phone's last refresh; the bare handler signs bytes of that length, and answers as many.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::post;
use card::{Industry, OrganisationNumber};
use chrono::{TimeDelta, Utc};
use credential::{PublicKey, Signer, SigningKey};
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker, Settings};
use test_support::{key, organisation_number, person};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use wire::{Bytes, EnrolWallet, IdDocument, RefreshWallet, WalletState};

/// Phones, each of which refreshes once a round.
const PHONES: u64 = 256;
/// Rounds, ours and the bare one in turn.
const ROUNDS: usize = 15;
/// Clients at once.
const CLIENTS: usize = 8;

struct Office {
    _folder: tempfile::TempDir,
    issuer: Arc<Issuer>,
    phones: Vec<SigningKey>,
}

pub(crate) fn measure() {
    println!("issuing, {PHONES} phones, {CLIENTS} clients at once");
    let runtime = Runtime::new().unwrap();
    let office = office();
    let service = issuer::router(Arc::clone(&office.issuer), Arc::new(Utc::now));
    let service = listen(&runtime, service);
    let (_, sample) = ask(service, &questions(&office.phones[..1]));
    let state: WalletState = serde_json::from_slice(&sample).unwrap();
    let signed = state.employments[0].credential.0.len();
    let verifying = listen(&runtime, bare(sample.clone(), signed, true));
    let bare = listen(&runtime, bare(sample, signed, false));
    let (mut ours, mut theirs, mut both) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        // A new key: each credential has to be signed anew.
        office.issuer.rotate_issuer_key(Utc::now()).unwrap();
        let questions = questions(&office.phones);
        ours.push(ask(service, &questions).0);
        theirs.push(ask(bare, &questions).0);
        both.push(ask(verifying, &questions).0);
    }
    let median = |mut times: Vec<Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64()
    };
    let (ours, theirs, both) = (median(ours), median(theirs), median(both));
    println!(
        "  requests per second: {:.0}, bare {:.0}, bare that checks the phone's signature too {:.0}",
        PHONES as f64 / ours,
        PHONES as f64 / theirs,
        PHONES as f64 / both
    );
    println!("  ratio: {:.2}, to the one that checks {:.2}", theirs / ours, both / ours);
}

/// Reads the body, checks the phone's signature if told to, signs as many bytes, answers as many.
fn bare(answer: Vec<u8>, signed: usize, checks: bool) -> Router {
    let signer = Arc::new(SigningKey::generate().unwrap());
    let sign = async move |body: axum::body::Bytes| {
        if checks {
            let asked: RefreshWallet = serde_json::from_slice(&body).unwrap();
            let key = PublicKey::from_bytes(&asked.device_key.0).unwrap();
            key.verify(&wire::refresh_message(asked.at), &asked.proof.0).unwrap();
        }
        let signature = Signer::sign(signer.as_ref(), &vec![7; signed]);
        let mut answer = answer;
        answer[..64].copy_from_slice(&signature[..64]);
        answer
    };
    Router::new().route(wire::route::WALLET_REFRESH, post(sign))
}

/// A company, and workers with a phone each.
fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        service: "http://127.0.0.1:1".into(),
        host: "HMSKORT.EXAMPLE".parse().unwrap(),
        max_age: TimeDelta::days(7),
    };
    let issuer = Issuer::init(folder.path(), &settings, Utc::now()).unwrap();
    let company = organisation_number(7);
    let name = "Fjord Bygg AS".parse().unwrap();
    issuer.add_company(&NewCompany { organisation_number: company, name }).unwrap();
    let phones = (0..PHONES).map(|n| phone(&issuer, company, n)).collect();
    Office { _folder: folder, issuer: Arc::new(issuer), phones }
}

fn phone(issuer: &Issuer, company: OrganisationNumber, n: u64) -> SigningKey {
    let (person, now) = (person(n), Utc::now());
    let (name, national_id) = (person.name, person.national_id);
    let worker = NewWorker { name, national_id, birth_date: person.birth_date };
    let card = issuer.add_worker(&worker).unwrap();
    let industry = Industry::Construction;
    let job = NewEmployment { card, company, sub_unit: company, industry };
    issuer.add_employment(&job, now).unwrap();
    let link = issuer.issue_activation(card, IdDocument::Passport, "bench", now).unwrap();
    let phone = key(&format!("phone {n}"));
    let device_key = Bytes(phone.public_key().to_bytes());
    let proof = Signer::sign(&phone, &wire::enrol_message(&link.code, &device_key.0)).to_vec();
    let (code, root) = (link.code.expose().to_owned(), link.root.to_string());
    let request = EnrolWallet { code, root, device_key, proof: Bytes(proof) };
    issuer.enrol_wallet(&request, now).unwrap();
    phone
}

fn listen(runtime: &Runtime, routes: Router) -> SocketAddr {
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(issuer::serve(routes, listener, std::future::pending()));
    address
}

/// The requests of all phones, as bytes.
fn questions(phones: &[SigningKey]) -> Vec<Vec<u8>> {
    let at = Utc::now().timestamp();
    let question = |phone: &SigningKey| {
        let proof = Bytes(Signer::sign(phone, &wire::refresh_message(at)).to_vec());
        let device_key = Bytes(phone.public_key().to_bytes());
        let body = serde_json::to_string(&RefreshWallet { device_key, at, proof }).unwrap();
        format!(
            "POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            wire::route::WALLET_REFRESH,
            body.len()
        )
        .into_bytes()
    };
    phones.iter().map(question).collect()
}

/// Asks for all phones at once, over a connection a client; gives the time and the last answer.
fn ask(service: SocketAddr, questions: &[Vec<u8>]) -> (Duration, Vec<u8>) {
    let streams: Vec<_> =
        (0..CLIENTS).map(|_| BufReader::new(TcpStream::connect(service).unwrap())).collect();
    let share = questions.len().div_ceil(CLIENTS);
    let began = Instant::now();
    let last = std::thread::scope(|scope| {
        let clients: Vec<_> = questions
            .chunks(share)
            .zip(streams)
            .map(|(mine, mut stream)| {
                scope.spawn(move || {
                    let mut last = Vec::new();
                    for question in mine {
                        stream.get_mut().write_all(question).unwrap();
                        last = answer(&mut stream);
                    }
                    last
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().unwrap()).last().unwrap()
    });
    (began.elapsed(), last)
}

/// The body of an answer that must be a good one.
fn answer(stream: &mut BufReader<TcpStream>) -> Vec<u8> {
    let (mut length, mut line) = (0, String::new());
    stream.read_line(&mut line).unwrap();
    assert!(line.starts_with("HTTP/1.1 200 "), "{line}");
    while line != "\r\n" {
        line.clear();
        stream.read_line(&mut line).unwrap();
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    body
}
