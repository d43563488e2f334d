// The meeting as a page of Zoom or Jitsi keeps it: what the lab's server tells, put together, with one event for
// every kind of change. The pages draw from it and never ask the server twice.
import { connectLab } from '/__lab/lab-client.js';

const KINDS = ['roster', 'active', 'speaking', 'chat', 'caption', 'share', 'track', 'media', 'dialog', 'state', 'trackgone', 'numbers'];

/** Connects to the lab and keeps the meeting's state. */
export async function openSession() {
  const lab = await connectLab();
  const listeners = [];
  const session = {
    lab,
    config: lab.config,
    state: null,
    people: [],
    active: null,
    speaking: new Set(),
    chat: [],
    captions: [],
    shares: new Set(),
    numbers: [],
    person: (id) => session.people.find((p) => p.id === id),
    self: () => session.people.find((p) => p.self),
    /** Whose the pictures of that number are. */
    idOf: (number) => session.numbers[number],
    others: () => session.people.filter((p) => !p.self),
    /** Calls back with `(kind, message)` for the kinds named, after the state was brought up to date. */
    on(kinds, handler, { lasting = false } = {}) {
      listeners.push({ kinds: kinds.split(' '), handler, lasting });
    },
    /** The next page begins: the handlers of the one before are forgotten. */
    forget() {
      listeners.splice(0, listeners.length, ...listeners.filter((l) => l.lasting));
    },
  };
  for (const kind of KINDS) {
    lab.on(kind, (message) => {
      takeIn(session, kind, message);
      for (const { kinds, handler } of [...listeners]) if (kinds.includes(kind)) handler(kind, message);
    });
  }
  return session;
}

function takeIn(session, kind, message) {
  switch (kind) {
    case 'state': session.state = message.state; break;
    case 'roster': session.people = message; break;
    case 'numbers': session.numbers = message; break;
    case 'active': session.active = message?.id ?? null; break;
    case 'speaking': session.speaking[message.on ? 'add' : 'delete'](message.id); break;
    case 'share': session.shares[message.on ? 'add' : 'delete'](message.id); break;
    case 'chat': session.chat.push({ ...message, atMs: message.at, number: session.chat.length + 1 }); break;
    case 'caption': takeCaption(session.captions, message); break;
    default: break;
  }
}

// a caption grows under its id; only the latest few are on the screen
function takeCaption(captions, caption) {
  const i = captions.findIndex((c) => c.id === caption.id);
  if (i >= 0) captions[i] = caption;
  else captions.push(caption);
  if (captions.length > 3) captions.shift();
}

/** The tokens and the passcode that the address carries. */
export function addressSecrets(url = new URL(location.href)) {
  const tokens = {};
  for (const name of ['zak', 'tk', 'obfToken', 'obf', 'jwt']) {
    const value = url.searchParams.get(name);
    if (value) tokens[name] = value;
  }
  return { passcode: url.searchParams.get('pwd'), tokens };
}
