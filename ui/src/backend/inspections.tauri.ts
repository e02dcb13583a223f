import { invoke } from "@tauri-apps/api/core";
import type { InspectionBackend } from "./inspections";

export const inspections: InspectionBackend = {
  inspections: () => invoke("inspections"),
  inspectionBegin: (begin) => invoke("inspection_begin", { begin }),
  inspectionPause: () => invoke("inspection_pause"),
  inspectionResume: (id) => invoke("inspection_resume", { id }),
  inspectionEnd: (id) => invoke("inspection_end", { id }),
  inspectionDiscard: (id) => invoke("inspection_discard", { id }),
  inspectionNewsSeen: (seen) => invoke("inspection_news_seen", { seen }),
  inspectionView: (id) => invoke("inspection_view", { id }),
  inspectionNote: (id, note) => invoke("inspection_note", { id, note }),
  inspectionLookAt: (entry) => invoke("inspection_look_at", { entry }),
  inspectionExpect: (id, employer) => invoke("inspection_expect", { id, employer }),
  inspectionMeetKnown: (card) => invoke("inspection_meet_known", { card }),
  inspectionMeetTold: (told) => invoke("inspection_meet_told", { told }),
  inspectionChange: (id, entry, change) => invoke("inspection_change", { id, entry, change }),
  inspectionRemove: (id, entry) => invoke("inspection_remove", { id, entry }),
  inspectionRestore: (id, entry) => invoke("inspection_restore", { id, entry }),
  inspectionAddPicture: (id, file) =>
    invoke("inspection_add_picture", file, { headers: { "x-inspection": id } }),
  inspectionCaption: (id, picture, caption) => invoke("inspection_caption", { id, picture, caption }),
  inspectionRemovePicture: (id, picture) => invoke("inspection_remove_picture", { id, picture }),
  inspectionPicture: (id, picture) => invoke("inspection_picture", { id, picture }),
};
