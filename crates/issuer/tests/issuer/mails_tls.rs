//! Mails to a server that wants TLS and a login, under a certificate of our own making.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use card::{Language, Reason};
use data_encoding::BASE64;
use issuer::{Delivered, IssuerError, Post, WarningKind};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use test_support::at;

use crate::office::{Office, company};

const SENDER: &str = "HMS-kort <hms@hmskort.example>";

/// When TLS begins.
#[derive(Clone, Copy, PartialEq)]
enum Begins {
    AtOnce,
    AfterStartTls,
    Never,
}

/// A server, and what it heard: the login, the mails, and anything that came before TLS.
struct Server {
    host: String,
    heard: Arc<Mutex<Vec<String>>>,
}

fn openssl(folder: &Path, args: &str) {
    let words = args.split(' ');
    let done = Command::new("openssl").args(words).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{args}: {done:?}");
}

/// A certificate authority, and a certificate of its for `localhost`.
fn certificates(folder: &Path) -> ServerConfig {
    openssl(folder, "req -x509 -newkey rsa:2048 -nodes -subj /CN=ca -keyout ca.key -out ca.pem");
    openssl(folder, "req -newkey rsa:2048 -nodes -subj /CN=s -keyout s.key -out s.csr");
    std::fs::write(folder.join("ext"), "subjectAltName=DNS:localhost").unwrap();
    openssl(
        folder,
        "x509 -req -in s.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile ext -out s.pem",
    );
    let _ = rustls::crypto::ring::default_provider().install_default();
    let chain = vec![CertificateDer::from_pem_file(folder.join("s.pem")).unwrap()];
    let key = PrivateKeyDer::from_pem_file(folder.join("s.key")).unwrap();
    ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).unwrap()
}

/// Speaks SMTP until the end, or until TLS shall begin.
fn speak(stream: &mut (impl Read + Write), secure: bool, starts: bool, heard: &Mutex<Vec<String>>) {
    let line = |stream: &mut dyn Read| {
        let (mut line, mut byte) = (Vec::new(), [0]);
        while !line.ends_with(b"\r\n") && stream.read(&mut byte).is_ok_and(|n| n == 1) {
            line.extend(byte);
        }
        String::from_utf8(line).unwrap()
    };
    let hear = |text: &str| heard.lock().unwrap().push(format!("{secure} {text}"));
    loop {
        let said = line(stream);
        let reply = match said.trim().split([' ', ':']).next().unwrap_or_default() {
            "" => return,
            "EHLO" if starts => "250-test\r\n250 STARTTLS",
            "EHLO" if secure => "250-test\r\n250 AUTH PLAIN LOGIN",
            "EHLO" => "250 test",
            "STARTTLS" => {
                stream.write_all(b"220 go on\r\n").unwrap();
                return;
            }
            "AUTH" => {
                let given = said.trim().trim_start_matches("AUTH PLAIN ");
                let given = String::from_utf8(BASE64.decode(given.as_bytes()).unwrap()).unwrap();
                hear(&given.replace('\0', "/"));
                if given == "\0post\0s3cret@" { "235 ok" } else { "535 no" }
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").unwrap();
                while line(stream).trim_end() != "." {}
                hear("mail");
                "250 kept"
            }
            "QUIT" => return,
            _ => "250 ok",
        };
        stream.write_all(format!("{reply}\r\n").as_bytes()).unwrap();
    }
}

impl Server {
    fn start(folder: &Path, begins: Begins) -> Self {
        let config = Arc::new(certificates(folder));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("localhost:{}", listener.local_addr().unwrap().port());
        let heard = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&heard);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream: TcpStream = stream.unwrap();
                if begins != Begins::AtOnce {
                    let _ = stream.write_all(b"220 test\r\n");
                    speak(&mut stream, false, begins == Begins::AfterStartTls, &log);
                }
                let tls = ServerConnection::new(Arc::clone(&config)).unwrap();
                let mut stream = StreamOwned::new(tls, stream);
                if begins == Begins::AtOnce && stream.write_all(b"220 test\r\n").is_err() {
                    continue;
                }
                speak(&mut stream, true, false, &log);
            }
        });
        Self { host, heard }
    }

    fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().unwrap())
    }
}

/// An office with a mail on its way.
fn office() -> Office {
    let office = Office::new();
    office.issuer.set_contact(company(), "hms@firma.example", Language::Nb).unwrap();
    let seized = Reason::CardSeized;
    office.issuer.warn(&office.job, WarningKind::Act, seized, at(0), at(0)).unwrap();
    office.issuer.tell_employers(at(0)).unwrap();
    office
}

const SENT: Delivered = Delivered { sent: 1, put_off: 0, refused: 0 };
const PUT_OFF: Delivered = Delivered { sent: 0, put_off: 1, refused: 0 };

#[test]
fn a_mail_goes_out_with_tls_at_once_or_after_starttls_and_the_login_never_before() {
    let folder = tempfile::tempdir().unwrap();
    for (begins, scheme, more) in
        [(Begins::AtOnce, "smtps", ""), (Begins::AfterStartTls, "smtp", "?tls=required")]
    {
        let server = Server::start(folder.path(), begins);
        let ca = std::fs::read(folder.path().join("ca.pem")).unwrap();
        // As people write it: a sign that has a meaning in addresses is escaped.
        let address = format!("{scheme}://post:s3cret%40@{}{more}", server.host);
        let office = office();
        let unknown = Post::new(&address, SENDER, None).unwrap();
        assert_eq!(
            office.issuer.deliver(&unknown, at(0)).unwrap(),
            PUT_OFF,
            "an unknown authority"
        );
        assert_eq!(server.heard(), Vec::<String>::new(), "and nothing was told");
        let post = Post::new(&address, SENDER, Some(&ca)).unwrap();
        assert_eq!(office.issuer.deliver(&post, at(10_000)).unwrap(), SENT);
        assert_eq!(server.heard(), ["true /post/s3cret@", "true mail"]);
    }
}

#[test]
fn a_server_without_tls_or_with_another_login_gets_no_mail() {
    let folder = tempfile::tempdir().unwrap();
    // Somebody between takes STARTTLS out of what the server offers.
    let server = Server::start(folder.path(), Begins::Never);
    let ca = std::fs::read(folder.path().join("ca.pem")).unwrap();
    let address = format!("smtp://post:s3cret%40@{}?tls=required", server.host);
    let office = office();
    let post = Post::new(&address, SENDER, Some(&ca)).unwrap();
    assert_eq!(office.issuer.deliver(&post, at(0)).unwrap(), PUT_OFF);
    assert_eq!(server.heard(), Vec::<String>::new());

    let server = Server::start(folder.path(), Begins::AtOnce);
    let ca = std::fs::read(folder.path().join("ca.pem")).unwrap();
    let address = format!("smtps://post:wrong@{}", server.host);
    let post = Post::new(&address, SENDER, Some(&ca)).unwrap();
    let became = office.issuer.deliver(&post, at(10_000)).unwrap();
    assert_eq!(became.sent, 0, "{became:?}");
    assert_eq!(server.heard(), ["true /post/wrong"]);
}

#[test]
fn a_login_without_tls_and_a_certificate_that_is_none_are_refused_without_being_repeated() {
    for (address, authority) in [
        ("smtp://post:s3cret@mail.example", None),
        ("smtp://post@mail.example:25", None),
        ("smtp://post:s3cret@mail.example?tls=opportunistic", None),
        ("smtp://mail.example", Some(b"-----BEGIN CERTIFICATE-----".as_slice())),
        ("smtps://mail.example", Some(b"no certificate")),
    ] {
        let refused = Post::new(address, SENDER, authority).unwrap_err();
        assert!(matches!(refused, IssuerError::Malformed(_)), "{refused:?}");
        let said = refused.to_string();
        assert!(!said.contains("s3cret") && !said.contains("mail.example"), "{said}");
    }
}
