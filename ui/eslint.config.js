import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y-x";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";
import tiers from "./lint/tiers.js";

export default typescript.config(
  { ignores: ["dist", "node_modules", "src/api/generated.ts"] },
  js.configs.recommended,
  typescript.configs.recommendedTypeChecked,
  hooks.configs.flat["recommended-latest"],
  a11y.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: { allowDefaultProject: ["*.js", "lint/*.js"] }, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { tiers },
    rules: {
      "tiers/one-way": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "JSXText[value=/[A-Za-z]{2}/]", message: "Visible strings come from the catalogue in src/i18n." },
        { selector: "JSXAttribute[name.name=/^(aria-label|title|placeholder)$/] > Literal", message: "Visible strings come from the catalogue in src/i18n." },
      ],
      // Forms listen for Enter and for pasting on behalf of their fields.
      "jsx-a11y-x/no-noninteractive-element-interactions": ["error", { form: ["onKeyDown", "onPaste", "onSubmit"], handlers: ["onClick", "onMouseDown", "onMouseUp", "onKeyPress", "onKeyDown", "onKeyUp"] }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    },
  },
  { files: ["**/*.js"], extends: [typescript.configs.disableTypeChecked], languageOptions: { globals: globals.node } },
);
