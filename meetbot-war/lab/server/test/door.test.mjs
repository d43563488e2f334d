import { test } from 'node:test';
import assert from 'node:assert/strict';
import { onAsk, onLoad } from '../door.mjs';
import { ScenarioError, complete } from '../scenario.mjs';

const door = (d) => complete({ platform: 'plain', door: d }).door;
const states = (d, asked = {}) => onAsk(door(d), asked).map((s) => s.state ?? s.dialog);

test('each answer of the lobby', () => {
  const expected = { admit: 'admitted', deny: 'denied', time_out: 'timed_out', end: 'ended' };
  for (const [answer, state] of Object.entries(expected)) {
    assert.deepEqual(states({ kind: 'lobby', answer }), ['waiting', state]);
  }
  assert.deepEqual(states({ kind: 'lobby', answer: 'ignore' }), ['waiting']);
});

test('closed doors say so at once or on asking', () => {
  for (const kind of ['not_found', 'sign_in', 'blocked']) assert.equal(onLoad(door({ kind })), kind);
  assert.equal(onLoad(door({ kind: 'full' })), null);
  assert.deepEqual(states({ kind: 'full' }), ['full']);
  assert.equal(onLoad(door({ kind: 'blocked', when: 'ask' })), null);
});

test('passcode, identity, consent, host', () => {
  assert.deepEqual(states({ kind: 'passcode', passcode: '12' }, { passcode: '13' }), ['passcode_wrong']);
  assert.deepEqual(states({ kind: 'passcode', passcode: '12' }, { passcode: '12' }), ['admitted']);
  assert.deepEqual(states({ kind: 'sign_in' }), ['sign_in']);
  assert.deepEqual(states({ kind: 'sign_in' }, { tokens: { account: 'x' } }), ['admitted']);
  assert.deepEqual(states({ kind: 'consent_gate' }), ['consent_gate']);
  assert.deepEqual(states({ kind: 'host_missing' }), ['waiting_for_host', 'admitted']);
});

test('shapes by platform, and what is refused', () => {
  const shape = (platform) => complete({ platform }).media.shape;
  assert.deepEqual(['google-meet', 'microsoft-teams', 'zoom-web', 'jitsi'].map(shape), ['slots', 'mix', 'webaudio', 'own']);
  const wrong = [
    {}, { platform: 'plain', door: { kind: 'window' } }, { platform: 'plain', speech: [['x', 0, 1]] },
    { platform: 'plain', events: [{ at: 0, do: 'sing' }] }, { platform: 'plain', people: [{ id: 'a', name: 'A' }, { id: 'a', name: 'B' }] },
  ];
  for (const scenario of wrong) assert.throws(() => complete(scenario), ScenarioError);
});
