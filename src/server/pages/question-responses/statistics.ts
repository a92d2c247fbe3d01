import { group } from 'd3-array';
import type { Posted } from '../../../answers/kind.ts';
import { facilityOf, type ResponseSplit } from '../../../grading/index.ts';
import type { Question, SingleQuestion } from '../../../quizzes/index.ts';
import { readingOf } from '../../questions/reading.ts';
import { type ResponsePart, responseOf } from '../../questions/response.ts';
import { STAFF_VERDICTS, type VerdictLook } from '../../wording/verdicts.ts';
import type { Group } from './versions.ts';

/** A part of a bar: where it begins and how wide it is, in percent. */
interface Part {
  readonly tone: string;
  readonly from: number;
  readonly width: number;
}

/** What the partial `staff/bar` reads. */
export type BarPart = readonly Part[];

/** How many responses there are of each sort, and the facility. */
export interface Statistics {
  readonly total: number;
  readonly bar: BarPart;
  readonly facility: number | null;
  readonly right: number;
  readonly partly: number;
  readonly wrong: number;
  readonly blank: number;
  readonly invalid: number;
  readonly waiting: number;
}

/** Counts of a question's responses, as numbers and as a bar. */
export function statisticsOf({ total, results, groups }: ResponseSplit): Statistics {
  const count = (...words: readonly string[]) =>
    results.filter(({ result }) => words.includes(result)).reduce((sum, each) => sum + each.count, 0);
  const bar: Part[] = [];
  for (const { result, count } of results) {
    const last = bar.at(-1);
    const from = last === undefined ? 0 : last.from + last.width;
    bar.push({ tone: result, from, width: (100 * count) / total });
  }
  return {
    total,
    bar,
    facility: facilityOf(groups),
    right: count('right'),
    partly: count('partly'),
    wrong: count('wrong'),
    blank: count('blank'),
    invalid: count('invalid'),
    waiting: count('undecided', 'broken'),
  };
}

/** Responses that say the same; `group` is the most frequent way to type them. */
export interface Alike {
  readonly group: Group;
  readonly count: number;
  readonly spellings: number;
  /** Among how many versions of the question. */
  readonly versions: number;
}

/** Says of a group with which others it belongs together, as plain data. */
type Likeness = (group: Group) => unknown;

/** The most frequent first. Nothing is set yet: a page shows only some of them. */
export function alike(groups: readonly Group[], likeness: Likeness): readonly Alike[] {
  const merged = group(groups, (each) => JSON.stringify([each.result, tagsOf(each), likeness(each)]));
  return [...merged.values()]
    .flatMap((same) =>
      same.slice(0, 1).map((first) => ({
        group: first,
        count: same.reduce((sum, { count }) => sum + count, 0),
        spellings: same.length,
        versions: new Set(same.map(({ questionVersion }) => questionVersion)).size,
      })),
    )
    .sort((a, b) => b.count - a.count);
}

/** Within a version, what was understood counts. */
export const understoodIn =
  (questions: ReadonlyMap<string, Pick<SingleQuestion, 'question'>>): Likeness =>
  ({ questionVersion, posted }) => {
    const question = questions.get(questionVersion)?.question;
    const reading = question && readingOf(question, posted);
    const understood = reading?.state === 'read' ? reading.shown : [reading?.state, filled(posted)];
    return [questionVersion, understood];
  };

/** Among variants numbers cannot be compared, but verdicts and named mistakes; other answers by what was posted. */
export const alikeInVariants =
  ({ drawnOptions }: { readonly drawnOptions: boolean }): Likeness =>
  (each) => {
    if (each.result === 'right' || each.result === 'blank' || tagsOf(each).length > 0) return null;
    return [filled(each.posted), drawnOptions ? each.questionVersion : null];
  };

/** A line of the table of responses. */
export interface ResponseLine extends VerdictLook {
  readonly count: number;
  readonly spellings: number;
  readonly response: ResponsePart;
  /** Of named mistakes. */
  readonly tags: readonly string[];
  readonly bar: BarPart;
}

/** As the table shows them, among `total` responses. */
export function lineOf(question: Question, { group, count, spellings }: Alike, total: number): ResponseLine {
  return {
    count,
    spellings,
    response: responseOf(question, group.posted),
    ...STAFF_VERDICTS[group.result],
    tags: tagsOf(group),
    bar: barOf(group.result, count / total),
  };
}

const filled = (posted: Posted) => Object.entries(posted).filter(([, value]) => value.length > 0);
const tagsOf = ({ outcome }: Group) =>
  outcome.state === 'marked' ? outcome.notes.map(({ tag }) => tag) : [];

/** A bar of one part; `share` 0..1. */
export const barOf = (tone: string, share: number): BarPart => [{ tone, from: 0, width: 100 * share }];
