//! `hmskort issuer`: the office, and its service.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use card::{
    CardNumber, CompanyName, EmploymentId, Industry, NationalId, OrganisationNumber, PersonName,
    Reason,
};
use chrono::{NaiveDate, TimeDelta, Utc};
use clap::Subcommand;
use credential::PublicKey;
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker};
use presentation::{Host, QrMatrix};
use serde_json::json;
use wire::{IdDocument, KeptTip, TipStatus};

use crate::operate::{named, new_publisher, opened, root_key};
use crate::out::Out;
use crate::pack::Giving;
use crate::serve::Pages;
use crate::settings::Settings;
use crate::{CliError, code, employer};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The issuer's folder.
    #[arg(long, global = true, env = "HMSKORT_ISSUER", default_value = "hmskort-issuer")]
    store: PathBuf,
    /// Who is doing this; kept in the history.
    #[arg(long, global = true, env = "HMSKORT_BY", default_value = "office")]
    by: String,
    /// The file with the settings; `hmskort.toml` in the folder, where there is one.
    #[arg(long, global = true, env = "HMSKORT_SETTINGS")]
    settings: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up an issuer: keys, first root, empty key set.
    Init {
        /// Where devices reach the service.
        #[arg(long, default_value = "http://127.0.0.1:8080")]
        service: String,
        /// The host that codes name.
        #[arg(long, default_value = "HMSKORT.EXAMPLE")]
        host: String,
        /// Days after which verifiers no longer say valid without a sync.
        #[arg(long, default_value_t = 7)]
        max_age_days: i64,
        /// The root key is kept elsewhere; this is its public key, which `root new-key` printed.
        /// There may be several.
        #[arg(long, value_parser = root_key)]
        root_key: Vec<PublicKey>,
        /// How many of the root keys must sign a root.
        #[arg(long, default_value_t = 1, requires = "root_key")]
        threshold: usize,
    },
    /// Register a company.
    Company {
        /// The main unit's number.
        number: OrganisationNumber,
        /// The name.
        name: CompanyName,
    },
    /// Note that Arbeidstilsynet has approved a company, and publish.
    Approve {
        /// The main unit's number.
        number: OrganisationNumber,
        /// For cleaning or car_care.
        #[arg(long)]
        industry: Industry,
        /// The approval is withdrawn.
        #[arg(long)]
        withdraw: bool,
    },
    /// Let workers save their card in Google Wallet.
    GoogleWallet {
        /// The issuer's number at Google.
        #[arg(long, required_unless_present = "off", requires = "account")]
        issuer_id: Option<String>,
        /// The JSON file of the service account.
        #[arg(long)]
        account: Option<PathBuf>,
        /// Switch it off; passes that are out are not valid any more.
        #[arg(long, conflicts_with = "issuer_id")]
        off: bool,
    },
    /// Register a worker and give the card's number.
    Worker {
        /// The name.
        name: PersonName,
        /// Fødselsnummer or D-number.
        #[arg(long)]
        national_id: NationalId,
        /// The birth date, YYYY-MM-DD.
        #[arg(long)]
        birth_date: NaiveDate,
    },
    /// Judge a photo and set it on a card; one that a machine can't judge waits for a person.
    Photo(crate::photo::Photo),
    /// Photos that wait for a person.
    #[command(subcommand)]
    Photos(crate::photo::Photos),
    /// Put an employment on a card.
    Employment {
        /// The card.
        card: CardNumber,
        /// The main unit.
        #[arg(long)]
        company: OrganisationNumber,
        /// The sub-unit; the main unit unless said.
        #[arg(long)]
        sub_unit: Option<OrganisationNumber>,
        /// Which industry.
        #[arg(long)]
        industry: Industry,
    },
    /// Give a worker a one-time activation link, after a physical ID check.
    Activate {
        /// The card.
        card: CardNumber,
        /// What the worker showed: passport, national_id_card, residence_card, driving_licence.
        #[arg(long)]
        document: IdDocument,
        /// Write the link as a QR code too, for the worker's camera: .svg or .png.
        #[arg(long)]
        qr: Option<PathBuf>,
    },
    /// Hold a card back whose phone is lost, and publish; then check the worker and `activate`.
    Lost {
        /// The card.
        card: CardNumber,
    },
    /// Give an inspector's device an enrolment link.
    Inspector {
        /// The inspector's name.
        name: String,
        /// The authority.
        #[arg(long, default_value = "Arbeidstilsynet")]
        authority: String,
    },
    /// Revoke all devices of an inspector.
    Revoke {
        /// The inspector's name.
        name: String,
    },
    /// Make an employment not valid, and publish it.
    Block {
        /// Which.
        employment: EmploymentId,
        /// Why, such as blocked_by_office, worker_not_employed.
        #[arg(long, default_value = "blocked_by_office")]
        reason: Reason,
    },
    /// Take a reason back, and publish it.
    Unblock {
        /// Which.
        employment: EmploymentId,
        /// Which reason.
        #[arg(long, default_value = "blocked_by_office")]
        reason: Reason,
    },
    #[command(flatten)]
    Access(crate::access::Command),
    #[command(flatten)]
    Operate(crate::operate::Command),
    #[command(flatten)]
    Personal(crate::personal::Command),
    /// List the tips that customers have sent, newest first.
    Tips {
        /// Only those with this status: new, open, closed or spam.
        #[arg(long)]
        status: Option<TipStatus>,
    },
    /// Say what was done with a tip.
    Tip {
        /// The tip.
        id: String,
        /// new, open, closed or spam.
        #[arg(long)]
        status: TipStatus,
    },
    #[command(flatten)]
    Act(crate::act::AtOffice),
    #[command(flatten)]
    Report(crate::report::AtOffice),
    /// Publish how all cards stand now.
    Publish,
    /// Print the description of the service (OpenAPI 3.1).
    Openapi,
    /// Make a new key for credentials; the old one stays trusted.
    RotateKey,
    /// Withdraw a key that may be in wrong hands, and publish it: nothing that it signed counts
    /// any more, and each phone gets new credentials at its next refresh.
    WithdrawKey {
        /// The key's short name, four hexadecimal digits; `keys` lists them.
        key: String,
    },
    /// Make a new key for the key set, and publish with it; the one before counts until the next.
    RotatePublisherKey {
        /// The one before counts no more, because it may be in wrong hands.
        #[arg(long)]
        withdraw: bool,
    },
    /// List the keys that sign, or have signed, credentials.
    Keys,
    /// For how many days an inspector's device without contact may keep the index, 1 to 365. Publishes it.
    IndexKeep {
        /// The days.
        days: u16,
    },
    /// Let inspectors' devices have small pictures of everybody, or take them away again. Publishes it.
    Pack {
        /// It is given from the start.
        pack: Giving,
    },
    /// Run the service.
    Serve {
        /// Where to listen.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// The folder of the customer's page, to be served at /V.
        #[arg(long)]
        page: Option<PathBuf>,
        /// A JSON file that says where the registers are; else the settings do.
        #[arg(long, env = "HMSKORT_REGISTERS")]
        registers: Option<PathBuf>,
        #[command(flatten)]
        employers: employer::ForPage,
    },
    #[command(flatten)]
    Night(crate::night::Command),
    /// Who may act for which company, on the employers' page.
    #[command(subcommand)]
    Employer(employer::Command),
}

pub(crate) fn run(args: Args, out: Out) -> Result<ExitCode, CliError> {
    let now = Utc::now();
    let settings = || Settings::read(args.settings.as_deref(), &args.store);
    let open = || opened(Issuer::open(&args.store)?, settings()?.publish_to.as_ref());
    match args.command {
        Command::Init { service, host, max_age_days, root_key, threshold } => {
            let host: Host = host.parse().map_err(|e| CliError::Words(format!("{e}")))?;
            let max_age = TimeDelta::try_days(max_age_days)
                .filter(|days| (1..=366).contains(&days.num_days()))
                .ok_or(CliError::Words("--max-age-days is 1 to 366".into()))?;
            let settings = issuer::Settings { service, host, max_age };
            if root_key.is_empty() {
                Issuer::init(&args.store, &settings, now)?;
            } else {
                let root = issuer::RootKeys { keys: root_key, threshold };
                Issuer::init_offline(&args.store, &settings, root, now)?;
            }
            out.put(&json!({ "issuer": args.store }), |_| {
                format!("An issuer is set up in {}.", args.store.display())
            });
        }
        Command::Company { number, name } => {
            open()?.add_company(&NewCompany { organisation_number: number, name })?;
            out.put(&json!({ "organisation_number": number }), |_| number.grouped());
        }
        Command::Approve { number, industry, withdraw } => {
            let issuer = open()?;
            issuer.set_approval(number, industry, !withdraw, &args.by, now)?;
            publish(&issuer, out)?;
        }
        Command::GoogleWallet { issuer_id, account, off: _ } => {
            let on = issuer_id.zip(account);
            match &on {
                Some((issuer_id, account)) => {
                    let account = crate::inspect::read(account, issuer::MAX_ACCOUNT)?;
                    open()?.switch_on_google_wallet(issuer_id, &account)?;
                }
                None => open()?.switch_off_google_wallet()?,
            }
            let on = on.is_some();
            out.put(&json!({ "google_wallet": on }), |_| {
                format!("Google Wallet is {}.", if on { "on" } else { "off" })
            });
        }
        Command::Worker { name, national_id, birth_date } => {
            let card = open()?.add_worker(&NewWorker { name, national_id, birth_date })?;
            out.put(&json!({ "card_number": card }), |_| card.to_string());
        }
        Command::Photo(photo) => crate::photo::hand_in(&photo, &open()?, &args.by, now, out)?,
        Command::Photos(photos) => crate::photo::waiting(photos, &open()?, &args.by, now, out)?,
        Command::Employment { card, company, sub_unit, industry } => {
            let sub_unit = sub_unit.unwrap_or(company);
            let new = NewEmployment { card, company, sub_unit, industry };
            let id = open()?.add_employment(&new, now)?;
            out.put(&json!({ "employment": id }), |_| id.to_string());
        }
        Command::Activate { card, document, qr } => {
            let link = open()?.issue_activation(card, document, &args.by, now)?;
            if let Some(file) = qr {
                code::save(&QrMatrix::of(&link.to_string())?, &file)?;
            }
            out.put(&json!({ "link": link.to_string() }), |_| link.to_string());
        }
        Command::Lost { card } => {
            let issuer = open()?;
            issuer.report_phone_lost(card, &args.by, now)?;
            publish(&issuer, out)?;
        }
        Command::Inspector { name, authority } => {
            let link = open()?.enrol_inspector(&name, &authority, &args.by, now)?;
            out.put(&json!({ "link": link.to_string() }), |_| link.to_string());
        }
        Command::Revoke { name } => {
            open()?.revoke_inspector(&name, now)?;
            out.put(&json!({ "revoked": name }), |_| format!("{name} is revoked."));
        }
        Command::Block { employment, reason } => {
            let issuer = open()?;
            issuer.block(&employment, reason, &args.by, now)?;
            publish(&issuer, out)?;
        }
        Command::Unblock { employment, reason } => {
            let issuer = open()?;
            issuer.unblock(&employment, reason, &args.by, now)?;
            publish(&issuer, out)?;
        }
        Command::Access(command) => {
            return crate::access::run(command, &open()?, &args.by, now, out);
        }
        Command::Operate(command) => {
            let settings = settings()?;
            let with = (args.by.as_str(), settings.publish_to.as_ref());
            return crate::operate::run(command, &args.store, with, now, out);
        }
        Command::Personal(command) => {
            let with = (args.by.as_str(), &settings()?.retention);
            return crate::personal::run(command, &open()?, with, now, out);
        }
        Command::Tips { status } => {
            let tips = open()?.tips(status)?;
            out.put(&tips, |tips| match tips.as_slice() {
                [] => "No tips.".into(),
                tips => tips.iter().map(tip_line).collect::<Vec<_>>().join("\n\n"),
            });
        }
        Command::Tip { id, status } => {
            open()?.set_tip_status(&id, status)?;
            out.put(&json!({ "tip": id, "status": status }), |_| {
                format!("The tip {id} is {}.", status.as_str())
            });
        }
        Command::Act(act) => crate::act::at_office(act, &open()?, &args.by, now, out)?,
        Command::Report(report) => {
            crate::report::at_office(&report, &open()?, &args.by, now, out)?;
        }
        Command::Publish => publish(&open()?, out)?,
        Command::Openapi => {
            out.put(&issuer::openapi(), |all| all.to_pretty_json().unwrap_or_default());
        }
        Command::RotateKey => {
            let issuer = open()?;
            issuer.rotate_issuer_key(now)?;
            publish(&issuer, out)?;
        }
        Command::RotatePublisherKey { withdraw } => {
            let key = open()?.rotate_publisher_key(new_publisher(withdraw), now)?.to_string();
            out.put(&json!({ "key": key }), |_| format!("{key} signs the key set now."));
        }
        Command::WithdrawKey { key } => {
            let issuer = open()?;
            issuer.withdraw_issuer_key(named(&issuer, &key)?, now)?;
            publish(&issuer, out)?;
        }
        Command::IndexKeep { days } => {
            let issuer = open()?;
            issuer.set_index_keep(days)?;
            publish(&issuer, out)?;
        }
        Command::Pack { pack } => {
            let issuer = open()?;
            issuer.give_pack(pack == Giving::Given)?;
            publish(&issuer, out)?;
        }
        Command::Keys => {
            let issuer = open()?;
            let current = issuer.issuer_key_id()?;
            for key in issuer.root()?.issuer_keys() {
                let (id, withdrawn) = (key.id().to_string(), key.withdrawn);
                let in_use = key.id() == current;
                out.put(&json!({ "key": id, "in_use": in_use, "withdrawn": withdrawn }), |_| {
                    let withdrawn = withdrawn.map(|at| format!("withdrawn {at}"));
                    let stands = if in_use { "in use" } else { "trusted" };
                    format!("{id}  {}", withdrawn.as_deref().unwrap_or(stands))
                });
            }
        }
        Command::Serve { listen, page, registers, employers } => {
            let (issuer, settings) = (Arc::new(open()?), settings()?);
            let registers = crate::night::registers_of(registers.as_deref(), &settings)?;
            let outside = employers.outside(registers.as_ref())?;
            crate::night::by_itself(&issuer, registers, &settings)?;
            let pages = Pages { customers: page, employers: employers.employers };
            crate::serve::serve(issuer, listen, &pages, outside, &settings, out)?;
        }
        Command::Night(command) => {
            crate::night::run(command, &open()?, (&args.by, &settings()?), out)?;
        }
        Command::Employer(command) => employer::run(command, &open()?, &args.by, now, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn publish(issuer: &Issuer, out: Out) -> Result<(), CliError> {
    let version = issuer.publish_with(issuer::Snapshot::WhenItIsTime, Utc::now())?;
    out.put(&json!({ "version": version }), |_| format!("Published key set {version}."));
    Ok(())
}

fn tip_line(KeptTip { tip, at, status }: &KeptTip) -> String {
    let contact = tip.contact.as_ref().map_or("not told", wire::Text::as_str);
    format!(
        "{}  {}  {}\n  {}, {}\n  {}\n  from: {contact}",
        tip.id.as_str(),
        at.format("%Y-%m-%d %H:%M"),
        status.as_str(),
        tip.company.as_str(),
        tip.place.as_str(),
        tip.seen.as_str().replace('\n', "\n  "),
    )
}
