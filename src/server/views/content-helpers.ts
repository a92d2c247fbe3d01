import Handlebars from 'handlebars';
import type { ContentRenderer } from '../../quizzes/index.ts';
import { languageOf, text } from './helpers.ts';

const { SafeString } = Handlebars;

/** Helpers that set texts and formulas as HTML. */
export const contentHelpers = ({
  renderMath,
  renderInline,
  renderContent,
}: ContentRenderer): Readonly<Record<string, Handlebars.HelperDelegate>> => ({
  /** LaTeX, Markdown in a line, Markdown in paragraphs. */
  math: (latex: unknown, options: unknown) =>
    new SafeString(renderMath(text(latex, options), false, languageOf(options))),
  inline: (markdown: unknown, options: unknown) =>
    new SafeString(renderInline(text(markdown, options), languageOf(options))),
  content: (markdown: unknown, options: unknown) =>
    new SafeString(renderContent(text(markdown, options), languageOf(options))),
  /** What a student wrote, whose decimals stay as they are. */
  written: (markdown: unknown, options: unknown) =>
    new SafeString(renderContent(text(markdown, options), languageOf(options), '.')),
});
