import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { iconsAsFiles } from "./icons.ts";

export default defineConfig({
  plugins: [svelte(), iconsAsFiles()],
  // Tauri serves `dist` from its own scheme, so no path may start at a server's root.
  base: "./",
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    target: ["es2022", "safari16"],
    // The content security policy allows files of the app only: nothing inlined as `data:`,
    // and no polyfill that fetches modules.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
