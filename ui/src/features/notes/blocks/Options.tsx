import type { Block, PolicyOption } from "../../../api/generated";
import { Button } from "../../../design/Button";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { focusField } from "../fields";
import { useNote } from "../noteContext";
import { spliced, type BodyOf } from "./bodies";
import styles from "./blocks.module.css";
import { useRowBehind } from "./rowBehind";

const PARTS = ["title", "advantages", "drawbacks"] as const;
const NAMES = { title: "optionTitle", advantages: "advantages", drawbacks: "drawbacks" } as const;
const PLACEHOLDERS = { title: "optionPlaceholder", advantages: "advantagesPlaceholder", drawbacks: "drawbacksPlaceholder" } as const;

const NOTHING: PolicyOption = { title: [], advantages: [], drawbacks: [] };

/** Ways to go, compared: what each is called, what speaks for it and against it. Enter leads on, and in an empty last row it ends the box. */
export function Options({ block, body }: { block: Block; body: BodyOf<"options_table"> }) {
  const { store, insert, remove } = useNote();
  const kept = body.options.length > 0 ? body.options : [NOTHING];
  const behind = useRowBehind(block.id, kept.length);
  const options = behind.isOpen ? [...kept, NOTHING] : kept;
  const put = (next: PolicyOption[]) => store.edit(block.id, { ...body, options: next });
  const isEmpty = (index: number) => PARTS.every((part) => options[index]?.[part].length === 0);
  const add = (after: number) => {
    if (after + 1 < kept.length) put(spliced(kept, after, ...kept.slice(after, after + 1), NOTHING));
    else behind.open();
    focusField(block.id, `title.${String(Math.min(after + 1, kept.length))}`);
  };
  const end = () => insert({ kind: "paragraph", level: 1, lead: [], text: [] }, block.id, { edits: behind.isOpen ? [] : [{ id: block.id, body: { ...body, options: kept.slice(0, -1) } }] });
  const enter = (index: number, place: number) => {
    const next = PARTS[place + 1];
    if (index > 0 && index === options.length - 1 && isEmpty(index)) end();
    else if (next === undefined) add(index);
    else focusField(block.id, `${next}.${String(index)}`);
  };
  const back = (index: number) => {
    if (!isEmpty(index)) return;
    if (options.length === 1) {
      remove(block.id);
      return;
    }
    focusField(block.id, index === 0 ? "title.0" : `drawbacks.${String(index - 1)}`, "end");
    if (index === kept.length) behind.close();
    else put(spliced(kept, index));
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
              onEnter={() => enter(index, place)}
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
