import { invoke } from "@tauri-apps/api/core";
import type { ReportBackend } from "./report";

export const report: ReportBackend = {
  reportView: (id) => invoke("report_view", { id }),
  reportCrewList: (id, file) => invoke("report_crew_list", file, { headers: { "x-inspection": id } }),
  reportNoCrewList: (id) => invoke("report_no_crew_list", { id }),
  reportSave: (id, format, language) => invoke("report_save", { id, format, language }),
  reportSend: (id) => invoke("report_send", { id }),
};
