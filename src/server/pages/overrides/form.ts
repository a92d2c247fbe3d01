import { z } from 'zod';
import type { OverrideWarning } from '../../../grading/index.ts';
import { type Message, say, type Words } from '../../../language/index.ts';
import { readDuration, readMoment, writeDuration, writeMoment } from '../../../quizzes/index.ts';
import type { OverrideTerms } from '../../../storage/index.ts';

const Typed = z.string().max(60).default('');

/** The fields as typed; what is empty is as the quiz has it. */
export const TermsForm = z.strictObject({
  opens: Typed,
  due: Typed,
  closes: Typed,
  limit: Typed,
  extra: Typed,
  attempts: Typed,
  /** Of which warnings the person was asked before, and said yes. */
  anyway: Typed,
});
export type TermsForm = z.infer<typeof TermsForm>;

/** `person:…` or `group:…` */
export const NewOverrideForm = TermsForm.extend({ whose: z.string().max(100) });
export type NewOverrideForm = z.infer<typeof NewOverrideForm>;

const FIELDS = ['opens', 'due', 'closes', 'limit', 'extra', 'attempts'] as const;
type Field = (typeof FIELDS)[number];

export interface FormProblem {
  readonly field: Field | 'whose' | null;
  /** The field's, as its label says it. */
  readonly name: Message | null;
  readonly says: Words;
}

/** What was typed as terms, on the clock of the course, or the first thing that is wrong with it. */
export function readTerms(
  typed: TermsForm,
  timezone: string,
): { readonly terms: OverrideTerms } | { readonly problem: FormProblem } {
  const moment = (text: string) => readMoment(text.slice(0, 16), timezone);
  const readers = {
    opens: moment,
    due: moment,
    closes: moment,
    limit: readDuration,
    extra: readDuration,
    attempts: (text: string) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : null),
  } as const;
  const values: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const text = typed[field].trim();
    if (text === '') continue;
    const value = readers[field](text);
    if (value === null) return { problem: { field, name: LABELS[field], says: PROBLEMS[field] } };
    values[field] = value;
  }
  const { opens = null, due = null, closes = null, limit = null, extra = null, attempts = null } = values;
  return { terms: { opens, due, closes, timeLimit: limit, extraTime: extra, attempts } };
}

const MOMENT = say('Write a date and a time, such as 2026-03-09 18:00.');
const DURATION = say('Write a length of time like 90 min, 1 h 30 min or 2 d, up to a year.');
const PROBLEMS: Readonly<Record<Field, Message>> = {
  opens: MOMENT,
  due: MOMENT,
  closes: MOMENT,
  limit: DURATION,
  extra: DURATION,
  attempts: say('The number of attempts must be from 1 to 999.'),
};

const LABELS: Readonly<Record<Field, Message>> = {
  opens: say('Opens'),
  due: say('Due'),
  closes: say('Closes'),
  limit: say('Time limit'),
  extra: say('Extra time'),
  attempts: say('Attempts'),
};

/** Terms as the form shows them. */
export function typedOf(
  { opens, due, closes, timeLimit, extraTime, attempts }: OverrideTerms,
  timezone: string,
): TermsForm {
  const moment = (at: number | null) => (at === null ? '' : writeMoment(at, timezone));
  const duration = (time: number | null) => (time === null ? '' : writeDuration(time));
  return {
    opens: moment(opens),
    due: moment(due),
    closes: moment(closes),
    limit: duration(timeLimit),
    extra: duration(extraTime),
    attempts: attempts === null ? '' : String(attempts),
    anyway: '',
  };
}

/** What the partial `staff/override-question` reads. */
export interface OverrideQuestion {
  readonly warnings: readonly { readonly name: Message; readonly says: Message }[];
  /** Comes back as `anyway` with a yes to these warnings, and to no others. */
  readonly yes: string;
}

/** What has to be asked before these terms hold; null: nothing, or it was answered. */
export function questionFor(
  { anyway }: TermsForm,
  warnings: readonly OverrideWarning[],
): OverrideQuestion | null {
  const yes = warnings.map(({ term }) => term).join(' ');
  if (yes === '' || yes === anyway) return null;
  return {
    warnings: warnings.map(({ term, message }) => ({
      name: LABELS[term === 'timeLimit' ? 'limit' : term],
      says: message,
    })),
    yes,
  };
}
