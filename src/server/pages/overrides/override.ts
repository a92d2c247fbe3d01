import { z } from 'zod';
import { changeOverride, overrideWarnings, withdrawOverride } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { type ListedOverride, selectOverrides } from '../../../storage/index.ts';
import { type CourseQuiz, instructedQuiz } from '../../http/access/course-access.ts';
import {
  type Handler,
  type PageRequest,
  parseAddress,
  parseForm,
  type Reply,
  view,
} from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';
import { questionFor, readTerms, TermsForm, typedOf } from './form.ts';
import { authorOf, headOf, type OverrideHead, type Refused, refusalOf, statusOf } from './head.ts';

const Address = z.object({ override: z.string() });
const Nothing = z.strictObject({});

interface OverrideView extends OverrideHead {
  /** Of the person or group. */
  readonly name: string;
  readonly address: string;
}

const overrideView = view<OverrideView>('override');

export async function showOverride(
  server: Server,
  request: PageRequest,
  refused: Refused | null = null,
): Promise<Reply> {
  const at = await instructedQuiz(server, request);
  const override = await find(server, request, at);
  return overrideView(
    {
      ...headOf(at, typedOf(override, at.course.timezone), refused),
      name: override.name,
      address: `${at.href}/overrides/${override.id}`,
    },
    { course: at.course, status: statusOf(refused) },
  );
}

export const change =
  (server: Server): Handler =>
  async (request) => {
    const at = await instructedQuiz(server, request);
    const override = await find(server, request, at);
    const typed = parseForm(TermsForm, request.body);
    const read = readTerms(typed, at.course.timezone);
    if ('problem' in read) return showOverride(server, request, { typed, problem: read.problem });
    const question = questionFor(typed, overrideWarnings(at.row, read.terms, request.now));
    if (question !== null) return showOverride(server, request, { typed, question });
    const changed = changeOverride(server.storage, override, read.terms, authorOf(request));
    const problem = await refusalOf(changed);
    if (problem !== null) return showOverride(server, request, { typed, problem });
    return { goTo: `${at.href}/overrides` };
  };

/** However often it is pressed: what is gone stays gone. */
export const withdraw =
  (server: Server): Handler =>
  async (request) => {
    const at = await instructedQuiz(server, request);
    parseForm(Nothing, request.body);
    const { override: id } = parseAddress(Address, request.params);
    const of = { courseId: at.course.id, quizId: at.row.id, id };
    await withdrawOverride(server.storage, of, authorOf(request));
    return { goTo: `${at.href}/overrides` };
  };

async function find(
  { storage }: Server,
  { params }: PageRequest,
  { course, row }: CourseQuiz,
): Promise<ListedOverride> {
  const { override: id } = parseAddress(Address, params);
  const all = await selectOverrides(storage.read, { courseId: course.id, quizId: row.id });
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new NotFound(say('There is no such override, or it was taken back.'));
  return found;
}
