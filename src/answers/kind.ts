import type { z } from 'zod';
import type { Message, Words } from '../language/index.ts';
import type { Form } from '../values/form.ts';
import type { Notation } from '../values/notation.ts';
import type { Outcome, Problem, Verdict } from '../values/outcome.ts';
import type { Value, ValueType } from '../values/value.ts';

/** The fields of one answer as a browser posts them, under the names of `Answer.fields`. A missing field is ''. */
export type Posted = Readonly<Record<string, string | readonly string[]>>;

/** What was understood of a response: shown while answering; says nothing of right or wrong. */
export type Reading =
  | { readonly state: 'blank' }
  /** `shown`: as far as it was understood, with what is unknown underlined. */
  | { readonly state: 'invalid'; readonly problems: readonly Problem[]; readonly shown?: string }
  /** `shown` is Markdown with mathematics. */
  | { readonly state: 'read'; readonly shown: Words };

/** A value written in a question file, and how it is set (Markdown). */
export interface Literal {
  readonly shown: Words;
  readonly value: Value;
}

/** Option of a choice: its id, how it is set, and the value that the claim judges. */
export interface Option extends Literal {
  readonly id: string;
}

/** What an answer kind is given to lay out and read its fields. */
export interface Setting {
  readonly form: Form;
  readonly notation: Notation;
  /** Types of value that the question's claim can judge; a question without a claim accepts words and text. */
  readonly accepts: readonly ValueType[];
}

/** Why something of a file cannot be used, and how to mend it. */
export interface Refused {
  readonly problem: Message;
}

/** An answer of a question: how it is entered, read, and brought before the claim. */
export interface Answer {
  readonly kind: string;
  readonly fields: readonly string[];
  /** For choices: what may be picked; empty for other kinds. */
  readonly options: readonly Option[];
  read(posted: Posted): Reading;
  /** Reads the response and asks the claim of its value (or values). */
  mark(posted: Posted, ask: (value: Value) => Verdict): Outcome;
  /** A key (or example) of the file as a student would post it, or what is wrong with it. */
  write(key: unknown): { readonly posted: Posted } | Refused;
  /** A value as a student would post it, where this kind can express it (used for misconceptions). */
  writeValue(value: Value): Posted | null;
  /** What the partial `views/answers/<kind>.hbs` needs to draw the fields, filled with what was posted. */
  view(posted: Posted): Readonly<Record<string, unknown>>;
}

/** What makes an answer impossible to lay out and how to mend it; `path` leads into its configuration. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: Message;
}

export interface Kind {
  readonly name: string;
  readonly schema: z.ZodType;
  /** The type of its values; null where options may be of any type that the claim judges. */
  readonly yields: ValueType | null;
  /** Reads a literal of a question file as this kind's value; null if the source is of another kind. */
  literal(source: unknown, setting: Setting): Literal | Refused | null;
  problems(config: unknown, setting: Setting): readonly Fault[];
  answer(config: unknown, setting: Setting): Answer;
  /** The fields of a configuration that are options, which may be shown in any order. */
  optionIds(config: object): readonly string[];
}

interface Definition<C> {
  /** The key of the kind in a question file, its folder and its partial. */
  readonly name: string;
  /** What the file may say of it; parses `{}` where the bare name is enough. */
  readonly schema: z.ZodType<C>;
  readonly yields?: ValueType;
  readonly literal?: Kind['literal'];
  readonly problems?: (config: C, setting: Setting) => readonly (Fault | Message)[];
  readonly answer: (config: C, setting: Setting) => Omit<Answer, 'kind'>;
  readonly optionIds?: Kind['optionIds'];
}

/** Binds a kind's typed functions to its schema once, so that an index can hold kinds of every configuration. */
export function defineKind<C>(definition: Definition<C>): Kind {
  const { name, schema } = definition;
  return {
    name,
    schema,
    yields: definition.yields ?? null,
    literal: definition.literal ?? (() => null),
    optionIds: definition.optionIds ?? (() => []),
    problems: (config, setting) =>
      (definition.problems?.(schema.parse(config), setting) ?? []).map((fault) =>
        'text' in fault ? { path: [], message: fault } : fault,
      ),
    answer: (config, setting) => ({ kind: name, ...definition.answer(schema.parse(config), setting) }),
  };
}
