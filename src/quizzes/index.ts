export { type Alone, hasDrawnOptions, prepareAlone, statedVersion } from './alone.ts';
export { checkContent, renderContent, renderInline, renderMath } from './content.ts';
export { datesOf, timesOf } from './dates.ts';
export { readDuration, writeDuration } from './duration.ts';
export { witnessFigure } from './figure.ts';
export { givesParts } from './in-part.ts';
export { quizJsonSchema } from './json-schema.ts';
export {
  type Loaded,
  type LoadedCourse,
  type LoadedQuiz,
  loadCourses,
  loadPaths,
  warningsAt,
} from './load.ts';
export { markResponse, readResponse } from './mark.ts';
export { readMoment, writeMoment } from './moment.ts';
export { ON_ITS_WAY, practiceFrom } from './practice.ts';
export { prepareQuiz, prepareSource } from './prepare.ts';
export { Proofs, refutations } from './proofs.ts';
export { distractorsOf, type Finding, type Proof, type Status } from './prove.ts';
export type { Dates, Exercise, Figure, Question, Quiz, Times } from './quiz.ts';
export { REVIEW_ITEMS, REVIEW_MOMENTS, type ReviewItem, ReviewRules } from './review.ts';
export { QuizSource } from './schema.ts';
export { deployedSeeds, drawnText, variantOf, variantOfSeed } from './variants/attempt.ts';
export { type Proving, type ProvingOptions, proveQuiz, provingsOf } from './variants/prove.ts';
export { warmUp } from './warm-up.ts';
export { ruleWarnings } from './warnings.ts';
export type { FileProblem } from './yaml.ts';
