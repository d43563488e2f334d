import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Ticker, nowMs } from '../clock.mjs';
import { packetsDue } from '../people/person.mjs';
import { plan } from '../media/silence.mjs';

function ran(start, times) {
  let now = start;
  const ticks = [];
  const ticker = new Ticker(1000, (n, late) => ticks.push([n, late]), () => now);
  ticker.timer = {};
  ticker.wait = () => {};
  for (const t of times) {
    now = t;
    ticker.run();
  }
  return { ticks, ticker };
}

test('ticks are counted from zero; a late timer catches up', () => {
  const { ticks } = ran(1000, [1000, 1021, 1075]);
  assert.deepEqual(ticks, [[0, 0], [1, 1], [2, 35], [3, 15]]);
});

test('who slept for long leaves ticks out and says so', () => {
  const { ticks, ticker } = ran(1000, [1000, 4000]);
  assert.deepEqual(ticks.map(([n]) => n), [0, 150]);
  assert.equal(ticker.skipped, 149);
});

test('a real ticker keeps to 20 ms on the average', async () => {
  const zero = nowMs();
  const at = await new Promise((resolve) => {
    const ticker = new Ticker(zero, (n) => n === 10 && (ticker.stop(), resolve(nowMs())));
    ticker.start();
  });
  assert.ok(at - zero >= 200);
});

test('a fast clock has a packet more now and then', () => {
  const count = (ppm, ticks) => Array.from({ length: ticks }, (_, n) => packetsDue(n, ppm)).reduce((a, b) => a + b);
  assert.equal(count(0, 50_000), 50_000);
  assert.equal(count(100, 50_000), 50_005);
  assert.equal(count(-100, 50_000), 49_995);
});

test('silence is sent as the scenario wants it', () => {
  const sent = (mode) => Array.from({ length: 60 }, (_, i) => plan(mode, i)).filter((w) => w !== 'skip');
  assert.equal(sent('continuous').length, 60);
  assert.equal(sent('nothing').length, 11);
  assert.deepEqual(sent('dtx').slice(11), ['empty', 'empty', 'empty']);
});
