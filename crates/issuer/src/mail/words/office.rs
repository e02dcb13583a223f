//! What the office reads, in bokmål.

use registers::Register;

use crate::notice::Kind;
use crate::terms::Terms;

/// Subject and text of a mail about a register.
pub(in crate::mail) fn about(
    kind: Kind,
    register: Register,
    cards: u32,
    terms: &Terms,
) -> (String, String) {
    let (name, days) = (register.name(), terms.silence_days);
    match kind {
        Kind::Silent => (
            format!("HMS-kort: {name} svarer ikke"),
            format!(
                "{name} har ikke svart på over {} timer.\n\n\
                 Kortene gjelder på det siste svaret i {days} dager. Deretter vises de som «kan \
                 ikke bekreftes», aldri som ugyldige.\n\n\
                 Slik ordnes det: sjekk innstillingene for registeret, og ta kontakt med den som \
                 driver det.\n",
                terms.office_hours
            ),
        ),
        Kind::HeldBack => (
            format!("HMS-kort: {name} mangler plutselig {cards} kort"),
            format!(
                "{name} bekrefter ikke lenger {cards} kort. Det er mer enn {} prosent på én natt. \
                 Endringene er holdt tilbake, og kortene gjelder som før.\n\n\
                 Slik ordnes det: spør den som driver registeret. Stemmer tallene, kjør\n\
                 hmskort issuer night --accept {register}\n\n\
                 Skjer ingenting, vises kortene etter {days} dager som «kan ikke bekreftes».\n",
                terms.brake_percent
            ),
        ),
    }
}
