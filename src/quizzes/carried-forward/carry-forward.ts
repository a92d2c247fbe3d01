import { isDeepStrictEqual } from 'node:util';
import type { Posted } from '../../answers/kind.ts';
import { onlyValue } from '../../answers/one-value.ts';
import type { Claim, Context } from '../../claims/claim.ts';
import { type Message, say } from '../../language/index.ts';
import { type Model, matrixOf } from '../../models/model.ts';
import type { Note, Outcome } from '../../values/outcome.ts';
import type { Value } from '../../values/value.ts';
import type { Witness } from '../../values/witness.ts';
import type { Question } from '../quiz.ts';
import { simplerAnswer, simplerNetwork } from './simpler-answer.ts';

/** A question with an earlier response in it. */
export interface Carried {
  readonly value: Value;
  readonly claim: Claim;
  readonly model: Model;
  /** The earlier response is right, though perhaps another one than its key. */
  readonly right: boolean;
}

/** null where the earlier answer does not fit the question. */
export function carried({ uses, claim, context, source }: Question, value: Value): Carried | null {
  if (!uses || !claim || !source.claim || !context.model) return null;
  const verdict = uses.question.claim?.judge(value).verdict;
  const model = verdict === 'invalid' ? null : uses.question.claim?.carry(value, context.model);
  if (!model) return null;
  const own: Context = { ...context, model };
  const { claim: itsClaim } = source.claim.inContext(own);
  return itsClaim && { value, model, claim: itsClaim, right: verdict === 'right' };
}

/** Whether a wrong earlier answer leaves less to be done than the right one, so that nothing may be earned with it. */
export function isSimpler({ claim, context, answer }: Question, own: Carried): boolean {
  if (!claim || !context.model) return true;
  return simplerNetwork(own.model, context.model) || simplerAnswer(own.claim, claim, answer);
}

/** Whether the earlier answer makes another answer right than the key. */
export const makesDifference = ({ claim, answer }: Question, own: Carried): boolean =>
  answer.options.length > 0
    ? answer.options.some(({ value }) => own.claim.judge(value).verdict !== claim?.judge(value).verdict)
    : !isDeepStrictEqual(own.claim.solve(), claim?.solve());

/**
 * What an answer that is not right comes to with its student's own earlier response: `judge` marks it by another claim.
 * It never takes anything away. The evidence that was found with the right earlier answer is kept only where the exercise
 * shows that answer: it may be tried again, and the evidence would give it away.
 */
export function carriedForward(
  question: Question,
  outcome: Outcome,
  earlier: Posted | undefined,
  judge: (claim: Claim) => Outcome,
): Outcome {
  if (outcome.state !== 'marked' || outcome.fraction === 1) return outcome;
  if (!question.uses) return outcome;
  const { witness: _, ...bare } = outcome;
  const alone: typeof outcome = question.uses.question.claim?.shownInExercise ? outcome : bare;
  const value = earlier && onlyValue(question.uses.question.answer.read(earlier));
  const own = value && carried(question, value);
  if (!own) return alone;
  const { label } = question.uses.question;
  const judged = judge(own.claim);
  if (judged.state === 'undecided') return !own.right && isSimpler(question, own) ? alone : judged;
  if (judged.state !== 'marked' || judged.fraction <= outcome.fraction) return alone;
  const right = judged.fraction === 1;
  if (!own.right && isSimpler(question, own)) {
    return right ? { ...alone, notes: [...alone.notes, notCarried(label)] } : alone;
  }
  const credit = own.right ? 1 : question.uses.credit;
  const fraction = judged.fraction * credit;
  if (fraction < outcome.fraction) return alone;
  const witness = judged.witness ? onOwnNetwork(judged.witness, own.model) : alone.witness;
  const says = right ? rightFor(label, credit) : markedWith(label, credit);
  return {
    state: 'marked',
    fraction,
    notes: [...judged.notes, { tag: CARRIED, says }],
    ...(fraction < 1 && witness && { witness }),
  };
}

/** The note of what was marked with an earlier response. */
export const CARRIED = 'carried-forward';

/** Whether it was marked with an earlier response. */
export const isCarried = (outcome: Outcome): boolean =>
  outcome.state === 'marked' && outcome.notes.some(({ tag }) => tag === CARRIED);

const notCarried = (label: string): Note => ({
  tag: 'not-carried',
  says: say(
    'This follows correctly from your answer to {label}, but that answer makes this question easier than the right one does, so it earns nothing.',
    { label },
  ),
});

function rightFor(label: string, credit: number): Message {
  if (credit === 1) return say('This follows correctly from your answer to {label}.', { label });
  if (credit === 0)
    return say('This follows correctly from your answer to {label}, but earns no marks here.', { label });
  return say(
    'This follows correctly from your answer to {label}, which earns {percent, number} % of the marks.',
    {
      label,
      percent: credit * 100,
    },
  );
}

const markedWith = (label: string, credit: number): Message =>
  credit === 1
    ? say('This was marked using your answer to {label}.', { label })
    : say(
        'This was marked using your answer to {label}, so what is right earns {percent, number} % of its marks.',
        { label, percent: credit * 100 },
      );

/** A witness drawn on the network that was run: with the weights that were entered. */
function onOwnNetwork(witness: Witness, model: Model): Witness {
  const { network } = witness;
  if (!network || network.weights) return witness;
  const weights = Object.fromEntries(
    Object.keys(model.params ?? {}).map((name) => [name, matrixOf(model, name).map((row) => [...row])]),
  );
  return { ...witness, network: { ...network, weights } };
}
