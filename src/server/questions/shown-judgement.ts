import type { Judgement, Result } from '../../grading/index.ts';
import { type Language, type Message, say, type Words } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Note } from '../../values/outcome.ts';
import { type CertaintyWords, certaintyWords } from '../wording/certainty.ts';
import { VERDICTS, type VerdictLook } from '../wording/verdicts.ts';
import { drawEvidence, type WitnessPart } from './evidence.ts';

/** What the partial `review/verdict` reads, and what pages say beside it. */
export interface JudgementPart extends VerdictLook {
  readonly result: Result;
  /** null: there is none, or it may not be shown. */
  readonly mark: number | null;
  readonly waiting: boolean;
  readonly byPerson: boolean;
  readonly why: Message | null;
  readonly sure: CertaintyWords | null;
  readonly reason: Words | null;
  readonly witness: WitnessPart | null;
  readonly notes: readonly Words[];
  /** Notes on several mistakes, of which one was made. */
  readonly alternatives: readonly Words[];
  readonly feedback: readonly string[];
  readonly hint: string | null;
  readonly comment: string | null;
}

export function shownJudgement(question: Question, judgement: Judgement, language: Language): JudgementPart {
  const { result, mark, waiting, byPerson, certainty, reason, witness, feedback, hint, comment } = judgement;
  return {
    ...VERDICTS[result],
    ...{ result, mark, waiting, byPerson, reason, feedback, hint, comment },
    ...notesApart(judgement.notes),
    why: whyThisMark(judgement),
    sure: certainty && certaintyWords(question.source.marks, certainty),
    witness: witness && drawEvidence(question, witness, language),
  };
}

const notesApart = (notes: readonly Note[]): Pick<JudgementPart, 'notes' | 'alternatives'> => ({
  notes: notes.flatMap(({ says, either }) => (either ? [] : [says])),
  alternatives: notes.flatMap(({ says, either }) => (either ? [says] : [])),
});

/** Where the answer alone would have brought another mark. */
function whyThisMark({ worth, mark }: Judgement): Message | null {
  if (worth === null || mark === null) return null;
  if (mark > worth) return say('An answer you checked earlier is worth more, so that one counts.');
  return say(
    'This answer is worth {worth, plural, one {# mark} other {# marks}}; earlier tries took off {off, number}.',
    { worth: hundredths(worth), off: hundredths(worth - mark) },
  );
}

const hundredths = (marks: number) => Math.round(marks * 100) / 100;
