//! How mails leave: over SMTP (RFC 5321), one by one, tried again when it fails.
//!
//! A mail is put off *before* it is sent. A kill in between sends it later, again under the same
//! Message-ID, by which mailboxes know it for the same mail; and two senders never take the same.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, Message, SmtpTransport, Transport};
use reqwest::Url;
use rusqlite::{Connection, OptionalExtension, params};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde::Serialize;

use crate::error::IssuerError;
use crate::{Issuer, write};

/// Tries after which a mail is given up: the last is five days after the first.
const MAX_TRIES: u32 = 12;

/// Longest address (RFC 5321 § 4.5.3.1.3).
const MAX_ADDRESS: usize = 254;

/// How long a mail server may take for one step.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A mail server that takes our mails, and whom they are from.
pub struct Post {
    transport: SmtpTransport,
    from: Mailbox,
}

impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Post").field("from", &self.from).finish_non_exhaustive()
    }
}

/// What became of the mails that were due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Delivered {
    /// The server took so many.
    pub sent: u32,
    /// So many are tried again later.
    pub put_off: u32,
    /// So many the server will never take; the outbox says why.
    pub refused: u32,
}

/// A mail that no machine should answer (RFC 3834 § 5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// An address that mail can be sent to.
pub(crate) fn address(text: &str) -> Result<Address, IssuerError> {
    let fits = text.len() <= MAX_ADDRESS;
    let address = text.trim().parse().ok().filter(|_| fits);
    address.ok_or(IssuerError::Malformed("the e-mail address"))
}

impl Post {
    /// A server by its address, `smtps://user:password@host` or `smtp://host:25`, with
    /// `?tls=required` for STARTTLS (RFC 3207); and the sender, `HMS-kort <hms@example.no>`.
    /// `authority` is a certificate in PEM that is trusted besides the usual ones, for a server
    /// inside the house. A login is never sent without TLS.
    ///
    /// # Errors
    /// [`IssuerError::Malformed`], which names neither password nor host.
    pub fn new(server: &str, from: &str, authority: Option<&[u8]>) -> Result<Self, IssuerError> {
        let wrong = || IssuerError::Malformed("the mail server's address");
        let url = Url::parse(server).map_err(|_| wrong())?;
        let required = url.query_pairs().any(|(name, value)| name == "tls" && value == "required");
        let with: Option<fn(TlsParameters) -> Tls> = match url.scheme() {
            "smtps" => Some(Tls::Wrapper),
            "smtp" if required => Some(Tls::Required),
            _ => None,
        };
        if with.is_none() && (!url.username().is_empty() || url.password().is_some()) {
            return Err(IssuerError::Malformed(
                "the mail server's address: a login needs smtps:// or ?tls=required",
            ));
        }
        let mut transport = SmtpTransport::from_url(server).map_err(|_| wrong())?;
        if let Some(authority) = authority {
            let with = with.ok_or(IssuerError::Malformed(
                "the mail server's address: a certificate needs smtps:// or ?tls=required",
            ))?;
            let none = || IssuerError::Malformed("the mail server's certificate");
            // Where there is none in a file, that is no error to what reads it.
            CertificateDer::from_pem_slice(authority).map_err(|_| none())?;
            let trusted = Certificate::from_pem(authority).map_err(|_| none())?;
            let host = url.host_str().ok_or_else(wrong)?.to_owned();
            let tls = TlsParameters::builder(host).add_root_certificate(trusted).build();
            transport = transport.tls(with(tls.map_err(|_| wrong())?));
        }
        let transport = transport.timeout(Some(TIMEOUT)).build();
        let from = from.parse().map_err(|_| IssuerError::Malformed("the mails' sender"))?;
        Ok(Self { transport, from })
    }

    fn send(&self, mail: &Mail, now: DateTime<Utc>) -> Result<(), Refused> {
        let to = mail.recipient.parse().map_err(|_| Refused::for_good("no address"))?;
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject.clone())
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .message_id(Some(format!("<{}@{}>", mail.name, self.from.email.domain())))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|_| Refused::for_good("no mail can be made of it"))?;
        match self.transport.send(&message) {
            Ok(_) => Ok(()),
            // A server may repeat the address in its answer; its status is enough to tell why.
            Err(error) => Err(Refused {
                why: error.status().map_or_else(
                    || "the mail server can't be reached".to_owned(),
                    |status| format!("the mail server says {status}"),
                ),
                for_good: error.is_permanent(),
            }),
        }
    }
}

struct Mail {
    name: String,
    recipient: String,
    subject: String,
    body: String,
    tries: u32,
}

struct Refused {
    why: String,
    for_good: bool,
}

impl Refused {
    fn for_good(why: &str) -> Self {
        Self { why: why.to_owned(), for_good: true }
    }
}

impl Issuer {
    /// Sends the mails that are due. Blocks on the network; never on an async thread.
    ///
    /// # Errors
    /// The database. What the mail server says is no error: the mail is put off, or given up.
    pub fn deliver(&self, post: &Post, now: DateTime<Utc>) -> Result<Delivered, IssuerError> {
        let mut database = self.connect()?;
        let mut delivered = Delivered::default();
        while let Some(mail) = take(&mut database, now)? {
            let (sql, why) = match post.send(&mail, now) {
                Ok(()) => {
                    delivered.sent += 1;
                    ("UPDATE outbox SET sent = ?2, error = ?3 WHERE name = ?1", None)
                }
                Err(Refused { why, for_good: false }) if mail.tries < MAX_TRIES => {
                    delivered.put_off += 1;
                    ("UPDATE outbox SET error = ?3 WHERE name = ?1 AND ?2 NOT NULL", Some(why))
                }
                Err(Refused { why, .. }) => {
                    delivered.refused += 1;
                    let sql = "UPDATE outbox SET error = ?3, next_try = 1 << 62
                               WHERE name = ?1 AND ?2 NOT NULL";
                    (sql, Some(why))
                }
            };
            database.execute(sql, params![mail.name, now.timestamp(), why])?;
        }
        Ok(delivered)
    }
}

/// Takes the next mail that is due, and puts it off: five minutes, then twice as long each time,
/// a day at most.
fn take(database: &mut Connection, now: DateTime<Utc>) -> Result<Option<Mail>, IssuerError> {
    let transaction = write(database)?;
    let mail = transaction
        .query_row(
            "SELECT name, recipient, subject, body, tries + 1 FROM outbox
             WHERE sent IS NULL AND next_try <= ?1 ORDER BY next_try, name LIMIT 1",
            [now.timestamp()],
            |row| {
                Ok(Mail {
                    name: row.get(0)?,
                    recipient: row.get(1)?,
                    subject: row.get(2)?,
                    body: row.get(3)?,
                    tries: row.get(4)?,
                })
            },
        )
        .optional()?;
    if let Some(mail) = &mail {
        let wait = TimeDelta::minutes(5 << mail.tries.min(9)).min(TimeDelta::days(1));
        transaction.execute(
            "UPDATE outbox SET tries = ?2, next_try = ?3 WHERE name = ?1",
            params![mail.name, mail.tries, (now + wait).timestamp()],
        )?;
    }
    transaction.commit()?;
    Ok(mail)
}
