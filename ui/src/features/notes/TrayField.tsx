import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { useOnceCome } from "../../lib/onceCome";

/** The field that narrows the tray. Enter puts in the first that is found, the arrow leads down to it. */
export function TrayField({ sought, onSeek, isComing, onTake, onDown }: {
  sought: string;
  onSeek: (words: string) => void;
  /** What was typed has no answer yet; the keys wait for it. */
  isComing: boolean;
  onTake: () => void;
  onDown: () => void;
}) {
  const taking = useOnceCome(isComing, onTake);
  const going = useOnceCome(isComing, onDown);
  return (
    <TextField
      bare
      size="small"
      icon="find"
      label={t("notes.tray.narrow")}
      placeholder={t("notes.tray.narrow")}
      value={sought}
      onChange={(words) => {
        onSeek(words);
        taking.letBe();
        going.letBe();
      }}
      onKeyDown={(event) => {
        const isEnter = event.key === "Enter" && sought.trim() !== "";
        if (event.nativeEvent.isComposing || !(isEnter || event.key === "ArrowDown")) {
          event.continuePropagation();
          return;
        }
        event.preventDefault();
        if (isEnter) taking.runOnceCome();
        else going.runOnceCome();
      }}
    />
  );
}
