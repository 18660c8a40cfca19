import { useId, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "../../design/Button";
import { useCommandsOffered, type Command } from "../../design/commands";
import { Icon } from "../../design/icons/Icon";
import { Kbd } from "../../design/Kbd";
import { t } from "../../i18n";
import { narrow } from "../../lib/match";
import { useOnceCome } from "../../lib/onceCome";
import { SCOPES, type Scope } from "./filters";
import styles from "./SearchBox.module.css";
import { SearchResults } from "./SearchResults";
import { MOST, useFound, type Found } from "./useFound";
import { useSaved } from "./useSaved";

/** One box that finds whatever is in the dossier and does whatever the program can, as one types. */
export function SearchBox({ isOpen, onClose, commands, hasDossier }: {
  isOpen: boolean;
  onClose: () => void;
  commands: readonly Command[];
  hasDossier: boolean;
}) {
  return (
    <ModalOverlay data-modal className={styles["scrim"] ?? ""} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={styles["modal"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""} aria-label={t("search.title")}>
          <SearchBoxBody onClose={onClose} commands={commands} hasDossier={hasDossier} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SearchBoxBody({ onClose, commands, hasDossier }: { onClose: () => void; commands: readonly Command[]; hasDossier: boolean }) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [scope, setScope] = useState<Scope>("all");
  const [active, setActive] = useState(0);
  const { found, hasMore, isComing, isEmptyDossier, unread } = useFound(query, scope, hasDossier);

  const offered = [...useCommandsOffered(), ...commands];
  const doing: Found[] = scope === "all" ? narrow(offered, query, ({ label, words = "" }) => [label, ...words.split(", ")]).slice(0, query.trim() === "" ? 8 : 5) : [];
  const ask = (next: string) => {
    setQuery(next);
    setActive(0);
  };
  const saved = useSaved(query, hasDossier, ask);
  const entries = [...saved.lines, ...doing, ...found];
  const chosen = Math.min(active, entries.length - 1);
  const run = (entry: Found | undefined) => {
    if (entry === undefined) return;
    if (entry.stays !== true) onClose();
    entry.run();
  };
  const { runOnceCome, letBe } = useOnceCome(isComing, () => run(entries[chosen]));
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      setActive((chosen + by + entries.length) % Math.max(1, entries.length));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      runOnceCome();
    } else if (event.key === "Tab") {
      event.preventDefault();
      // The dialog would lead the focus on, whoever has answered the key.
      event.stopPropagation();
      const next = SCOPES.indexOf(scope) + (event.shiftKey ? SCOPES.length - 1 : 1);
      setScope(SCOPES[next % SCOPES.length] ?? "all");
      setActive(0);
    } else if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      saved.toggle();
    } else if (event.key === "Delete" && query === "" && saved.lines.includes(entries[chosen] as Found)) {
      event.preventDefault();
      saved.dropLine(entries[chosen]);
    }
  };

  return (
    <>
      <div className={styles["query"]}>
        <Icon name="find" size={20} />
        <input
          role="combobox"
          dir="auto"
          aria-label={t("search.title")}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen >= 0 ? `${id}-${String(chosen)}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          // The box exists to be typed in.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus
          value={query}
          onChange={(event) => {
            letBe();
            ask(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        {scope !== "all" && <span className={styles["scope"]}>{t(`search.kinds.${scope}`)}</span>}
        {saved.canKeep && <Button size="small" keys="Ctrl S" onPress={saved.toggle}>{t(saved.isKept ? "search.saved.drop" : "search.saved.keep")}</Button>}
        <Kbd keys="Esc" />
      </div>
      <SearchResults
        id={id}
        query={query}
        kept={saved.lines}
        doing={doing}
        found={found}
        active={chosen}
        onRun={run}
        more={hasMore ? t("search.more", { count: MOST }) : undefined}
        sentence={isEmptyDossier ? t("search.empty") : query.trim() === "" ? t("search.hint") : unread.length > 0 ? t("search.unread", { filters: unread.map((filter) => `“${filter}”`).join(", ") }) : t("search.nothing", { query })}
      />
      <footer className={styles["foot"]}>
        <span><Kbd keys="↑" /><Kbd keys="↓" />{t("search.choose")}</span>
        <span><Kbd keys="Enter" />{t("search.run")}</span>
        <span><Kbd keys="Tab" />{t("search.only")}</span>
        {saved.lines.length > 0 && <span><Kbd keys="Del" />{t("search.saved.dropKey")}</span>}
      </footer>
    </>
  );
}
