import type { Context } from '../../claims/claim.ts';
import { modelOf } from '../../models/model.ts';
import { namesOf } from '../../models/names.ts';
import { trainedCurvesOf } from '../../models/trained-curves.ts';
import type { Caches } from '../environment.ts';
import type { ExerciseSource, QuestionSource, QuizSource } from '../format/schema.ts';

type Material = Pick<ExerciseSource, 'model' | 'fits' | 'sigma'>;

/** What the claims and figures of an exercise may look at. Throws what the file lacks for it. */
export function exerciseContext(
  { model, fits, sigma }: Material,
  decimals: QuizSource['decimals'],
  { curves, experiments }: Caches,
): Context {
  const built = model ? modelOf(model) : null;
  return {
    model: built,
    fits: fits ? trainedCurvesOf(fits, curves) : null,
    notation: {
      names: built ? namesOf(built) : [],
      sigma: sigma ?? null,
      decimalComma: decimals === 'comma',
    },
    experiments,
    seed: '',
  };
}

/** The same for a question, which may state its own instead. */
export function questionContext(
  source: QuestionSource,
  exercise: Context,
  version: string,
  { curves }: Caches,
): Context {
  const model = source.model ? modelOf(source.model) : exercise.model;
  return {
    model,
    fits: source.fits ? trainedCurvesOf(source.fits, curves) : exercise.fits,
    notation: {
      ...exercise.notation,
      names: model ? namesOf(model) : [],
      sigma: source.sigma ?? exercise.notation.sigma,
    },
    experiments: exercise.experiments,
    seed: version,
  };
}
