import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { claims } from '../../src/claims/index.ts';
import { unpacked } from '../../src/language/index.ts';
import { toAuthors } from '../language/english.ts';

it('lists one claim for each folder', () => {
  const folder = fileURLToPath(new URL('../../src/claims', import.meta.url));
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(claims.kinds.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
});

it('names the claims that there are when a file makes another one', () => {
  const message = claims.source.safeParse({ compute: {} }).error?.issues[0]?.message ?? '';
  expect(toAuthors(unpacked(message))).toContain('"compute" is not a claim: choose one of computes,');
});

it('refuses two claims for one question', () => {
  const message =
    claims.source.safeParse({ computes: {}, parameters: 'model' }).error?.issues[0]?.message ?? '';
  expect(toAuthors(unpacked(message))).toContain('makes 2 claims');
});

it('points into the claim at the field that is wrong', () => {
  const issues = claims.source.safeParse({ computes: { function: 3 } }).error?.issues;
  expect(issues?.[0]?.path).toEqual(['computes', 'function']);
});
