import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";
import { Bar } from "./Bar";
import { classes } from "./classes";
import styles from "./Tabs.module.css";

export interface TabEntry<Id extends string> {
  id: Id;
  label: string;
  count?: number | undefined;
  panel: ReactNode;
}

/** Tabs in the bar of a place: a title before them, acts at their end, the chosen panel below. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, before, end, barClass, isRegion = false }: {
  label: string;
  tabs: readonly TabEntry<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
  before?: ReactNode;
  end?: ReactNode;
  /** What the bar does otherwise. */
  barClass?: string | undefined;
  /** Whether F6 leads to them; not where they are all there is of a region. */
  isRegion?: boolean;
}) {
  return (
    <AriaTabs data-region={isRegion || undefined} className={styles["tabs"] ?? ""} selectedKey={chosen} onSelectionChange={(id) => onChoose(id as Id)}>
      <Bar className={classes(styles["bar"], barClass)}>
        {before}
        <TabList aria-label={label} className={styles["list"] ?? ""}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={styles["tab"] ?? ""}>
              {tab.label}
              {tab.count !== undefined && <span className={styles["count"]}>{tab.count}</span>}
            </Tab>
          ))}
        </TabList>
        <span className="grow" />
        {end}
      </Bar>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles["panel"] ?? ""}>{tab.panel}</TabPanel>
      ))}
    </AriaTabs>
  );
}
