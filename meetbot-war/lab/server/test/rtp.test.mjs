import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { start } from '../server.mjs';
import { receive } from './receiver.mjs';

const LEVEL = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
let server;
before(async () => (server = await start()));
after(() => server.close());

async function api(method, path, json) {
  const options = { method, body: json && JSON.stringify(json) };
  const response = await fetch(`http://127.0.0.1:${server.control}${path}`, options);
  return response.status === 204 ? null : response.json();
}

async function until(condition, ms = 8000) {
  const end = Date.now() + ms;
  while (!condition()) {
    assert.ok(Date.now() < end, `in vain: ${condition}`);
    await new Promise((r) => setTimeout(r, 20));
  }
}

async function visit(scenario, act) {
  const { id, meetingUrl } = await api('POST', '/scenarios', { platform: 'plain', ...scenario });
  const receiver = await receive(server.port, meetingUrl);
  try {
    await act(receiver, () => api('GET', `/scenarios/${id}/truth`), (deed) => api('POST', `/scenarios/${id}/do`, deed));
  } finally {
    await receiver.close();
    await api('DELETE', `/scenarios/${id}`);
  }
}

const people = (camera) => ['p1', 'p2', 'p3'].map((id, i) => ({ id, name: id, hz: 440 + 220 * i, camera }));
const steady = (packets) => packets.slice(1).every((p, i) =>
  p.header.timestamp - packets[i].header.timestamp === 960 && p.header.ssrc === packets[i].header.ssrc &&
  ((p.header.sequenceNumber - packets[i].header.sequenceNumber) & 0xffff) === 1);

// turn by turn for ten seconds: a machine with much to do connects late
const turns = Array.from({ length: 10 }, (_, k) => [['p1', k * 1000, k * 1000 + 400], ['p2', k * 1000 + 500, k * 1000 + 900]]).flat();

test('slots: one stream goes on over a change of hands, the sources and loudness tell whose it is', async () => {
  const media = { shape: 'slots', slots: 1, silence: 'continuous' };
  await visit({ media, speech: turns, people: people(false) }, async (receiver, truth) => {
    await until(() => receiver.find('slot')?.packets.length > 10);
    const [p1, p2] = (await truth()).people.map((p) => p.csrc);
    const { packets, transceiver } = receiver.find('slot');
    const extension = transceiver.headerExtensions.find((e) => e.uri === LEVEL);
    const level = (p) => p.header.extensions.find((e) => e.id === extension.id).payload[0];
    const loud = (csrc) => packets.filter((p) => (level(p) & 127) < 20 && p.header.csrc.includes(csrc));
    await until(() => loud(p1).length > 15 && loud(p2).length > 15);
    assert.ok(steady(packets), 'sequence and timestamps go on');
    assert.ok([...loud(p1), ...loud(p2)].every((p) => p.header.csrc.length === 1 && level(p) & 128));
    const told = await truth();
    assert.ok(told.slots.every((s, i) => s.slot === 0 && (i === 0 || s.id !== told.slots[i - 1].id)));
    const starts = told.people[1].spans.map(([from]) => from);
    const away = Math.min(...starts.map((from) => Math.abs(loud(p2)[0].at - from)));
    assert.ok(away < 400, `sent ${away} ms away from the truth`);
  });
});

test('mix: the sources are all who speak', async () => {
  const speech = [['p1', 500, 9000], ['p3', 800, 9000]];
  await visit({ media: { shape: 'mix' }, speech, people: people(false) }, async (receiver, truth) => {
    await until(() => receiver.find('mainAudio')?.packets.some((p) => p.header.csrc.length === 2));
    const { people: told } = await truth();
    const { packets } = receiver.find('mainAudio');
    const both = packets.find((p) => p.header.csrc.length === 2);
    assert.deepEqual(both.header.csrc, [told[0].csrc, told[2].csrc]);
    assert.ok(steady(packets));
  });
});

test('own: tracks come and go; a wish for a key frame is granted', async () => {
  const [p1, p2] = people(true);
  await visit({ media: { shape: 'own' }, people: [p1, { ...p2, joins: 60_000 }] }, async (receiver, truth, act) => {
    const isKey = (p) => (p.payload[0] & 0x10) !== 0 && (p.payload[4] & 1) === 0;
    await until(() => receiver.find('camera', 'p1')?.packets.some(isKey));
    const { packets, transceiver, track } = receiver.find('camera', 'p1');
    const keys = () => packets.filter(isKey).length;
    const before = keys();
    await transceiver.receiver.sendRtcpPLI(track.ssrc ?? packets[0].header.ssrc);
    await until(() => keys() > before, 2000);
    assert.equal((await truth()).packets.keyFrameRequests, 1);
    await act({ do: 'join', from: 'p2' });
    await until(() => receiver.find('microphone', 'p2')?.packets.length > 5);
    await act({ do: 'leave', from: 'p2' });
    await until(() => receiver.messages.filter((m) => m.type === 'offer').length === 3);
    assert.deepEqual(receiver.messages.findLast((m) => m.type === 'offer').data.tracks.map((t) => t.id), ['p1', 'p1']);
  });
});
