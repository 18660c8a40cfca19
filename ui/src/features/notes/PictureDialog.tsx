import { useRef, useState } from "react";
import type { BlockId } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { focusAfterDialogs } from "../../lib/focus";
import { newId } from "../../lib/ids";
import { focusField } from "./fields";
import { goBack, type InsertQuestion } from "./InsertPopover";
import { useNote } from "./noteContext";
import { nearest } from "./recast";

const FORM = "picture";

/** A picture that was chosen, and where it goes. */
export interface ChosenPicture extends InsertQuestion {
  path: string;
  /** The blocks there were when it was chosen. */
  among: readonly BlockId[];
}

/** What a picture shows, asked before it goes in: nobody adds it later. */
export function PictureDialog({ chosen, onClose }: { chosen: ChosenPicture | undefined; onClose: () => void }) {
  const note = useNote();
  const act = useAct("block_insert_picture");
  const [words, setWords] = useState("");
  // In its turn behind what is being typed, which may take longer than a second press.
  const isUnderWay = useRef(false);
  const alternative = words.trim();
  const close = () => {
    setWords("");
    act.reset();
    onClose();
  };
  const put = () => {
    if (chosen === undefined || alternative === "" || isUnderWay.current) return;
    isUnderWay.current = true;
    // In turn with what is being typed, so that the block it follows is in the dossier.
    void note.store.inTurn(async () => {
      const { here, get } = note.store;
      const after = chosen.after === null ? null : here(chosen.after);
      const blocks = get().blocks.map(({ id }) => id);
      const id = newId();
      const put = act.mutateAsync({
        id,
        note: note.note.id,
        path: chosen.path,
        alternative,
        // Somebody may have taken that block out while the words were written.
        after: nearest(after, chosen.among.map(here), blocks),
        replacing: chosen.replacing === undefined ? null : here(chosen.replacing),
      });
      // A refusal is told in the dialog; the words of the note are in order.
      const isIn = await put.then(() => true, () => false);
      isUnderWay.current = false;
      if (!isIn) return;
      close();
      focusAfterDialogs(() => {
        focusField(id);
        return null;
      });
    });
  };
  return (
    <Dialog
      title={t("notes.picture.title")}
      isOpen={chosen !== undefined}
      onClose={() => {
        close();
        if (chosen !== undefined) goBack(chosen);
      }}
      footer={<Button look="primary" type="submit" form={FORM} keys="Enter" isDisabled={alternative === "" || act.isPending}>{t("notes.picture.insert")}</Button>}
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault();
          put();
        }}
      >
        {/* The dialog begins with its only field. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
        <TextField autoFocus label={t("notes.field.alternative")} help={t("notes.picture.help")} value={words} onChange={setWords} />
        {act.error !== null && <ErrorNotice problem={act.error} />}
      </form>
    </Dialog>
  );
}
