import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** An icon inside a style sheet. */
const INSIDE = /url\((["']?)data:image\/svg\+xml[^,"']*,([^"')]+)\1\)/g;

/**
 * Takes icons out of style sheets, into files of their own: the pages' policy lets no `data:` image
 * through, because nothing else needs one. `base` is where the page's files lie.
 */
export const iconsAsFiles = (base: string): Plugin => ({
  name: "icons-as-files",
  apply: "build",
  enforce: "post",
  generateBundle(_, bundle) {
    for (const sheet of Object.values(bundle)) {
      if (sheet.type !== "asset" || !sheet.fileName.endsWith(".css")) continue;
      const css = typeof sheet.source === "string" ? sheet.source : new TextDecoder().decode(sheet.source);
      sheet.source = css.replace(INSIDE, (_url, _quote, svg: string) => {
        const source = decodeURIComponent(svg);
        const name = createHash("sha256").update(source).digest("hex").slice(0, 8);
        const fileName = `assets/icon-${name}.svg`;
        this.emitFile({ type: "asset", fileName, source });
        return `url("${base}${fileName}")`;
      });
      if (sheet.source.includes("data:image")) this.error(`${sheet.fileName} still has an image inside`);
    }
  },
});
