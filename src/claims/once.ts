import type { Model } from '../models/model.ts';

/** Computes what depends on the model alone once for each model, however many responses are judged. */
export function oncePerModel<M extends Pick<Model, 'network'>, T extends object>(
  compute: (model: M) => T,
): (model: M) => T {
  const known = new WeakMap<Model['network'], T>();
  return (model) => {
    const value = known.get(model.network) ?? compute(model);
    known.set(model.network, value);
    return value;
  };
}

/** Computes it when it is first asked for. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
