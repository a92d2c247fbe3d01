import Handlebars from 'handlebars';
import type { ContentRenderer } from '../../quizzes/index.ts';
import { type Options, say } from './helpers.ts';

const { SafeString } = Handlebars;

/** LaTeX, Markdown in a line, Markdown in paragraphs: set as HTML by this renderer. */
export const contentHelpers = ({
  renderMath,
  renderInline,
  renderContent,
}: ContentRenderer): Readonly<Record<string, Handlebars.HelperDelegate>> => ({
  math: (latex: unknown, options: Options) =>
    new SafeString(renderMath(say(latex, options), false, options.data.language)),
  inline: (markdown: unknown, options: Options) =>
    new SafeString(renderInline(say(markdown, options), options.data.language)),
  content: (markdown: unknown, options: Options) =>
    new SafeString(renderContent(say(markdown, options), options.data.language)),
  /** The same for what a student wrote, whose decimals stay as they are. */
  written: (markdown: unknown, options: Options) =>
    new SafeString(renderContent(say(markdown, options), options.data.language, '.')),
});
