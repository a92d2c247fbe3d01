import { group } from 'd3-array';
import { type AttemptRecord, type HistoryEntry, historyOf } from '../../../grading/index.ts';
import { type Language, type Message, say, type Words } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import type { Marking } from '../../../storage/index.ts';
import { type ResponsePart, responseOf } from '../../questions/response.ts';
import { SURE } from '../../wording/certainty.ts';
import { dayOf, secondOf } from '../../wording/dates.ts';
import { type JudgedMarking, judged } from './judged.ts';

interface History {
  readonly record: AttemptRecord;
  readonly questions: readonly Question[];
  readonly names: ReadonlyMap<string, string>;
  readonly timezone: string;
  readonly language: Language;
}

/** A step or a marking as the page lists it. */
interface TimelineEntry {
  /** `14:03:20` */
  readonly clock: string;
  /** Of the question. */
  readonly label: string;
  readonly what: Message;
  readonly certainty: Message | null;
  readonly response: ResponsePart | null;
  readonly judgement: JudgedMarking | null;
  /** Which earlier response was carried forward into what was judged. */
  readonly carried: Message | null;
  /** Of the program that marked it. */
  readonly version: string | null;
}

export interface Day {
  readonly title: string;
  readonly entries: readonly TimelineEntry[];
}

/** Each step and each marking, but for those that handing in caused, in the order of time. `only`: of one question. */
export const eventsOf = (record: AttemptRecord, only: Question | null): readonly HistoryEntry[] =>
  historyOf(record)
    .filter((entry) => entry.entry === 'step' || !isOfHandIn(entry))
    .filter(({ questionId }) => only === null || questionId === only.id);

/** These events day by day: steps with their responses, and with the marking that handing in caused. */
export function timelineOf(history: History, events: readonly HistoryEntry[]): readonly Day[] {
  const { record, timezone, language } = history;
  const ofStep = new Map(record.markings.filter(isOfHandIn).map((marking) => [marking.step, marking]));
  const byDay = group(events, ({ at }) => dayOf(at, 0, timezone, language));
  return [...byDay].map(([title, own]) => ({
    title,
    entries: own.map((entry) => entryOf(history, entry, ofStep)),
  }));
}

const isOfHandIn = ({ reason }: Marking) => reason === 'submit';

const PROGRAM = say('the program');
const CLOCK = say('the clock, when time ran out');

function entryOf(
  { record, questions, names, timezone }: History,
  entry: HistoryEntry,
  ofStep: ReadonlyMap<number, Marking>,
): TimelineEntry {
  const question = questions.find(({ id }) => id === entry.questionId);
  const nameOf = (id: string | null, nobody: Message): Words =>
    id === null ? nobody : (names.get(id) ?? id);
  const common = { clock: secondOf(entry.at, timezone), label: question?.label ?? entry.questionId };
  if (entry.entry === 'marking') {
    return {
      ...common,
      what:
        entry.reason === 'human'
          ? say('marked by hand by {who}', { who: nameOf(entry.by, PROGRAM) })
          : say('marked again by {who}', { who: nameOf(entry.by, PROGRAM) }),
      judgement: judged(entry),
      version: entry.engineVersion,
      ...{ certainty: null, response: null, carried: null },
    };
  }
  const marking = entry.kind === 'submitted' ? ofStep.get(entry.sequence) : undefined;
  return {
    ...common,
    what:
      entry.try !== null
        ? say('checked (try {number}) by {who}', { number: entry.try, who: nameOf(entry.by, CLOCK) })
        : entry.kind === 'submitted'
          ? say('handed in by {who}', { who: nameOf(entry.by, CLOCK) })
          : say('saved by {who}', { who: nameOf(entry.by, CLOCK) }),
    certainty: entry.certainty && SURE[entry.certainty],
    response: question ? responseOf(question, entry.posted) : null,
    judgement: marking ? judged(marking) : null,
    carried: marking ? carriedOf({ record, questions, timezone }, marking) : null,
    version: marking?.engineVersion ?? null,
  };
}

function carriedOf(
  { record, questions, timezone }: Pick<History, 'record' | 'questions' | 'timezone'>,
  { carriedStep }: Marking,
): Message | null {
  const step = record.steps.find(({ sequence }) => sequence === carriedStep);
  if (!step) return null;
  const label = questions.find(({ id }) => id === step.questionId)?.label ?? step.questionId;
  return say('judged using the answer to {label} from {clock}', {
    label,
    clock: secondOf(step.at, timezone),
  });
}
