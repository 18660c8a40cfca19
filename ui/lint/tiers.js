// The tiers of the interface point one way: lib, i18n ← api, design ← features ← views. A feature never imports
// another feature, so that each can be read, moved or removed alone; views put them together.
import path from "node:path";

const MAY_IMPORT = {
  lib: ["lib"],
  i18n: ["i18n", "lib"],
  api: ["api", "lib"],
  design: ["design", "i18n", "lib"],
  features: ["api", "design", "i18n", "lib"],
  views: ["api", "design", "features", "i18n", "lib", "views"],
};

const roomOf = (file) => {
  const [, inside] = file.split(`${path.sep}src${path.sep}`);
  if (inside === undefined) return undefined;
  const [tier, area, ...rest] = inside.split(path.sep);
  return area === undefined ? undefined : { tier, area: rest.length > 0 ? area : undefined };
};

const check = (context, node) => {
  const name = node.source?.value;
  if (typeof name !== "string") return;
  const from = roomOf(context.filename);
  if (from === undefined || !(from.tier in MAY_IMPORT)) return;
  if (name.startsWith("@tauri-apps/") && !context.filename.includes(path.join("api", "transport"))) {
    context.report({ node, message: "Only api/transport names @tauri-apps." });
  }
  if (!name.startsWith(".")) return;
  const to = roomOf(path.resolve(path.dirname(context.filename), name));
  if (to === undefined || (to.tier === from.tier && to.area === from.area)) return;
  if (from.tier === "features" && to.tier === "features") {
    context.report({ node, message: `The feature ${from.area} may not import the feature ${to.area}.` });
  } else if (!MAY_IMPORT[from.tier].includes(to.tier)) {
    context.report({ node, message: `${from.tier} may not import ${to.tier}.` });
  }
};

export default {
  rules: {
    "one-way": {
      meta: { type: "problem", schema: [] },
      create: (context) => ({
        ImportDeclaration: (node) => check(context, node),
        ExportNamedDeclaration: (node) => check(context, node),
        ExportAllDeclaration: (node) => check(context, node),
        ImportExpression: (node) => check(context, node),
      }),
    },
  },
};
