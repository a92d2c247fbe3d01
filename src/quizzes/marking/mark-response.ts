import type { Posted } from '../../answers/kind.ts';
import { withinBudget } from '../../expressions/index.ts';
import { saidBy, say } from '../../language/index.ts';
import type { Outcome, Verdict } from '../../values/outcome.ts';
import type { Value } from '../../values/value.ts';
import { carriedForward } from '../carried-forward/carry-forward.ts';
import { withCredit } from '../format/credit.ts';
import type { Question } from '../quiz.ts';

/**
 * Reads a response and judges it; `earlier` is the response to the question that this one uses. Pure: equal responses
 * to equal question versions get equal outcomes.
 * A defect of the question or the program comes out as `broken`; nobody is marked by it.
 */
export function markResponse(question: Question, posted: Posted, earlier: Posted | undefined): Outcome {
  try {
    return withinBudget(() => marked(question, posted, earlier));
  } catch (error) {
    return { state: 'broken', reason: saidBy(error) };
  }
}

function marked(question: Question, posted: Posted, earlier: Posted | undefined): Outcome {
  const reading = question.answer.read(posted);
  if (reading.state === 'blank') return { state: 'blank' };
  if (reading.state === 'invalid') return { state: 'invalid', problems: [...reading.problems] };
  const markedBy = (judge: (value: Value) => Verdict): Outcome =>
    withCredit(question.source.credit, reading.outcome(reading.values.map(judge)));
  const outcome = markedBy((value) => judge(question, value));
  return carriedForward(question, outcome, earlier, (claim) => markedBy((value) => claim.judge(value)));
}

function judge(question: Question, value: Value): Verdict {
  return question.claim ? question.claim.judge(value) : compareWithKey(question, value);
}

/** Without a claim a person vouches for the key, and a person marks text. */
function compareWithKey({ answer, source }: Question, value: Value): Verdict {
  if (answer.byPerson) return { verdict: 'undecided', reason: say('A person will mark this answer.') };
  const keys = [source.key].flat().map(String);
  const right = answer.options.some((option) => keys.includes(option.id) && option.value === value);
  if (right) return { verdict: 'right', notes: [] };
  return {
    verdict: 'wrong',
    notes: [],
    witness: {
      says: say("The author's answer is a different one. The solution says why."),
    },
  };
}
