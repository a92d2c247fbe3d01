import type { Quiz } from '../quizzes/quiz.ts';
import type { Storage } from '../storage/index.ts';

/** Where staff look for what went wrong; a pino logger is one. */
interface Log {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What the rules of grading stand on. */
export interface GradingServices {
  readonly storage: Storage;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** A quiz as it was under a version; see `quizReader`. */
  readonly quizOf: (quizId: string, version: string) => Promise<Quiz>;
  readonly log: Log;
}
