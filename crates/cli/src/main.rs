//! `hmskort`: everything the app does, for scripts, tests and the office.
//!
//! Exit codes: 0 done, or a valid card; 1 an invalid card; 2 could not be confirmed; 3 an error;
//! 64 and up, words that can't be understood.

mod access;
mod act;
mod code;
mod demo;
mod employer;
mod error;
mod find;
mod inspect;
mod inspection;
mod issue;
mod night;
mod operate;
mod out;
mod pack;
mod personal;
mod photo;
mod photo_code;
mod registers;
mod report;
mod serve;
mod settings;
mod wallet;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::CliError;
use crate::out::Out;

const EXAMPLES: &str = "Examples:
  hmskort demo                                       the whole journey, in this terminal
  hmskort demo --headless --keep /tmp/hms            the same, leaving stores to play with
  hmskort wallet --store /tmp/hms/worker show        the worker's code, now
  hmskort wallet --store /tmp/hms/worker show --text | hmskort inspect --store /tmp/hms/inspector check -";

/// The digital HSE card: worker, inspector and office.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
struct Cli {
    /// Print JSON.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The worker's card.
    Wallet(wallet::Args),
    /// The inspector's checks.
    Inspect(inspect::Args),
    /// The office that issues cards, and its service.
    Issuer(issue::Args),
    /// Made-up registers, and a look into the real ones.
    Registers(registers::Args),
    /// The main job from end to end, with made-up people.
    Demo(demo::Args),
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(words) => {
            let _ = words.print();
            return ExitCode::from(if words.use_stderr() { 64 } else { 0 });
        }
    };
    let out = Out { json: cli.json };
    let done = match cli.command {
        Command::Wallet(args) => wallet::run(args, out),
        Command::Inspect(args) => inspect::run(args, out),
        Command::Issuer(args) => issue::run(args, out),
        Command::Registers(args) => registers::run(args, out),
        Command::Demo(args) => demo::run(&args, out),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            out.error(&error);
            ExitCode::from(3)
        }
    }
}
