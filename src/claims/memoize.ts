import type { Model } from '../models/model.ts';
import type { Context } from './claim.ts';

/** Computes what depends on the model alone once for each model, however many responses are judged. */
export function memoizedByModel<M extends Pick<Model, 'network'>, T extends object>(
  compute: (model: M) => T,
): (model: M) => T {
  const known = new WeakMap<Model['network'], T>();
  return (model) => {
    const value = known.get(model.network) ?? compute(model);
    known.set(model.network, value);
    return value;
  };
}

/** Computes what depends on a claim's fields and context once for each claim, however many responses are judged. */
export function memoizedByClaim<Fields extends object, T extends object>(
  compute: (fields: Fields, context: Context) => T,
): (fields: Fields, context: Context) => T {
  const known = new WeakMap<Context, WeakMap<Fields, T>>();
  return (fields, context) => {
    const ofContext = known.get(context) ?? new WeakMap<Fields, T>();
    known.set(context, ofContext);
    const value = ofContext.get(fields) ?? compute(fields, context);
    ofContext.set(fields, value);
    return value;
  };
}

/** Computes it when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
