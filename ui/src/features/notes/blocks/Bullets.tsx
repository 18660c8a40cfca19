import type { Block } from "../../../api/generated";
import { classes } from "../../../design/classes";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { focusField } from "../fields";
import { useNote } from "../noteContext";
import { toDoc } from "../schema";
import { spliced, type BodyOf, type Text } from "./bodies";
import styles from "./blocks.module.css";

/** Points: plain bullets, lines to take, a press line. Enter makes the next; Enter in an empty last one ends the list. */
export function Bullets({ block, body }: { block: Block; body: BodyOf<"bullets" | "lines_to_take" | "press_line"> }) {
  const { store, insert, remove } = useNote();
  const kind = t(`notes.kind.${body.kind}`);
  const items: readonly Text[] = body.items.length > 0 ? body.items : [[]];
  const put = (next: Text[]) => store.edit(block.id, { ...body, items: next });
  const enter = (index: number, before: Text, after: Text) => {
    const isEmptyLast = items[index]?.length === 0 && index === items.length - 1 && items.length > 1;
    if (isEmptyLast) {
      insert({ kind: "paragraph", level: 1, lead: [], text: [] }, block.id, { edits: [{ id: block.id, body: { ...body, items: items.slice(0, -1) } }] });
      return;
    }
    put(spliced(items, index, before, after));
    focusField(block.id, `items.${String(index + 1)}`);
    // Where there is one already, its words change under the caret.
    if (index + 1 < items.length) requestAnimationFrame(() => focusField(block.id, `items.${String(index + 1)}`));
  };
  const back = (index: number, text: Text) => {
    const above = items[index - 1];
    if (above === undefined) {
      if (items.length === 1 && text.length === 0) remove(block.id);
      return;
    }
    focusField(block.id, `items.${String(index - 1)}`, "end");
    put(spliced(spliced(items, index), index - 1, [...above, ...text]));
    requestAnimationFrame(() => focusField(block.id, `items.${String(index - 1)}`, toDoc(text).content.size));
  };
  return (
    <div className={classes(body.kind === "bullets" ? styles["bullets"] : styles["box"], body.kind === "lines_to_take" && styles["linesToTake"])}>
      {body.kind !== "bullets" && <h2>{kind}</h2>}
      <ul>
        {items.map((item, index) => (
          // Points have no names of their own: their place is what tells them apart.
          <li key={index}>
            <BlockText
              block={block}
              field={`items.${String(index)}`}
              label={t("notes.field.item", { kind, number: index + 1 })}
              className={styles["text"]}
              placeholder={items.length === 1 ? (block.prompt ?? kind) : undefined}
              value={item}
              onChange={(text) => put(spliced(items, index, text))}
              onEnter={(before, after) => enter(index, before, after)}
              onBackspace={(text) => back(index, text)}
              onDelete={index + 1 === items.length ? undefined : () => back(index + 1, items[index + 1] ?? [])}
              onLines={(lines, before, after) => {
                const last = lines.length - 1;
                const points = lines.map(({ text }, at) => [...(at === 0 ? before : []), ...text, ...(at === last ? after : [])]);
                put(spliced(items, index, ...points));
                // When the words have come.
                requestAnimationFrame(() => focusField(block.id, `items.${String(index + last)}`, toDoc(after).content.size));
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
