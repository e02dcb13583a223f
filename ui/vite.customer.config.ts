import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { iconsAsFiles } from "./icons.ts";

/** The customer's page: its own small build, served by the issuer below `/v/`. */
export default defineConfig({
  root: "customer",
  plugins: [svelte(), iconsAsFiles()],
  base: "/v/",
  clearScreen: false,
  build: {
    outDir: "../dist-customer",
    emptyOutDir: true,
    target: ["es2022", "safari16"],
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
