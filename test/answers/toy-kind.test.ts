import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerSet } from '../../src/answers/answer-set.ts';
import { answers } from '../../src/answers/index.ts';
import { defineKind } from '../../src/answers/kind.ts';
import { readAs } from '../../src/answers/one-value.ts';
import { typed } from '../../src/answers/posted.ts';
import { say, unpacked } from '../../src/language/index.ts';
import { markResponse, readResponse } from '../../src/quizzes/index.ts';
import type { NumberValue } from '../../src/values/value.ts';
import { toAuthors } from '../language/english.ts';
import { questionOf } from '../quizzes/one-question.ts';
import { layOut, setting } from './setting.ts';

const count = (strokes: string): NumberValue => ({
  type: 'number',
  value: strokes.length,
  exact: { numerator: BigInt(strokes.length), denominator: 1n },
});

const shown = (strokes: string) => `${strokes} (${strokes.length})`;

/** A number as a tally: `||||` is 4. All that a kind is stands here. */
const tally = defineKind({
  name: 'tally',
  yields: 'number',
  written: say('strokes'),
  schema: z.strictObject({ most: z.number().int().default(50) }),
  literal: (source) =>
    typeof source === 'string' && /^[|]+$/.test(source)
      ? { shown: shown(source), value: count(source) }
      : null,
  answer: ({ most }) => ({
    fields: ['strokes'],
    read(posted) {
      const strokes = typed(posted, 'strokes');
      if (strokes === '') return { state: 'blank' };
      if (/^[|]+$/.test(strokes) && strokes.length <= most)
        return readAs(count(strokes), () => shown(strokes));
      return { state: 'invalid', problems: [{ field: 'strokes', message: say('These are no strokes.') }] };
    },
    write: (key) =>
      typeof key === 'number'
        ? { posted: { strokes: '|'.repeat(key) } }
        : { problem: say('Write a number.') },
    writeValue: (value) => (value.type === 'number' ? { strokes: '|'.repeat(value.value) } : null),
    view: (posted) => ({ strokes: typed(posted, 'strokes') }),
  }),
});

const longer = answerSet([...answers.kinds, tally]);
const counted = setting({ accepts: ['number'] });

const messages = (source: unknown) =>
  longer.source
    .safeParse(source)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${toAuthors(unpacked(message))}`) ?? [];

describe('a kind of answer that is added to the list', () => {
  it('is a part of the schema, with its fields', () => {
    expect(messages('tally')).toEqual([]);
    expect(messages({ tally: { most: 10 } })).toEqual([]);
    expect(messages({ tally: { most: 'ten' } })[0]).toMatch(/^tally\.most/);
    expect(messages('tallies')[0]).toMatch(/choose one of choice, .*, text, tally$/);
    expect(answers.source.safeParse('tally').success).toBe(false);
  });

  it('is read, and judged by whichever claim judges its type of value', () => {
    const dense = { dense: { units: 2, bias: false } };
    const question = questionOf(
      { answer: 'number', claim: { parameters: 'model' }, key: 4 },
      { inputs: ['A', 'B'], layers: [dense] },
    );
    const asked = { ...question, answer: layOut({ tally: { most: 10 } }, counted, longer) };
    const of = (strokes: string) => markResponse(asked, { strokes }, undefined);
    expect(of('||||')).toEqual({ state: 'marked', fraction: 1, notes: [] });
    expect(of('|||')).toMatchObject({ state: 'marked', fraction: 0 });
    expect(of('')).toEqual({ state: 'blank' });
    expect(of('|'.repeat(11))).toMatchObject({ state: 'invalid', problems: [{ field: 'strokes' }] });
    expect(readResponse(asked, { strokes: '||||' })).toEqual({ state: 'read', shown: '|||| (4)' });
  });

  it('is offered where the claim cannot judge another kind', () => {
    expect(() => layOut('weights', counted, longer)).toThrow(/choose one of choice, choices, number, tally$/);
  });

  it('writes options of a choice', () => {
    const { options } = layOut({ choice: { a: '|||', b: 4 } }, counted, longer);
    expect(options.map(({ value }) => value)).toMatchObject([{ value: 3 }, { value: 4 }]);
    expect(() => layOut({ choice: { a: '|||', b: 4 } }, counted)).toThrow(/option "a"/);
    expect(() => layOut({ choice: { a: [], b: 4 } }, counted, longer)).toThrow(/a number such as 593536/);
  });
});
