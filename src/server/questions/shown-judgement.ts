import type { Judgement } from '../../grading/index.ts';
import { type Language, type Message, say } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import { certaintyWords } from '../wording/certainty.ts';
import { drawEvidence, VERDICTS } from '../wording/verdicts.ts';

/** A judgement as the partial `verdict` shows it. */
export const shownJudgement = (question: Question, judgement: Judgement, language: Language) => ({
  ...judgement,
  ...VERDICTS[judgement.verdict],
  why: whyThisMark(judgement),
  sure: judgement.certainty && certaintyWords(question.source.marks, judgement.certainty),
  witness: judgement.witness && drawEvidence(question, judgement.witness, language),
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
