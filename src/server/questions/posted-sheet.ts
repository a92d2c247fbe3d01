import { z } from 'zod';
import type { Posted } from '../../answers/kind.ts';
import { say } from '../../language/index.ts';
import { CERTAINTIES, type Certainty } from '../../quizzes/format/behaviour.ts';
import type { Question } from '../../quizzes/quiz.ts';
import { BadInput } from '../http/page-errors.ts';
import { optionsByToken } from './option-tokens.ts';

const Values = z.union([z.string(), z.array(z.string())]);
const Form = z.record(z.string(), Values);

/** What begins the name of a field for files of a question; its files do not come with the answers. */
export const FILE_FIELD = 'file:';

/** What begins the name of the choice between two versions of an answer: `here`, or the `other`, which is stored. */
export const COUNTS_FIELD = 'counts:';

const NO_ANSWERS: ReadonlySet<string> = new Set(['key', 'go', 'check', 'add', 'flag', 'unflag', 'language']);

/** All that a posted form says. */
export interface PostedSheet {
  /** By question, of those that the form asks. */
  readonly responses: Readonly<Record<string, Posted>>;
  /** How sure the student is of each response, where the form asks that. */
  readonly certainties: Readonly<Record<string, Certainty>>;
  /** The last step of each question that the page knew of, where its form says that. */
  readonly seen: Readonly<Record<string, number>>;
  /** The questions of which the form says which of two versions counts. */
  readonly settled: readonly string[];
}

/**
 * Each question of the form names itself in a field `question` (a form with every box unticked says so by that), its
 * fields are `<question>.<field>`, and options come as tokens of the attempt. Beside them stand `key`, the fields of
 * buttons, files that were chosen and choices between versions, which are no answers. Fields of a question that does not
 * name itself, because it is finished and only shown, are left aside.
 * 400 for anything that our form cannot have sent; what merely cannot be read as an answer passes, as typed.
 */
export function readSheet(questions: readonly Question[], secret: string, body: unknown): PostedSheet {
  const form = Form.safeParse(body);
  if (!form.success) throw new BadInput(say('This form cannot be read.'));
  const { question: named = [], ...others } = form.data;
  const fields = Object.fromEntries(Object.entries(others).filter(([name]) => !NO_ANSWERS.has(name)));
  const asked = [named]
    .flat()
    .filter((id) => fields[`${COUNTS_FIELD}${id}`] !== 'other')
    .map((id) => find(questions, id));
  refuseStrangers(questions, fields);
  return {
    responses: Object.fromEntries(asked.map((question) => [question.id, readOne(question, secret, fields)])),
    certainties: Object.fromEntries(questions.flatMap((question) => certaintyIn(question, fields))),
    seen: Object.fromEntries(
      questions.flatMap(({ id }) => {
        const { data } = Seen.safeParse(fields[`${id}.seen`] || undefined);
        return data === undefined ? [] : [[id, data] as const];
      }),
    ),
    settled: Object.keys(fields).flatMap((name) =>
      name.startsWith(COUNTS_FIELD) ? [name.slice(COUNTS_FIELD.length)] : [],
    ),
  };
}

type Fields = z.infer<typeof Form>;

function refuseStrangers(questions: readonly Question[], fields: Fields): void {
  const known = new Set(
    questions.flatMap(({ id, answer }) =>
      [...answer.fields, 'certainty', 'seen'].map((field) => `${id}.${field}`),
    ),
  );
  const stranger = Object.keys(fields).find(
    (name) => !known.has(name) && !name.startsWith(FILE_FIELD) && !name.startsWith(COUNTS_FIELD),
  );
  if (stranger === undefined) return;
  throw new BadInput(
    say('The form has a field "{field}" that no question here has.', { field: shorten(stranger) }),
  );
}

const Seen = z.coerce.number().int().min(0);
const Sure = z.enum(['1', '2', '3']).transform((level) => CERTAINTIES[Number(level) - 1]?.level);

function certaintyIn({ id, label, behaviour }: Question, fields: Fields): (readonly [string, Certainty])[] {
  const given = 'certainty' in behaviour && behaviour.certainty ? fields[`${id}.certainty`] : undefined;
  if (given === undefined) return [];
  const { data } = Sure.safeParse(given);
  if (data === undefined) throw new BadInput(say('Question {label} has no such certainty.', { label }));
  return [[id, data]];
}

function readOne(question: Question, secret: string, fields: Fields): Posted {
  const posted = Object.fromEntries(
    question.answer.fields.map((field) => [field, fields[`${question.id}.${field}`] ?? '']),
  );
  const ids = question.answer.options.length === 0 ? posted : fromTokens(question, secret, posted);
  const several = Object.values(ids).some((value) => typeof value !== 'string');
  if (several && !question.answer.several) {
    throw new BadInput(
      say('Question {label} has several values where there should be one.', { label: question.label }),
    );
  }
  return ids;
}

function fromTokens(question: Question, secret: string, posted: Posted): Posted {
  const options = optionsByToken(secret, question);
  const toId = (token: string) => {
    const id = token === '' ? '' : options.get(token);
    if (id === undefined)
      throw new BadInput(
        say('The form has an option that question {label} does not have.', { label: question.label }),
      );
    return id;
  };
  return Object.fromEntries(
    Object.entries(posted).map(([field, value]) => [
      field,
      typeof value === 'string' ? toId(value) : [...new Set(value.map(toId))],
    ]),
  );
}

function find(questions: readonly Question[], id: string): Question {
  const question = questions.find((each) => each.id === id);
  if (question === undefined)
    throw new BadInput(say('There is no question "{question}" in this form.', { question: shorten(id) }));
  return question;
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
