import { useState } from "react";
import type { Roll, RollColumn } from "../../api/generated";
import { askForFiles } from "../../api/paths";
import { useAct, useRead, type Read } from "../../api/query";
import { Button } from "../../design/Button";
import { Checkbox } from "../../design/Checkbox";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { submitOnCtrlEnter } from "../../lib/keys";
import styles from "./ImportActors.module.css";
import { RollTable } from "./RollTable";
import { counted, linesOf, type Choices } from "./roll";

/** A list of actors from a file or from what is pasted: which column says what, who is known already, and all in one step. */
export function ImportActors({ onClose }: { onClose: () => void }) {
  const [path, setPath] = useState<string>();
  const [text, setText] = useState("");
  const [columns, setColumns] = useState<RollColumn[]>();
  const [hasHeads, setHasHeads] = useState<boolean>();
  const [choices, setChoices] = useState<Choices>(new Map());
  const add = useAct("actor_import");
  const from = path !== undefined ? { path } : text.trim() === "" ? undefined : { text };
  const asked = from && { ...from, ...(columns === undefined ? {} : { columns }), ...(hasHeads === undefined ? {} : { has_heads: hasHeads }) };
  const read: Read<Roll> = useRead("actor_read_roll", asked, { hold: true });
  const roll = asked === undefined ? undefined : read.data;
  const begin = (next: { path?: string; text?: string }) => {
    setPath(next.path);
    setText(next.text ?? "");
    setColumns(undefined);
    setHasHeads(undefined);
    setChoices(new Map());
  };
  const choose = async () => {
    const [chosen] = await askForFiles(t("actorsAndIssues.roll.chooseFile"));
    if (chosen !== undefined) begin({ path: chosen });
  };
  const lines = roll === undefined ? [] : linesOf(roll, choices);
  const count = counted(lines);
  const save = () => {
    if (lines.length === 0 || add.isPending) return;
    add.mutate(
      { lines },
      {
        onSuccess: ({ added, merged, unplaced }) => {
          onClose();
          toastDone(
            unplaced.length === 0
              ? t("actorsAndIssues.roll.done", { added: added.length, merged: merged.length })
              : t("actorsAndIssues.roll.doneUnplaced", { added: added.length, merged: merged.length, names: unplaced.join(", ") }),
          );
        },
      },
    );
  };
  return (
    <Dialog
      title={t("actorsAndIssues.roll.title")}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          {roll !== undefined && <span className="grow muted t13" role="status">{t("actorsAndIssues.roll.count", { ...count, all: roll.lines.length })}</span>}
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button look="primary" keys="Ctrl Enter" isDisabled={lines.length === 0 || add.isPending} onPress={save}>{t("actorsAndIssues.roll.add")}</Button>
        </>
      }
    >
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDownCapture={submitOnCtrlEnter}
      >
        <div className="row">
          <Button icon="open" onPress={() => void choose().catch(toastError)}>{t("actorsAndIssues.roll.chooseFile")}</Button>
          {path !== undefined && (
            <>
              <span className="grow cut t13">{path.split(/[/\\]/).pop()}</span>
              <Button look="quiet" size="small" onPress={() => begin({})}>{t("actorsAndIssues.roll.otherwise")}</Button>
            </>
          )}
        </div>
        {path === undefined && (
          <TextField
            label={t("actorsAndIssues.roll.paste")}
            placeholder={t("actorsAndIssues.roll.placeholder")}
            lines={roll === undefined ? 8 : 3}
            // The dialog was opened to paste into this field, or to choose a file.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
            value={text}
            onChange={(next) => begin({ text: next })}
          />
        )}
        {read.error !== null && asked !== undefined && <ErrorNotice problem={read.error} />}
        {add.error !== null && <ErrorNotice problem={add.error} />}
        {roll !== undefined && read.error === null && (
          <>
            <Checkbox isSelected={roll.has_heads} onChange={(next) => {
              setHasHeads(next);
              setColumns(undefined);
            }}>{t("actorsAndIssues.roll.hasHeads")}</Checkbox>
            <RollTable
              roll={roll}
              choices={choices}
              onChoose={(number, choice) => setChoices(new Map(choices).set(number, choice))}
              onColumns={setColumns}
            />
            {roll.nameless.length > 0 && <p className="muted t13">{t("actorsAndIssues.roll.nameless", { lines: roll.nameless.join(", ") })}</p>}
          </>
        )}
      </form>
    </Dialog>
  );
}
