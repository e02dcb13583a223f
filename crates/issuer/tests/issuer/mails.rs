//! Warnings and the mails about them, sent to a real SMTP server on loopback.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use card::{Industry, Language, Reason};
use chrono::TimeDelta;
use issuer::{Delivered, IssuerError, Post, Term, WarningKind};
use registers::{PersonStatus, Register, Resident, Silence};
use test_support::{at, person};

use crate::night::{Norway, company, database, night, resident};

/// A mail server (RFC 5321) that keeps what it is sent, as quoted-printable or base64 tells it.
struct MailServer {
    address: String,
    mails: Arc<Mutex<Vec<String>>>,
    /// What it says to a mail from now on; `250` takes it.
    says: Arc<Mutex<&'static str>>,
}

impl MailServer {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("smtp://{}", listener.local_addr().unwrap());
        let (mails, says) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new("250 kept")));
        let (kept, answer) = (Arc::clone(&mails), Arc::clone(&says));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                stream.write_all(b"220 test\r\n").unwrap();
                while let Some(Ok(line)) = lines.next() {
                    let reply = match line.split([' ', ':']).next().unwrap() {
                        "EHLO" => "250-test\r\n250 8BITMIME".to_owned(),
                        "DATA" => {
                            stream.write_all(b"354 go on\r\n").unwrap();
                            let mail = lines.by_ref().map(Result::unwrap).take_while(|l| l != ".");
                            let mail: Vec<String> = mail.collect();
                            let says = *answer.lock().unwrap();
                            if says.starts_with("250") {
                                kept.lock().unwrap().push(mail.join("\n"));
                            }
                            says.to_owned()
                        }
                        "QUIT" => break,
                        _ => "250 ok".to_owned(),
                    };
                    stream.write_all(format!("{reply}\r\n").as_bytes()).unwrap();
                }
            }
        });
        Self { address, mails, says }
    }

    fn post(&self) -> Post {
        Post::new(&self.address, "HMS-kort <hms@hmskort.example>", None).unwrap()
    }

    /// What was sent, its transfer encoding undone.
    fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().iter().map(|mail| decoded(mail)).collect()
    }
}

fn decoded(mail: &str) -> String {
    let (head, body) = mail.split_once("\n\n").unwrap();
    let body = if head.contains("Content-Transfer-Encoding: base64") {
        let body = body.replace('\n', "");
        String::from_utf8(data_encoding::BASE64.decode(body.as_bytes()).unwrap()).unwrap()
    } else if head.contains("Content-Transfer-Encoding: quoted-printable") {
        let joined = body.replace("=\n", "");
        let mut bytes = Vec::new();
        let mut rest = joined.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            if *first == b'=' {
                let hex = std::str::from_utf8(&after[..2]).unwrap();
                bytes.push(u8::from_str_radix(hex, 16).unwrap());
                rest = &after[2..];
            } else {
                bytes.push(*first);
                rest = after;
            }
        }
        String::from_utf8(bytes).unwrap()
    } else {
        body.to_owned()
    };
    format!("{head}\n\n{body}")
}

fn deliver(norway: &Norway, server: &MailServer, day: i64) -> Delivered {
    norway.office.issuer.deliver(&server.post(), night(day)).unwrap()
}

#[test]
fn an_employer_is_told_once_in_their_language_and_without_national_numbers() {
    let (norway, server) = (Norway::new(3), MailServer::start());
    let issuer = &norway.office.issuer;
    issuer.set_contact(company(), "daglig@byggmester.example", Language::Nb).unwrap();
    issuer.set_contact(company(), "biuro@byggmester.example", Language::Pl).unwrap();
    norway.night(1);
    norway.registers.remove_resident(&person(1_000).national_id);
    let report = norway.night(2);
    assert_eq!((report.warnings, report.mails), (1, 2));
    norway.night(3);
    let sent = deliver(&norway, &server, 3);
    assert_eq!(sent, Delivered { sent: 2, put_off: 0, refused: 0 });
    assert_eq!(deliver(&norway, &server, 4), Delivered::default(), "none twice");

    let mails = server.mails();
    let to = |address: &str| mails.iter().find(|mail| mail.contains(address)).unwrap();
    let (nb, pl) = (to("daglig@"), to("biuro@"));
    assert!(nb.contains("Disse kortene gjelder ikke lenger") && nb.contains("Folkeregisteret"));
    assert!(pl.contains("Te karty nie są już ważne") && pl.contains("Skatteetaten"));
    for mail in &mails {
        assert!(mail.contains(&norway.workers[0].0.to_string()), "the card's number");
        assert!(mail.contains(person(1_000).name.as_str()));
        assert!(mail.contains("Auto-Submitted: auto-generated") && mail.contains("Message-ID: <"));
        for n in 0..3 {
            assert!(!mail.contains(person(1_000 + n).national_id.expose()));
        }
    }
}

#[test]
fn what_is_coming_is_told_once_to_worker_and_employer_until_somebody_mends_it() {
    let norway = Norway::new(1);
    let (card, job) = norway.workers[0].clone();
    let phone = norway.office.phone_of(card, "phone");
    let issuer = &norway.office.issuer;
    // A D-number that was confirmed so long ago that five years are over in two months.
    let d_number = "55889000170".parse().unwrap();
    let since = (night(60) - TimeDelta::days(5 * 365 + 1)).date_naive();
    let temporary = |since| Resident {
        national_id: "55889000170".parse().unwrap(),
        status: PersonStatus::Temporary,
        since: Some(since),
        ..resident(0)
    };
    database(&norway.office)
        .execute(
            "UPDATE worker SET national_id = '55889000170' WHERE card_number = ?1",
            [card.get()],
        )
        .unwrap();
    norway.registers.put_resident(temporary(since));
    norway.registers.set_employments(&d_number, crate::night::employed());

    norway.night(1);
    norway.night(2);
    let warnings = issuer.warnings_of(company(), night(2)).unwrap();
    let [warning] = &warnings[..] else { panic!("one warning: {warnings:?}") };
    assert_eq!((warning.kind, warning.reason), (WarningKind::Coming, Reason::DNumberInactive));
    assert_eq!((&warning.employment, warning.card_number), (&job, card));
    let told =
        |day| phone.refresh(&norway.office, night(day)).unwrap().employments[0].warnings.clone();
    let expected = card::Cause { reason: Reason::DNumberInactive, since: Some(warning.due) };
    assert_eq!(told(2), [expected]);

    norway.registers.put_resident(temporary(night(2).date_naive()));
    norway.night(3);
    assert!(issuer.warnings_of(company(), night(3)).unwrap().is_empty());
    assert_eq!(told(3), []);
}

#[test]
fn a_card_that_ends_is_told_of_thirty_days_before_and_the_holder_hears_it_once() {
    let norway = Norway::new(0);
    let (card, job) = norway.add(0, Term::Loan, Industry::Construction);
    let phone = norway.office.phone_of(card, "phone");
    norway.night(1);
    let warnings = norway.office.issuer.warnings_of(company(), night(1)).unwrap();
    assert_eq!(
        warnings.iter().map(|w| (w.reason, w.due)).collect::<Vec<_>>(),
        [(Reason::CardExpired, night(14))]
    );
    assert_eq!(warnings[0].employment, job);
    let state = phone.refresh(&norway.office, night(1)).unwrap();
    assert_eq!(state.employments[0].warnings.len(), 1);
}

#[test]
fn an_act_is_told_to_the_employer_and_doing_it_twice_tells_once() {
    let (norway, server) = (Norway::new(1), MailServer::start());
    let issuer = &norway.office.issuer;
    issuer.set_contact(company(), "post@byggmester.example", Language::Ro).unwrap();
    issuer.block(norway.job(0), Reason::EmploymentRemoved, "Inga", at(50)).unwrap();
    for _ in 0..2 {
        let (kind, reason) = (WarningKind::Act, Reason::EmploymentRemoved);
        issuer.warn(norway.job(0), kind, reason, at(50), at(50)).unwrap();
        issuer.tell_employers(at(50)).unwrap();
    }
    assert_eq!(deliver(&norway, &server, 1).sent, 1);
    assert!(server.mails()[0].contains("un inspector a eliminat contractul"));
    assert_eq!(issuer.warnings_of(company(), at(60)).unwrap().len(), 1);
    let none =
        issuer.warn(&"e-none".parse().unwrap(), WarningKind::Act, Reason::CardSeized, at(0), at(0));
    assert!(matches!(none, Err(IssuerError::NotFound(_))));
}

#[test]
fn a_mail_that_the_server_refuses_for_now_is_tried_again_and_one_refused_for_good_is_not() {
    let (norway, server) = (Norway::new(1), MailServer::start());
    let issuer = &norway.office.issuer;
    issuer.set_contact(company(), "post@byggmester.example", Language::En).unwrap();
    let (kind, reason) = (WarningKind::Act, Reason::CardSeized);
    let act = |seconds| {
        issuer.warn(norway.job(0), kind, reason, at(seconds), at(seconds)).unwrap();
        issuer.tell_employers(at(seconds)).unwrap();
    };
    act(0);
    *server.says.lock().unwrap() = "451 later";
    let later = |seconds| issuer.deliver(&server.post(), at(seconds)).unwrap();
    assert_eq!(later(0), Delivered { put_off: 1, ..Delivered::default() });
    assert_eq!(later(60), Delivered::default(), "not before its time");
    *server.says.lock().unwrap() = "250 kept";
    assert_eq!(later(3_600).sent, 1);

    act(7_200);
    *server.says.lock().unwrap() = "550 no such mailbox";
    assert_eq!(later(7_200), Delivered { refused: 1, ..Delivered::default() });
    *server.says.lock().unwrap() = "250 kept";
    assert_eq!(later(7_200 + 86_400 * 30), Delivered::default());
    let error: String = database(&norway.office)
        .query_row("SELECT error FROM outbox WHERE sent IS NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(error, "the mail server says 550");
}

#[test]
fn a_server_that_is_not_there_puts_mails_off() {
    let norway = Norway::new(1);
    let issuer = &norway.office.issuer;
    issuer.set_contact(company(), "post@byggmester.example", Language::En).unwrap();
    issuer.warn(norway.job(0), WarningKind::Act, Reason::CardSeized, at(0), at(0)).unwrap();
    issuer.tell_employers(at(0)).unwrap();
    let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let post = Post::new(&format!("smtp://{unused}"), "hms@hmskort.example", None).unwrap();
    assert_eq!(issuer.deliver(&post, at(0)).unwrap().put_off, 1);
}

#[test]
fn what_is_no_address_is_refused() {
    let norway = Norway::new(0);
    for wrong in ["", "ola", "ola@", "@x", "a b@x.no", &format!("{}@x.no", "a".repeat(300))] {
        let answer = norway.office.issuer.set_contact(company(), wrong, Language::Nb);
        assert!(matches!(answer, Err(IssuerError::Malformed(_))), "{wrong:?}: {answer:?}");
    }
    assert!(norway.office.issuer.set_term("office_email", "nobody").is_err());
    for (server, from) in [("http://x", "a@b.no"), ("smtp://x", "nobody"), ("", "a@b.no")] {
        assert!(Post::new(server, from, None).is_err(), "{server:?} {from:?}");
    }
}

#[test]
fn the_office_is_mailed_once_about_a_silent_register_and_one_that_is_half_empty() {
    let (norway, server) = (Norway::new(60), MailServer::start());
    let issuer = &norway.office.issuer;
    issuer.set_term("office_email", "kontor@hmskort.example").unwrap();
    norway.night(1);
    norway.registers.silence(Register::Employments, Some(Silence::Unreachable));
    for n in 0..30 {
        norway.registers.remove_resident(&person(1_000 + n).national_id);
    }
    for day in 2..=4 {
        norway.night(day);
    }
    assert_eq!(deliver(&norway, &server, 4).sent, 2);
    let mails = server.mails().join("\n");
    assert!(mails.contains("Aa-registeret har ikke svart"), "{mails}");
    assert!(mails.contains("hmskort issuer night --accept population"), "{mails}");
}
