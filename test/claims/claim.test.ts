import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineClaim } from '../../src/claims/claim-kind.ts';
import { claimSet } from '../../src/claims/claim-set.ts';
import { contextOf } from './context.ts';

it('computes mistakes and solutions once, and only when they are asked for', () => {
  const computed: string[] = [];
  const kind = defineClaim({
    name: 'counted',
    level: 'proven',
    schema: z.null(),
    judge: {},
    misconceptions() {
      computed.push('misconceptions');
      return [];
    },
    solutions() {
      computed.push('solutions');
      return null;
    },
  });
  const { claim } = claimSet([kind]).source.parse({ counted: null }).inContext(contextOf());
  expect(computed).toEqual([]);
  for (const _ of [1, 2]) expect([claim?.misconceptions, claim?.solutions]).toEqual([[], null]);
  expect(computed).toEqual(['misconceptions', 'solutions']);
});
