import Handlebars from 'handlebars';
import type { Language, Words } from '../../language/index.ts';
import { dayOf, describeMoment, describeShortly, timeOf } from '../wording/dates.ts';

const { SafeString, escapeExpression } = Handlebars;

/** What a template is rendered with besides its context; only helpers see it. */
export interface Rendering {
  readonly language: Language;
  /** The moment of the request in UTC milliseconds and the time zone of the course, where moments are shown. */
  readonly now?: number;
  readonly timezone?: string;
  /** What a form posts for an option of a choice; only answers are rendered with one. */
  readonly token?: (option: string) => string;
}

/** What Handlebars passes last; `loadViews` sees to it that `data` is there. */
export interface Options {
  readonly data: Rendering;
  readonly hash: Readonly<Record<string, unknown>>;
}

export const say = (words: unknown, { data }: Options): string => data.language.say(wordsIn(words));

function wordsIn(value: unknown): Words {
  if (typeof value === 'string' || isMessage(value)) return value;
  throw new TypeError(`A template got ${JSON.stringify(value)} where words belong.`);
}

/** TypeScript checks what pages give their templates, so a look at what tells words from other things is enough. */
const isMessage = (value: unknown): value is Exclude<Words, string> =>
  typeof value === 'object' && value !== null && ('text' in value || 'numeral' in value);

function numberIn(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`A template got ${JSON.stringify(value)} where a number belongs.`);
}

/** A list over several courses names the clock of each: `{{date at timezone=timezone}}`. */
function clockOf({ data, hash }: Options) {
  const timezone = hash['timezone'] ?? data.timezone;
  if (data.now === undefined || typeof timezone !== 'string')
    throw new Error('There is no clock to tell moments by.');
  return { now: data.now, timezone, language: data.language };
}

const time = (at: number, words: string) =>
  new SafeString(`<time datetime="${new Date(at).toISOString()}">${escapeExpression(words)}</time>`);

/** HTML among the placeholders (`<time>`, `<strong>`, links) stays what it is; all else is text. */
function translate(text: string, { data, hash }: Options) {
  const html: string[] = [];
  const values = Object.entries(hash).map(([name, value]) => {
    if (!(value instanceof SafeString))
      return [name, typeof value === 'number' ? value : wordsIn(value)] as const;
    html.push(value.toHTML());
    return [name, `${MARK}${html.length - 1}${MARK}`] as const;
  });
  const said = data.language.say({ text, values: Object.fromEntries(values) });
  return new SafeString(escapeExpression(said).replace(MARKED, (_, i) => html[Number(i)] ?? ''));
}

/** A character that no text has: it stands for HTML while the sentence around it is put together. */
const MARK = '\u{f8ff}';
const MARKED = /\u{f8ff}(\d+)\u{f8ff}/gu;

export const helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** A sentence of the template, by its English text: `{{t "Question {label}" label=label}}`. */
  t: (text: string, options: Options) => translate(text, options),
  /** A sentence that code made, or words that are the same in every language. */
  say,
  /** For placeholders of `t`. */
  strong: (words: unknown, options: Options) =>
    new SafeString(`<strong>${escapeExpression(say(words, options))}</strong>`),
  code: (words: unknown, options: Options) =>
    new SafeString(`<code>${escapeExpression(say(words, options))}</code>`),

  eq: (a: unknown, b: unknown) => a === b,
  or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  and: (a: unknown, b: unknown) => Boolean(a) && Boolean(b),
  /** For an attribute that a script reads. */
  json: (value: unknown) => JSON.stringify(value),
  /** Whether the list has the item. */
  includes: (items: readonly unknown[], item: unknown) => items.includes(item),
  concat: (...parts: readonly unknown[]) => parts.slice(0, -1).join(''),

  token: (option: string, { data }: Options) => {
    if (data.token === undefined) throw new Error('There are no tokens of options.');
    return data.token(option);
  },

  /** `Monday 10 April, 23:59, in 2 days` */
  date: (at: unknown, options: Options) => {
    const { now, timezone, language } = clockOf(options);
    const { when, distance } = describeMoment(numberIn(at), now, timezone, language);
    return time(numberIn(at), `${when}, ${distance}`);
  },
  /** `Monday 10 April, 23:59` */
  moment: (at: unknown, options: Options) => {
    const { now, timezone, language } = clockOf(options);
    return time(numberIn(at), describeMoment(numberIn(at), now, timezone, language).when);
  },
  /** `10 Apr, 14:03` */
  shortly: (at: unknown, options: Options) => {
    const { now, timezone, language } = clockOf(options);
    return time(numberIn(at), describeShortly(numberIn(at), now, timezone, language));
  },
  /** `Monday 10 April` */
  day: (at: unknown, options: Options) => {
    const { now, timezone, language } = clockOf(options);
    return time(numberIn(at), dayOf(numberIn(at), now, timezone, language));
  },
  /** `14:03` */
  time: (at: unknown, options: Options) =>
    time(numberIn(at), timeOf(numberIn(at), clockOf(options).timezone)),
  /** Marks and counts: up to two decimals, thousands apart by a narrow space. */
  decimal: (value: unknown, { data }: Options) => data.language.number(numberIn(value)),
  /** `340 kB`, `1.2 MB` */
  bytes: (size: unknown, { data: { language } }: Options) => {
    const kilo = Math.ceil(numberIn(size) / 1000);
    return kilo < 1000
      ? `${language.number(kilo)}\u202fkB`
      : `${language.number(Math.round(kilo / 100) / 10)}\u202fMB`;
  },
  /** 0..1 as `62 %` */
  percent: (share: unknown) => `${Math.round(100 * numberIn(share))}\u202f%`,
};
