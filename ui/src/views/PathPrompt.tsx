import { useState } from "react";
import { usePathQuestion, type PathQuestion } from "../api/paths";
import { Button } from "../design/Button";
import { Dialog } from "../design/Dialog";
import { TextField } from "../design/TextField";
import { t } from "../i18n";

/** Asks for a path in words, where the system's own dialogs cannot be had. */
export function PathPrompt() {
  const question = usePathQuestion();
  return question === undefined ? null : <Asking key={question.title} question={question} />;
}

function Asking({ question }: { question: PathQuestion }) {
  const [typed, setTyped] = useState(question.suggestion);
  const answer = () => question.answer(typed.split("\n").map((line) => line.trim()).filter((line) => line !== ""));
  return (
    <Dialog
      title={question.title}
      isOpen
      onClose={() => question.answer([])}
      footer={
        <>
          <Button onPress={() => question.answer([])}>{t("common.cancel")}</Button>
          <Button look="primary" onPress={answer}>{t("common.done")}</Button>
        </>
      }
    >
      <TextField
        label={t("shell.path.label")}
        help={question.several ? t("shell.path.several") : undefined}
        {...(question.several ? { lines: 3 } : {})}
        // The dialog asks this one thing.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (!question.several || event.ctrlKey)) answer();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}
