import { useState } from "react";
import type { Source } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { Picker } from "../../design/Picker";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { Impact } from "./Impact";
import { wordsInCommon } from "./likeness";

/** Asks which source is the newer version of this one, those of the likest title first, and goes there. */
export function SupersedeDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const [newer, setNewer] = useState<string | undefined>();
  const [isLacking, setLacking] = useState(false);
  const listed = useRead("source_list", {}).data ?? [];
  const superseding = useAct("source_supersede");
  const others = listed
    .map((row) => row.source)
    .filter((other) => other.id !== source.id && other.state === "active")
    .map((other) => ({ other, likeness: wordsInCommon(other.title, source.title) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ other }) => ({ id: other.id, label: other.title, end: other.published === null ? t("sources.undated") : showDate(other.published) }));
  const supersede = () => {
    if (newer === undefined) {
      setLacking(true);
      return;
    }
    superseding.mutate({ id: source.id, by: newer }, {
      onSuccess: ({ carried, orphans }) => {
        onClose();
        goTo({ name: "sources", source: newer });
        toastDone(orphans === 0 ? t("sources.details.superseded", { count: carried }) : t("sources.details.supersededLeft", { count: orphans, carried }));
      },
    });
  };
  return (
    <Dialog
      title={t("sources.details.supersedeTitle")}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button look="primary" isDisabled={superseding.isPending} onPress={supersede}>{t("sources.details.supersedeNow")}</Button>
        </>
      }
    >
      <Picker
        label={t("sources.details.newer")}
        placeholder={t("sources.details.newerPlaceholder")}
        options={others}
        chosen={newer === undefined ? [] : [newer]}
        onChange={([chosen]) => {
          setNewer(chosen);
          setLacking(false);
        }}
        error={isLacking ? t("sources.details.noNewer") : undefined}
        // The dialog asks this one thing.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
      />
      <p className="muted">{t("sources.details.supersedeText")}</p>
      <h3 className="t13">{t("sources.details.supersedeRests")}</h3>
      <Impact source={source.id} onLeave={onClose} />
      {superseding.error !== null && <ErrorNotice problem={superseding.error} />}
    </Dialog>
  );
}
