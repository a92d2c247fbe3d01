import type { Context } from '../../claims/claim.ts';
import { modelOf } from '../../models/model.ts';
import { namesOf } from '../../models/names.ts';
import { trainedCurvesOf } from '../../models/trained-curves.ts';
import type { ExerciseSource, QuestionSource, QuizSource } from '../format/schema.ts';

type Material = Pick<ExerciseSource, 'model' | 'fits' | 'sigma'>;

/** What the claims and figures of an exercise may look at. Throws what the file lacks for it. */
export function exerciseContext({ model, fits, sigma }: Material, decimals: QuizSource['decimals']): Context {
  const built = model ? modelOf(model) : null;
  return {
    model: built,
    fits: fits ? trainedCurvesOf(fits) : null,
    notation: {
      names: built ? namesOf(built) : [],
      sigma: sigma ?? null,
      decimalComma: decimals === 'comma',
    },
    seed: '',
  };
}

/** The same for a question, which may state its own instead. */
export function questionContext(source: QuestionSource, exercise: Context, version: string): Context {
  const model = source.model ? modelOf(source.model) : exercise.model;
  return {
    model,
    fits: source.fits ? trainedCurvesOf(source.fits) : exercise.fits,
    notation: {
      ...exercise.notation,
      names: model ? namesOf(model) : [],
      sigma: source.sigma ?? exercise.notation.sigma,
    },
    seed: version,
  };
}
