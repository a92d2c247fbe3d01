import { type Handler, type PageRequest, parseAddress, parseForm } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { type Drawing, ExerciseAddress, practised } from './practised.ts';
import { anotherName, Which } from './variant.ts';

// Students practise a variant of their own, whose name is then in the address.

export const enterPractice =
  (server: Server, drawing: Drawing): Handler =>
  async (request) => {
    const goTo = await drawAnew(server, drawing, request, 1);
    return { goTo: goTo ?? `${(await practised(server, request)).href}/practice/1` };
  };

export const openExercise =
  (server: Server, drawing: Drawing, show: Handler): Handler =>
  async (request) => {
    const { exercise } = parseAddress(ExerciseAddress, request.params);
    const { variant, seed } = parseForm(Which, request.query);
    const named = variant !== undefined || seed !== undefined;
    const goTo = named ? null : await drawAnew(server, drawing, request, exercise);
    return goTo === null ? show(request) : { goTo };
  };

/** Where a variant that is drawn now is practised; null: nothing is drawn. */
async function drawAnew(
  server: Server,
  drawing: Drawing,
  request: PageRequest,
  exercise: number,
): Promise<string | null> {
  const { quiz, href, staff } = await practised(server, request);
  if (!quiz.varied || staff) return null;
  await drawing(request.who.id);
  const { not } = parseForm(Which, request.query);
  const name = anotherName(quiz, not, exercise, server.sessionSecret);
  return `${href}/practice/${exercise}?variant=${name}`;
}
