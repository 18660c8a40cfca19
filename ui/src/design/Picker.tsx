import { useId, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";
import { Popover } from "react-aria-components/Popover";
import { spell } from "../lib/keys";
import { useOnceCome } from "../lib/onceCome";
import { Chip } from "./Chip";
import { classes } from "./classes";
import field from "./Field.module.css";
import { Icon } from "./icons/Icon";
import styles from "./Picker.module.css";
import { CREATE, offer, type Option } from "./pickerOptions";
import { PickerList } from "./PickerList";

export interface PickerProps {
  label: string;
  hint?: ReactNode;
  options: readonly Option[];
  /** Ids, in order. Without `several` there is at most one. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  several?: boolean;
  /** Makes a new one of this name. Enter does it when nothing has it in its name, Ctrl Enter always. */
  onCreate?: (name: string) => void;
  /** Enter on a field in which nothing is being typed and something is chosen, or after the single choice is made. */
  onNext?: () => void;
  placeholder?: string;
  /** Said where nothing is there to choose from yet and nothing is typed. */
  empty?: string;
  error?: string | undefined;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** Where the options are too many to be here: they are those that were found by what is typed, the first of them at first. */
  found?: {
    onSeek: (typed: string) => void;
    /** What was typed has no answer yet; Enter waits for it. */
    isComing: boolean;
    onMore: (() => void) | undefined;
  };
}

/** Chooses from a list by typing: narrows, takes with Enter, creates what is not there. */
export function Picker(props: PickerProps) {
  const { label, hint, options, chosen, onChange, several = false, onCreate, onNext, placeholder, empty, error, autoFocus = false, inputRef, found } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | undefined>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);

  const named = (one: string) => options.find((option) => option.id === one);
  const only = several ? undefined : chosen.map(named)[0];
  const sought = typed ?? "";
  const left = options.filter((option) => !several || !chosen.includes(option.id));
  const offered = found === undefined ? offer(left, sought, onCreate !== undefined) : left;

  // What stands there was chosen, not typed: typing takes its place.
  const chosenLabel = typed === undefined ? only?.label : undefined;
  useLayoutEffect(() => {
    const input = box.current?.querySelector("input");
    if (chosenLabel !== undefined && input != null && document.activeElement === input) input.select();
  }, [chosenLabel]);

  const close = () => {
    setOpen(false);
    setTyped(undefined);
    found?.onSeek("");
  };
  const open = () => {
    setActive(0);
    setOpen(true);
  };
  const create = () => {
    onCreate?.(sought.trim());
    close();
    if (!several) onNext?.();
  };
  const take = (option: Option | undefined) => {
    if (option === undefined) return;
    if (option.id === CREATE) {
      create();
      return;
    }
    onChange(several ? [...chosen, option.id] : [option.id]);
    close();
    if (!several) onNext?.();
  };

  const { runOnceCome, letBe } = useOnceCome(found?.isComing === true, () => take(offered[active]));
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const control = spell(event) === "Ctrl Enter";
    const move = (by: number) => setActive((active + by + offered.length) % Math.max(offered.length, 1));
    const handled = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      handled();
      if (!isOpen) open();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (control && onCreate !== undefined && sought.trim() !== "") {
      handled();
      create();
    } else if (event.key === "Enter" && isOpen && (!control || sought.trim() !== "")) {
      handled();
      if (found === undefined) take(offered[active]);
      else runOnceCome();
    } else if (event.key === "Enter" && onNext !== undefined && !control) {
      handled();
      // Going on would leave it unsaid: what there is to choose from comes first.
      if (!several && only === undefined && options.length > 0) open();
      else onNext();
    } else if (event.key === "Tab" && isOpen && sought.trim() !== "" && (active > 0 || offered[active]?.id !== CREATE)) {
      // Going on takes what was found, and makes nothing new unless one went to it.
      take(offered[active]);
    } else if (event.key === "Escape" && isOpen) {
      handled();
      close();
    } else if (event.key === "Backspace" && several && sought === "" && chosen.length > 0) {
      handled();
      onChange(chosen.slice(0, -1));
    }
  };

  return (
    <div className={classes(field["field"], error !== undefined && field["invalid"])}>
      <div className={field["label"]}>
        <label htmlFor={`${id}-input`}>{label}</label>
        {hint !== undefined && <span className={field["hint"]}>{hint}</span>}
      </div>
      <div className={classes(field["box"], styles["box"])} ref={box}>
        {several && chosen.map((one) => (
          <Chip key={one} chosen onRemove={() => onChange(chosen.filter((other) => other !== one))}>{named(one)?.label ?? one}</Chip>
        ))}
        <input
          id={`${id}-input`}
          ref={inputRef}
          role="combobox"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen && offered.length > 0 ? `${id}-${String(active)}` : undefined}
          aria-autocomplete="list"
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          // The card that opens is where the reader has asked to go.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus={autoFocus}
          placeholder={placeholder}
          value={typed ?? only?.label ?? ""}
          onChange={(event) => {
            setTyped(event.target.value);
            found?.onSeek(event.target.value);
            letBe();
            open();
          }}
          // The pointer would put the caret among the letters, after what the focus has selected.
          onMouseDown={(event) => {
            if (document.activeElement === event.currentTarget) return;
            event.preventDefault();
            event.currentTarget.focus();
          }}
          onClick={() => !isOpen && open()}
          onFocus={(event) => event.target.select()}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <Icon name="down" />
      </div>
      {error !== undefined && <p id={`${id}-error`} className={field["error"]}>{error}</p>}
      <Popover triggerRef={box} isOpen={isOpen} onOpenChange={setOpen} isNonModal placement="bottom start" offset={4} className={styles["popover"] ?? ""}>
        <PickerList id={id} label={label} offered={offered} active={active} sought={sought} chosen={several ? [] : chosen} empty={found?.isComing === true ? "" : sought.trim() === "" ? empty : undefined} onTake={take} onMore={found?.onMore} />
      </Popover>
    </div>
  );
}
