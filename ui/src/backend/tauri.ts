import { Channel, invoke } from "@tauri-apps/api/core";
import { getCurrentWindow } from "@tauri-apps/api/window";
import type { Backend, CheckSettings, LumaFrame, WindowRole } from "./backend";
import type { SyncProgress } from "./contract";
import { inspections } from "./inspections.tauri";
import { report } from "./report.tauri";

/** Raw bodies leave no room for arguments, so the settings of a check travel as headers. */
function headers(settings: CheckSettings, more: Record<string, string> = {}) {
  return {
    headers: {
      ...more,
      ...(settings.challenge === null ? {} : { "x-challenge": settings.challenge }),
      ...(settings.site === null ? {} : { "x-site": settings.site }),
    },
  };
}

/** A camera's picture goes as it is, with its size beside it. */
const sized = ({ width, height }: LumaFrame) => ({ "x-width": String(width), "x-height": String(height) });

function windowRole(): WindowRole {
  const label = getCurrentWindow().label;
  return label === "worker" || label === "inspector" ? label : "start";
}

export const tauri: Backend = {
  ...inspections,
  ...report,
  windowRole,

  appState: () => invoke("app_state"),
  chooseRole: (role) => invoke("choose_role", { role }),
  forgetRole: () => invoke("forget_role"),

  walletOverview: () => invoke("wallet_overview"),
  walletEnrol: (activation) => invoke("wallet_enrol", { activation }),
  walletReadActivationImage: (picture) => invoke("wallet_read_activation_image", picture),
  walletFrames: (employment, challenge) => invoke("wallet_frames", { employment, challenge }),
  walletRefresh: () => invoke("wallet_refresh"),
  walletPhoto: () => invoke("wallet_photo"),
  walletPhotoFrames: (from, count) => invoke("wallet_photo_frames", { from, count }),
  walletUnlock: (pin) => invoke("wallet_unlock", { pin }),
  walletBrighten: (bright) => invoke("wallet_brighten", { bright }),
  walletLeave: () => invoke("wallet_leave"),
  walletSetPin: (current, fresh) => invoke("wallet_set_pin", { current, new: fresh }),
  walletRemove: () => invoke("wallet_remove"),
  walletCheck: (employment) => invoke("wallet_check", { employment }),
  walletChoose: (employment) => invoke("wallet_choose", { employment }),
  walletRememberPlace: (position, employment) =>
    invoke("wallet_remember_place", { ...position, employment }),
  walletEmploymentAt: (position) => invoke("wallet_employment_at", { ...position }),
  walletForgetPlaces: () => invoke("wallet_forget_places"),
  walletGooglePass: () => invoke("wallet_google_pass"),
  walletPaper: (employment, words) => invoke("wallet_paper", { employment, words }),
  walletScanFrame: (frame) => invoke("wallet_scan_frame", frame.luma, { headers: sized(frame) }),
  walletMeet: (text) => invoke("wallet_meet", { text }),
  walletReceipts: () => invoke("wallet_receipts"),

  inspectorOverview: () => invoke("inspector_overview"),
  inspectorEnrol: (enrolment) => invoke("inspector_enrol", { enrolment }),
  inspectorSync: (onProgress) => {
    const progress = new Channel<SyncProgress>(onProgress);
    return invoke("inspector_sync", { progress });
  },
  inspectorBadge: () => invoke("inspector_badge"),
  inspectorReceipt: (code, outcome) => invoke("inspector_receipt", { code, outcome }),
  inspectorNewChallenge: () => invoke("inspector_new_challenge"),
  inspectorCheckText: (text, settings) => invoke("inspector_check_text", { text, ...settings }),
  inspectorCheckImage: (picture, settings) =>
    invoke("inspector_check_image", picture, headers(settings)),
  inspectorScanFrame: (frame, settings) =>
    invoke("inspector_scan_frame", frame.luma, headers(settings, sized(frame))),
  inspectorWantPack: (on) => invoke("inspector_want_pack", { on }),
  inspectorSmallPicture: async (digest) => {
    const file = await invoke<ArrayBuffer>("inspector_small_picture", { digest });
    return file.byteLength === 0 ? null : file;
  },
  inspectorFindPhoto: (digest) => invoke("inspector_find_photo", { digest }),
  inspectorPhoto: (digest) => invoke("inspector_photo", { digest }),
  inspectorPhotoFrame: (digest, frame) =>
    invoke("inspector_photo_frame", frame.luma, { headers: { ...sized(frame), "x-photo": digest } }),
  inspectorPhotoImage: (digest, picture) =>
    invoke("inspector_photo_image", picture, { headers: { "x-photo": digest } }),
  inspectorActs: () => invoke("inspector_acts"),
  inspectorDecide: (decision) => invoke("inspector_decide", { decision }),
  inspectorTakeBack: (id) => invoke("inspector_take_back", { id }),
  inspectorSendActs: () => invoke("inspector_send_acts"),
  inspectorFind: (asked) => invoke("inspector_find", { asked }),
  inspectorWorkers: (unit, skip) => invoke("inspector_workers", { unit, skip }),
  inspectorPerson: (card, about) => invoke("inspector_person", { card, about }),
  inspectorCheckTyped: (card_number, digits, site) =>
    invoke("inspector_check_typed", { card_number, digits, site }),
};
