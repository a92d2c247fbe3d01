import { describe, expect, it } from 'vitest';
import { faults, misnumbered, namedRows, readRows } from './rows.ts';

describe('the list of faults', () => {
  const { rows, unknown, misnumbered } = faults();

  it('is numbered without a gap', () => {
    expect(rows.length).toBeGreaterThanOrEqual(65);
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, i) => i + 1));
  });

  it('has every row that a test names', () => {
    expect(unknown).toEqual([]);
  });

  it('is named by tests in one style, "12: …"', () => {
    expect(misnumbered).toEqual([]);
  });

  it('finds the tests of a row', () => {
    expect(rows.filter(({ tests }) => tests.length > 0).length).toBeGreaterThanOrEqual(55);
    expect(rows[1]?.tests.map(({ file }) => file)).toContain('processes/kill.test.ts');
  });
});

describe('the numbers of a test file', () => {
  it('are read off names, of one row or several', () => {
    expect(namedRows("it('12: holds');\ntest(`2, 4: after 20 kills`);\nit.each(all)(\n  '45: %s');")).toEqual(
      [12, 2, 4, 45],
    );
  });

  it('are not the status of a page, a place in a file, or a number of something', () => {
    expect(namedRows("{ '404: gone': 1 }; ['17:27 units: -1']; it('10 clicks: one')")).toEqual([]);
  });

  it('in another style are found', () => {
    expect(misnumbered("it('58. inert'); describe('1 and 2: kept'); it('7,8: x'); it('9: fine')")).toEqual([
      '58. inert',
      '1 and 2: kept',
      '7,8: x',
    ]);
  });

  it('are looked up in the rows of the table', () => {
    expect([...readRows('| row | what |\n|---|---|\n| 7 | A save | wins |')]).toEqual([[7, 'A save']]);
  });
});
