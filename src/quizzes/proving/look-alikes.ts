import { say } from '../../language/index.ts';
import { contentHash } from '../hash.ts';
import { keyOf } from '../key.ts';
import type { Question, Quiz } from '../quiz.ts';
import type { Finding } from './proof.ts';
import type { Variant } from './sample.ts';

/** What students saw of each variant so far, with its key and what it drew. */
export type Looks = Map<string, { readonly key: string; readonly variant: Variant }>;

/** A variant that looks like an earlier one and has another key: nobody could tell which answer is asked for. */
export function lookAlikes(
  quiz: Quiz,
  question: Question,
  variant: Variant,
  looks: Looks,
): readonly Finding[] {
  const text = quiz.exercises[0]?.text;
  const look = contentHash([text, question.source.text, figured(quiz, question), options(question)]);
  const key = contentHash([keyed(question)]);
  const known = looks.get(look);
  if (known === undefined) looks.set(look, { key, variant });
  if (known === undefined || known.key === key) return [];
  const says = say(
    'looks the same as the variant with {variant}, but has a different key: say in the text what differs',
    { variant: known.variant.name() },
  );
  return [{ path: ['text'], says }];
}

/** What is drawn for students to see. */
function figured({ source: { exercises } }: Quiz, { source }: Question): unknown {
  const [exercise] = exercises;
  const seen = (figure: unknown, { model, fits }: { readonly model?: unknown; readonly fits?: unknown }) =>
    figure === 'model' ? (model ?? null) : figure === 'fits' ? (fits ?? null) : (figure ?? null);
  return [seen(exercise?.figure, exercise ?? {}), seen(source.figure, { ...exercise, ...source })];
}

const options = ({ answer }: Question) => answer.options.map(({ shown }) => shown).sort();

/** By what options say, because their ids may stand for something else in each variant. */
function keyed(question: Question): unknown {
  const { answer, claim, source } = question;
  if (answer.options.length === 0) return keyOf(question);
  const keys = [source.key].flat().map(String);
  const right = answer.options.filter(({ id, value }) =>
    claim ? claim.judge(value).verdict === 'right' : keys.includes(id),
  );
  return right.map(({ shown }) => shown).sort();
}
