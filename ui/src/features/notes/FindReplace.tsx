import { useEffect, useState } from "react";
import { call } from "../../api/client";
import { Button } from "../../design/Button";
import { Checkbox } from "../../design/Checkbox";
import { IconButton } from "../../design/IconButton";
import { TextField } from "../../design/TextField";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { useStorePart } from "../../lib/store";
import { selectField } from "./fields";
import styles from "./FindReplace.module.css";
import { setSought } from "./flags";
import { matchesIn, placeBehind, replacedBlocks, replacedOne, stepped } from "./replace";
import type { OpenNote } from "./useOpenNote";

/** Finds words in the note and puts others in their place, one by one or all in one step. Esc closes. */
export function FindReplace({ work, onClose }: { work: OpenNote; onClose: () => void }) {
  const [words, setWords] = useState("");
  const [by, setBy] = useState("");
  const [matchCase, setMatchCase] = useState(false);
  const [at, setAt] = useState(-1);
  const sought = { words, matchCase };
  const blocks = useStorePart(work.store, (state) => state.blocks);
  const matches = matchesIn(blocks, sought);
  const current = at < 0 ? undefined : matches[Math.min(at, matches.length - 1)];
  const { block: inBlock, field: inField } = current ?? {};
  const from = current?.range.from;
  useEffect(() => {
    setSought(words === "" ? undefined : { words, matchCase, at: inBlock === undefined || inField === undefined || from === undefined ? undefined : { block: inBlock, field: inField, from } });
  }, [words, matchCase, inBlock, inField, from]);
  useEffect(() => () => setSought(undefined), []);

  const go = (step: 1 | -1, keepsFocus: boolean) => {
    if (matches.length === 0) return;
    const to = stepped(at, step, matches.length);
    const field = document.activeElement as HTMLElement | null;
    setAt(to);
    const match = matches[to];
    if (match === undefined) return;
    selectField(match.block, match.field, match.range);
    if (keepsFocus) field?.focus();
  };
  const replaceOne = () => {
    const block = blocks.find(({ id }) => id === current?.block);
    if (current === undefined || block === undefined) {
      go(1, true);
      return;
    }
    const body = replacedOne(block.body, current, sought, by);
    work.store.edit(block.id, body);
    setAt(placeBehind(blocks.map((one) => (one === block ? { ...one, body } : one)), sought, current, by));
  };
  const replaceEvery = () => {
    const replaced = replacedBlocks(blocks, sought, by);
    const count = matches.length;
    if (count === 0) return;
    void work.store.inTurn(() => call("words_replace", { note: work.note.id, blocks: replaced }).then(() => toastDone(t("notes.find.replaced", { count })), toastError));
    setAt(-1);
  };
  return (
    <search
      className={styles["bar"]}
      // The bar answers the keys of all its fields.
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <TextField
        bare
        icon="find"
        size="small"
        label={t("notes.find.find")}
        placeholder={t("notes.find.find")}
        // The bar was opened to type in.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
        value={words}
        onChange={(next) => {
          setWords(next);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") go(event.shiftKey ? -1 : 1, true);
          else event.continuePropagation();
        }}
      />
      <TextField
        bare
        size="small"
        label={t("notes.find.by")}
        placeholder={t("notes.find.by")}
        value={by}
        onChange={setBy}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) replaceEvery();
          else if (event.key === "Enter") replaceOne();
          else event.continuePropagation();
        }}
      />
      <Checkbox isSelected={matchCase} onChange={setMatchCase}>{t("notes.find.matchCase")}</Checkbox>
      <span className={styles["count"]} role="status">
        {words === "" ? "" : matches.length === 0 ? t("notes.find.none") : t("notes.find.count", { at: current === undefined ? 0 : Math.min(at, matches.length - 1) + 1, count: matches.length })}
      </span>
      <span className={styles["acts"]}>
        <IconButton icon="left" label={t("notes.find.previous")} keys="Shift Enter" size="small" onPress={() => go(-1, false)} />
        <IconButton icon="right" label={t("notes.find.next")} keys="Enter" size="small" onPress={() => go(1, false)} />
        <Button size="small" onPress={replaceOne}>{t("notes.find.replace")}</Button>
        <Button size="small" onPress={replaceEvery}>{t("notes.find.replaceAll")}</Button>
        <IconButton icon="close" label={t("common.close")} keys="Esc" size="small" onPress={onClose} />
      </span>
    </search>
  );
}
