import type { Block, PolicyOption } from "../../../api/generated";
import { Button } from "../../../design/Button";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { focusField } from "../fields";
import { useNote } from "../noteContext";
import { spliced, type BodyOf } from "./bodies";
import styles from "./blocks.module.css";

const PARTS = ["title", "advantages", "drawbacks"] as const;
const NAMES = { title: "optionTitle", advantages: "advantages", drawbacks: "drawbacks" } as const;
const PLACEHOLDERS = { title: "optionPlaceholder", advantages: "advantagesPlaceholder", drawbacks: "drawbacksPlaceholder" } as const;

/** Ways to go, compared: what each is called, what speaks for it and against it. */
export function Options({ block, body }: { block: Block; body: BodyOf<"options_table"> }) {
  const { store, remove } = useNote();
  const empty: PolicyOption = { title: [], advantages: [], drawbacks: [] };
  const options = body.options.length > 0 ? body.options : [empty];
  const put = (next: PolicyOption[]) => store.edit(block.id, { ...body, options: next });
  const add = (after: number) => {
    put([...options.slice(0, after + 1), empty, ...options.slice(after + 1)]);
    focusField(block.id, `title.${String(after + 1)}`);
  };
  const back = (index: number) => {
    const option = options[index];
    if (option === undefined || PARTS.some((part) => option[part].length > 0)) return;
    if (options.length === 1) remove(block.id);
    else {
      focusField(block.id, index === 0 ? "title.0" : `drawbacks.${String(index - 1)}`, "end");
      put(spliced(options, index));
    }
  };
  return (
    <div className={styles["box"]}>
      <h2>{t("notes.kind.options_table")}</h2>
      {options.map((option, index) => (
        <div key={index} className={styles["option"]}>
          {PARTS.map((part, place) => (
            <BlockText
              key={part}
              block={block}
              field={`${part}.${String(index)}`}
              label={t(`notes.field.${NAMES[part]}`, { number: index + 1 })}
              className={part === "title" ? styles["question"] : styles["text"]}
              placeholder={index === 0 && part === "title" ? (block.prompt ?? t("notes.field.optionPlaceholder")) : t(`notes.field.${PLACEHOLDERS[part]}`)}
              value={option[part]}
              onChange={(text) => put(spliced(options, index, { ...option, [part]: text }))}
              onEnter={() => {
                const next = PARTS[place + 1];
                if (next === undefined) add(index);
                else focusField(block.id, `${next}.${String(index)}`);
              }}
              onBackspace={(text) => {
                if (part === "title") back(index);
                else if (text.length === 0) focusField(block.id, `${PARTS[place - 1] ?? "title"}.${String(index)}`, "end");
              }}
              onDelete={part === "drawbacks" && index + 1 < options.length ? () => back(index + 1) : undefined}
            />
          ))}
        </div>
      ))}
      <div className={styles["acts"]}><Button size="small" look="quiet" icon="plus" onPress={() => add(options.length - 1)}>{t("notes.field.addOption")}</Button></div>
    </div>
  );
}
