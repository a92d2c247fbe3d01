import { z } from 'zod';
import {
  changeOverride,
  GradingError,
  giveOverride,
  overrideWarnings,
  rulesFor,
  withdrawOverride,
} from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import {
  type ListedOverride,
  type QuizRow,
  selectGroups,
  selectOverrides,
  selectRuleChanges,
  selectStudents,
} from '../../../storage/index.ts';
import { type InstructedQuiz, instructedQuiz } from '../../http/access/course-access.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';
import type { Reading } from '../../wording/clock.ts';
import { changesOfRules, termsInWords } from '../../wording/overrides.ts';
import { rulesToTell } from '../../wording/rules-to-tell.ts';
import {
  type FormProblem,
  NewOverrideForm,
  type Question,
  questionFor,
  readTerms,
  TermsForm,
  typedOf,
} from './form.ts';

const Address = z.object({ override: z.string() });
const Nothing = z.strictObject({});
const Whose = z.string().transform((text) => ({
  personId: /^person:(.+)$/.exec(text)?.[1] ?? null,
  groupId: /^group:(.+)$/.exec(text)?.[1] ?? null,
}));

/** Extra time, other dates and more attempts at a quiz for a person or a group; they hold at once. For instructors. */
export function overridesPage(server: Server): Route[] {
  const { storage } = server;

  async function list(visit: Visit, refused: Refused | null = null): Promise<Reply> {
    const at = await instructedQuiz(server, visit);
    const of = { courseId: at.course.id, quizId: at.row.id };
    const [overrides, groups, students, changes] = await Promise.all([
      selectOverrides(storage.read, of),
      selectGroups(storage.read, of.courseId),
      selectStudents(storage.read, of.courseId),
      selectRuleChanges(storage.read, of),
    ]);
    const reading = readingOf(visit, at);
    return {
      view: 'overrides',
      status: statusOf(refused),
      context: {
        ...frameOf(at),
        overrides: overrides.map((override) => line(at, override, reading)),
        groups,
        students,
        languageForm: groups.length + students.length > 0 ? 'override' : undefined,
        changes: changesOfRules(changes, reading),
        ...refused,
      },
    };
  }

  async function give(visit: Visit): Promise<Reply> {
    const at = await instructedQuiz(server, visit);
    const { whose, ...typed } = parseForm(NewOverrideForm, visit.body);
    const refuse = (problem: FormProblem) => list(visit, { typed: { ...typed, whose }, problem });
    const of = Whose.parse(whose);
    if (of.personId === null && of.groupId === null) {
      return refuse({ field: 'whose', says: say('Choose a group or a person.') });
    }
    const read = readTerms(typed, at.course.timezone);
    if ('problem' in read) return refuse(read.problem);
    const question = questionFor(typed, overrideWarnings(at.row, read.terms, visit.now));
    if (question !== null) return list(visit, { typed: { ...typed, whose }, question });
    const problem = await refusal(
      giveOverride(
        storage,
        { courseId: at.course.id, quizId: at.row.id, ...of },
        read.terms,
        authorOf(visit),
      ),
    );
    return problem === null ? { goTo: `${at.href}/overrides` } : refuse(problem);
  }

  async function one(visit: Visit, refused: Refused | null = null): Promise<Reply> {
    const at = await instructedQuiz(server, visit);
    const override = await find(visit, at);
    return {
      view: 'override',
      status: statusOf(refused),
      context: {
        ...frameOf(at),
        name: override.name,
        address: `${at.href}/overrides/${override.id}`,
        languageForm: 'override',
        typed: typedOf(override, at.course.timezone),
        ...refused,
      },
    };
  }

  async function change(visit: Visit): Promise<Reply> {
    const at = await instructedQuiz(server, visit);
    const override = await find(visit, at);
    const typed = parseForm(TermsForm, visit.body);
    const read = readTerms(typed, at.course.timezone);
    if ('problem' in read) return one(visit, { typed, problem: read.problem });
    const question = questionFor(typed, overrideWarnings(at.row, read.terms, visit.now));
    if (question !== null) return one(visit, { typed, question });
    const problem = await refusal(changeOverride(storage, override, read.terms, authorOf(visit)));
    return problem === null ? { goTo: `${at.href}/overrides` } : one(visit, { typed, problem });
  }

  /** However often it is pressed: what is gone stays gone. */
  async function withdraw(visit: Visit): Promise<Reply> {
    const at = await instructedQuiz(server, visit);
    parseForm(Nothing, visit.body);
    const { override: id } = parseAddress(Address, visit.params);
    await withdrawOverride(storage, { courseId: at.course.id, quizId: at.row.id, id }, authorOf(visit));
    return { goTo: `${at.href}/overrides` };
  }

  async function find({ params }: Visit, { course, row }: InstructedQuiz): Promise<ListedOverride> {
    const { override: id } = parseAddress(Address, params);
    const all = await selectOverrides(storage.read, { courseId: course.id, quizId: row.id });
    const found = all.find((each) => each.id === id);
    if (found === undefined) throw new NotFound(say('There is no such override, or it was taken back.'));
    return found;
  }

  const path = '/courses/:course/quizzes/:quiz/overrides';
  return [
    {
      path,
      get: (visit) => list(visit),
      post: give,
      again: (visit) => list(visit, { typed: parseForm(NewOverrideForm, visit.body) }),
    },
    {
      path: `${path}/:override`,
      get: (visit) => one(visit),
      post: change,
      again: (visit) => one(visit, { typed: parseForm(TermsForm, visit.body) }),
    },
    { path: `${path}/:override/withdraw`, post: withdraw },
  ];
}

/** What was typed, and why it does not hold yet. */
interface Refused {
  readonly typed: TermsForm & { readonly whose?: string };
  readonly problem?: FormProblem;
  readonly question?: Question;
}

const statusOf = (refused: Refused | null) => (refused?.problem === undefined ? 200 : 400);

const authorOf = ({ who, now }: Visit) => ({ by: who.id, at: now });

const readingOf = ({ now, language }: Visit, { course }: InstructedQuiz): Reading => ({
  now,
  timezone: course.timezone,
  language: language(course.language),
});

async function refusal(done: Promise<unknown>): Promise<FormProblem | null> {
  try {
    await done;
    return null;
  } catch (error) {
    if (!(error instanceof GradingError)) throw error;
    return { field: null, says: error.says };
  }
}

const frameOf = ({ course, row, href }: InstructedQuiz) => ({
  quiz: { title: row.title, href },
  course: { title: course.title, href: `/courses/${course.id}` },
  usual: { ...rulesToTell(row), opens: row.opens, due: row.due, closes: row.closes },
  timezone: course.timezone,
  language: course.language,
});

const line = ({ row, href }: InstructedQuiz, override: ListedOverride, reading: Reading) => ({
  name: override.name,
  email: override.email,
  group: override.groupId !== null,
  href: `${href}/overrides/${override.id}`,
  terms: termsInWords(override, reading),
  warning: outBefore(row, override) ? say('Others will see the solutions before this ends.') : null,
});

/** Whether everybody else may be shown the solutions while these may still work. */
function outBefore(row: QuizRow, override: ListedOverride): boolean {
  const { closes } = rulesFor(row, [{ ...override, appliesTo: '' }]);
  const out = row.solutions ?? row.closes;
  return closes !== null && out !== null && closes > out;
}
