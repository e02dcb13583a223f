import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** An icon inside a style sheet. */
const INSIDE = /url\((["']?)data:image\/svg\+xml[^,"']*,([^"')]+)\1\)/g;

/**
 * Takes icons out of style sheets, into files beside them: the policy of app and pages lets no `data:`
 * image through, because nothing else needs one.
 */
export const iconsAsFiles = (): Plugin => ({
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
        const fileName = `icon-${name}.svg`;
        this.emitFile({ type: "asset", fileName: `assets/${fileName}`, source });
        return `url("${fileName}")`;
      });
      if (sheet.source.includes("data:image")) this.error(`${sheet.fileName} still has an image inside`);
    }
  },
});
