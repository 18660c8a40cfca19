import { toast } from "../../../design/toasts";
import { t } from "../../../i18n";
import { focusField } from "../fields";
import { saysNothing } from "../kinds";
import type { NoteWork } from "../noteContext";
import { blockBefore, blockIn } from "../noteStore";
import { toDoc } from "../schema";
import { withLead } from "./lead";

/** Joins a paragraph to the one before it, by Backspace at its start as by Delete at the end of that; the caret stands between the two. */
export function joinUp({ store }: NoteWork, id: string): void {
  const [block, before] = [blockIn(store.get(), id), blockBefore(store.get(), id)];
  if (block?.body.kind !== "paragraph" || before?.body.kind !== "paragraph") return;
  const text = withLead(block.body.lead, block.body.text);
  if (saysNothing(before.body)) {
    focusField(id, block.body.lead.length > 0 ? "lead" : "text");
    store.recast({ gone: [before.id] });
  } else if (text.length > 0 && before.marking !== block.marking) toast({ text: t("notes.editor.markedApart") });
  else {
    focusField(before.id, "text", "end");
    store.recast({ edits: text.length > 0 ? [{ id: before.id, body: { ...before.body, text: [...before.body.text, ...text] } }] : [], gone: [id] });
    // When the words have come.
    requestAnimationFrame(() => focusField(before.id, "text", toDoc(text).content.size));
  }
}
