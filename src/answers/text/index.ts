import { z } from 'zod';
import { say } from '../../language/index.ts';
import { defineKind } from '../kind.ts';
import { readAs } from '../one-value.ts';
import { readField, typed } from '../posted.ts';
import { SCAN_FIELDS, scansOf } from './scan.ts';

const FIELD = 'text';
const LONGEST = 10_000;

/** Prose with mathematics (Markdown and LaTeX), and photos or PDFs of handwriting if the file says so; for a person to mark. */
export const text = defineKind({
  name: 'text',
  yields: 'text',
  written: say('a text'),
  byPerson: true,
  prose: true,
  schema: z
    .strictObject({
      handwriting: z
        .boolean()
        .default(false)
        .describe('Whether students can add photos or PDFs of handwriting.'),
    })
    .describe('Text with mathematics, for a person to mark.'),
  answer: ({ handwriting }) => ({
    fields: handwriting ? [FIELD, ...SCAN_FIELDS] : [FIELD],
    read(posted) {
      const written = readField(posted, FIELD, LONGEST);
      if (typeof written !== 'string') return { state: 'invalid', problems: [written] };
      if (written === '' && scansOf(posted).length === 0) return { state: 'blank' };
      const whole = typed(posted, FIELD);
      return readAs({ type: 'text', text: whole }, () => whole);
    },
    write: (key) =>
      typeof key === 'string'
        ? { posted: { [FIELD]: key } }
        : { problem: say('The key or example of a text question is a text.') },
    writeValue: (value) => (value.type === 'text' ? { [FIELD]: value.text } : null),
    view: (posted) => ({
      field: FIELD,
      text: typed(posted, FIELD),
      longest: LONGEST,
      handwriting,
      scans: scansOf(posted),
    }),
  }),
});
