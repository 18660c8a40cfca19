import { useState } from "react";
import { useRead } from "../api/query";
import { SplitPane } from "../design/SplitPane";
import { Tabs } from "../design/Tabs";
import { AlignmentTab } from "../features/positions/AlignmentTab";
import { cellInUse } from "../features/positions/cellInUse";
import { ChangesTab } from "../features/positions/ChangesTab";
import { ContradictionsTab } from "../features/positions/ContradictionsTab";
import { GapsTab } from "../features/positions/GapsTab";
import { MatrixTab } from "../features/positions/MatrixTab";
import { PositionPanel } from "../features/positions/PositionPanel";
import { StaleTab } from "../features/positions/StaleTab";
import { TimelineTab } from "../features/positions/TimelineTab";
import { useMatrixView } from "../features/positions/useMatrixView";
import { useSince } from "../features/positions/useSince";
import { t } from "../i18n";
import { usePlaceOf } from "../lib/place";
import { useRemembered } from "../lib/remember";
import { leaving, useRoom } from "../lib/room";
import styles from "./PositionsPlace.module.css";

type TabName = "matrix" | "alignment" | "timeline" | "changes" | "contradictions" | "gaps" | "stale";

/** Who stands where: the matrix and its sisters, with the evidence for what is selected at the right. */
export function PositionsPlace() {
  const dossier = useRead("app_state", {}).data?.dossier?.head.id ?? "";
  return <Positions key={dossier} dossier={dossier} />;
}

function Positions({ dossier }: { dossier: string }) {
  const place = usePlaceOf("positions");
  const room = useRoom();
  const view = useMatrixView(dossier);
  const since = useSince(dossier);
  const [tab, setTab] = useRemembered<TabName>("positions.tab", "matrix");
  const [isEditing, setEditing] = useState(false);
  // How much there is under each tab; all of it is read when the tab is opened.
  const counts = useRead("analysis_counts", { since: since.moment }, { hold: true }).data;
  const kinds = counts?.contradictions;
  const position = place.position ?? view.cell?.position;
  const canEdit = position !== undefined || (place.actor !== undefined && place.issue !== undefined);

  // The form is about the cell it was opened on.
  const about = [position, place.actor, place.issue].join(" ");
  const [shown, setShown] = useState(about);
  if (shown !== about) {
    setShown(about);
    setEditing(false);
  }

  const edit = (editing: boolean) => {
    setEditing(editing && canEdit);
    // The form is gone with the focus in it: back to the cell one came from.
    if (!editing) requestAnimationFrame(() => cellInUse()?.focus());
  };

  return (
    <SplitPane
      id="positions.panel"
      label={t("positions.panelWidth")}
      side="end"
      initial={344}
      min={280}
      max={leaving(room, 660, 560, 280)}
      pane={
        <PositionPanel
          position={position}
          actor={place.actor}
          issue={place.issue}
          asOf={view.asOf}
          order={view.order}
          isEditing={isEditing}
          onEditing={edit}
          onCompare={() => setTab("contradictions")}
        />
      }
    >
      <Tabs<TabName>
        label={t("positions.views")}
        isRegion
        chosen={tab}
        onChoose={setTab}
        before={<h1 className={styles["title"]}>{t("positions.title")}</h1>}
        tabs={[
          { id: "matrix", label: t("positions.tabs.matrix"), panel: <MatrixTab view={view} onEdit={() => edit(true)} /> },
          { id: "alignment", label: t("positions.tabs.alignment"), panel: <AlignmentTab view={view} dossier={dossier} /> },
          { id: "timeline", label: t("positions.tabs.timeline"), panel: <TimelineTab dossier={dossier} chosen={place.issue} /> },
          { id: "changes", label: t("positions.tabs.changes"), count: counts?.changes, panel: <ChangesTab since={since} count={counts?.changes} /> },
          { id: "contradictions", label: t("positions.tabs.contradictions"), count: kinds?.reduce((sum, { count }) => sum + count, 0), panel: <ContradictionsTab kinds={kinds} /> },
          { id: "gaps", label: t("positions.tabs.gaps"), count: counts?.gaps, panel: <GapsTab /> },
          { id: "stale", label: t("positions.tabs.stale"), count: counts?.stale, panel: <StaleTab count={counts?.stale} /> },
        ]}
      />
    </SplitPane>
  );
}
