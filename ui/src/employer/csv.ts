/** Signs that make a spreadsheet take a field for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

function field(text: string): string {
  // What a spreadsheet would run, it shows instead.
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[;"\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as Norwegian spreadsheets read them: semicolons, and a byte order mark for the letters. */
export function csv(rows: string[][]): Blob {
  const text = rows.map((row) => row.map(field).join(";")).join("\r\n");
  return new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" });
}

/** Gives the browser a file to save. */
export function save(name: string, file: Blob) {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
