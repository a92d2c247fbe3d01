import { isDeepStrictEqual } from 'node:util';
import type { Posted } from '../../../answers/kind.ts';
import { onlyValue } from '../../../answers/one-value.ts';
import { ENGLISH, say } from '../../../language/index.ts';
import type { Value } from '../../../values/value.ts';
import {
  CARRIED,
  type Carried,
  carried,
  isSimpler,
  makesDifference,
} from '../../carried-forward/carry-forward.ts';
import { contentHash } from '../../hash.ts';
import { markResponse } from '../../marking/mark-response.ts';
import type { Question } from '../../quiz.ts';
import type { Proof } from '../proof.ts';

/**
 * What is right for each wrong earlier answer that is known must be marked as the file says, through the marking that
 * students get; and there must be one for which it matters. A fact: `carries forward 5 of 6 known wrong answers to weights`.
 */
export function checkCarriedForward(question: Question): Pick<Proof, 'findings' | 'facts'> {
  if (!question.uses) return { findings: [], facts: [] };
  const earlier = question.uses.question;
  const { id } = earlier;
  const wrong = knownWrong(earlier);
  const mistakes = wrong.flatMap(({ posted, value }) => {
    const own = carried(question, value);
    return own && makesDifference(question, own) ? [{ posted, own, simpler: isSimpler(question, own) }] : [];
  });
  const sentences = mistakes.flatMap(({ posted, own, simpler }) => {
    const right = responseRightFor(question, own);
    if (right === null) return [];
    if (isDeepStrictEqual(onlyValue(question.answer.read(right)), own.value))
      return [
        say('a wrong answer to "{id}" could be copied here and would be right: ask for something else', {
          id,
        }),
      ];
    return isMarkedSo(question, right, posted, simpler)
      ? []
      : [
          say('an answer that follows correctly from a wrong answer to "{id}" is not marked as right', {
            id,
          }),
        ];
  });
  if (mistakes.length === 0) {
    sentences.push(
      say(
        'no known wrong answer to "{id}" changes what is right here: give "{id}" a wrong example that does, or remove "uses"',
        { id },
      ),
    );
  }
  const count = mistakes.filter(({ simpler }) => !simpler).length;
  const different = new Map(sentences.map((sentence) => [ENGLISH.say(sentence), sentence]));
  return {
    findings: [...different.values()].map((says) => ({ path: ['uses'], says })),
    facts: [
      say('carries forward {count} of {all} known wrong answers to {id}', { count, all: wrong.length, id }),
    ],
  };
}

interface Known {
  readonly posted: Posted;
  readonly value: Value;
}

/** The named mistakes, wrong options and wrong examples of a question, as students would post them. */
function knownWrong({ answer, claim, source }: Question): readonly Known[] {
  const written = (key: unknown): readonly Posted[] => {
    const result = answer.write(key);
    return 'posted' in result ? [result.posted] : [];
  };
  const all: readonly Posted[] = [
    ...(claim?.misconceptions ?? []).flatMap(({ value }) => {
      const posted = answer.writeValue(value);
      return posted ? [posted] : [];
    }),
    ...answer.options.flatMap(({ id }) => written(id)),
    ...source.examples.flatMap((example) => written(example.answer)),
  ];
  const different = new Map(all.map((posted) => [contentHash(posted), posted]));
  return [...different.values()].flatMap((posted) => {
    const value = onlyValue(answer.read(posted));
    return value !== null && claim?.judge(value).verdict === 'wrong' ? [{ posted, value }] : [];
  });
}

/** What a student would have to post; null where nothing is right, or it cannot be entered. */
function responseRightFor({ answer }: Question, { claim }: Carried): Posted | null {
  if (answer.options.length > 0) {
    const right = answer.options.filter(({ value }) => claim.judge(value).verdict === 'right');
    const written = answer.write(right.map(({ id }) => id));
    return right.length > 0 && 'posted' in written ? written.posted : null;
  }
  const value = claim.solve();
  return value && answer.writeValue(value);
}

/** With the credit of the file, or more where the answer is right in part as well; without, where it would be simpler. */
function isMarkedSo(question: Question, posted: Posted, earlier: Posted, simpler: boolean): boolean {
  const outcome = markResponse(question, posted, earlier);
  if (outcome.state !== 'marked') return false;
  return simpler
    ? outcome.notes.every(({ tag }) => tag !== CARRIED)
    : outcome.fraction >= (question.uses?.credit ?? 1);
}
