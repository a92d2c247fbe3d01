import type { ResponseSplit } from '../../../grading/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { responseOf } from '../../response.ts';
import { STAFF_VERDICTS } from '../../verdicts.ts';

/** A part of a bar: where it begins and how wide it is, in percent. */
interface Part {
  readonly tone: string;
  readonly from: number;
  readonly width: number;
}

/** Counts of a question's responses, as numbers and as a bar; `facility` is the mean fraction of those decided, 0..1. */
export function statisticsOf({ total, verdicts, groups }: ResponseSplit) {
  const count = (...words: readonly string[]) =>
    verdicts.filter(({ verdict }) => words.includes(verdict)).reduce((sum, each) => sum + each.count, 0);
  const bar: Part[] = [];
  for (const { verdict, count } of verdicts) {
    const last = bar.at(-1);
    const from = last === undefined ? 0 : last.from + last.width;
    bar.push({ tone: verdict, from, width: (100 * count) / total });
  }
  const decided = groups.flatMap(({ outcome, count }) => {
    const fraction = fractionOf(outcome);
    return fraction === null ? [] : [{ fraction, count }];
  });
  const sum = decided.reduce((sum, { fraction, count }) => sum + fraction * count, 0);
  const among = decided.reduce((sum, { count }) => sum + count, 0);
  return {
    total,
    bar,
    facility: among === 0 ? null : sum / among,
    right: count('right'),
    partly: count('partly'),
    wrong: count('wrong'),
    blank: count('blank'),
    invalid: count('invalid'),
    waiting: count('undecided', 'broken'),
  };
}

/** As marking counts: what is blank or cannot be read is nothing; null: a person has yet to decide. */
function fractionOf(outcome: ResponseSplit['groups'][number]['outcome']): number | null {
  if (outcome.state === 'marked') return outcome.fraction;
  return outcome.state === 'blank' || outcome.state === 'invalid' ? 0 : null;
}

/** Responses that were understood alike and came to the same, however they were typed; the most frequent first. */
export function alike(question: Question, { total, groups }: ResponseSplit) {
  const merged = new Map<string, ReturnType<typeof line>>();
  for (const group of groups) {
    const each = line(question, group);
    const { state, understood, typed, fields } = each.response;
    const key = JSON.stringify([each.word, each.tags, each.earlier, state, understood ?? [typed, fields]]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, each);
    else merged.set(key, { ...known, count: known.count + each.count, spellings: known.spellings + 1 });
  }
  return [...merged.values()]
    .sort((a, b) => b.count - a.count)
    .map((each) => ({ ...each, share: each.count / total, bar: barOf(each.tone, each.count / total) }));
}

function line(question: Question, group: ResponseSplit['groups'][number]) {
  const { posted, outcome, questionVersion, count, verdict } = group;
  return {
    count,
    spellings: 1,
    response: responseOf(question, posted),
    ...STAFF_VERDICTS[verdict],
    tone: verdict,
    tags: outcome.state === 'marked' ? outcome.notes.map(({ tag }) => tag) : [],
    earlier: questionVersion !== question.version,
  };
}

/** A bar of one part; `share` 0..1. */
export const barOf = (tone: string, share: number): readonly Part[] => [
  { tone, from: 0, width: 100 * share },
];
