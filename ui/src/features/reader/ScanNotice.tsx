import type { Source } from "../../api/generated";
import { Button } from "../../design/Button";
import { ErrorNotice, Notice } from "../../design/Notice";
import { t } from "../../i18n";
import { useRecognising } from "./useRecognising";

/** That pages are pictures whose words are missing, and the way to have them; or that they were recognised, and may be wrong. */
export function ScanNotice({ source, pictured, total }: {
  source: Source;
  /** The pages whose words are missing. */
  pictured: readonly number[];
  total: number;
}) {
  const recognising = useRecognising(source);
  const recognised = source.recognised ?? [];
  return (
    <>
      {recognised.length > 0 && <Notice>{t(recognised.length === total ? "reader.scan.recognisedAll" : "reader.scan.recognised", { count: recognised.length, total })}</Notice>}
      {pictured.length > 0 && (
        <Notice kind="warning">
          {t(pictured.length === total ? "reader.scan.all" : "reader.scan.some", { count: pictured.length, total })}{" "}
          <Button look="link" isPending={recognising.isPending} onPress={recognising.begin}>{t("reader.scan.recognise")}</Button>
        </Notice>
      )}
      {recognising.error !== null && <ErrorNotice problem={recognising.error} />}
    </>
  );
}
