import { QueryClientProvider, useIsFetching } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { sayReady } from "../api/paths";
import { followChanges, orphansAreTold, queryClient, useRead } from "../api/query";
import { ErrorNotice } from "../design/Notice";
import { ToastRegion } from "../design/ToastRegion";
import { toastError } from "../design/toasts";
import { t } from "../i18n";
import { allowLetters, listenForKeys } from "../lib/keys";
import { WORDS } from "../lib/locale";
import { Fault } from "./Fault";
import { Shell } from "./Shell";

/** The program's window. */
export function App() {
  useEffect(() => followChanges(), []);
  useEffect(() => orphansAreTold(toastError), []);
  useEffect(() => listenForKeys(), []);
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={WORDS}>
        <Fault at=""><Started /></Fault>
        <ToastRegion />
      </I18nProvider>
    </QueryClientProvider>
  );
}

function Started() {
  const { data: state, error } = useRead("app_state", {});
  const settings = useRead("settings_get", {}).data;
  const awaited = useIsFetching({ predicate: (query) => query.state.status === "pending" });
  const isReady = state !== undefined && awaited === 0;
  const said = useRef(false);
  useEffect(() => {
    if (!isReady || said.current) return;
    // The second frame is the first that is certain to have been painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        said.current = true;
        sayReady();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
  const theme = settings?.theme ?? "system";
  const letters = settings?.single_letter_keys ?? true;
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    allowLetters(letters);
  }, [theme, letters]);
  if (error !== null && state === undefined) {
    return <ErrorNotice problem={{ message: t("shell.lost"), hint: `${error.message} ${t("shell.lostHint")}` }} />;
  }
  return <Shell />;
}
