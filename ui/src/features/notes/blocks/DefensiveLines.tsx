import type { Block, DefensiveLine } from "../../../api/generated";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { focusField } from "../fields";
import { useNote } from "../noteContext";
import { LINE_END, sameText, toDoc } from "../schema";
import { spliced, type BodyOf, type Text } from "./bodies";
import styles from "./blocks.module.css";
import { useRowBehind } from "./rowBehind";

const NOTHING: DefensiveLine = { question: [], answer: [] };

/**
 * Questions that may come, and what to say. Enter goes from question to answer to the next question; before words of an
 * answer it begins a line, and in an empty last pair it ends the box.
 */
export function DefensiveLines({ block, body }: { block: Block; body: BodyOf<"defensive_lines"> }) {
  const { store, insert, remove } = useNote();
  const kept = body.pairs.length > 0 ? body.pairs : [NOTHING];
  const behind = useRowBehind(block.id, kept.length);
  const pairs = behind.isOpen ? [...kept, NOTHING] : kept;
  const put = (next: DefensiveLine[]) => store.edit(block.id, { ...body, pairs: next });
  const isEmpty = (index: number) => pairs[index]?.question.length === 0 && pairs[index].answer.length === 0;
  const isEmptyLast = (index: number) => index > 0 && index === pairs.length - 1 && isEmpty(index);
  const end = () => insert({ kind: "paragraph", level: 1, lead: [], text: [] }, block.id, { edits: behind.isOpen ? [] : [{ id: block.id, body: { ...body, pairs: kept.slice(0, -1) } }] });
  const enterAnswer = (index: number, pair: DefensiveLine, before: Text, after: Text) => {
    if (isEmptyLast(index)) end();
    else if (after.length > 0) {
      put(spliced(pairs, index, { ...pair, answer: [...before, LINE_END, ...after] }));
      // When the words have come.
      requestAnimationFrame(() => focusField(block.id, `answer.${String(index)}`, toDoc(after).content.size));
    } else {
      const isLast = index === pairs.length - 1;
      if (!isLast || !sameText(before, pair.answer)) put(spliced(pairs, index, { ...pair, answer: before }, ...(isLast ? [] : [NOTHING])));
      if (isLast) behind.open();
      focusField(block.id, `question.${String(index + 1)}`);
    }
  };
  const back = (index: number) => {
    if (!isEmpty(index)) return;
    if (pairs.length === 1) {
      remove(block.id);
      return;
    }
    focusField(block.id, index === 0 ? "question.0" : `answer.${String(index - 1)}`, "end");
    if (index === kept.length) behind.close();
    else put(spliced(kept, index));
  };
  return (
    <div className={styles["box"]}>
      <h2>{t("notes.kind.defensive_lines")}</h2>
      {pairs.map((pair, index) => (
        <div key={index} className={styles["pair"]}>
          <BlockText
            block={block}
            field={`question.${String(index)}`}
            label={t("notes.field.question", { number: index + 1 })}
            className={styles["question"]}
            placeholder={index === 0 ? (block.prompt ?? t("notes.field.questionPlaceholder")) : t("notes.field.questionPlaceholder")}
            value={pair.question}
            onChange={(question) => put(spliced(pairs, index, { ...pair, question }))}
            onEnter={() => (isEmptyLast(index) ? end() : focusField(block.id, `answer.${String(index)}`))}
            onBackspace={() => back(index)}
          />
          <BlockText
            block={block}
            field={`answer.${String(index)}`}
            label={t("notes.field.answer", { number: index + 1 })}
            className={styles["text"]}
            placeholder={t("notes.field.answerPlaceholder")}
            value={pair.answer}
            onChange={(answer) => put(spliced(pairs, index, { ...pair, answer }))}
            onEnter={(before, after) => enterAnswer(index, pair, before, after)}
            onBackspace={(text) => text.length === 0 && focusField(block.id, `question.${String(index)}`, "end")}
            onDelete={index + 1 === pairs.length ? undefined : () => back(index + 1)}
          />
        </div>
      ))}
    </div>
  );
}
