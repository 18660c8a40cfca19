import type { Commands } from "./generated";
import { transport } from "./transport";
import { wellFormed } from "./wellFormed";

export type CommandName = keyof Commands;
export type Args<C extends CommandName> = Commands[C]["args"];
export type Result<C extends CommandName> = Commands[C]["result"];

/** What the core says when it refuses: a code to act on, a sentence to read, a next step. */
export class CommandError extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, hint?: string) {
    super(message);
    this.name = "CommandError";
    this.code = code;
    this.hint = hint;
  }
}

/** Calls the core. The types are the core's own, generated. Throws `CommandError`. */
export async function call<C extends CommandName>(command: C, args: Args<C>): Promise<Result<C>> {
  try {
    return (await transport.call(command, wellFormed(args))) as Result<C>;
  } catch (thrown) {
    throw asCommandError(thrown);
  }
}

export function asCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
    const { code, message, hint } = thrown as { code: unknown; message: unknown; hint?: unknown };
    return new CommandError(String(code), String(message), typeof hint === "string" ? hint : undefined);
  }
  return new CommandError("unreachable", thrown instanceof Error ? thrown.message : String(thrown));
}
