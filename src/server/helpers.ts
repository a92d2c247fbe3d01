import Handlebars from 'handlebars';
import { z } from 'zod';
import { renderContent, renderInline, renderMath } from '../quizzes/content.ts';
import { dayOf, describeMoment, describeShortly, timeOf } from './dates.ts';

const { SafeString, escapeExpression } = Handlebars;

/** What helpers read from the root of a page: the moment of the request and the clock of the course. */
const Clock = z.object({ now: z.number(), timezone: z.string() });
const Options = z.object({
  data: z.object({ root: z.unknown(), token: z.unknown().optional() }),
  hash: z.object({ timezone: z.string().optional() }),
});
const Token = z.custom<(option: string) => string>((value) => typeof value === 'function');

const text = (value: unknown) => (typeof value === 'string' ? value : '');
/** A list over several courses names the clock of each: `{{date at timezone=timezone}}`. */
function clockOf(options: unknown): z.infer<typeof Clock> {
  const { data, hash } = Options.parse(options);
  const { now, timezone } = Clock.parse(data.root);
  return { now, timezone: hash.timezone ?? timezone };
}

const time = (iso: string, words: string) =>
  new SafeString(`<time datetime="${iso}">${escapeExpression(words)}</time>`);

export const helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  eq: (a: unknown, b: unknown) => a === b,
  or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),

  /** LaTeX, Markdown in a line, Markdown in paragraphs: set as HTML. */
  math: (latex: unknown) => new SafeString(renderMath(text(latex), false)),
  inline: (markdown: unknown) => new SafeString(renderInline(text(markdown))),
  content: (markdown: unknown) => new SafeString(renderContent(text(markdown))),

  /** What a form posts for an option of a choice; only answers are rendered with one. */
  token: (option: unknown, options: unknown) => Token.parse(Options.parse(options).data.token)(text(option)),

  /** `Monday 10 April, 23:59, in 2 days` */
  date: (at: unknown, options: unknown) => {
    const { now, timezone } = clockOf(options);
    const { when, distance, iso } = describeMoment(z.number().parse(at), now, timezone);
    return time(iso, `${when}, ${distance}`);
  },
  /** `Monday 10 April, 23:59` */
  moment: (at: unknown, options: unknown) => {
    const { now, timezone } = clockOf(options);
    const { when, iso } = describeMoment(z.number().parse(at), now, timezone);
    return time(iso, when);
  },
  /** `10 Apr, 14:03` */
  shortly: (at: unknown, options: unknown) => {
    const { now, timezone } = clockOf(options);
    const moment = z.number().parse(at);
    return time(new Date(moment).toISOString(), describeShortly(moment, now, timezone));
  },
  /** `Monday 10 April` */
  day: (at: unknown, options: unknown) => {
    const { now, timezone } = clockOf(options);
    const moment = z.number().parse(at);
    return time(new Date(moment).toISOString(), dayOf(moment, now, timezone));
  },
  /** `14:03` */
  time: (at: unknown, options: unknown) => {
    const moment = z.number().parse(at);
    return time(new Date(moment).toISOString(), timeOf(moment, clockOf(options).timezone));
  },
  /** Marks and counts: up to two decimals, thousands apart by a narrow space. */
  decimal: (value: unknown) =>
    new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
      .format(z.number().parse(value))
      .replaceAll(',', '\u202f'),
  /** 0..1 as `62 %` */
  percent: (share: unknown) => `${Math.round(100 * z.number().parse(share))}\u202f%`,
  /** `1 attempt`, `2 attempts` */
  count: (value: unknown, one: unknown, many: unknown) => `${value} ${value === 1 ? one : many}`,
};
