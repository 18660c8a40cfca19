import type { CommandError } from "../../api/client";
import type { BlockId } from "../../api/generated";

type Task = () => Promise<unknown>;

interface Waiting {
  again: Task;
  problem: CommandError;
  /** Whose words it is about, where it is no more than that. */
  block: BlockId | undefined;
}

export interface Unsaved {
  /**
   * Does it, unless something before it is unsaved: nothing overtakes that, for it may bring the very block. What cannot be done
   * now is told and waits in its turn; what the core has settled against is thrown, for it would never be done.
   */
  attempt: (task: Task, block?: BlockId) => Promise<void>;
  /** What is to be tried again, in its order; each keeps itself if it fails once more. */
  take: () => readonly Task[];
  isEmpty: () => boolean;
  /** What stands in the way of the first of it. */
  problem: () => CommandError | undefined;
}

/** What was sent and could not be saved, in the order of its doing. */
export function unsavedWork(tell: (problem: CommandError) => void): Unsaved {
  const waiting: Waiting[] = [];
  const keep = (one: Waiting) => {
    // Newer words of a block stand for those before them, unless an act came in between.
    const since = waiting.findLastIndex(({ block }) => block === undefined);
    const at = one.block === undefined ? -1 : waiting.findLastIndex(({ block }) => block === one.block);
    if (at > since) waiting[at] = one;
    else waiting.push(one);
    tell(one.problem);
  };
  const attempt = async (task: Task, block?: BlockId): Promise<void> => {
    const again = () => attempt(task, block);
    const [first] = waiting;
    if (first !== undefined) {
      keep({ again, problem: first.problem, block });
      return;
    }
    try {
      await task();
    } catch (thrown) {
      const problem = thrown as CommandError;
      if (isSettled(problem)) throw problem;
      keep({ again, problem, block });
    }
  };
  return { attempt, take: () => waiting.splice(0).map(({ again }) => again), isEmpty: () => waiting.length === 0, problem: () => waiting[0]?.problem };
}

/** Whether the core did not do it because of what somebody else has done. */
export const isOthers = ({ code }: CommandError): boolean => code === "conflict" || code === "not_found";

/** Whether the core would refuse it at any time. */
export const isRefused = ({ code }: CommandError): boolean => code === "refused" || code === "bad_request";

/** Whether asking again would change nothing. */
export const isSettled = (problem: CommandError): boolean => isOthers(problem) || isRefused(problem);
