import { z } from 'zod';
import { mayCheck, openJudgement, type QuestionProgress, worthOfRight } from '../../../grading/index.ts';
import { type Language, type Message, say } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { type JudgementPart, shownJudgement } from '../../questions/shown-judgement.ts';
import { type CertaintyPart, certaintyOf } from '../../wording/certainty.ts';
import { progressOf, type Sheet } from './sheet.ts';

/** Why the last press of "Check" judged nothing, as the address of the page says it. */
export const Unchecked = z.object({
  unchecked: z.enum(['blank', 'invalid', 'known', 'overtaken', 'earlier', 'waiting']).optional(),
  of: z.string().optional(),
});
export type Unchecked = z.infer<typeof Unchecked>;

const UNCHECKED: Readonly<Record<Exclude<Unchecked['unchecked'], 'earlier' | undefined>, Message>> = {
  blank: say('There is no answer to check yet.'),
  invalid: say('This answer is not valid yet, so it was not checked. It cost nothing.'),
  overtaken: say(
    'This answer was changed in another tab or on another device. It is shown as it is now. It was not checked and cost nothing.',
  ),
  waiting: say(
    'Another answer to this question was still being checked, so this one was not checked. It is saved and cost nothing. Reload the page in a moment, then check it.',
  ),
  known: say('You have already checked this answer, so it cost nothing. Change it, then check again.'),
};

/** What the partials `attempt/certainty` and `attempt/check` read, with the mark and whether the answer stays as it is. */
export interface CheckedQuestion {
  readonly finished: boolean;
  readonly certainty: CertaintyPart | null;
  readonly check: CheckPart | null;
  readonly mark: number | null;
}

interface CheckPart {
  readonly may: boolean;
  /** It was checked before. */
  readonly again: boolean;
  readonly outlook: readonly Message[];
  readonly pending: boolean;
  /** Why the last press of the button judged nothing. */
  readonly said: Message | null;
  readonly judgement: JudgementPart | null;
  /** The answer was changed since. */
  readonly stale: boolean;
  readonly hints: readonly string[];
  /** It was checked, and what came of it is not shown. */
  readonly silent: boolean;
  /** There is something to be said of a check. */
  readonly speaks: boolean;
}

/** What stands under the fields of a question that can be checked: certainty, the button, what came of the last check. */
export function checkedQuestion(
  sheet: Sheet,
  question: Question,
  { now, unchecked, of, language }: Unchecked & { readonly now: number; readonly language: Language },
): CheckedQuestion {
  const progress = progressOf(sheet, question);
  const situation = { rules: sheet.rules, attempt: sheet.attempt, now };
  const judgement = progress && openJudgement(question, progress, situation);
  const said = of === question.id ? saidOf(question, unchecked) : null;
  return {
    finished: progress?.finished ?? false,
    certainty: certaintyOf(
      question,
      sheet.steps.get(question.id)?.certainty ?? null,
      progress?.finished ?? false,
    ),
    check: progress && {
      may: !progress.finished && progress.pending === null && mayCheck(situation),
      again: progress.tried.length > 0,
      outlook: outlookOf(question, progress),
      pending: progress.pending !== null,
      said,
      judgement: judgement && shownJudgement(question, judgement, language),
      stale: progress.changed,
      hints: judgement?.hints ?? [],
      silent: progress.last !== null && !judgement,
      speaks: progress.last !== null || progress.pending !== null || said !== null,
    },
    mark: judgement?.mark ?? null,
  };
}

function saidOf({ uses }: Question, unchecked: Unchecked['unchecked']): Message | null {
  if (unchecked !== 'earlier') return unchecked ? UNCHECKED[unchecked] : null;
  if (!uses) return null;
  const { label } = uses.question;
  return say(
    'This question builds on {label}, so check {label} first. This answer was not checked and cost nothing.',
    { label },
  );
}

/** How many tries there are, and what a right answer would bring now. */
function outlookOf({ behaviour, maximum }: Question, progress: QuestionProgress): readonly Message[] {
  const left = progress.triesLeft;
  const worth = worthOfRight(behaviour, progress);
  if (worth === null) return [];
  const tries = say('{n, plural, one {# try left.} other {# tries left.}}', { n: left ?? 0 });
  const brings = say(
    'A right answer is now worth {mark, number} of {maximum, plural, one {# mark} other {# marks}}.',
    { mark: Math.round(worth * maximum * 100) / 100, maximum },
  );
  return [...(left === null ? [] : [tries]), ...(worth < 1 ? [brings] : [])];
}

/** What a check makes of how a question is listed: finished, or to be tried again. */
export function checkedState(
  sheet: Sheet,
  question: Question,
  now: number,
): { readonly state?: string; readonly stateWord?: Message } {
  const progress = progressOf(sheet, question);
  if (!progress?.last || (!progress.finished && progress.state !== 'try-again')) return {};
  const judgement = openJudgement(question, progress, { rules: sheet.rules, attempt: sheet.attempt, now });
  if (!progress.finished) return judgement ? { state: 'try-again', stateWord: say('try again') } : {};
  if (!judgement) return { stateWord: say('finished') };
  return { state: judgement.result, stateWord: VERDICT_STATES[progress.state] ?? say('finished') };
}

const VERDICT_STATES: Partial<Record<QuestionProgress['state'], Message>> = {
  right: say('right'),
  partly: say('partly right'),
  wrong: say('not right'),
};
