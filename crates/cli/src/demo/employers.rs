//! The employers' page at the end of the demo, and a made-up ID-porten to log in at.
//!
//! **Threat.** A login that believes whatever is typed. It is started here and nowhere else, listens
//! on this machine only, and ends with the demo.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use card::NationalId;
use chrono::{DateTime, Utc};
use issuer::{Issuer, Login, LoginSettings, Outside};
use registers::Resident;

use super::hiring::{Hired, Hiring};
use crate::CliError;
use crate::out::Out;
use crate::serve::Pages;
use crate::settings::{Log, Settings};

/// Where the parts are in the folder `ui`.
const EMPLOYERS: &str = "dist-employer";
const CUSTOMERS: &str = "dist-customer";
const PROVIDER: &str = "synthetic/oidc.mjs";

/// Finds out before the demo whether the pages can be served after it.
pub(crate) fn check(ui: &Path) -> Result<(), CliError> {
    let missing = |what: &str| !ui.join(what).exists();
    if missing(PROVIDER) || missing("node_modules/oidc-provider") {
        let ui = ui.display();
        return Err(CliError::Words(format!(
            "{ui} has no login: name this project's folder `ui`, after `make setup`"
        )));
    }
    if missing(EMPLOYERS) {
        let ui = ui.display();
        return Err(CliError::Words(format!(
            "{ui}/{EMPLOYERS} isn't there: `npm run build` in {ui} makes it"
        )));
    }
    Ok(())
}

/// Whom the page is for.
pub(crate) struct Cast {
    /// Acts for the companies.
    acts: Resident,
    /// Has no card yet.
    applies: Resident,
}

impl Cast {
    /// Lets somebody act for the companies of those who were hired.
    pub(crate) async fn grant(
        issuer: &Issuer,
        hiring: &Hiring,
        hired: &[Hired],
        now: DateTime<Utc>,
    ) -> Result<Self, CliError> {
        let [acts, applies] = hiring.others().await?;
        for Hired { company, .. } in hired {
            let (number, name) = (&acts.national_id, &acts.name);
            issuer.grant_authority(number, name, *company, None, "demo office", now)?;
        }
        Ok(Self { acts, applies })
    }
}

/// Serves the pages that lie in `ui`, until it is asked to stop; the stores lie in `folder`.
pub(crate) fn serve(
    issuer: Arc<Issuer>,
    (ui, folder): (&Path, &Path),
    address: SocketAddr,
    hiring: &Hiring,
    Cast { acts, applies }: &Cast,
    out: Out,
) -> Result<(), CliError> {
    let page = format!("http://{address}/employer");
    let provider = Provider::start(ui, &page, &acts.national_id)?;
    let login = Login::new(provider.settings.clone())?;
    let outside = Outside { login: Some(login), entities: Some(hiring.entities()) };
    let (who, number) = (acts.name.as_str(), acts.national_id.expose());
    let (other, of_other) = (applies.name.as_str(), applies.national_id.expose());
    out.say(&format!(
        "\n── The service runs again, with the employers' page: {page}\n\
         Log in as {who}, {number}, who may act for both companies; the made-up login has the number\n\
         already. Apply for {other}, {of_other}, or for anybody else, with the card's number at the office:\n\
         hmskort issuer --store {} activate CARD --document passport",
        folder.join("issuer").display()
    ));
    let customers = ui.join(CUSTOMERS);
    let pages = Pages {
        customers: customers.exists().then_some(customers),
        employers: Some(ui.join(EMPLOYERS)),
    };
    let log = Log { level: "error".into(), ..Log::default() };
    crate::serve::serve(
        issuer,
        address,
        &pages,
        outside,
        &Settings { log, ..Settings::default() },
        out,
    )
}

/// The made-up ID-porten, a process that ends with the demo.
struct Provider {
    process: Child,
    settings: LoginSettings,
    /// The end of its pipe: what it writes must go somewhere.
    said: Option<BufReader<ChildStdout>>,
}

impl Provider {
    fn start(ui: &Path, page: &str, acts: &NationalId) -> Result<Self, CliError> {
        let process = Command::new("node")
            .arg(ui.join(PROVIDER))
            .args([&format!("{page}/callback"), page, acts.expose()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| CliError::File("node, which `make setup` installs".into(), error))?;
        let settings = LoginSettings {
            issuer: String::new(),
            client_id: "hmskort".into(),
            client_secret: Some("a secret of the tests".into()),
            acr: vec!["idporten-loa-substantial".into(), "idporten-loa-high".into()],
        };
        let mut provider = Self { process, settings, said: None };
        let mut line = String::new();
        if let Some(pipe) = provider.process.stdout.take() {
            provider.said.insert(BufReader::new(pipe)).read_line(&mut line)?;
        }
        line.trim().clone_into(&mut provider.settings.issuer);
        if provider.settings.issuer.is_empty() {
            return Err(CliError::Words(
                "the made-up login did not start; try `make setup`".into(),
            ));
        }
        Ok(provider)
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
