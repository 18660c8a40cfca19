import type { ReactElement } from "react";
import type { StanceName } from "./stances";

// Four cues: shape (circle for, square against), sign, fill (open means conditions), hue. The first three need no colour.
// The printed page draws the same six marks.
const sign = { stroke: "var(--mark-sign)", strokeWidth: 2 };

export const MARKS: Record<StanceName, ReactElement> = {
  supports: <><circle cx="10" cy="10" r="8.5" fill="currentColor" stroke="none" /><path d="M10 6v8M6 10h8" {...sign} /></>,
  supports_with_conditions: <><circle cx="10" cy="10" r="7.6" /><path d="M10 6.6v6.8M6.6 10h6.8" /></>,
  neutral: <><path d="M10 1.8 18.2 10 10 18.2 1.8 10Z" /><circle cx="10" cy="10" r="1.6" fill="currentColor" stroke="none" /></>,
  opposes_with_conditions: <><rect x="2.6" y="2.6" width="14.8" height="14.8" rx="2" /><path d="M6.6 10h6.8" /></>,
  opposes: <><rect x="1.8" y="1.8" width="16.4" height="16.4" rx="2.4" fill="currentColor" stroke="none" /><path d="M6 10h8" {...sign} /></>,
  unclear: (
    <>
      <circle cx="10" cy="10" r="7.9" strokeDasharray="2.6 2.36" strokeLinecap="butt" />
      <path d="M7.9 8.2a2.2 2.2 0 1 1 3.2 2c-.8.4-1.1.8-1.1 1.5M10 14.1v.1" />
    </>
  ),
};
