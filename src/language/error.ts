import { ENGLISH } from './language.ts';
import type { Words } from './message.ts';

/** An error whose sentence somebody may read in their language: `message` is the same in English, for logs. */
export class SaidError extends Error {
  readonly says: Words;

  constructor(says: Words, options?: ErrorOptions) {
    super(ENGLISH.say(says), options);
    this.says = says;
  }
}

/** What an error says to a person. Defects of the program, whose messages nobody was meant to read, say it in English. */
export function saidBy(error: unknown): Words {
  if (error instanceof SaidError) return error.says;
  return error instanceof Error ? error.message : String(error);
}
