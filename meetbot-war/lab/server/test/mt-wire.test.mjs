import test from 'node:test';
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import meet from '../platforms/google-meet.mjs';
import teams from '../platforms/microsoft-teams.mjs';
import * as meetWire from '../platforms/meet-collections.mjs';
import * as teamsWire from '../platforms/teams-wire.mjs';
import { deviceId, identity } from '../pages/shared/mt-ids.js';

/** Follows a path of field numbers down to a buffer. */
function down(buffer, ...path) {
  let here = buffer;
  for (const number of path) here = child(here, number)[0];
  return here;
}

/** All values of one field: buffers, or numbers where it is a varint. */
function child(buffer, wanted) {
  const all = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = buffer[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < buffer.length) {
    const tag = varint();
    const length = varint();
    const content = (tag & 7) === 2 ? buffer.subarray(at, (at += length)) : length;
    if (tag >> 3 === wanted) all.push(content);
  }
  return all;
}

const ADA = { id: 'p1', name: 'Ada', host: true, self: false };

test('people, outputs and chat come zipped, at the product’s field numbers', () => {
  const user = down(gunzipSync(meetWire.people('s', [ADA], 7)), 1, 2, 13, 1, 2);
  assert.equal(child(user, 1)[0].toString(), deviceId('s', 'p1'));
  assert.equal(child(user, 2)[0].toString(), 'Ada');
  assert.equal(child(user, 34)[0], 1);
  const out = down(gunzipSync(meetWire.outputs([meetWire.output('s', ADA, '777', false)])), 1, 2, 3, 2);
  assert.equal(child(out, 4)[0].toString(), '777');
  assert.equal(child(out, 6)[0].toString(), deviceId('s', 'p1'));
  const line = down(gunzipSync(meetWire.chat('s', { id: 'm1', from: 'p1', text: 'hello', at: 5 })), 1, 2, 13, 4, 2);
  assert.equal(down(line, 5, 1).toString(), 'hello');
});

test('the roster call answers base64 with who left as 6', () => {
  const answer = Buffer.from(meetWire.snapshot('s', [{ ...ADA, there: false }]), 'base64');
  assert.equal(child(down(answer, 2, 2, 2), 4)[0], 6);
});

test('a caption is plain and numbered', () => {
  const caption = down(meetWire.caption('s', { id: 'c12', from: 'p1', text: 'so', final: true }, 3, 'de'), 1);
  assert.deepEqual([child(caption, 2)[0], child(caption, 3)[0], child(caption, 4)[0], child(caption, 8)[0]], [12, 3, 1, 2]);
});

test('a roster frame has a zipped body with sources and one row without a name', () => {
  const text = teamsWire.frame('m', 1, 'rosterUpdate', teamsWire.rosterUpdate('m', [{ ...ADA, csrc: 9, there: true }], 1), true);
  const { url, body } = JSON.parse(text.slice(4));
  assert.ok(text.startsWith('3:::') && url.endsWith('/conversation/rosterUpdate/'));
  const { participants } = JSON.parse(gunzipSync(Buffer.from(body, 'base64')));
  const ada = participants[identity('m', 'p1')];
  assert.equal(Object.values(ada.endpoints)[0].call.mediaStreams[0].sourceId, 9);
  assert.equal(Object.values(participants).filter((p) => !p.details.displayName).length, 1);
});

test('the main channel’s lines have a head before their JSON', () => {
  const text = teamsWire.dominant([5, 4]).toString('latin1');
  assert.deepEqual(JSON.parse(text.slice(8)), [{ type: 'dsh', history: [5, 4] }]);
  assert.equal(teamsWire.conversationEnd('m', 'removed', ADA).sender.displayName, 'Ada');
});

const request = (url) => ({ host: new URL(url).host, path: new URL(url).pathname, query: new URL(url).searchParams });

test('links lead back to their codes', () => {
  const code = '1234567890123';
  for (const scenario of [{ variant: 'v2' }, { variant: 'light' }, { variant: 'live' }, { variant: 'v2', link: 'meet', host: 'gov.teams.microsoft.us' }]) {
    const link = teams.urlOf(code, scenario);
    assert.ok(teams.serves(new URL(link).host));
    assert.equal(teams.match(request(link)), code);
  }
  assert.equal(meet.match(request('https://meet.google.com/abc-defg-hij?hs=1')), 'abc-defg-hij');
  for (const link of ['lookup', 'account']) assert.equal(meet.match(request(meet.urlOf('abc-defg-hij', { link }))), 'abc-defg-hij');
  assert.equal(meet.match(request('https://accounts.google.com/abc-defg-hij')), null);
});

test('a passcode is in the link only where the door says so', () => {
  const link = (door) => new URL(teams.urlOf('1234567890123', { variant: 'light', door })).searchParams.get('p');
  assert.equal(link({ kind: 'passcode', passcode: '4711' }), null);
  assert.equal(link({ kind: 'passcode', passcode: '4711', inUrl: true }), '4711');
  assert.equal(link({ kind: 'passcode', passcode: '4711', inUrl: 'wrong' }), 'wrong');
});
