import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import https from 'node:https';
import WebSocket from 'ws';
import { start } from '../server.mjs';

let server;
before(async () => (server = await start()));
after(() => server.close());

async function api(method, path, json) {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const response = await fetch(`http://127.0.0.1:${server.control}${path}`, { method, body });
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : null };
}

const options = (host) => ({ rejectUnauthorized: false, servername: host, headers: { host } });

function get(url) {
  const { hostname, pathname, search } = new URL(url);
  const target = { host: '127.0.0.1', port: server.port, path: pathname + search, agent: false, ...options(hostname) };
  return new Promise((resolve, reject) => https.get(target, (response) => {
    let text = '';
    response.on('data', (d) => (text += d));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
  }).on('error', reject));
}

/** A page's line without a page: collects messages, answers nothing. */
function line(meetingUrl) {
  const { hostname } = new URL(meetingUrl);
  const socket = new WebSocket(`wss://127.0.0.1:${server.port}/__lab/socket`, options(hostname));
  const got = [], waiting = [];
  const check = () => waiting.filter((w) => got.some(w.wanted)).forEach((w) => w.resolve(got.find(w.wanted).data));
  socket.on('message', (data, binary) => {
    if (!binary) got.push(JSON.parse(data));
    else got.push({ type: 'binary', data });
    check();
  });
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', data: { url: meetingUrl } })));
  socket.on('error', () => {});
  const until = (wanted) => new Promise((resolve) => (waiting.push({ wanted, resolve }), check()));
  return {
    socket, got, until,
    type: (type) => until((m) => m.type === type),
    state: (state) => until((m) => m.type === 'state' && m.data.state === state),
    send: (type, data) => socket.send(JSON.stringify({ type, data })),
  };
}

test('a page is served under the platform\'s own name, and nothing outside its folder', async () => {
  const { json } = await api('POST', '/scenarios', { platform: 'plain' });
  assert.match(json.meetingUrl, /^https:\/\/plain\.lab\.test\//);
  const page = await get(json.meetingUrl);
  assert.equal(page.status, 200);
  assert.match(page.headers['set-cookie'][0], new RegExp(json.id));
  assert.equal((await get('https://plain.lab.test/__lab/lab-client.js')).status, 200);
  assert.equal((await get('https://plain.lab.test/__lab/pages/..%2f..%2fserver.mjs')).status, 404);
  assert.equal((await get('https://plain.lab.test/nobodyhome')).status, 404);
  assert.equal((await get('https://elsewhere.test/')).status, 404);
  assert.equal((await api('GET', `/scenarios/${json.id}`)).json.phase, 'opened');
});

test('a visit over the WebSocket, from asking to the end', async () => {
  const scenario = {
    platform: 'plain', door: { kind: 'lobby', after: 20 }, media: { shape: 'webaudio', video: false, markDelayMs: 0 },
    people: [{ id: 'p1', name: 'Ada', hz: 440 }], speech: [['p1', 100, 700]],
    events: [{ at: 50, do: 'chat', from: 'p1', text: 'hello' }, { at: 1200, do: 'end' }],
  };
  const { json } = await api('POST', '/scenarios', scenario);
  const page = line(json.meetingUrl);
  assert.equal((await page.type('config')).variant, 'default');
  page.send('ask', { name: 'bot' });
  await page.state('waiting');
  await page.state('admitted');
  assert.deepEqual((await page.type('roster')).map((p) => p.id), ['p1', 'bot']);
  assert.equal((await page.type('chat')).text, 'hello');
  page.send('chat', { text: 'hi all' });
  assert.equal((await page.type('speaking')).id, 'p1');
  await page.type('binary');
  await page.state('ended');
  const seen = (await api('GET', `/scenarios/${json.id}`)).json;
  assert.equal(seen.phase, 'ended');
  assert.equal(seen.askedName, 'bot');
  assert.equal(seen.chatFromBot[0].text, 'hi all');
  const truth = (await api('GET', `/scenarios/${json.id}/truth`)).json;
  const [from, to] = truth.people[0].spans[0].map((ms) => ms - truth.zeroMs);
  assert.ok(from >= 100 && from < 600 && to > 650, `${from} ${to}`);
  assert.equal((await api('DELETE', `/scenarios/${json.id}`)).status, 204);
  assert.equal((await api('GET', `/scenarios/${json.id}`)).status, 404);
});

test('an offer has a track each, loopback only', async () => {
  const people = [{ id: 'p1', name: 'Ada', camera: false }, { id: 'p2', name: 'Ben', camera: false }];
  const { json } = await api('POST', '/scenarios', { platform: 'plain', people });
  const page = line(json.meetingUrl);
  await page.type('config');
  page.send('ask', { name: 'bot' });
  const { sdp, tracks } = await page.type('offer');
  assert.deepEqual(tracks.map((t) => [t.id, t.source]), [['p1', 'microphone'], ['p2', 'microphone']]);
  assert.ok(sdp.split('\r\n').filter((l) => l.startsWith('a=candidate')).every((l) => l.includes(' 127.0.0.1 ')));
  assert.match(sdp, /ssrc-audio-level/);
  page.socket.close();
  await api('DELETE', `/scenarios/${json.id}`);
});

test('a cut resets the line, and refuses pages until it is mended', async () => {
  const { json } = await api('POST', '/scenarios', { platform: 'plain' });
  const page = line(json.meetingUrl);
  await page.type('config');
  const closed = new Promise((resolve) => page.socket.on('close', resolve));
  await api('POST', `/scenarios/${json.id}/do`, { do: 'cut' });
  assert.equal(await closed, 1006);
  await assert.rejects(get(json.meetingUrl));
  assert.equal((await api('GET', `/scenarios/${json.id}`)).json.phase, 'disconnected');
  await api('POST', `/scenarios/${json.id}/do`, { do: 'restore' });
  assert.equal((await get(json.meetingUrl)).status, 200);
});

test('what is wrong is refused in words', async () => {
  assert.equal((await api('POST', '/scenarios', { platform: 'nowhere' })).status, 400);
  assert.match((await api('POST', '/scenarios', { platform: 'plain', door: { kind: 'x' } })).json.error, /door\.kind/);
  assert.equal((await api('GET', '/scenarios/none')).status, 404);
  const { json } = await api('POST', '/scenarios', { platform: 'plain' });
  assert.equal((await api('POST', `/scenarios/${json.id}/do`, { do: 'sing' })).status, 400);
});
