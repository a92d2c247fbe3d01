import { type Message, say } from '../../language/index.ts';
import { writeDuration } from '../../quizzes/index.ts';
import type { ListedRuleChange, OverrideTerms } from '../../storage/index.ts';
import type { Reader } from './clock.ts';
import { describeMoment } from './dates.ts';

/** `closes Monday 10 April, 23:59`, `30 min more`: what holds instead of the quiz's own rules. */
export function termsInWords(terms: OverrideTerms, reader: Reader): readonly Message[] {
  const { opens, due, closes, timeLimit, extraTime, attempts } = terms;
  const moment = (at: number) => describeMoment(at, reader.now, reader.timezone, reader.language).when;
  return [
    opens === null ? [] : say('opens {moment}', { moment: moment(opens) }),
    due === null ? [] : say('due {moment}', { moment: moment(due) }),
    closes === null ? [] : say('closes {moment}', { moment: moment(closes) }),
    timeLimit === null ? [] : say('time limit {time}', { time: writeDuration(timeLimit) }),
    extraTime === null ? [] : say('{time} more', { time: writeDuration(extraTime) }),
    attempts === null ? [] : say('{n, plural, one {# attempt} other {# attempts}}', { n: attempts }),
  ].flat();
}

/** What the partial `staff/rule-changes` reads of a change. */
export interface RuleChangePart {
  readonly at: number;
  readonly says: Message;
}

/** The latest first. */
export const changesOfRules = (
  changes: readonly ListedRuleChange[],
  reader: Reader,
): readonly RuleChangePart[] =>
  changes.toReversed().map((change) => ({ at: change.at, says: changeInWords(change, reader) }));

function changeInWords(change: ListedRuleChange, reader: Reader): Message {
  const { kind, before, after, byName: by } = change;
  const group = change.groupName ?? '';
  const name = change.name ?? group;
  if (kind === 'joined') return say('{by} added {name} to the group {group}', { by, name, group });
  if (kind === 'left') return say('{by} removed {name} from the group {group}', { by, name, group });
  const were = before === null ? [] : termsInWords(before, reader);
  const are = after === null ? [] : termsInWords(after, reader);
  if (before === null) return say('{by} gave {name}: {are}', { by, name, are });
  if (after === null) return say('{by} took back from {name}: {were}', { by, name, were });
  return say('{by} changed for {name}: {are}; before: {were}', { by, name, are, were });
}
