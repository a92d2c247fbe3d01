import { type Handler, parseAddress, parseForm } from '../../http/page.ts';
import { liveReading, readingQuota } from '../../questions/live-reading.ts';
import type { Server } from '../../server.ts';
import { type Drawing, drawnFor, ExerciseAddress, PRACTICE_SECRET, practised } from './practised.ts';
import { Which } from './variant.ts';

/** One answer as far as it is typed. */
export function readAlong(server: Server, drawing: Drawing): Handler {
  const reading = readingQuota();
  return async (request) => {
    const { who, params, query, body } = request;
    await reading(who.id);
    const { exercise: number } = parseAddress(ExerciseAddress, params);
    const practice = await practised(server, request);
    const which = parseForm(Which, query);
    const { drawn } = await drawnFor(practice, which, who.id, { server, drawing });
    return liveReading(server.views, drawn.exercises[number - 1]?.questions ?? [], {
      secret: PRACTICE_SECRET,
      body,
      language: request.language(practice.course.language),
    });
  };
}
