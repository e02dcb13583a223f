import { mount } from "svelte";
import App from "./App.svelte";
import "./app.css";
import "./fonts.css";
import { tauri } from "./backend/tauri";
import { language } from "./messages/index.svelte";
import { firstLook } from "./worker/first";

/** Longest wait before something is painted. The first paint is dear, so let it be the code. */
const PATIENCE_MS = 150;

const target = document.getElementById("app");
if (target === null) throw new Error("index.html has no #app");
const first = tauri.windowRole() === "worker" ? firstLook(tauri) : null;
// Whoever shows the answer tells what went wrong with it.
const ready = Promise.allSettled([first, language.begin()]);
await Promise.race([ready, new Promise((late) => setTimeout(late, PATIENCE_MS))]);
mount(App, { target, props: { first } });
