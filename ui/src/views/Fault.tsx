import { Component, type ReactNode } from "react";
import { Button } from "../design/Button";
import { EmptyState } from "../design/EmptyState";
import { t } from "../i18n";

/** Catches a fault of the window's own, so that one bad part does not leave it blank. `at` names where one is: going elsewhere tries again. */
export class Fault extends Component<{ at: string; children: ReactNode }, { broken: string | undefined }> {
  override state = { broken: undefined as string | undefined };

  static getDerivedStateFromError(error: unknown) {
    return { broken: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: { at: string }) {
    if (before.at !== this.props.at && this.state.broken !== undefined) this.setState({ broken: undefined });
  }

  override render() {
    if (this.state.broken === undefined) return this.props.children;
    return (
      <EmptyState title={t("shell.fault")} action={<Button onPress={() => this.setState({ broken: undefined })}>{t("common.tryAgain")}</Button>}>
        {t("shell.faultHint", { what: this.state.broken })}
      </EmptyState>
    );
  }
}
