/** What the core tells of an inspection's report. */

export type ReportErrorCode =
  | "crew_too_large"
  | "crew_not_csv"
  | "crew_empty"
  | "crew_columns"
  | "report_waiting"
  | "report_unfinished"
  | "report_unwritable";
