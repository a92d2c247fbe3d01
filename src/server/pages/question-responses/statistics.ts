import type { Posted } from '../../../answers/kind.ts';
import type { ResponseSplit } from '../../../grading/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { readingOf } from '../../reading.ts';
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

type Group = ResponseSplit['groups'][number];

/** Responses that were understood alike and came to the same; `group` is the most frequent way to type them. */
interface Alike {
  readonly group: Group;
  readonly count: number;
  readonly spellings: number;
}

/** The most frequent first. Nothing is set yet: a page shows only some of them. */
export function alike(question: Question, groups: readonly Group[]): readonly Alike[] {
  const merged = new Map<string, Alike>();
  for (const group of groups) {
    const reading = readingOf(question, group.posted);
    const understood = reading.state === 'read' ? reading.shown : [reading.state, filled(group.posted)];
    const key = JSON.stringify([group.verdict, tagsOf(group), isEarlier(question, group), understood]);
    const { count, spellings, group: first } = merged.get(key) ?? { count: 0, spellings: 0, group };
    merged.set(key, { group: first, count: count + group.count, spellings: spellings + 1 });
  }
  return [...merged.values()].sort((a, b) => b.count - a.count);
}

/** As the table shows them, among `total` responses. */
export function lineOf(question: Question, { group, count, spellings }: Alike, total: number) {
  return {
    count,
    spellings,
    response: responseOf(question, group.posted),
    ...STAFF_VERDICTS[group.verdict],
    tags: tagsOf(group),
    earlier: isEarlier(question, group),
    share: count / total,
    bar: barOf(group.verdict, count / total),
  };
}

const filled = (posted: Posted) => Object.entries(posted).filter(([, value]) => value.length > 0);
const tagsOf = ({ outcome }: Group) =>
  outcome.state === 'marked' ? outcome.notes.map(({ tag }) => tag) : [];
const isEarlier = ({ version }: Question, { questionVersion }: Group) => questionVersion !== version;

/** A bar of one part; `share` 0..1. */
export const barOf = (tone: string, share: number): readonly Part[] => [
  { tone, from: 0, width: 100 * share },
];
