import type { Acts, Decision, SentActs } from "./acts";
import type { InspectionBackend } from "./inspections";
import type { PhotoState, ShownPhoto } from "./photo";
import type {
  About,
  AppState,
  EnrolledInspector,
  Frame,
  Found,
  GooglePass,
  Industry,
  InspectorOverview,
  InspectorSync,
  Met,
  Outcome,
  OwnCheck,
  PaperWords,
  PersonView,
  Presentation,
  Receipt,
  Role,
  Seen,
  SyncProgress,
  WalletOverview,
  WalletRefresh,
} from "./contract";
import type { ReportBackend } from "./report";

/** Which screen a window is for. */
export type WindowRole = "start" | Role;

/** What the inspector has set before a check: the digits given to the worker, and the site. */
export interface CheckSettings {
  challenge: string | null;
  site: Industry | null;
}

/** Where the device is, in degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** A camera picture in 8-bit grey, row by row. */
export interface LumaFrame {
  width: number;
  height: number;
  luma: Uint8Array;
}

/** Everything the UI asks of the core. Each call rejects with an `AppError`. */
export interface Backend extends InspectionBackend, ReportBackend {
  windowRole(): WindowRole;

  appState(): Promise<AppState>;
  chooseRole(role: Role): Promise<null>;
  /** Back to the first window; what is stored stays. */
  forgetRole(): Promise<null>;

  walletOverview(): Promise<WalletOverview>;
  walletEnrol(activation: string): Promise<WalletOverview>;
  walletReadActivationImage(picture: Uint8Array): Promise<string>;
  walletFrames(employment: string, challenge: string | null): Promise<Presentation>;
  walletRefresh(): Promise<WalletRefresh>;
  /** The JPEG file of the photo that is on this device. */
  walletPhoto(): Promise<ArrayBuffer>;
  /** Frames of the photo from this place on; `null` without a photo. */
  walletPhotoFrames(from: number, count: number): Promise<ShownPhoto | null>;
  walletUnlock(pin: string): Promise<WalletOverview>;
  /** The card is out of sight. */
  walletLeave(): Promise<null>;
  /** A bright screen for a code, or as it was before; tells whether it is bright. */
  walletBrighten(bright: boolean): Promise<boolean>;
  /** `fresh` is `null` for no PIN. */
  walletSetPin(current: string | null, fresh: string | null): Promise<WalletOverview>;
  walletRemove(): Promise<null>;
  walletCheck(employment: string): Promise<OwnCheck>;
  walletChoose(employment: string): Promise<WalletOverview>;
  walletRememberPlace(position: Position, employment: string): Promise<WalletOverview>;
  walletEmploymentAt(position: Position): Promise<string | null>;
  walletForgetPlaces(): Promise<WalletOverview>;
  /** Asks the service for a pass in Google Wallet, and opens it. */
  walletGooglePass(): Promise<GooglePass>;
  /** Writes a sheet with a code on paper, and gives the file's name. */
  walletPaper(employment: string, words: PaperWords): Promise<string>;

  /** The text of the code in a camera's picture; `null` when there is none. */
  walletScanFrame(frame: LumaFrame): Promise<string | null>;
  /** Reads what an inspector's tablet shows; a receipt is kept. */
  walletMeet(text: string): Promise<Met>;
  /** Newest first. */
  walletReceipts(): Promise<Receipt[]>;

  inspectorOverview(): Promise<InspectorOverview>;
  inspectorEnrol(enrolment: string): Promise<InspectorOverview>;
  inspectorSync(progress: (step: SyncProgress) => void): Promise<InspectorSync>;
  /** The inspector's own code; it has no typed codes. */
  inspectorBadge(): Promise<Presentation>;
  /** The receipt of a check, by the code's name. */
  inspectorReceipt(code: string, outcome: Outcome): Promise<Frame>;
  inspectorNewChallenge(): Promise<{ digits: string }>;
  inspectorCheckText(text: string, settings: CheckSettings): Promise<Seen>;
  inspectorCheckImage(picture: Uint8Array, settings: CheckSettings): Promise<Seen>;
  /** `null` when there is no code in the frame. */
  inspectorScanFrame(frame: LumaFrame, settings: CheckSettings): Promise<Seen | null>;
  /** Switches the pack of small pictures on, to come with the next sync, or off. */
  inspectorWantPack(on: boolean): Promise<EnrolledInspector>;
  /** The small picture made of the photo with this digest, a JPEG file; `null` without one. */
  inspectorSmallPicture(digest: string): Promise<ArrayBuffer | null>;
  /** Looks for the photo with this digest: what was read here, then the service. */
  inspectorFindPhoto(digest: string): Promise<PhotoState>;
  /** The JPEG file, once it is here. */
  inspectorPhoto(digest: string): Promise<ArrayBuffer>;
  /** A picture of the code that moves on the worker's phone. */
  inspectorPhotoFrame(digest: string, frame: LumaFrame): Promise<PhotoState>;
  inspectorPhotoImage(digest: string, picture: Uint8Array): Promise<PhotoState>;
  inspectorActs(): Promise<Acts>;
  /** Kept here, and sent later. */
  inspectorDecide(decision: Decision): Promise<Acts>;
  inspectorTakeBack(id: string): Promise<Acts>;
  inspectorSendActs(): Promise<SentActs>;
  inspectorFind(asked: string): Promise<Found>;
  inspectorWorkers(unit: string, skip: number): Promise<Found>;
  /** `null` for a card that the index doesn't have. */
  inspectorPerson(card: string, about: About): Promise<PersonView | null>;
  inspectorCheckTyped(cardNumber: string, digits: string, site: Industry | null): Promise<Seen>;
}
