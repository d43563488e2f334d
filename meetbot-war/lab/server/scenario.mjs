// The form of a scenario: what may be left out, and what is refused.

const SHAPES = { 'google-meet': 'slots', 'microsoft-teams': 'mix', 'zoom-web': 'webaudio', jitsi: 'own' };
const DOORS = [
  'open', 'lobby', 'host_missing', 'not_found', 'sign_in', 'blocked', 'passcode', 'full', 'ended', 'consent_gate',
];
const CLOSED = ['not_found', 'sign_in', 'blocked', 'full', 'ended', 'passcode'];
const ANSWERS = ['admit', 'deny', 'ignore', 'time_out', 'end'];
export const DEEDS = [
  'admit', 'deny', 'time_out', 'remove', 'end', 'freeze', 'crash', 'cut', 'restore', 'say', 'chat', 'caption',
  'share', 'join', 'leave', 'rename', 'mute', 'dialog', 'reassign', 'active', 'speaking', 'state', 'send',
];
const ANCHORS = ['created', 'opened', 'asked', 'waiting', 'admitted'];
const SILENCES = ['continuous', 'dtx', 'nothing'];

export class ScenarioError extends Error {}

function check(ok, what) {
  if (!ok) throw new ScenarioError(what);
}

function number(value, otherwise, what, min = 0, max = 1e9) {
  const n = value ?? otherwise;
  check(typeof n === 'number' && n >= min && n <= max, `${what} must be a number from ${min} to ${max}`);
  return n;
}

function oneOf(value, list, what) {
  check(list.includes(value), `${what} must be one of ${list.join(', ')}`);
  return value;
}

function door(d = {}) {
  const kind = oneOf(d.kind ?? 'open', DOORS, 'door.kind');
  return {
    ...d,
    kind,
    after: number(d.after, kind === 'open' ? 0 : CLOSED.includes(kind) ? 300 : 1000, 'door.after'),
    answer: oneOf(d.answer ?? 'admit', ANSWERS, 'door.answer'),
    passcode: d.passcode ?? null,
    when: oneOf(d.when ?? (['full', 'ended'].includes(kind) ? 'ask' : 'load'), ['load', 'ask'], 'door.when'),
  };
}

function media(m = {}, platform) {
  const shape = oneOf(m.shape ?? SHAPES[platform] ?? 'own', ['own', 'slots', 'mix', 'webaudio'], 'media.shape');
  return {
    ...m,
    shape,
    slots: number(m.slots, 3, 'media.slots', 1, 15),
    csrc: m.csrc ?? (shape === 'slots' || shape === 'mix'),
    dataChannel: m.dataChannel ?? true,
    marks: m.marks ?? true,
    markDelayMs: number(m.markDelayMs, 150, 'media.markDelayMs', 0, 60_000),
    captions: m.captions ?? false,
    captionDelayMs: number(m.captionDelayMs, 700, 'media.captionDelayMs', 0, 60_000),
    video: m.video ?? true,
    simulcast: m.simulcast ?? false,
    renegotiate: m.renegotiate ?? false,
    reassign: m.reassign ?? false,
    duplicate: m.duplicate ?? false,
    silence: oneOf(m.silence ?? (shape === 'slots' ? 'dtx' : 'continuous'), SILENCES, 'media.silence'),
    lossPercent: number(m.lossPercent, 0, 'media.lossPercent', 0, 100),
    jitterMs: number(m.jitterMs, 0, 'media.jitterMs', 0, 2000),
    skewPpm: number(m.skewPpm, 0, 'media.skewPpm', -10_000, 10_000),
  };
}

function person(p, index) {
  check(p && typeof p.id === 'string' && /^[\w.-]{1,40}$/.test(p.id), `people[${index}].id must be a short word`);
  check(typeof p.name === 'string' && p.name.length <= 200, `people[${index}].name must be a text`);
  return {
    host: false, camera: true, leaves: null, say: null, language: null, ...p,
    hz: number(p.hz, 300 + 170 * index, `people[${index}].hz`, 50, 8000),
    hue: number(p.hue, (index * 120) % 360, `people[${index}].hue`, 0, 360),
    joins: number(p.joins, 0, `people[${index}].joins`),
    skewPpm: p.skewPpm ?? null,
  };
}

function span(entry, index, ids) {
  check(Array.isArray(entry) && entry.length >= 3, `speech[${index}] must be [person, startMs, endMs]`);
  const [id, from, to] = entry;
  check(ids.has(id), `speech[${index}] names nobody known: ${id}`);
  check(from >= 0 && to > from, `speech[${index}] must end after it starts`);
  return [id, from, to];
}

function event(e, index) {
  check(e && DEEDS.includes(e.do), `events[${index}].do must be one of ${DEEDS.join(', ')}`);
  return {
    ...e,
    at: number(e.at, 0, `events[${index}].at`),
    after: oneOf(e.after ?? 'admitted', ANCHORS, `events[${index}].after`),
  };
}

/** The whole scenario with every default filled in; throws ScenarioError with what is wrong. */
export function complete(json) {
  check(json && typeof json === 'object' && !Array.isArray(json), 'a scenario is a JSON object');
  check(typeof json.platform === 'string' && /^[a-z][a-z-]{1,30}$/.test(json.platform), 'platform is missing');
  const people = (json.people ?? []).map(person);
  check(people.length <= 40, 'at most 40 people');
  const ids = new Set(people.map((p) => p.id));
  check(ids.size === people.length, 'people must have different ids');
  return {
    ...json,
    name: json.name ?? json.platform,
    variant: json.variant ?? 'default',
    language: json.language ?? 'en',
    door: door(json.door),
    media: media(json.media, json.platform),
    people,
    speech: (json.speech ?? []).map((s, i) => span(s, i, ids)),
    events: (json.events ?? []).map(event),
  };
}
