// Google Meet's collections as messages: people, their outputs, chat, captions.
import { gzipSync } from 'node:zlib';
import { deviceId } from '../pages/shared/mt-ids.js';
import { message } from './mt-protobuf.mjs';

const HERE = 1;
const GONE = 6;
const AUDIO = 1;
const VIDEO = 2;
const LANGUAGES = { en: 1, de: 2, es: 3, fr: 4, pt: 5, ja: 6 };

/** `person` is {id, name, host, self}; what is not there in the product's messages is left out here too. */
export function userInfo(scenarioId, person, there = true) {
  return message(
    [1, deviceId(scenarioId, person.id)],
    [2, person.name],
    [3, `https://lh3.googleusercontent.com/a/lab-${person.id}`],
    [4, there ? HERE : GONE],
    [7, person.self ? 'f3b0c442-98fc-4c14-9afb-4c8996fb9242' : null],
    [29, person.name],
    [34, person.host ? 1 : null],
  );
}

export function output(scenarioId, person, streamId, video) {
  return message([2, video ? VIDEO : AUDIO], [4, streamId], [6, deviceId(scenarioId, person.id)], [10, message([1, 0])]);
}

function event(body) {
  return gzipSync(message([1, message([2, body])]));
}

/** Somebody came or changed; nobody's leaving is told this way. */
export function people(scenarioId, list, number) {
  const users = list.map((person) => [2, userInfo(scenarioId, person)]);
  return event(message([13, message([1, message([1, message([1, number])], ...users)])]));
}

export function outputs(list) {
  return event(message([3, message(...list.map((one) => [2, one]))], [13, message()]));
}

export function chat(scenarioId, { id, from, text, at }) {
  const content = message([1, text]);
  const line = message([1, `spaces/x/messages/${id}`], [2, deviceId(scenarioId, from)], [3, BigInt(at) * 1000n], [5, content]);
  return event(message([13, message([4, message([2, line])])]));
}

/** Captions are not compressed. */
export function caption(scenarioId, { id, from, text, final }, version, language) {
  const number = BigInt(Number.parseInt(String(id).replace(/\D/g, '') || '0', 10));
  return message([1, message(
    [1, deviceId(scenarioId, from)], [2, number], [3, version], [4, final ? 1 : null], [6, text], [8, LANGUAGES[language] ?? 1],
  )]);
}

/** The answer of SyncMeetingSpaceCollections: everybody who ever was there, as base64 text. */
export function snapshot(scenarioId, list) {
  const users = list.map(({ there, ...person }) => [2, userInfo(scenarioId, person, there)]);
  return message([2, message([2, message(...users)])]).toString('base64');
}
