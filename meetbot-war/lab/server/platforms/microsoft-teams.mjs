// Teams' addresses and the way from the link to the page, the trouter line, the main-channel.
import { randomBytes, randomUUID } from 'node:crypto';
import { bare, redirect, sendHtml, sendPage } from './mt-page.mjs';
import * as wire from './teams-wire.mjs';

const PAGE_HOSTS = new Set(['teams.microsoft.com', 'teams.live.com', 'teams.cloud.microsoft', 'gov.teams.microsoft.us', 'dod.teams.microsoft.us']);
const OTHER_HOSTS = /(^|\.)(trouter\.teams\.microsoft\.com|flightproxy\.teams\.microsoft\.com|microsoftonline\.com|login\.live\.com)$/;
const MEET = /^\/meet\/(\d{13})$/;
const JOIN = /^\/l\/meetup-join\/19(?:%3a|:)meeting_([A-Za-z0-9_-]+)(?:%40|@)thread\.v2\/\d+$/i;
const MOST_DOMINANT = 3;
const states = new WeakMap();

function stateOf(meeting) {
  if (!states.has(meeting)) {
    states.set(meeting, { socket: null, channel: null, number: 1, known: new Map(), history: [], slots: [], captions: false });
  }
  return states.get(meeting);
}

const thread = (code) => Buffer.from(`lab:${code}:meeting`).toString('base64url');

function codeOf({ host, path }) {
  if (!PAGE_HOSTS.has(host)) return null;
  const plain = MEET.exec(path)?.[1];
  if (plain) return plain;
  const packed = JOIN.exec(path)?.[1];
  return packed ? (/^lab:(\d{13}):meeting$/.exec(Buffer.from(packed, 'base64url').toString())?.[1] ?? null) : null;
}

/** What stands in the link: nothing where a passcode is to be asked for, unless the door says otherwise. */
function passcodeIn(door) {
  if (door.kind !== 'passcode') return randomBytes(9).toString('base64url');
  const wish = door.passcodeInLink ?? door.inUrl ?? false;
  return wish === true ? door.passcode : wish;
}

/** `scenario.link` is meet or meetup-join; `scenario.host` any of the hosts. */
function urlOf(code, { variant, door = {}, link, host } = {}) {
  const where = host ?? (variant === 'live' ? 'teams.live.com' : 'teams.microsoft.com');
  if ((link ?? (variant === 'v2' ? 'meetup-join' : 'meet')) === 'meetup-join') {
    const context = encodeURIComponent(JSON.stringify({ Tid: randomUUID(), Oid: randomUUID() }));
    return `https://${where}/l/meetup-join/19%3ameeting_${thread(code)}%40thread.v2/0?context=${context}`;
  }
  const passcode = passcodeIn(door);
  return `https://${where}/meet/${code}${passcode ? `?p=${encodeURIComponent(passcode)}` : ''}`;
}

/** Link, launcher, shell, page: as many documents as the product loads. */
function launch(request, response, meeting, headers) {
  const { host, path, query } = request;
  const { variant } = meeting.scenario;
  const passcode = query.get('p');
  const packed = { meetingUrl: `https://${host}${path}?anon=true`, meetingCode: meeting.code, ...(passcode && { passcode }) };
  const coords = encodeURIComponent(Buffer.from(JSON.stringify(packed)).toString('base64'));
  const light = variant === 'light' || variant === 'live';
  const last = light
    ? `/light-meetings/launch?anon=true&launchAgent=join_launcher_web&lightExperience=true&correlationId=${randomUUID()}&agent=web&coords=${coords}`
    : `/v2/?meetingjoin=true&anon=true&coords=${coords}`;
  const next = light ? `/v2/?meetingjoin=true&next=${encodeURIComponent(last)}` : last;
  const ask = !light && query.get('suppressPrompt') !== 'true';
  return redirect(response, `/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#${path}?anon=true`)}&type=meet&directDl=true&msLaunch=true&ask=${ask}&next=${encodeURIComponent(next)}`, headers);
}

const SCRIPTS = { '/dl/launcher/launcher.html': 'launcher.js', '/light-meetings/launch': 'main.js' };

function scriptFor({ path, query }) {
  if (path === '/v2/') return query.has('coords') ? 'main.js' : 'hop.js';
  return SCRIPTS[path] ?? null;
}

function people(meeting) {
  const { known, slots } = stateOf(meeting);
  const extra = (id) => ({ csrc: slots.find((s) => s.id === id)?.csrc ?? 1, camera: meeting.person(id)?.camera != null, sharing: Boolean(meeting.person(id)?.sharing) });
  return [...known.values()].map(({ row, there }) => ({ ...row, ...extra(row.id), there }));
}

function say(meeting, path, body, zipped) {
  const state = stateOf(meeting);
  if (state.socket?.readyState === 1) state.socket.send(wire.frame(meeting.id, state.number++, path, body, zipped));
}

/** Only what changed; in the light client those who were there first come with the HTTP answer alone. */
function tellRoster(meeting, ids, first) {
  const state = stateOf(meeting);
  if (first && meeting.scenario.variant === 'light') return;
  const rows = people(meeting).filter((p) => ids.has(p.id));
  if (rows.length > 0) say(meeting, 'rosterUpdate', wire.rosterUpdate(meeting.id, rows, state.number), true);
}

function roster(meeting, list) {
  const { known } = stateOf(meeting);
  const first = known.size === 0;
  const now = new Set(list.map((p) => p.id));
  const changed = new Set();
  for (const [id, entry] of known) {
    if (entry.there && !now.has(id)) changed.add(id);
    entry.there = now.has(id);
  }
  for (const row of list) {
    if (JSON.stringify(known.get(row.id)) !== JSON.stringify({ row, there: true })) changed.add(row.id);
    known.set(row.id, { row, there: true });
  }
  setTimeout(() => tellRoster(meeting, changed, first), 0).unref(); // the sources come right after the names
}

function dominant(meeting, id) {
  const state = stateOf(meeting);
  const csrc = state.slots.find((s) => s.id === id)?.csrc;
  if (csrc === undefined) return;
  state.history = [csrc, ...state.history.filter((c) => c !== csrc)].slice(0, MOST_DOMINANT);
  tell(meeting, wire.dominant(state.history));
}

function tell(meeting, data) {
  const { channel } = stateOf(meeting);
  if (channel?.readyState === 'open') channel.send(data);
}

function ended(meeting, { state, by }) {
  if (wire.endsConversation(state)) say(meeting, 'conversationEnd', wire.conversationEnd(meeting.id, state, by ? meeting.person(by) : null), false);
}

function snapshot(response, meeting) {
  const roster = meeting ? wire.rosterUpdate(meeting.id, people(meeting).filter((p) => p.there), 0) : {};
  response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' });
  response.end(JSON.stringify({ conversationController: 'lab', roster }));
  return true;
}

function account(response, path) {
  if (path.includes('/authorize') || path === '/') {
    return sendHtml(response, bare('Sign in to your account', '<div id="lightbox"><div role="heading">Sign in</div><input type="email" name="loginfmt" placeholder="Email, phone, or Skype"><input type="submit" id="idSIButton9" value="Next"></div>'));
  }
  return sendHtml(response, bare('', ''));
}

async function answered(request, response, meeting) {
  const { host, path } = request;
  if (host.includes('flightproxy')) return snapshot(response, meeting);
  if (!PAGE_HOSTS.has(host)) return account(response, path);
  const script = scriptFor(request);
  if (!script || !meeting) return false;
  return sendPage(response, 'microsoft-teams/index.html', { language: meeting.scenario.language, script }, {}, { workers: "'self' blob:" });
}

export default {
  serves: (host) => PAGE_HOSTS.has(host) || OTHER_HOSTS.test(host),
  match: codeOf,
  urlOf,
  onPage: (request, response, meeting, headers) => launch(request, response, meeting, headers),
  onRequest: answered,
  onSocket(socket, request, meeting) {
    if (!meeting) return false;
    stateOf(meeting).socket = socket;
    socket.send('1::');
    return true;
  },
  channels: () => [{ label: 'main-channel', ordered: true, negotiated: true, id: 1 }],
  onChannel: (channel, meeting) => { stateOf(meeting).channel = channel; },
  onEvent(type, data, meeting) {
    if (type === 'roster') roster(meeting, data);
    else if (type === 'slots') stateOf(meeting).slots = data;
    else if (type === 'share') tellRoster(meeting, new Set([data.id]), false);
    else if (type === 'active') dominant(meeting, data.id);
    else if (type === 'state') ended(meeting, data);
    else if (type === 'caption' && stateOf(meeting).captions) tell(meeting, wire.caption(meeting.id, data));
  },
  onMessage(type, data, meeting) {
    if (type === 'captions') stateOf(meeting).captions = Boolean(data.on);
  },
  streamId: (person, source) => {
    if (source === 'mainAudio') return 'mainAudio-lab';
    return person ? `${source === 'screen' ? 'applicationsharingVideo' : 'mainVideo'}-${wire.cameraSource(person.csrc)}` : source;
  },
};
