//! The self-declaration: which words, who declared them, when.
//!
//! Only the Norwegian words count; the page explains them in other languages. Whoever declares
//! says which version was read, so that nobody is held to words that changed in between.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use wire::{Declaration, Fault};

use crate::authority::Acting;
use crate::error::IssuerError;

/// Changes with each change of [`WORDS`].
const VERSION: &str = "2026-11";

const WORDS: &str = "Jeg erklærer på vegne av virksomheten at det finnes en skriftlig arbeidsavtale \
med hver arbeidstaker som søknaden gjelder, og at avtalen oppfyller kravene i arbeidsmiljøloven \
§§ 14-5 og 14-6. Opplysningene i søknaden er riktige. Virksomheten avslutter arbeidsforholdet på \
HMS-kortet når arbeidstakeren slutter. Kravet om arbeidsavtale gjelder ikke innehaveren av et \
enkeltpersonforetak.";

/// The words that count now.
pub(crate) fn current() -> Declaration {
    Declaration { version: VERSION.into(), words: WORDS.into() }
}

/// Keeps that the words of a version were declared, and gives the number of that.
pub(crate) fn declare(
    database: &Connection,
    acting: &Acting,
    version: &str,
    now: DateTime<Utc>,
) -> Result<i64, IssuerError> {
    if version != VERSION {
        return Err(Fault::DeclarationOld.into());
    }
    database.execute(
        "INSERT INTO declaration (company, version, words, authority, at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![acting.company.get(), VERSION, WORDS, acting.authority, now.timestamp()],
    )?;
    Ok(database.last_insert_rowid())
}
