import type { MeetFault } from "../../backend/contract";
import type { ErrorText } from "../text";
import type { Meet } from "./nb";

export const ro: Meet = {
  title: "Te întâlnești cu un inspector?",
  text: "Inspectorii au pe tabletă un cod al lor. Scanează-l ca să vezi cine este sau ca să primești dovada controlului. Funcționează fără internet.",
  picture: "Alege o fotografie a codului",
  instead: "Alege în schimb o fotografie a codului.",
  reading: "Se citește codul …",
  is: "Acesta este un inspector",
  kept: "Dovada este salvată pe telefon",
  checks: "Controale pentru care ai dovadă",
  none: "Nu ai încă nicio dovadă.",
  outcomes: {
    valid: "Cardul era valabil",
    invalid: "Cardul nu era valabil",
    unconfirmed: "Controlul nu a dat un răspuns sigur",
  },
  badge: {
    title: "Arată cine ești",
    text: "Lucrătorul scanează codul în aplicația lui, la „Te întâlnești cu un inspector?”.",
    show: "Arată codul meu",
    hide: "Ascunde codul",
    label: "Cod QR care arată că ești inspector",
  },
  receipt: {
    title: "Dovadă pentru lucrător",
    text: "Lucrătorul o scanează în aplicația lui, la „Te întâlnești cu un inspector?”.",
    show: "Dă o dovadă",
    hide: "Ascunde dovada",
    label: "Cod QR cu dovada controlului",
  },
};

export const errors: Record<MeetFault, ErrorText> = {
  no_badge: {
    happened: "Acest dispozitiv nu are încă un cod al lui.",
    todo: "Actualizează datele prin internet și încearcă din nou.",
  },
  receipt_of_another: {
    happened: "Această dovadă nu este pentru cardul tău.",
    todo: "Roagă inspectorul să controleze din nou cardul și să arate dovada.",
  },
  not_a_badge: {
    happened: "Acesta nu este codul unui inspector.",
    todo: "Roagă inspectorul să arate codul de pe tabletă.",
  },
  badge_damaged: { happened: "Codul nu este întreg.", todo: "Scanează-l încă o dată." },
  badge_unknown_format: {
    happened: "Codul este făcut de o aplicație mai nouă.",
    todo: "Actualizează aplicația și scanează din nou.",
  },
  badge_foreign_issuer: {
    happened: "Codul vine de la alt emitent.",
    todo: "Cere legitimația de serviciu. Dacă ai îndoieli, sună autoritatea.",
  },
  badge_unknown_key: {
    happened: "Telefonul nu cunoaște cheia din spatele codului.",
    todo: "Actualizează cardul prin internet și scanează din nou.",
  },
  badge_key_withdrawn: {
    happened: "Codul este făcut cu o cheie care nu mai este valabilă.",
    todo: "Nu te baza pe cod. Cere legitimația de serviciu și sună autoritatea.",
  },
  badge_forged: {
    happened: "Codul este fals.",
    todo: "Nu poți avea încredere în acest inspector. Sună autoritatea sau poliția.",
  },
  badge_not_current: {
    happened: "Tableta nu a mai luat de mult legătura cu emitentul.",
    todo: "Cere în schimb legitimația de serviciu.",
  },
  badge_too_old: {
    happened: "Codul este prea vechi sau un ceas este greșit.",
    todo: "Scanează-l direct de pe ecranul tabletei.",
  },
  badge_from_future: {
    happened: "Unul dintre ceasuri este greșit.",
    todo: "Activează ora automată pe telefon și scanează din nou.",
  },
};
