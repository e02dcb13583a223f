/** Dates, numbers and durations in one language. */
export interface Formats {
  date(ms: number): string;
  dateTime(ms: number): string;
  time(ms: number): string;
  /** Hours and minutes. */
  clock(ms: number): string;
  count(value: number): string;
  bytes(value: number): string;
  /** A length of time in its largest fitting unit: "35 sekunder", "2 dager". */
  duration(seconds: number): string;
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

export function formats(language: string): Formats {
  // Chromium doesn't know nynorsk, and would write English dates. Bokmål's months are nynorsk's too.
  const locale = [language, "nb"];
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const dateTime = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const time = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const count = new Intl.NumberFormat(locale);
  const unit = (name: string, value: number, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: name.endsWith("byte") ? "short" : "long",
      maximumFractionDigits: digits,
    }).format(value);

  return {
    date: (ms) => date.format(ms),
    dateTime: (ms) => dateTime.format(ms),
    time: (ms) => time.format(ms),
    clock: (ms) => clock.format(ms),
    count: (value) => count.format(value),
    bytes: (value) =>
      value < 1_000
        ? unit("byte", value)
        : value < 1_000_000
          ? unit("kilobyte", value / 1_000)
          : unit("megabyte", value / 1_000_000, 1),
    duration: (seconds) => {
      const whole = Math.max(0, Math.floor(seconds));
      // From two of a unit on: "90 sekunder" says more than "1 minutt".
      const [name, size] = UNITS.find(([, size]) => whole >= 2 * size) ?? ["second", 1];
      return unit(name, Math.floor(whole / size));
    },
  };
}

/** Organisation numbers are read in threes: "974 760 673". */
export function groupOrganisationNumber(digits: string): string {
  return group(digits, 3);
}

/** The typed code is read aloud in threes: "123 456". */
export function groupTypedCode(digits: string): string {
  return group(digits, 3);
}

function group(text: string, size: number): string {
  // A no-break space, so that a number never breaks over two lines.
  return text.match(new RegExp(`.{1,${size}}`, "gu"))?.join("\u00a0") ?? text;
}
