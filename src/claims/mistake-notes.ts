import type { Note } from '../values/outcome.ts';

/** The mistakes that lead to an answer, as notes; of several, nobody but the student knows which one was made. */
export function mistakeNotes(mistakes: readonly Pick<Note, 'tag' | 'says'>[]): Note[] {
  const said = mistakes.map(({ says }) => JSON.stringify(says));
  const different = mistakes.filter((_, i) => said.indexOf(said[i] ?? '') === i);
  const either = different.length > 1 && ({ either: true } as const);
  return different.map(({ tag, says }) => ({ tag, says, ...either }));
}
