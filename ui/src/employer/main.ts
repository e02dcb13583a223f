import { mount } from "svelte";
import "../app.css";
import { language } from "../messages/index.svelte";
import App from "./App.svelte";
import { Employer } from "./employer.svelte";

const target = document.getElementById("page");
if (target === null) throw new Error("index.html has no #page");

const employer = new Employer();
void language.begin().finally(() => {
  mount(App, { target, props: { employer } });
  void employer.begin();
});
