// What a platform module can say, with what holds where it says nothing.
import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijkmnopqrstuvwxyz';
const letters = (n) => Array.from({ length: n }, () => LETTERS[randomInt(LETTERS.length)]).join('');
const digits = (n) => Array.from({ length: n }, (_, i) => randomInt(i === 0 ? 1 : 0, 10)).join('');

const FORMS = {
  'google-meet': {
    host: 'meet.google.com', code: () => `${letters(3)}-${letters(4)}-${letters(3)}`,
    url: (code) => `https://meet.google.com/${code}`, path: /^\/([a-z]{3}-[a-z]{4}-[a-z]{3})$/,
  },
  'microsoft-teams': {
    host: 'teams.microsoft.com', code: () => digits(13),
    url: (code) => `https://teams.microsoft.com/meet/${code}?p=${letters(12)}`, path: /^\/meet\/(\d{13})$/,
  },
  'zoom-web': {
    host: 'app.zoom.us', code: () => digits(10),
    url: (code) => `https://app.zoom.us/wc/${code}/join`, path: /^\/wc\/(\d{10})\/join$/,
  },
  jitsi: {
    host: 'meet.jit.si', code: () => `Lab${letters(12)}`,
    url: (code) => `https://meet.jit.si/${code}`, path: /^\/(Lab[a-z]{12})$/,
  },
  plain: {
    host: 'plain.lab.test', code: () => letters(10),
    url: (code) => `https://plain.lab.test/${code}`, path: /^\/([a-z]{10})$/,
  },
};

/**
 * The default of every part. `meeting` is the running meeting: `.scenario`, `.people`, `.code`,
 * `.visit`, `.person(id)`, `.session.send(type, data)` (to lab-client), `.log(text)`.
 * `request` is `{host, path, query (URLSearchParams), method, headers, url (URL)}`.
 */
export function base(id) {
  const form = FORMS[id] ?? FORMS.plain;
  return {
    /** A fresh meeting code for a scenario. */
    newCode: () => form.code(),
    /** The link that the bot is given. */
    urlOf: (code) => form.url(code),
    /** Whether a host's requests are this platform's. */
    serves: (host) => host === form.host,
    /** The meeting code in a request for a meeting's page, or null when it is none. */
    match: ({ host, path }) => (host === form.host ? (form.path.exec(path)?.[1] ?? null) : null),
    /** The file of pages/<id>/ for such a request. */
    page: () => 'index.html',
    /** Sends a meeting's page by itself, with these headers, and returns true; false: `page` names its file. */
    onPage: async (request, response, meeting, headers) => false, // eslint-disable-line no-unused-vars
    /**
     * Any other request on its hosts: answer it (response is node's) and return true, or return
     * false. `meeting` may be null. The default finds files of pages/<id>/ under /__lab/pages/<id>/.
     */
    onRequest: async (request, response, meeting) => false, // eslint-disable-line no-unused-vars
    /** A WebSocket on its hosts other than lab-client's; return false to refuse it. */
    onSocket: (socket, request, meeting) => false, // eslint-disable-line no-unused-vars
    /** Data channels that the server opens: `{label, ordered, maxRetransmits, protocol, negotiated, id}`. */
    channels: (meeting) => [], // eslint-disable-line no-unused-vars
    /** One of them is open: `channel.send(Buffer | string)`, `channel.label`. */
    onChannel: (channel, meeting) => {}, // eslint-disable-line no-unused-vars
    /** The page sent something on one of them. */
    onChannelMessage: (channel, data, meeting) => {}, // eslint-disable-line no-unused-vars
    /** Everything that lab-client is told is told here too (type, data as in lab.on). */
    onEvent: (type, data, meeting) => {}, // eslint-disable-line no-unused-vars
    /** A message of the page by lab.send(type, data) that the server does not know. */
    onMessage: (type, data, meeting) => {}, // eslint-disable-line no-unused-vars
    /** The id of the media stream of a track: `source` is microphone, camera, screen, slotN, mainAudio … */
    streamId: (person, source) => (person ? `${person.id}-${source}` : source),
  };
}
