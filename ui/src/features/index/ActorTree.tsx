import { Button } from "react-aria-components/Button";
import { Collection } from "react-aria-components/Collection";
import { Tree, TreeItem, TreeItemContent } from "react-aria-components/Tree";
import { Virtualizer } from "react-aria-components/Virtualizer";
import type { ActorId } from "../../api/generated";
import { classes } from "../../design/classes";
import { RowLayout } from "../../design/RowLayout";
import { Icon } from "../../design/icons/Icon";
import { t } from "../../i18n";
import styles from "./ActorTree.module.css";
import type { ActorNode } from "./actorTree";

/** The actors as a tree: ← and → fold, Shift ↓ selects several. */
export function ActorTree({ nodes, chosen, onChoose, unfolded, onUnfold, onKey, empty }: {
  nodes: readonly ActorNode[];
  chosen: readonly ActorId[];
  onChoose: (ids: ActorId[]) => void;
  unfolded: ReadonlySet<ActorId>;
  onUnfold: (ids: ActorId[]) => void;
  /** Keys that the tree would take for its own; true if they were answered. */
  onKey: (event: React.KeyboardEvent) => boolean;
  empty: React.ReactNode;
}) {
  return (
    // Listens on behalf of the tree for keys that would otherwise move its focus.
    <div
      role="presentation"
      className={styles["frame"]}
      onKeyDownCapture={(event) => {
        if (!onKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={classes(styles["columns"], styles["head"])} aria-hidden="true">
        {(["name", "kind", "aliases", "positions"] as const).map((column) => <span key={column}>{t(`actorsAndIssues.actors.columns.${column}`)}</span>)}
      </div>
      <Virtualizer layout={RowLayout} layoutOptions={{ rowSize: 40 }}>
        <Tree
          className={styles["tree"] ?? ""}
          aria-label={t("actorsAndIssues.actors.title")}
          data-home=""
          items={nodes as Iterable<ActorNode>}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={(keys) => onChoose(keys === "all" ? [] : [...keys].map(String))}
          expandedKeys={unfolded}
          onExpandedChange={(keys) => onUnfold([...keys].map(String))}
          renderEmptyState={() => empty}
        >
          {(node) => <ActorItem node={node} />}
        </Tree>
      </Virtualizer>
    </div>
  );
}

function ActorItem({ node }: { node: ActorNode }) {
  const { actor, positions, depth } = node.row;
  const kind = t(`terms.actorKind.${actor.kind}`);
  return (
    <TreeItem id={node.id} textValue={actor.name} className={styles["row"] ?? ""} hasChildItems={node.children.length > 0}
      aria-label={t("actorsAndIssues.actors.row", { name: actor.name, kind, positions: t("actorsAndIssues.actors.positions", { count: positions }) })}>
      <TreeItemContent>
        {({ isExpanded, hasChildItems }) => (
          <div className={styles["columns"]}>
            <span className={styles["name"]} style={{ paddingLeft: depth * 20 }}>
              {hasChildItems ? (
                <Button slot="chevron" className={styles["twist"] ?? ""} aria-label={t("actorsAndIssues.actors.fold")}><Icon name={isExpanded ? "down" : "right"} /></Button>
              ) : (
                <span className={styles["twist"]} />
              )}
              <span className={classes("cut", depth === 0 && styles["top"])}>{actor.name}</span>
              {hasChildItems && !isExpanded && <span className={styles["folded"]}>{t("actorsAndIssues.actors.folded", { count: node.below })}</span>}
            </span>
            <span className={styles["quiet"]}>{kind}</span>
            <span className={actor.aliases.length === 0 ? styles["faint"] : "cut"}>{actor.aliases.length === 0 ? t("actorsAndIssues.actors.noAliases") : actor.aliases.join(", ")}</span>
            <span className={positions === 0 ? styles["faint"] : undefined}>{positions === 0 ? t("actorsAndIssues.actors.noPositions") : positions}</span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => <ActorItem node={child} />}</Collection>
    </TreeItem>
  );
}
