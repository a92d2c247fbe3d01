import Handlebars from 'handlebars';
import { z } from 'zod';
import { type Language, Words } from '../../language/index.ts';
import { dayOf, describeMoment, describeShortly, timeOf } from '../wording/dates.ts';

const { SafeString, escapeExpression } = Handlebars;

/** What helpers read from the root of a page: the language, the moment of the request and the clock of the course. */
const Clock = z.object({ now: z.number(), timezone: z.string(), language: z.custom<Language>() });
const Reader = z.object({ language: z.custom<Language>() });
const Options = z.object({
  data: z.object({ root: z.unknown(), token: z.unknown().optional() }),
  hash: z.record(z.string(), z.unknown()),
});
const Token = z.custom<(option: string) => string>((value) => typeof value === 'function');

export const languageOf = (options: unknown): Language =>
  Reader.parse(Options.parse(options).data.root).language;
/** Words of a template's context as text; anything else is nothing. */
export function text(value: unknown, options: unknown): string {
  const words = Words.safeParse(value);
  return words.success ? languageOf(options).say(words.data) : '';
}
/** A list over several courses names the clock of each: `{{date at timezone=timezone}}`. */
function clockOf(options: unknown) {
  const { data, hash } = Options.parse(options);
  const { now, timezone, language } = Clock.parse(data.root);
  return { now, timezone: typeof hash['timezone'] === 'string' ? hash['timezone'] : timezone, language };
}

const time = (iso: string, words: string) =>
  new SafeString(`<time datetime="${iso}">${escapeExpression(words)}</time>`);

/** HTML among the placeholders (`<time>`, `<strong>`, links) stays what it is; all else is text. */
function translate(source: string, options: unknown) {
  const { hash } = Options.parse(options);
  const html: string[] = [];
  const values = Object.entries(hash).map(([name, value]) => {
    if (!(value instanceof SafeString)) return [name, Value.parse(value)] as const;
    html.push(value.toHTML());
    return [name, `${MARK}${html.length - 1}${MARK}`] as const;
  });
  const said = languageOf(options).say({ text: source, values: Object.fromEntries(values) });
  return new SafeString(escapeExpression(said).replace(MARKED, (_, i) => html[Number(i)] ?? ''));
}

/** A character that no text has: it stands for HTML while the sentence around it is put together. */
const MARK = '\u{f8ff}';
const MARKED = /\u{f8ff}(\d+)\u{f8ff}/gu;
const Value = z
  .union([z.number(), Words])
  .nullish()
  .transform((value) => value ?? '');

export const helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** A sentence of the template, by its English text: `{{t "Question {label}" label=label}}`. */
  t: (source: unknown, options: unknown) => translate(z.string().parse(source), options),
  /** A sentence that code made, or words that are the same in every language. */
  say: (words: unknown, options: unknown) => text(words, options),
  /** For placeholders of `t`. */
  strong: (words: unknown, options: unknown) =>
    new SafeString(`<strong>${escapeExpression(text(words, options))}</strong>`),
  code: (words: unknown, options: unknown) =>
    new SafeString(`<code>${escapeExpression(text(words, options))}</code>`),
  link: (href: unknown, words: unknown, options: unknown) =>
    new SafeString(
      `<a href="${escapeExpression(text(href, options))}">${escapeExpression(text(words, options))}</a>`,
    ),

  eq: (a: unknown, b: unknown) => a === b,
  or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  and: (a: unknown, b: unknown) => Boolean(a) && Boolean(b),
  /** For an attribute that a script reads. */
  json: (value: unknown) => JSON.stringify(value),
  /** Whether one of the items has it. */
  some: (field: unknown, items: unknown) =>
    z
      .array(z.record(z.string(), z.unknown()))
      .parse(items)
      .some((item) => item[String(field)]),
  /** Nothing is in no list. */
  includes: (items: unknown, item: unknown) => Array.isArray(items) && items.includes(item),
  concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),

  /** What a form posts for an option of a choice; only answers are rendered with one. */
  token: (option: unknown, options: unknown) =>
    Token.parse(Options.parse(options).data.token)(text(option, options)),

  /** `Monday 10 April, 23:59, in 2 days` */
  date: (at: unknown, options: unknown) => {
    const { now, timezone, language } = clockOf(options);
    const { when, distance, iso } = describeMoment(z.number().parse(at), now, timezone, language);
    return time(iso, `${when}, ${distance}`);
  },
  /** `Monday 10 April, 23:59` */
  moment: (at: unknown, options: unknown) => {
    const { now, timezone, language } = clockOf(options);
    const { when, iso } = describeMoment(z.number().parse(at), now, timezone, language);
    return time(iso, when);
  },
  /** `10 Apr, 14:03` */
  shortly: (at: unknown, options: unknown) => {
    const { now, timezone, language } = clockOf(options);
    const moment = z.number().parse(at);
    return time(new Date(moment).toISOString(), describeShortly(moment, now, timezone, language));
  },
  /** `Monday 10 April` */
  day: (at: unknown, options: unknown) => {
    const { now, timezone, language } = clockOf(options);
    const moment = z.number().parse(at);
    return time(new Date(moment).toISOString(), dayOf(moment, now, timezone, language));
  },
  /** `14:03` */
  time: (at: unknown, options: unknown) => {
    const moment = z.number().parse(at);
    return time(new Date(moment).toISOString(), timeOf(moment, clockOf(options).timezone));
  },
  /** Marks and counts: up to two decimals, thousands apart by a narrow space. */
  decimal: (value: unknown, options: unknown) => languageOf(options).number(z.number().parse(value)),
  /** `340 kB`, `1.2 MB` */
  bytes: (size: unknown, options: unknown) => {
    const kilo = Math.ceil(z.number().parse(size) / 1000);
    const { number } = languageOf(options);
    return kilo < 1000 ? `${number(kilo)}\u202fkB` : `${number(Math.round(kilo / 100) / 10)}\u202fMB`;
  },
  /** 0..1 as `62 %` */
  percent: (share: unknown) => `${Math.round(100 * z.number().parse(share))}\u202f%`,
};
