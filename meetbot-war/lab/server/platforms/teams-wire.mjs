// Teams' messages: frames of the trouter line and lines of the main-channel.
import { gzipSync } from 'node:zlib';
import { identity } from '../pages/shared/mt-ids.js';

const HEADER = Buffer.from([0x00, 0x01, 0x7b, 0x00, 0x5b, 0x02, 0x00, 0x2a]); // holds a stray '{' and '['
const SECONDS_1900_TO_1970 = 2_208_988_800;
const SUB_CODES = { denied: 5854, removed: 5300, ended: 0, timed_out: 5859, full: 5740 };

/** `3:::` and a request as JSON. */
export function frame(meetingId, number, path, body, zipped) {
  const content = JSON.stringify(body);
  const headers = { 'X-Microsoft-Skype-Chain-ID': meetingId, 'Content-Type': 'application/json' };
  if (zipped) headers['X-Microsoft-Skype-Content-Encoding'] = 'gzip';
  const url = `/v4/f/lab-${meetingId}/callAgent/${meetingId}/${number.toString(16).padStart(8, '0')}/conversation/${path}/`;
  const text = zipped ? gzipSync(content).toString('base64') : content;
  return `3:::${JSON.stringify({ id: number, method: 'POST', url, headers, body: text })}`;
}

/** The id of a person's camera among the sources. */
export const cameraSource = (csrc) => csrc + 5000;

function streams({ csrc, muted, camera, sharing }) {
  return [
    { type: 'audio', label: 'main-audio', sourceId: csrc, direction: 'sendrecv', serverMuted: Boolean(muted) },
    { type: 'video', label: 'main-video', sourceId: cameraSource(csrc), direction: camera ? 'sendonly' : 'inactive' },
    { type: 'applicationsharing-video', label: 'applicationsharing-video', sourceId: csrc + 9000, direction: sharing ? 'sendonly' : 'inactive' },
  ];
}

/** One row of a roster. `person` is {id, name, host, bot, muted, csrc, camera, sharing, there}. */
export function participant(meetingId, person, version) {
  const id = identity(meetingId, person.id, person.bot);
  const endpoint = { call: { mediaStreams: streams(person), clientVersion: 'SkypeSpaces/lab' }, endpointState: { endpointStateSequenceNumber: version } };
  return [id, {
    version, state: person.there ? 'active' : 'inactive', role: person.host ? 'admin' : 'user',
    meetingRole: person.host ? 'organizer' : person.bot ? 'attendee' : 'presenter',
    details: { id, displayName: person.name, displayNameSource: person.bot ? 'guest' : 'directory', resourceId: null, hidden: false },
    endpoints: { [id.slice(-12)]: endpoint },
  }];
}

/** Somebody without a name is always among them: no person. */
export function rosterUpdate(meetingId, people, number) {
  const nameless = ['28:lab-service', { version: number, state: 'active', details: { id: '28:lab-service' }, endpoints: {} }];
  const rows = people.map((person) => participant(meetingId, person, number));
  return { type: 'Delta', sequenceNumber: number, participants: Object.fromEntries([...rows, nameless]) };
}

/** Why it is over; `by` is the person who did it, if anybody. */
export function conversationEnd(meetingId, state, by) {
  const sender = by ? { id: identity(meetingId, by.id), displayName: by.name } : null;
  return { code: 0, subCode: SUB_CODES[state] ?? 0, phrase: state, reason: state === 'ended' ? 'conversationEnded' : 'participantRemoved', sender };
}

export const endsConversation = (state) => Object.hasOwn(SUB_CODES, state);

const line = (json) => Buffer.concat([HEADER, Buffer.from(JSON.stringify(json), 'utf8')]);

/** Who dominates, the newest first. */
export function dominant(history) {
  return line([{ type: 'dsh', history }]);
}

export function caption(meetingId, { from, name, text, final, startMs }) {
  const timestampAudioSent = Math.round((startMs / 1000 + SECONDS_1900_TO_1970) * 1e7);
  return line({ recognitionResults: [{ userId: identity(meetingId, from), displayName: name, text, timestampAudioSent, isFinal: Boolean(final), spokenLanguage: 'en-us' }] });
}
