import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answers } from '../../src/answers/index.ts';
import { claims } from '../../src/claims/index.ts';
import { standardParts } from '../../src/models/activations.ts';
import { layerKinds } from '../../src/models/layers/index.ts';
import { fieldsOf, schemaOf, typeOf } from './fields.ts';
import { REFERENCE, referencePage } from './page.ts';

describe('docs/reference.md', () => {
  it('says what the schemas say: if not, run "npm run reference"', () => {
    expect(readFileSync(REFERENCE, 'utf8')).toBe(referencePage());
  });

  it('says of every field what it means', () => {
    const fields = referencePage()
      .split('\n')
      .filter((line) => line.startsWith('| `') && line.split(' | ').length === 4);
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((line) => line.endsWith('|  |'))).toEqual([]);
  });

  it('has a part for each claim, answer, layer and activation, with what it is', () => {
    const page = referencePage();
    const parts = [...claims.kinds, ...answers.kinds, ...layerKinds].map(({ name }) => name);
    expect(parts.filter((name) => !new RegExp(`^### \`${name}\`\\n\\n[A-Z]`, 'm').test(page))).toEqual([]);
    const activations = [...standardParts.activations.keys()];
    expect(activations.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

describe('the fields of a schema', () => {
  const schema = z
    .strictObject({
      size: z.number().int().positive().max(9).describe('How large.'),
      kind: z.enum(['a', 'b']).default('a'),
      at: z.union([z.literal('here'), z.strictObject({ x: z.number() })]).optional(),
      rows: z.array(z.array(z.number())).default([]),
      by: z.record(z.string(), z.strictObject({ share: z.number().min(0).lt(1) })).optional(),
    })
    .describe('Something.');

  it('have a type, a default and a meaning, and are followed by their own', () => {
    expect(fieldsOf(schemaOf(schema))).toEqual([
      { name: 'size', type: 'whole number (above 0, at most 9)', default: 'required', meaning: 'How large.' },
      { name: 'kind', type: '`a` or `b`', default: '`a`', meaning: '' },
      { name: 'at', type: '`here` or `{ x }`', default: '', meaning: '' },
      { name: 'at.x', type: 'number', default: '', meaning: '' },
      { name: 'rows', type: 'list of lists of numbers', default: '', meaning: '' },
      { name: 'by', type: 'mapping of names to `{ share }`', default: '', meaning: '' },
      { name: 'by.share', type: 'number (at least 0, below 1)', default: 'required', meaning: '' },
    ]);
  });

  it('are what authors write, before it is read', () => {
    expect(typeOf(schemaOf(z.string().transform(Number)))).toBe('text');
    expect(typeOf(schemaOf(z.string().meta({ title: 'date' })))).toBe('date');
    expect(typeOf(schemaOf(z.strictObject({})))).toBe('no fields');
  });
});
