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
  const newer = newerThan(block.body, change);
  return (
    <div className={styles["behind"]} role="group" aria-label={t("notes.linked.changedLabel")}>
      <p className={styles["behindHead"]}><Icon name="warn" /><b>{t(change.gone ? "notes.linked.goneSince" : "notes.linked.changedSince")}</b></p>
      {!change.gone && <ChangedFacts facts={facts} />}
      <div className={styles["behindActs"]}>
        {newer !== undefined && (
          <>
            <Button size="small" onPress={() => put(newer.instead, t("notes.linked.used"))}>{t("notes.linked.use")}</Button>
            <Button size="small" onPress={() => put(newer.both, t("notes.linked.showsBoth"))}>{t("notes.linked.showBoth")}</Button>
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

/** The block with the position that took the place of its own, and with both; of one then and now it is the one of now that goes on. */
function newerThan(body: Body, { link, later }: LinkChange): { instead: Body; both: Body } | undefined {
  if (later === null) return undefined;
  if (body.kind === "position") return { instead: { kind: "position", position: later }, both: { kind: "change", from: body.position, to: later, label: [] } };
  if (body.kind === "change" && body.to === link.id) return { instead: { ...body, to: later }, both: { ...body, from: body.to, to: later } };
  return undefined;
}

/** What was so, as words that can stand in the note. */
function wordsThen({ fact, then }: FactChange): string[] {
  if (then === null) return [];
  return [fact === "quote" || fact === "translation" || fact === "summary" ? then : t("notes.linked.wasSo", { fact: factName(fact), words: factWords(fact, then) })];
}
