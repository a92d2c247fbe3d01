import type { Posted, Reading } from '../../answers/kind.ts';
import { bounded } from '../../expressions/index.ts';
import { saidBy, say } from '../../language/index.ts';
import type { Outcome, Parts, Verdict } from '../../values/outcome.ts';
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
    return bounded(() => marked(question, posted, earlier));
  } catch (error) {
    return { state: 'broken', reason: saidBy(error) };
  }
}

function marked(question: Question, posted: Posted, earlier: Posted | undefined): Outcome {
  const markedBy = (judge: (value: Value) => Verdict): Outcome => {
    let parts: Parts | undefined;
    const outcome = question.answer.mark(posted, (value) => {
      const verdict = judge(value);
      if (verdict.verdict === 'wrong') parts = verdict.parts;
      return verdict;
    });
    return withCredit(question.source.credit, outcome, parts);
  };
  const outcome = markedBy((value) => judge(question, value));
  return carriedForward(question, outcome, earlier, (claim) => markedBy((value) => claim.judge(value)));
}

/** What is understood of a response while it is being written; never judges. */
export function readResponse(question: Question, posted: Posted): Reading {
  try {
    return bounded(() => {
      const reading = question.answer.read(posted);
      return reading.state === 'read' ? (brokenRule(question, posted) ?? reading) : reading;
    });
  } catch {
    // Whatever is stored, the pages that show it must work; marking calls the same response broken, and is told of.
    const message = say(
      'This answer is saved, but cannot be shown the way it was read. The people who run the course can see it.',
    );
    return { state: 'invalid', problems: [{ field: '', message }] };
  }
}

/**
 * A rule that the question states (which weights, how many sizes), told at once when it is broken. Only matrices and
 * shapes have such rules, and are judged fast enough that the time of the reply says nothing of right and wrong.
 */
function brokenRule(question: Question, posted: Posted): Reading | null {
  const ask = (value: Value): Verdict => {
    const ruled = question.claim && (value.type === 'weights' || value.type === 'shape');
    const verdict = ruled ? question.claim?.judge(value) : null;
    return verdict?.verdict === 'invalid' ? verdict : { verdict: 'right', notes: [] };
  };
  const outcome = question.answer.options.length > 0 ? null : question.answer.mark(posted, ask);
  return outcome?.state === 'invalid' ? { state: 'invalid', problems: outcome.problems } : null;
}

function judge(question: Question, value: Value): Verdict {
  return question.claim ? question.claim.judge(value) : compareWithKey(question, value);
}

/** Without a claim a person vouches for the key, and a person marks text. */
function compareWithKey({ answer, source }: Question, value: Value): Verdict {
  if (value.type === 'text') return { verdict: 'undecided', reason: say('A person will mark this answer.') };
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
