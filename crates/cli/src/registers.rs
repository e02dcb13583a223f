//! `hmskort registers`: made-up registers to rehearse with, and a look into the real ones.

use std::fmt::Display;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use ::registers::{
    Answer, Approval, Approvals, Employment, Entry, Period, Permit, Register, Registers, Resident,
    Settings, Standing, Unit,
};
use card::{NationalId, OrganisationNumber};
use chrono::Utc;
use clap::Subcommand;
use serde_json::json;
use synthetic::{Failing, Fault, REHEARSAL_KEY, Server, Size, World};

use crate::CliError;
use crate::out::Out;

/// Longest settings file that is read, in bytes.
const MAX_SETTINGS: u64 = 1024 * 1024;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run made-up registers that speak the real formats.
    Serve(Serve),
    /// Ask the registers about a company or a person.
    Ask {
        /// The settings file that says where they are; `serve` writes one.
        #[arg(long, default_value = "hmskort-registers/settings.json")]
        settings: PathBuf,
        #[command(subcommand)]
        about: About,
    },
}

#[derive(clap::Args)]
struct Serve {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// How many people.
    #[arg(long, default_value_t = 2_000)]
    people: u32,
    /// How many companies.
    #[arg(long, default_value_t = 200)]
    companies: u32,
    /// Another seed, another world.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Let a register fail, such as population=fail:503, entities=silent, employments=half.
    #[arg(long, value_name = "REGISTER=FAULT", value_parser = failing)]
    fail: Vec<(Register, Fault)>,
    /// Where to leave the settings and the key that clients need.
    #[arg(long, default_value = "hmskort-registers")]
    folder: PathBuf,
}

#[derive(Subcommand)]
enum About {
    /// A company or a sub-unit.
    Company {
        /// Its number.
        number: OrganisationNumber,
    },
    /// A person.
    Person {
        /// Fødselsnummer or D-number.
        number: NationalId,
        /// The foreign company whose assignments to ask OAR for.
        #[arg(long)]
        company: Option<OrganisationNumber>,
    },
}

fn failing(text: &str) -> Result<(Register, Fault), String> {
    let (register, fault) = text.split_once('=').ok_or("write REGISTER=FAULT")?;
    let register = register.parse().map_err(|e: ::registers::UnknownRegister| e.to_string())?;
    Ok((register, fault.parse().map_err(|e: synthetic::UnknownFault| e.to_string())?))
}

pub(crate) fn run(args: Args, out: Out) -> Result<ExitCode, CliError> {
    let runtime = tokio::runtime::Runtime::new()?;
    match args.command {
        Command::Serve(options) => runtime.block_on(serve(options, out)),
        Command::Ask { settings, about } => {
            let file = crate::inspect::read(&settings, MAX_SETTINGS)?;
            let settings: Settings = serde_json::from_slice(&file).map_err(|error| {
                CliError::Words(format!("{} is not a settings file: {error}", settings.display()))
            })?;
            let registers = ::registers::connect(&settings, Arc::new(Utc::now))?;
            let mut told = Told { out, all_answered: true };
            runtime.block_on(ask(&registers, about, &mut told));
            Ok(if told.all_answered { ExitCode::SUCCESS } else { ExitCode::from(2) })
        }
    }
}

/// Made-up registers at an address, and the settings with which they are reached.
pub(crate) fn rehearsal(
    size: Size,
    address: SocketAddr,
    folder: &Path,
) -> Result<(Arc<Server>, Settings), CliError> {
    std::fs::create_dir_all(folder)?;
    let key_file = folder.join("rehearsal.pem");
    std::fs::write(&key_file, REHEARSAL_KEY)?;
    let base = format!("http://{address}");
    let world = World::new(size, Utc::now().date_naive());
    let server = Server::new(world, &base, Arc::new(Utc::now));
    Ok((server, synthetic::settings(&base, key_file)))
}

async fn serve(options: Serve, out: Out) -> Result<ExitCode, CliError> {
    let listener = tokio::net::TcpListener::bind(options.listen).await?;
    let address = listener.local_addr()?;
    let Serve { companies, people, seed, folder, .. } = options;
    let (server, settings) = rehearsal(Size { companies, people, seed }, address, &folder)?;
    for (register, fault) in options.fail {
        server.fail(register.as_str(), Some(Failing { fault, times: None }));
    }
    let file = folder.join("settings.json");
    let text = serde_json::to_string_pretty(&settings).unwrap_or_default();
    std::fs::write(&file, text)?;
    for example in server.world().examples() {
        out.put(example, |example| {
            let person = example.person.as_ref().map_or("", NationalId::expose);
            let (kind, company, sub_unit) = (example.kind, example.company, example.sub_unit);
            let industry = example.industry.as_str();
            format!("{kind:<32}{company}  {sub_unit}  {industry:<14}{person}")
        });
    }
    out.put(&json!({ "address": format!("http://{address}"), "settings": file }), |_| {
        let file = file.display();
        format!(
            "{companies} companies and {people} people who don't exist are at http://{address}.\n\
             hmskort registers ask --settings {file} person NUMBER\n\
             curl -X PUT -H 'content-type: application/json' -d '{{\"fault\":\"fail:503\"}}' \
             http://{address}/admin/faults/population\n\
             Ctrl+C stops it."
        )
    });
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    synthetic::serve(server, listener, stop).await?;
    Ok(ExitCode::SUCCESS)
}

/// What was told, and whether every register answered.
struct Told {
    out: Out,
    all_answered: bool,
}

impl Told {
    fn tell<T>(
        &mut self,
        register: Register,
        what: &str,
        answer: Answer<T>,
        say: impl Fn(&T) -> String,
    ) {
        let (word, detail) = match &answer {
            Answer::Found(found) => ("found", say(found)),
            Answer::NotFound => ("not_found", String::new()),
            Answer::Silent(silence) => ("silent", silence.to_string()),
        };
        self.all_answered &= word != "silent";
        let json = json!({ "register": register, "what": what, "answer": word, "detail": detail });
        self.out.put(&json, |_| format!("{:<28} {what:<12} {word:<10} {detail}", register.name()));
    }
}

async fn ask(registers: &Registers, about: About, told: &mut Told) {
    match about {
        About::Company { number } => company(registers, number, told).await,
        About::Person { number, company } => person(registers, &number, company, told).await,
    }
}

async fn company(registers: &Registers, number: OrganisationNumber, told: &mut Told) {
    let entities = &registers.entities;
    told.tell(Register::Entities, "main unit", entities.main_unit(number).await, entry);
    told.tell(Register::Entities, "sub-unit", entities.sub_unit(number).await, entry);
    let sub_units = entities.sub_units(number).await;
    told.tell(Register::Entities, "sub-units", sub_units, |units| {
        list(units.iter().map(|u| u.number))
    });
    let all: [&dyn Approvals; 3] =
        [&*registers.staffing, &*registers.cleaning, &*registers.car_care];
    for approvals in all {
        let approval = approvals.approval(number).await;
        told.tell(approvals.register(), "approval", approval, |Approval { standing, since }| {
            format!(
                "{standing:?}{}",
                since.map(|since| format!(" since {since}")).unwrap_or_default()
            )
        });
    }
}

async fn person(
    registers: &Registers,
    number: &NationalId,
    company: Option<OrganisationNumber>,
    told: &mut Told,
) {
    let resident = registers.population.resident(number).await;
    told.tell(Register::Population, "person", resident, |person: &Resident| {
        let since = person.since.map(|since| format!(" since {since}")).unwrap_or_default();
        let inactive = person.inactive_from().map(|day| format!(", D-number inactive from {day}"));
        format!("{}, {:?}{since}{}", person.name, person.status, inactive.unwrap_or_default())
    });
    let employments = registers.employments.employments(number).await;
    told.tell(Register::Employments, "employments", employments, |all: &Vec<Employment>| {
        list(
            all.iter()
                .map(|one| format!("{} at {} {}", one.main_unit, one.sub_unit, span(one.period))),
        )
    });
    if let Some(company) = company {
        let assignments = registers.assignments.assignments(company, number).await;
        told.tell(Register::Assignments, "assignments", assignments, |all: &Vec<Period>| {
            list(all.iter().map(|period| span(*period)))
        });
    }
    let permit = registers.permits.permit(number).await;
    told.tell(Register::Permits, "permit", permit, |permit: &Permit| {
        format!("work: {:?}, {}", permit.work, span(permit.period))
    });
}

fn entry(entry: &Entry) -> String {
    match entry {
        Entry::Unit(unit) => described(unit),
        Entry::Deleted { on: Some(on) } => format!("deleted on {on}"),
        Entry::Deleted { on: None } => "removed".to_owned(),
    }
}

fn described(unit: &Unit) -> String {
    let standing = match unit.standing {
        Standing::Active => "active",
        Standing::WindingUp { .. } => "being wound up",
        Standing::ForcedWindingUp { .. } => "being wound up by order",
        Standing::Bankrupt { .. } => "bankrupt",
    };
    let codes = list(unit.industries.iter());
    let of = unit.main_unit.map(|main| format!(", of {main}")).unwrap_or_default();
    let yes = |flag: bool| if flag { "yes" } else { "no" };
    let (vat, business) = (yes(unit.vat), yes(unit.in_business_register));
    format!(
        "{} ({}){of}, {standing}, {codes}, VAT {vat}, Foretaksregisteret {business}",
        unit.name, unit.form
    )
}

fn span(period: Period) -> String {
    let to = period.to.map(|to| to.to_string()).unwrap_or_default();
    format!("{}–{to}", period.from)
}

fn list<T: Display>(all: impl Iterator<Item = T>) -> String {
    all.map(|one| one.to_string()).collect::<Vec<_>>().join("; ")
}
