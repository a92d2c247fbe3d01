import { z } from 'zod';
import { giveOverride, overrideWarnings, solutionsOutBefore } from '../../../grading/index.ts';
import { type Message, say } from '../../../language/index.ts';
import {
  type ListedOverride,
  selectGroups,
  selectOverrides,
  selectRuleChanges,
  selectStudents,
} from '../../../storage/index.ts';
import { type CourseQuiz, instructedQuiz } from '../../http/access/course-access.ts';
import { type Handler, type PageRequest, parseForm, type Reply, view } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import type { Reader } from '../../wording/clock.ts';
import { changesOfRules, type RuleChangePart, termsInWords } from '../../wording/overrides.ts';
import { type FormProblem, NewOverrideForm, questionFor, readTerms } from './form.ts';
import { authorOf, headOf, type OverrideHead, type Refused, refusalOf, statusOf } from './head.ts';

const Whose = z.string().transform((text) => ({
  personId: /^person:(.+)$/.exec(text)?.[1] ?? null,
  groupId: /^group:(.+)$/.exec(text)?.[1] ?? null,
}));

interface OverridesView extends OverrideHead<NewOverrideForm> {
  readonly overrides: readonly Line[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly students: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly changes: readonly RuleChangePart[];
}

interface Line {
  readonly name: string;
  /** Of a person. */
  readonly email: string | null;
  readonly group: boolean;
  readonly href: string;
  readonly terms: readonly Message[];
  readonly warning: Message | null;
}

const overridesView = view<OverridesView>('overrides');

/** The form before anything is typed. */
const EMPTY = NewOverrideForm.parse({ whose: '' });

export async function listOverrides(
  server: Server,
  request: PageRequest,
  refused: Refused<NewOverrideForm> | null = null,
): Promise<Reply> {
  const at = await instructedQuiz(server, request);
  const { course } = at;
  const of = { courseId: course.id, quizId: at.row.id };
  const { read } = server.storage;
  const [overrides, groups, students, changes] = await Promise.all([
    selectOverrides(read, of),
    selectGroups(read, of.courseId),
    selectStudents(read, of.courseId),
    selectRuleChanges(read, of),
  ]);
  const { timezone } = course;
  const reader = { now: request.now, timezone, language: request.language(course.language) };
  return overridesView(
    {
      ...headOf(at, EMPTY, refused),
      languageForm: groups.length + students.length > 0 ? 'override' : null,
      overrides: overrides.map((override) => line(at, override, reader)),
      groups,
      students,
      changes: changesOfRules(changes, reader),
    },
    { course, status: statusOf(refused) },
  );
}

export const give =
  (server: Server): Handler =>
  async (request) => {
    const at = await instructedQuiz(server, request);
    const typed = parseForm(NewOverrideForm, request.body);
    const refuse = (problem: FormProblem) => listOverrides(server, request, { typed, problem });
    const whose = Whose.parse(typed.whose);
    if (whose.personId === null && whose.groupId === null) {
      return refuse({ field: 'whose', name: null, says: say('Choose a group or a person.') });
    }
    const read = readTerms(typed, at.course.timezone);
    if ('problem' in read) return refuse(read.problem);
    const question = questionFor(typed, overrideWarnings(at.row, read.terms, request.now));
    if (question !== null) return listOverrides(server, request, { typed, question });
    const of = { courseId: at.course.id, quizId: at.row.id, ...whose };
    const problem = await refusalOf(giveOverride(server.storage, of, read.terms, authorOf(request)));
    return problem === null ? { goTo: `${at.href}/overrides` } : refuse(problem);
  };

const line = ({ row, href }: CourseQuiz, override: ListedOverride, reader: Reader): Line => ({
  name: override.name,
  email: override.email,
  group: override.groupId !== null,
  href: `${href}/overrides/${override.id}`,
  terms: termsInWords(override, reader),
  warning: solutionsOutBefore(row, override) ? say('Others will see the solutions before this ends.') : null,
});
