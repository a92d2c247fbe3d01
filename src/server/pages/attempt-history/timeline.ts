import { type AttemptRecord, type HistoryEntry, historyOf } from '../../../grading/index.ts';
import { type Language, type Message, say, type Words } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import type { Marking } from '../../../storage/index.ts';
import { responseOf } from '../../questions/response.ts';
import { SURE } from '../../wording/certainty.ts';
import { dayOf, secondOf } from '../../wording/dates.ts';
import { judged } from './judged.ts';

interface History {
  readonly record: AttemptRecord;
  readonly questions: readonly Question[];
  readonly names: ReadonlyMap<string, string>;
  readonly timezone: string;
  readonly language: Language;
}

/** Each step and each marking, but for those that handing in caused, in the order of time. `only`: of one question. */
export const eventsOf = (record: AttemptRecord, only: Question | null): readonly HistoryEntry[] =>
  historyOf(record)
    .filter((entry) => entry.entry === 'step' || !isOfHandIn(entry))
    .filter(({ questionId }) => only === null || questionId === only.id);

/** These events day by day: steps with their responses, and with the marking that handing in caused. */
export function timelineOf(history: History, events: readonly HistoryEntry[]) {
  const { record, timezone, language } = history;
  const ofStep = new Map(record.markings.filter(isOfHandIn).map((marking) => [marking.step, marking]));
  const entries = events.map((entry) => ({ at: entry.at, ...entryOf(history, entry, ofStep) }));
  const days: { title: string; entries: typeof entries }[] = [];
  for (const entry of entries) {
    const title = dayOf(entry.at, 0, timezone, language);
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, entries: [entry] });
  }
  return days;
}

const isOfHandIn = ({ reason }: Marking) => reason === 'submit';

const PROGRAM = say('the program');
const CLOCK = say('the clock, when time ran out');

function entryOf(
  { record, questions, names, timezone }: History,
  entry: HistoryEntry,
  ofStep: ReadonlyMap<number, Marking>,
) {
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
    response: question && responseOf(question, entry.posted),
    judgement: marking && judged(marking),
    used: marking && usedOf({ record, questions, timezone }, marking),
    version: marking?.engineVersion,
  };
}

/** Which earlier response was in what was judged. */
function usedOf(
  { record, questions, timezone }: Pick<History, 'record' | 'questions' | 'timezone'>,
  { usedStep }: Marking,
): Message | null {
  const step = record.steps.find(({ sequence }) => sequence === usedStep);
  if (!step) return null;
  const label = questions.find(({ id }) => id === step.questionId)?.label ?? step.questionId;
  return say('judged using the answer to {label} from {clock}', {
    label,
    clock: secondOf(step.at, timezone),
  });
}
