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

/**
 * The responses in a posted form. Each question of the form names itself in a field `question` (a form with every box
 * unticked says so by that), its fields are `<question>.<field>`, and options come as tokens of the attempt. Beside
 * them stand `key`, the fields of buttons, files that were chosen and choices between versions, which are no answers. Fields of a question that
 * does not name itself, because it is finished and only shown, are left aside.
 * 400 for anything that our form cannot have sent; what merely cannot be read as an answer passes, as typed.
 */
export function readResponses(
  questions: readonly Question[],
  secret: string,
  body: unknown,
): Readonly<Record<string, Posted>> {
  const form = Form.safeParse(body);
  if (!form.success) throw new BadInput(say('This form cannot be read.'));
  const { question: named = [], ...others } = form.data;
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => !NO_ANSWERS.has(name)));
  const present = [named]
    .flat()
    .filter((id) => rest[`${COUNTS_FIELD}${id}`] !== 'other')
    .map((id) => find(questions, id));
  const known = new Set(
    questions.flatMap(({ id, answer }) =>
      [...answer.fields, 'certainty', 'seen'].map((field) => `${id}.${field}`),
    ),
  );
  const stranger = Object.keys(rest).find(
    (name) => !known.has(name) && !name.startsWith(FILE_FIELD) && !name.startsWith(COUNTS_FIELD),
  );
  if (stranger !== undefined)
    throw new BadInput(
      say('The form has a field "{field}" that no question here has.', { field: shorten(stranger) }),
    );
  return Object.fromEntries(present.map((question) => [question.id, readOne(question, secret, rest)]));
}

const Sure = z.enum(['1', '2', '3']).transform((level) => CERTAINTIES[Number(level) - 1]?.level);

/** How sure the form says that the student is of each response; 400 for another value than the form has. */
export function readCertainties(
  questions: readonly Question[],
  body: unknown,
): Readonly<Record<string, Certainty>> {
  const form = Form.parse(body);
  return Object.fromEntries(
    questions.flatMap(({ id, label, behaviour }) => {
      const given = 'certainty' in behaviour && behaviour.certainty ? form[`${id}.certainty`] : undefined;
      if (given === undefined) return [];
      const { data } = Sure.safeParse(given);
      if (data === undefined) throw new BadInput(say('Question {label} has no such certainty.', { label }));
      return [[id, data] as const];
    }),
  );
}

/** The questions of which the form says which of two versions counts. */
export const readDecided = (body: unknown): readonly string[] =>
  Object.keys(Form.parse(body)).flatMap((name) =>
    name.startsWith(COUNTS_FIELD) ? [name.slice(COUNTS_FIELD.length)] : [],
  );

const Seen = z.coerce.number().int().min(0);

/** The last step of each question that the page knew of; nothing where its form does not say. */
export function readSeen(questions: readonly Question[], body: unknown): Readonly<Record<string, number>> {
  const form = Form.parse(body);
  return Object.fromEntries(
    questions.flatMap(({ id }) => {
      const { data } = Seen.safeParse(form[`${id}.seen`] || undefined);
      return data === undefined ? [] : [[id, data] as const];
    }),
  );
}

function readOne(question: Question, secret: string, form: z.infer<typeof Form>): Posted {
  const posted = Object.fromEntries(
    question.answer.fields.map((field) => [field, form[`${question.id}.${field}`] ?? '']),
  );
  const ids = question.answer.options.length === 0 ? posted : fromTokens(question, secret, posted);
  const several = Object.values(ids).some((value) => typeof value !== 'string');
  if (several && question.answer.read(ids).state === 'invalid') {
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
