import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Truth } from '../truth.mjs';

function spoken(truth, person, clock) {
  Object.assign(clock, { now: 1513 });
  truth.voice(person, true, 500);
  Object.assign(clock, { now: 2030 });
  truth.voice(person, false, 1000);
}

function lab() {
  const clock = { now: 0 };
  const person = { id: 'p1', name: 'Ada' };
  const truth = new Truth({ people: [person], zeroMs: 1000, impairment: {} }, () => clock.now);
  return { clock, person, truth };
}

test('people are heard when they were sent', () => {
  const { clock, person, truth } = lab();
  spoken(truth, person, clock);
  assert.deepEqual(truth.json().people[0].spans, [[1513, 2030]]);
});

test('where a page plays by itself they are heard when it played them', () => {
  const { clock, person, truth } = lab();
  spoken(truth, person, clock);
  truth.played({ atMs: 1480, playedMs: 1570 });
  truth.played({ atMs: 2010, playedMs: 2130 });
  truth.played({ atMs: 'never' });
  const [ada] = truth.json().people;
  assert.deepEqual(ada.spans, [[1590, 2120]]);
  assert.deepEqual(ada.sent, [[1513, 2030]]);
});
