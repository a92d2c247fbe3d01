import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressAfter, worthOfRight } from '../../../../src/grading/marking/behaviours/index.ts';
import { type Behaviour, behaviourOf } from '../../../../src/quizzes/format/behaviour.ts';
import { eventOf, tenth, third, type Word } from './events.ts';

describe('in every behaviour', () => {
  const behaviours: readonly Behaviour[] = [behaviourOf('deferred'), behaviourOf('immediate'), third, tenth];
  const line = fc
    .tuple(
      fc.constantFrom('save', 'check'),
      fc.constantFrom<Word>('right', 'half', 'wrong', 'blank', 'invalid', 'undecided', 'broken'),
      fc.constantFrom('a', 'b', 'c'),
    )
    .map(([kind, word, letter]) => `${kind} ${word}:${word}-${letter}`);

  it('checks that cost nothing can be left out or repeated without changing the mark', () => {
    fc.assert(
      fc.property(fc.constantFrom(...behaviours), fc.array(line, { maxLength: 12 }), (behaviour, lines) => {
        const end = eventOf('finish half:half-a');
        const mark = (each: readonly string[]) =>
          progressAfter(behaviour, [...each.map(eventOf), end]).fraction;
        const counting = lines.filter((each) => /^check (right|half|wrong)/.test(each));
        expect(mark(counting)).toBe(mark(lines));
        expect(mark(lines.flatMap((each) => [each, each]))).toBe(mark(lines));
      }),
    );
  });

  it('what is said of the next right response is what it brings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...behaviours), fc.array(line, { maxLength: 12 }), (behaviour, lines) => {
        const now = progressAfter(behaviour, lines.map(eventOf));
        const worth = worthOfRight(behaviour, now);
        const penalized = !now.finished && 'penalty' in behaviour;
        expect(worth === null).toBe(!penalized);
        if (!penalized) return;
        const then = progressAfter(behaviour, [...lines, 'check right:new'].map(eventOf)).fraction;
        // In adaptive mode an earlier response can be worth more, and the best counts.
        const kept = behaviour.kind === 'adaptive' ? (now.fraction ?? 0) : 0;
        expect(then).toBe(Math.max(kept, worth ?? 0));
      }),
    );
  });

  it('a mark stays between nothing and all, tries are never less than none, and what is finished stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...behaviours), fc.array(line, { maxLength: 20 }), (behaviour, lines) => {
        const steps = lines.map(eventOf);
        steps.forEach((_, i) => {
          const now = progressAfter(behaviour, steps.slice(0, i + 1));
          expect(now.fraction).toBeGreaterThanOrEqual(0);
          expect(now.fraction).toBeLessThanOrEqual(1);
          expect(now.triesLeft ?? 1).toBeGreaterThanOrEqual(
            now.finished ? 0 : behaviour.kind === 'deferred' ? 0 : 1,
          );
          if (now.finished) expect(progressAfter(behaviour, steps)).toEqual(now);
        });
      }),
    );
  });
});
