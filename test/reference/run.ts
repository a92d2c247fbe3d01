import { writeFileSync } from 'node:fs';
import { REFERENCE, referencePage } from './page.ts';

/** `npm run reference`: writes docs/reference.md. */
writeFileSync(REFERENCE, referencePage());
