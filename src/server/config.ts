import { isIP } from 'node:net';
import { z } from 'zod';
import { ENGLISH, unpacked } from '../language/index.ts';
import { whyNoDatabase } from './database-path.ts';

const PORT = 'must be a whole number from 0 to 65535, such as 3000';
const Port = z
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine((port) => port <= 65_535, PORT);

/** `1` (one proxy in front), a count, or addresses and networks as Express reads them: `loopback, 10.0.0.0/8`. */
const TrustProxy = z
  .string()
  .refine(
    (text) => /^\d{1,2}$/.test(text.trim()) || text.split(',').every((each) => isNetwork(each.trim())),
    'must be the number of proxies in front of Markprop, or their addresses, such as "1" or "loopback, 10.0.0.0/8"',
  )
  .transform((text) => (/^\d+$/.test(text.trim()) ? Number(text) : text));

const NAMED_NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** An address, a network such as `10.0.0.0/8`, or a name that Express has for some. */
function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.has(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || more.length > 0) return false;
  const most = version === 4 ? 32 : 128;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most);
}

const Database = z
  .string()
  .trim()
  .min(1, 'must be a file, such as .markprop/markprop.sqlite')
  .superRefine((path, context) => {
    const why = whyNoDatabase(path);
    if (why !== null) context.addIssue({ code: 'custom', message: why });
  });

const Environment = z.object({
  PORT: Port.default(3000),
  HOST: z.string().min(1).default('localhost'),
  /** File of the embedded database; its folder also keeps the session secret. */
  DATABASE: Database.default('.markprop/markprop.sqlite'),
  SESSION_SECRET: z
    .string()
    .refine(
      (secret) => secret.trim().length >= 32,
      'must have at least 32 characters, not counting spaces around them',
    )
    .optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  TRUST_PROXY: TrustProxy.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: string;
  readonly sessionSecret: string | null;
  readonly production: boolean;
  readonly trustProxy: number | string | false;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

/** A setting of the environment that cannot be used; the message names it and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Every setting that Markprop takes from the environment, read once at start; an empty one counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const told = parsed.error.issues.map(
      (issue) =>
        `${issue.path.join('.')} ${phrase(ENGLISH.say(unpacked(issue.message)))}${quoted(String(issue.path[0]), given)}`,
    );
    throw new ConfigError(told.join('; '));
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    database: settings.DATABASE,
    sessionSecret: settings.SESSION_SECRET ?? null,
    production: settings.NODE_ENV === 'production',
    trustProxy: settings.TRUST_PROXY ?? false,
    logLevel: settings.LOG_LEVEL,
  };
}

/** What was given, except for a secret: messages end in logs. */
const quoted = (name: string, given: Readonly<Record<string, string | undefined>>) =>
  name === 'SESSION_SECRET' ? '' : ` (it is "${given[name]}")`;

const phrase = (message: string) => (message.startsWith('must') ? message : `is not valid: ${message}`);
