import type { Block, Body, FactChange, LinkChange } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { ChangedFacts } from "./ChangedFacts";
import { factName, factWords } from "./factWords";
import styles from "./blocks/blocks.module.css";
import { useNote } from "./noteContext";
import { toastSaved } from "./toastSaved";

/** What has changed behind a block since the writer looked, and what can be done: take it, keep what was, or show both. */
export function LinkChanges({ block }: { block: Block }) {
  const { changes } = useNote();
  return (changes.get(block.id) ?? []).map((change) => <Changed key={change.link.id} block={block} change={change} />);
}

function Changed({ block, change }: { block: Block; change: LinkChange }) {
  const note = useNote();
  const accept = useAct("link_accept");
  const { later, facts } = change;
  const put = (body: Body, said: string) => {
    note.store.edit(block.id, body);
    void toastSaved(note.store, said);
  };
  const was = facts.flatMap(wordsThen);
  return (
    <div className={styles["behind"]} role="group" aria-label={t("notes.linked.changedLabel")}>
      <p className={styles["behindHead"]}><Icon name="warn" /><b>{t(change.gone ? "notes.linked.goneSince" : "notes.linked.changedSince")}</b></p>
      {!change.gone && <ChangedFacts facts={facts} />}
      <div className={styles["behindActs"]}>
        {later !== null && block.body.kind === "position" && (
          <>
            <Button size="small" onPress={() => put({ kind: "position", position: later }, t("notes.linked.used"))}>{t("notes.linked.use")}</Button>
            <Button size="small" onPress={() => put({ kind: "change", from: change.link.id, to: later, label: [] }, t("notes.linked.showsBoth"))}>{t("notes.linked.showBoth")}</Button>
          </>
        )}
        {!change.gone && <Button size="small" onPress={() => accept.mutate({ id: block.id }, { onSuccess: () => toastDone(t("notes.linked.seen")), onError: toastError })}>{t(later === null ? "notes.linked.takeNow" : "notes.linked.keepThis")}</Button>}
        {was.length > 0 && (
          <Button
            size="small"
            look="quiet"
            onPress={() => {
              note.insert({ kind: "paragraph", level: 0, lead: [], text: [{ type: "text", text: was.join(" ") }] }, block.id);
              void toastSaved(note.store, t("notes.linked.keptWords"));
            }}
          >
            {t("notes.linked.keepWords")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What was so, as words that can stand in the note. */
function wordsThen({ fact, then }: FactChange): string[] {
  if (then === null) return [];
  return [fact === "quote" || fact === "translation" || fact === "summary" ? then : t("notes.linked.wasSo", { fact: factName(fact), words: factWords(fact, then) })];
}
