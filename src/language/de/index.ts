import { type Catalogue, defineLanguage } from '../language.ts';
import { attempt } from './attempt.ts';
import { authors } from './authors.ts';
import { behaviours } from './behaviours.ts';
import { carrying } from './carrying.ts';
import { claims } from './claims.ts';
import { errors } from './errors.ts';
import { evidence } from './evidence.ts';
import { experiments } from './experiments.ts';
import { figures } from './figures.ts';
import { files } from './files.ts';
import { frame } from './frame.ts';
import { instructors } from './instructors.ts';
import { mistakes } from './mistakes.ts';
import { paper } from './paper.ts';
import { people } from './people.ts';
import { practice } from './practice.ts';
import { preview } from './preview.ts';
import { quiz } from './quiz.ts';
import { reading } from './reading.ts';
import { scans } from './scans.ts';
import { times } from './times.ts';
import { verdicts } from './verdicts.ts';

/** One catalogue for each part of the program; a message stands in one of them. */
export const catalogues: readonly Catalogue[] = [
  frame,
  attempt,
  behaviours,
  verdicts,
  carrying,
  evidence,
  claims,
  mistakes,
  experiments,
  figures,
  paper,
  practice,
  preview,
  files,
  authors,
  reading,
  scans,
  times,
  quiz,
  people,
  instructors,
  errors,
];

const messages = new Map(catalogues.flatMap((catalogue) => Object.entries(catalogue)));

export const german = defineLanguage({
  tag: 'de',
  name: 'Deutsch',
  locale: 'de',
  translate: (text) => messages.get(text) ?? text,
});
