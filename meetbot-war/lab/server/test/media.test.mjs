import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Camera, packetize } from '../people/camera.mjs';
import { SILENCE, STEP, Tone } from '../people/voice.mjs';
import { Impairment, random } from '../media/impair.mjs';
import { OpusEncoder } from '../media/opus.mjs';
import { loopbackOnly } from '../media/peer.mjs';
import { choose } from '../media/slots.mjs';
import { ntp } from '../media/stream.mjs';
import { message } from '../media/webaudio.mjs';
import { parseMedia } from '../client/media.js';

const OpusScript = createRequire(import.meta.url)('opusscript');

test('several encoders at once do not disturb each other, and sound begins where it should', () => {
  const tones = [300, 500, 800, 1100].map((hz) => ({ hz, tone: new Tone(hz), encoder: new OpusEncoder() }));
  for (const { hz, tone, encoder } of tones) {
    const steps = [false, false, true, true, true, true].map((on) => tone.next(on));
    const decoder = new OpusScript(48000, 1);
    const out = [];
    for (let i = 0; i + 1 < steps.length; i++) {
      tones.forEach((o) => o.encoder !== encoder && o.encoder.encode(SILENCE, SILENCE));
      const pcm = decoder.decode(encoder.encode(steps[i], steps[i + 1]));
      for (let k = 0; k < STEP; k++) out.push(pcm.readInt16LE(2 * k));
    }
    decoder.delete();
    const begin = out.findIndex((s) => Math.abs(s) > 4000);
    assert.ok(begin >= 2 * STEP && begin < 2 * STEP + 300, `${hz} Hz begins at ${begin}`);
    const crossings = out.slice(3 * STEP, 5 * STEP).filter((s, i, all) => i > 0 && all[i - 1] < 0 && s >= 0).length;
    assert.ok(Math.abs(crossings - hz * 0.04) <= 1.5, `${hz} Hz crosses ${crossings} times`);
  }
  tones.forEach((t) => t.encoder.close());
});

test('a camera starts anew with a key frame on a change, a wish and at its end', () => {
  const list = (n) => Array.from({ length: n }, (_, i) => Buffer.from([i]));
  const camera = new Camera([{ width: 640, height: 360, fps: 15, dark: list(4), bright: list(4) }]);
  const frames = [];
  for (let n = 1; n < 30; n++) frames.push(camera.next(n, false));
  const shown = frames.filter(Boolean);
  assert.equal(shown.length, 8);
  assert.deepEqual(shown.map((f) => f.key), [true, false, false, false, true, false, false, false]);
  assert.ok(camera.next(30, true).changed);
  camera.wishKey();
  const next = [31, 32, 33, 34, 35].map((n) => camera.next(n, true)).find(Boolean);
  assert.ok(next.key && !next.changed);
});

test('a picture is cut into packets that fit, the first one marked', () => {
  const parts = packetize(Buffer.alloc(3000, 7), 300);
  assert.deepEqual(parts.map((p) => p.length), [1154, 1154, 704]);
  assert.deepEqual(parts.map((p) => p[0] & 0x10), [0x10, 0, 0]);
  assert.equal(((parts[0][2] & 0x7f) << 8) | parts[0][3], 300);
});

test('the same seed loses the same packets; other traffic passes', () => {
  assert.equal(random('a')(), random('a')());
  const rtp = Buffer.from([0x80, 0]), stun = Buffer.from([0, 1]);
  const bad = new Impairment({ lossPercent: 20, seed: 's' });
  let passed = 0;
  for (let i = 0; i < 1000; i++) bad.pass(rtp, () => passed++);
  assert.ok(passed > 750 && passed < 850);
  assert.equal(bad.lost + passed, 1000);
  bad.loss = 1;
  bad.pass(stun, () => passed++);
  assert.equal(bad.lost + passed, 1001);
  bad.cut();
  bad.pass(stun, () => assert.fail('cut'));
});

test('who begins to speak takes a free slot, else the one silent longest', () => {
  const slot = (index, on, spokeAt) => ({ index, person: on === null ? null : { now: { on } }, spokeAt });
  assert.equal(choose([slot(0, false, 3), slot(1, null, -1)]).index, 1);
  assert.equal(choose([slot(0, false, 9), slot(1, true, 10), slot(2, false, 4)]).index, 2);
  assert.equal(choose([slot(0, true, 9)]), null);
});

test('only loopback candidates leave; NTP counts from 1900', () => {
  const line = (ip) => `a=candidate:1 1 udp 1 ${ip} 9 typ host`;
  assert.equal(loopbackOnly(['v=0', line('127.0.0.1'), line('10.0.0.1')].join('\r\n')), `v=0\r\n${line('127.0.0.1')}`);
  assert.equal(ntp(500), (2208988800n << 32n) | 0x80000000n);
});

test('pictures and sound survive the WebSocket', () => {
  const whole = (b) => b.buffer.slice(b.byteOffset, b.byteOffset + b.length);
  const head = { flags: 3, person: 2, width: 640, height: 360, atMs: 1234.5 };
  const { frame } = parseMedia(whole(message(2, head, Buffer.from([9, 8]))));
  assert.deepEqual({ ...frame, data: [...frame.data] },
    { person: 2, key: true, screen: true, width: 640, height: 360, data: [9, 8], atMs: 1234.5 });
  const { pcm } = parseMedia(whole(message(1, { atMs: 0 }, new Uint8Array([1, 0, 255, 255]))));
  assert.deepEqual([...pcm], [1, -1]);
});
