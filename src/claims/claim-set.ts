import { z } from 'zod';
import { packed, say } from '../language/index.ts';
import { asWritten } from '../values/json.ts';
import type { BoundClaim } from './claim.ts';
import type { ClaimKind } from './claim-kind.ts';

/** The claims that a question file may make. */
export interface ClaimSet {
  readonly kinds: readonly ClaimKind[];
  /** A claim in a question file: `{ computes: { function: A or B } }`. */
  readonly source: z.ZodType<BoundClaim>;
}

export function claimSet(kinds: readonly ClaimKind[]): ClaimSet {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const names = [...byName.keys()].join(', ');
  const source = z
    .record(z.string(), z.unknown(), {
      error: packed(
        say('a claim is written as {example}, with one of {names}', { example: '{name: …}', names }),
      ),
    })
    .transform((fields, context): BoundClaim => {
      const [name = '', ...others] = Object.keys(fields);
      const kind = byName.get(name);
      if (!kind || others.length > 0) {
        const message =
          others.length > 0
            ? say('makes {count} claims: choose one of {names}', { count: others.length + 1, names })
            : say('"{name}" is not a claim: choose one of {names}', { name, names });
        context.addIssue({ code: 'custom', message: packed(message) });
        return z.NEVER;
      }
      const bound = kind.bind(fields[name]);
      if ('claim' in bound) return bound.claim;
      for (const issue of bound.issues) context.addIssue({ ...issue, path: [name, ...issue.path] });
      return z.NEVER;
    });
  return { kinds, source: z.preprocess(asWritten, source) };
}
