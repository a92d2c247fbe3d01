import { type Message, say } from '../../language/index.ts';
import { writeDuration } from '../format/duration.ts';
import type { QuizSource } from '../format/schema.ts';
import { timesOf } from '../prepare/dates.ts';
import type { Dates, Quiz, Times } from '../quiz.ts';
import { deployedSeeds } from './variant-of-attempt.ts';

/** Rules that a quiz may have, but hardly was meant to: the field, and what will come of it. */
export interface RuleWarning {
  readonly field: keyof QuizSource;
  readonly message: Message;
}

type Found = readonly [condition: boolean, field: keyof QuizSource, message: Message];

const told = (found: readonly Found[]): RuleWarning[] =>
  found.flatMap(([condition, field, message]) => (condition ? [{ field, message }] : []));

/** What is odd about dates and a limit, whenever they are looked at; times in UTC milliseconds. */
export function dateWarnings(rules: Dates & Pick<Times, 'timeLimit'>): RuleWarning[] {
  const { opens, due, closes, solutions, timeLimit } = rules;
  const before = (a: number | null, b: number | null) => a !== null && b !== null && a < b;
  const window = opens === null || closes === null ? null : closes - opens;
  return told([
    [before(closes, opens), 'closes', say('closes before it opens, so no one can ever start')],
    [before(due, opens), 'due', say('is before it opens, so everything will be late')],
    [before(closes, due), 'due', say('is after it closes, so nothing can be late')],
    [
      before(solutions, closes),
      'solutions',
      say('are shown before it closes, while others may still answer'),
    ],
    [
      window !== null && window >= 0 && timeLimit !== null && timeLimit > window + 1,
      'time-limit',
      say('is longer than the {time} between opens and closes: no one gets all of it', {
        time: writeDuration(window ?? 0),
      }),
    ],
  ]);
}

/** What is odd about a quiz's dates, limits and other rules, whenever it is looked at. */
export function ruleWarnings(quiz: Quiz, dates: Dates): RuleWarning[] {
  const { source } = quiz;
  const { timeLimit, timeOut, grace } = timesOf(source);
  const others = told([
    [
      source['when-time-runs-out'] !== undefined && timeLimit === null && dates.closes === null,
      'when-time-runs-out',
      say('never happens: there is neither a time-limit nor a closes'),
    ],
    [
      timeOut === 'grace' && grace === 0,
      'when-time-runs-out',
      say('is grace, but does not say how long: add grace: 5 min'),
    ],
    [
      timeOut !== 'grace' && source.grace !== undefined,
      'grace',
      say('has an effect only with when-time-runs-out: grace'),
    ],
    [
      source.attempts === 1 && source['between-attempts'] !== undefined,
      'between-attempts',
      say('has no effect: there is only one attempt'),
    ],
    [
      source.attempts === 1 && source['build-on-last'] === true,
      'build-on-last',
      say('has no effect: there is only one attempt'),
    ],
    [
      source.practice === 'yes' && source['safe-exam-browser'] !== undefined,
      'practice',
      say(
        'shows the questions in any browser, even those of attempts that need Safe Exam Browser: write after-close',
      ),
    ],
    [
      source.practice === 'yes' && deployedSeeds(quiz) !== null,
      'practice',
      say(
        'uses the few deployed variants, so students can look up the numbers of their own attempts: write after-close, or remove deploy',
      ),
    ],
  ]);
  return [...dateWarnings({ ...dates, timeLimit }), ...others];
}

/** Dates of a quiz that would already be past if it were published now. */
export function pastWarnings({ due, closes }: Pick<Dates, 'due' | 'closes'>, now: number): RuleWarning[] {
  const past = (at: number | null) => at !== null && at < now;
  if (past(closes)) return [{ field: 'closes', message: say('is in the past, so no one can start') }];
  if (!past(due)) return [];
  return [{ field: 'due', message: say('is in the past, so everything will be late') }];
}
