import { faults } from './rows.ts';

/** `npm run faults`: which rows of docs/faults.md have tests, and where. */
const { rows } = faults();
for (const { row, fault, tests } of rows) {
  console.log(`${String(row).padStart(2)}  ${fault}`);
  for (const { file, count } of tests) console.log(`      ${file}${count > 1 ? ` × ${count}` : ''}`);
}
const missing = rows.filter(({ tests }) => tests.length === 0).map(({ row }) => row);
console.log(`\n${rows.length - missing.length} of ${rows.length} rows have tests.`);
if (missing.length > 0) console.log(`No test yet: ${missing.join(', ')}.`);
