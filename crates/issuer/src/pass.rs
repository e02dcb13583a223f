//! A pass in Google Wallet, with a barcode that rotates: an option that the issuer switches on.
//!
//! **Threat.** Such a barcode is a TOTP (RFC 6238) whose secret lies with Google and in every copy
//! of the pass, not in a key that can't leave a phone. So it has a secret of its own, eight digits
//! instead of six, can be checked by the service only, and whoever checks it is told.
//!
//! The link that saves a pass is a JSON Web Token (RFC 7519) signed by the issuer's account at
//! Google (RS256, RFC 7518 § 3.3); its key lies in a file beside the other keys.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::json;
use wire::{AskPass, PassLink};

use crate::employment::random;
use crate::error::IssuerError;
use crate::wallet::{Worker, employments, signed_by};
use crate::{Issuer, keys, write};

/// Longest key file, in bytes; Google's have some 2,400.
pub const MAX_ACCOUNT: u64 = 16 * 1024;

/// The file with the account's key.
const FILE: &str = "google-wallet.json";

/// The account that passes are made with.
#[derive(Serialize, Deserialize)]
struct Account {
    /// The issuer's number at Google.
    issuer_id: String,
    client_email: String,
    private_key: String,
}

/// What is needed of the file that Google gives for a service account.
#[derive(Deserialize)]
struct ServiceAccount {
    client_email: String,
    private_key: String,
}

impl Account {
    fn key(&self) -> Result<jwt::RsaKey, IssuerError> {
        jwt::RsaKey::from_file(self.private_key.as_bytes())
            .map_err(|_| IssuerError::Malformed("the account's private key"))
    }
}

impl Issuer {
    /// Switches passes in Google Wallet on, with the JSON file of a service account.
    ///
    /// # Errors
    /// [`IssuerError::Malformed`] for what is no such file, or no such number.
    pub fn switch_on_google_wallet(
        &self,
        issuer_id: &str,
        account: &[u8],
    ) -> Result<(), IssuerError> {
        let ServiceAccount { client_email, private_key } = serde_json::from_slice(account)
            .map_err(|_| IssuerError::Malformed("the service account's file"))?;
        if issuer_id.is_empty() || !issuer_id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(IssuerError::Malformed("the issuer's number at Google"));
        }
        let account = Account { issuer_id: issuer_id.to_owned(), client_email, private_key };
        account.key()?;
        let file = serde_json::to_vec(&account)
            .map_err(|_| IssuerError::Malformed("the service account's file"))?;
        keys::write_secret(&self.folder, FILE, &file)
    }

    /// Switches them off. Passes that are out are not valid any more.
    ///
    /// # Errors
    /// Files, database.
    pub fn switch_off_google_wallet(&self) -> Result<(), IssuerError> {
        self.database().execute("DELETE FROM pass", [])?;
        match std::fs::remove_file(self.folder.join("keys").join(FILE)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// A link that saves a device's card as a pass. Asked for again, it is the same pass.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] where passes are not switched on; those of a refresh.
    pub fn google_pass(
        &self,
        request: &AskPass,
        now: DateTime<Utc>,
    ) -> Result<PassLink, IssuerError> {
        let message = wire::pass_message(request.at);
        signed_by(&request.device_key.0, &message, &request.proof.0, request.at, now)?;
        let account = std::fs::read(self.folder.join("keys").join(FILE))
            .map_err(|_| IssuerError::NotFound("pass: Google Wallet is not switched on"))?;
        let account: Account =
            serde_json::from_slice(&account).map_err(|_| IssuerError::KeyFile(FILE))?;
        let host = self.root()?.host().to_string();
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let (device, worker): (i64, i64) = transaction
            .query_row(
                "SELECT id, worker FROM device WHERE key = ?1 AND replaced IS NULL",
                [&request.device_key.0],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?
            .ok_or(IssuerError::DeviceUnknown)?;
        transaction.execute(
            "INSERT OR IGNORE INTO pass (device, secret) VALUES (?1, ?2)",
            params![device, random::<20>()?],
        )?;
        let secret: Vec<u8> = transaction.query_row(
            "SELECT secret FROM pass WHERE device = ?1",
            [device],
            |row| row.get(0),
        )?;
        let worker = Worker::read(&transaction, worker)?;
        let job = employments(&transaction, worker.id)?.into_iter().next();
        transaction.commit()?;
        drop(database);

        let text = |value: &str| json!({ "defaultValue": { "language": "nb", "value": value } });
        let class = format!("{}.hmskort", account.issuer_id);
        let company = job.map(|job| job.company()).transpose()?.map(|(_, name)| name.to_string());
        let object = json!({
            "id": format!("{}.{}-{device}", account.issuer_id, worker.card_number),
            "classId": class,
            "state": "ACTIVE",
            "cardTitle": text("HMS-kort"),
            "header": text(worker.name.as_str()),
            "subheader": text(company.as_deref().unwrap_or("–")),
            "rotatingBarcode": {
                "type": "QR_CODE",
                "valuePattern": format!("HTTPS://{host}/W#{}{{totp_value_0}}", worker.card_number),
                "alternateText": worker.card_number.to_string(),
                "totpDetails": {
                    "periodMillis": "30000",
                    "algorithm": "TOTP_SHA1",
                    "parameters": [{ "key": HEXLOWER.encode(&secret), "valueLength": 8 }],
                },
            },
        });
        let claims = json!({
            "iss": account.client_email,
            "aud": "google",
            "typ": "savetowallet",
            "iat": now.timestamp(),
            "payload": { "genericClasses": [{ "id": class }], "genericObjects": [object] },
        });
        let token = account.key()?.sign(None, &claims).map_err(|_| IssuerError::NoRandomness)?;
        Ok(PassLink { link: format!("https://pay.google.com/gp/v/save/{token}") })
    }
}
