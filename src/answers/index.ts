import { answerSet } from './answer-set.ts';
import { choice } from './choice/index.ts';
import { choices } from './choices/index.ts';
import { expression } from './expression/index.ts';
import { matching } from './matching/index.ts';
import { matrix } from './matrix/index.ts';
import { number } from './number/index.ts';
import { shape } from './shape/index.ts';
import { table } from './table/index.ts';
import { text } from './text/index.ts';
import { truth } from './truth/index.ts';
import { weights } from './weights/index.ts';

/** Every way to enter an answer, one folder each. */
export const answers = answerSet([
  choice,
  choices,
  truth,
  number,
  shape,
  weights,
  expression,
  matrix,
  table,
  matching,
  text,
]);
