import type { Attempt, QuizRow } from '../../storage/index.ts';

/** When an attempt ends; moments in UTC milliseconds that still count themselves, null: never. */
export interface Timetable {
  /** Until when answers can be changed. */
  readonly ends: number | null;
  /** Until when it can be handed in: later than `ends` only where there is a period of grace. */
  readonly closes: number | null;
  /** What happens by itself after `closes`, with that as the time when it was finished. */
  readonly afterwards: 'submit' | 'abandon';
}

/**
 * The timetable of an attempt that began at `startedAt`, by the rules that hold for its student (see rules.ts).
 * Saving, handing in, pages and upkeep all ask here.
 */
export function timetable(rules: QuizRow, startedAt: number): Timetable {
  const limited = rules.timeLimit === null ? null : startedAt + rules.timeLimit;
  const ends =
    limited !== null && rules.closes !== null ? Math.min(limited, rules.closes) : (limited ?? rules.closes);
  return {
    ends,
    closes: ends === null || rules.timeOut !== 'grace' ? ends : ends + rules.grace,
    afterwards: rules.timeOut === 'abandon' ? 'abandon' : 'submit',
  };
}

/** `answering`; in `grace` it can only be handed in; then it is `over`. */
export type Stage = 'answering' | 'grace' | 'over';

export function stageAt({ ends, closes }: Timetable, at: number): Stage {
  if (ends === null || at <= ends) return 'answering';
  return closes !== null && at <= closes ? 'grace' : 'over';
}

/** When an attempt was handed in; null: it was not (yet). */
export const handedInAt = ({ state, endedAt }: Pick<Attempt, 'state' | 'endedAt'>): number | null =>
  state === 'abandoned' ? null : endedAt;

/** Whether this is after a quiz was due; the moment itself is still in time. */
export const isOverdue = ({ due }: Pick<QuizRow, 'due'>, at: number): boolean => due !== null && at > due;

/** Whether an attempt was handed in after it was due. */
export function isLate(rules: Pick<QuizRow, 'due'>, attempt: Pick<Attempt, 'state' | 'endedAt'>): boolean {
  const at = handedInAt(attempt);
  return at !== null && isOverdue(rules, at);
}

/** When an attempt ends that begins so shortly before the quiz closes that it gets less than the limit; null: it does not. */
export function cutShortAt(rules: QuizRow, startedAt: number): number | null {
  const { ends } = timetable(rules, startedAt);
  return rules.timeLimit !== null && ends !== null && ends < startedAt + rules.timeLimit ? ends : null;
}

/** From when on the next attempt may begin; null: the delay between attempts does not stand against it. */
export function nextStart(
  { delayFirst, delayLater }: QuizRow,
  attempts: readonly Pick<Attempt, 'endedAt'>[],
): number | null {
  const finished = attempts.at(-1)?.endedAt ?? null;
  return finished === null ? null : finished + (attempts.length === 1 ? delayFirst : delayLater);
}
