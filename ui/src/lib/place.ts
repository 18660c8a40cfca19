import { keep, recall } from "./remember";
import { createStore, useStore } from "./store";

export const PLACES = ["sources", "positions", "notes", "index", "history", "settings"] as const;
export type PlaceName = (typeof PLACES)[number];

/** Where one is: the place, and what in it is selected. Any feature may send the reader to any of them. */
export type Place =
  | { name: "sources"; source?: string; excerpt?: string }
  | { name: "positions"; actor?: string; issue?: string; position?: string }
  | { name: "notes"; note?: string; block?: string }
  | { name: "index"; actor?: string; issue?: string }
  | { name: "history" }
  | { name: "settings" };

type Visited = { [N in PlaceName]?: Extract<Place, { name: N }> };

const START: Place = { name: "sources" };
const store = createStore<Place>(START);
let dossier = "";
let visited: Visited = {};

export const currentPlace = store.get;

export function usePlace(): Place {
  return useStore(store);
}

/** What is selected in one place, whether or not it is the one in view. */
export function usePlaceOf<N extends PlaceName>(name: N): Extract<Place, { name: N }> {
  const place = usePlace();
  if (place.name === name) return place as Extract<Place, { name: N }>;
  return (visited[name] ?? { name }) as Extract<Place, { name: N }>;
}

/** Goes to a place with a selection. */
export function goTo(place: Place): void {
  visited = { ...visited, [place.name]: place };
  keep(`place.${dossier}`, { current: place.name, visited });
  store.set(place);
}

/** Goes back to a place as one left it. */
export function returnTo(name: PlaceName): void {
  goTo((visited[name] ?? { name }));
}

/** Takes up where one was in this dossier. `id` is the dossier's own id. */
export function resumeIn(id: string): void {
  dossier = id;
  const last = recall<{ current: PlaceName; visited: Visited }>(`place.${id}`, { current: "sources", visited: {} });
  visited = last.visited;
  store.set((visited[last.current] ?? { name: last.current }));
}
