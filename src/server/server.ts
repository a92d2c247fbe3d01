import type { Logger } from 'pino';
import type { GradingServices } from '../grading/index.ts';
import type { Language } from '../language/index.ts';
import type { VariantCache } from '../quizzes/index.ts';
import type { Manifest } from './assets/manifest.ts';
import type { Views } from './views/load-views.ts';

/** What every page may use: the rules of grading with what they stand on, and what the web needs besides. */
export interface Server extends GradingServices {
  readonly log: Logger;
  readonly views: Views;
  readonly assets: { readonly folder: string; readonly manifest: Manifest };
  /** Variants that were drawn for practice and for those who teach. */
  readonly variants: VariantCache;
  readonly languages: readonly Language[];
  readonly sessionSecret: string;
  /** Cookies go over HTTPS only. */
  readonly production: boolean;
  /** As Express takes it: which proxies may say whom they forward for. */
  readonly trustProxy: number | string | false;
}
