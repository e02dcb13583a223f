import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { iconsAsFiles } from "./icons.ts";

/** The employers' page: a build of its own, served by the issuer below `/employer/page/`. */
export default defineConfig({
  root: "employer",
  plugins: [svelte(), iconsAsFiles()],
  base: "/employer/page/",
  clearScreen: false,
  build: {
    outDir: "../dist-employer",
    emptyOutDir: true,
    target: ["es2022", "safari16"],
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
