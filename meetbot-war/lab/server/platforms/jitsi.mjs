// Jitsi's addresses (rooms, tenants, hosts of one's own), and stream ids as its bridge makes them.
import { randomInt } from 'node:crypto';
import { endpointOf } from '../pages/jitsi/ids.js';

const HOSTS = /^(meet\.jit\.si|8x8\.vc|jitsi\.lab\.test)$/;
const ROOM = /^(?:\/[\w.-]+)?\/(Lab[A-Za-z]{12})\/?$/;
const LETTERS = 'abcdefghijkmnopqrstuvwxyz';

const LINKS = {
  room: (code) => `https://meet.jit.si/${code}`,
  tenant: (code) => `https://meet.jit.si/lab-tenant/${code}`,
  hosted: (code) => `https://8x8.vc/lab-tenant/${code}`,
  own: (code) => `https://jitsi.lab.test/${code}`,
};
const SUFFIX = { microphone: 'audio-0-1', camera: 'video-0-1', screen: 'video-1-1' };

export default {
  newCode: () => `Lab${Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`,
  /** A scenario may name the form of its link (`link`) and settings in the address (`hash`). */
  urlOf: (code, scenario) => (LINKS[scenario.link] ?? LINKS.room)(code) + (scenario.hash ? `#${scenario.hash}` : ''),
  serves: (host) => HOSTS.test(host),
  match: ({ host, path }) => (HOSTS.test(host) ? ROOM.exec(path)?.[1] ?? null : null),
  streamId: (person, source) => `${endpointOf(person?.id ?? source)}-${SUFFIX[source] ?? source}`,
};
