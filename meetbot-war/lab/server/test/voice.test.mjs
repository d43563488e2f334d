import { test } from 'node:test';
import assert from 'node:assert/strict';
import { STEP, SILENCE, Spoken, Tone, level, mix } from '../people/voice.mjs';

function strength(samples, hz) {
  let [re, im] = [0, 0];
  samples.forEach((s, i) => {
    re += s * Math.cos((2 * Math.PI * hz * i) / 48000);
    im += s * Math.sin((2 * Math.PI * hz * i) / 48000);
  });
  return (2 * Math.hypot(re, im)) / samples.length / 32768;
}

test('a tone has its pitch and goes on without a jump', () => {
  const tone = new Tone(450);
  tone.next(true);
  const long = [...tone.next(true), ...tone.next(true), ...tone.next(true)];
  assert.ok(Math.abs(strength(long, 450) - 0.3) < 0.01);
  assert.ok(strength(long, 650) < 0.02);
  const jumps = long.slice(1).map((s, i) => Math.abs(s - long[i]));
  assert.ok(Math.max(...jumps) < 700);
});

test('a gate opens and closes with a ramp of 5 ms', () => {
  const tone = new Tone(440);
  assert.equal(tone.next(false), SILENCE);
  const first = tone.next(true);
  assert.equal(first[0], 0);
  assert.ok(Math.max(...first.slice(0, 60)) < Math.max(...first.slice(500)) / 2);
  const last = tone.next(false);
  assert.ok(last.slice(240).every((s) => s === 0));
  assert.equal(tone.next(false), SILENCE);
});

test('loudness is in decibels below full scale', () => {
  const tone = new Tone(440);
  tone.next(true);
  assert.ok(Math.abs(level(tone.next(true)) - 13.5) < 1);
  assert.equal(level(SILENCE), 127);
});

test('a mix adds up and clips', () => {
  assert.equal(mix([SILENCE, SILENCE]), SILENCE);
  const loud = new Int16Array(STEP).fill(30000);
  assert.equal(mix([loud, loud, SILENCE])[5], 32767);
  assert.equal(mix([loud, SILENCE]), loud);
});

test('spoken text begins anew with each span and repeats', () => {
  const spoken = new Spoken(new Int16Array(STEP * 1.5).map((_, i) => i));
  spoken.next(true);
  assert.equal(spoken.next(true)[STEP / 2], 0);
  spoken.next(false);
  assert.equal(spoken.next(false), SILENCE);
  assert.equal(spoken.next(true)[300], 300);
});
