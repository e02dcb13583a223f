//! Names as they are compared when people search them: without what keyboards lack.

/// The words in a text, as they are compared: in lower case, without accents, and with the letters
/// of the languages around the Baltic as they are typed on a keyboard that lacks them.
///
/// ```
/// assert_eq!(card::words("Łukasz Ødegård-Šimkus"), ["lukasz", "odegard", "simkus"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect()
}

fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).flat_map(plain).collect()
}

/// A lower-case letter as people type it who don't have it on their keyboard.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'ą' | 'ă' => "a",
        'æ' => "ae",
        'ø' | 'ö' | 'ó' | 'ò' | 'ô' | 'õ' => "o",
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ė' => "e",
        'í' | 'ì' | 'î' | 'ï' | 'į' => "i",
        'ú' | 'ù' | 'û' | 'ü' | 'ų' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        'ç' | 'ć' | 'č' => "c",
        'ñ' | 'ń' => "n",
        'š' | 'ś' | 'ș' | 'ş' => "s",
        'ž' | 'ź' | 'ż' => "z",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ț' | 'ţ' => "t",
        // What is left of a capital I with a dot in lower case.
        '\u{307}' => "",
        'ß' => "ss",
        _ => return [Some(letter), None].into_iter().flatten(),
    };
    let mut letters = plain.chars();
    [letters.next(), letters.next()].into_iter().flatten()
}
