/*
 * What Teams' elements do not say: who is in the call, whose a contributing source is and who speaks
 * most, from the frames of its WebSocket, the data channel of the call, and the page's own calling
 * objects where they can be reached. Names and numbers that may change are in the flags.
 * Nothing that is read here may ever disturb the page.
 */
const {flags} = meetbot;
const now = () => Date.now();
const quietly = (act, otherwise) => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};
const json = text => quietly(() => JSON.parse(text), null);
const utf8 = new TextDecoder();

/** A frame's body: JSON, or JSON that is packed and written as Base64. */
const body = async text => {
  if (typeof text !== 'string') {
    return text ?? null;
  }
  const plain = json(text);
  if (plain && typeof plain === 'object') {
    return plain;
  }
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const format = bytes[0] === 0x1f && bytes[1] === 0x8b ? 'gzip' : 'deflate';
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
  return json(await new Response(stream).text());
};

// ---- what was learned

const people = new Map(); // id -> {id, name, host, here}
const streams = new Map(); // source id -> {participantId, type}
const captions = new Map();
let known = false; // whether a roster was ever read
let ended = null;

const mediaOf = one => Object.values(one.endpoints ?? {})
  .flatMap(endpoint => endpoint?.call?.mediaStreams ?? []);

/** Somebody as a roster has it; without a name it is no person, but the meeting itself. */
const person = one => {
  const id = one?.details?.id;
  const old = people.get(id);
  const name = one?.details?.displayName || old?.name;
  if (!id || !name) {
    return;
  }
  const role = one.meetingRole ?? one.details.meetingRole ?? one.role;
  const host = role ? flags.hostRoles.includes(String(role).toLowerCase()) : old?.host ?? false;
  const here = one.state ? one.state !== 'inactive' : old?.here ?? true;
  people.set(id, {id, name, host, here});
  known = true;
  const media = mediaOf(one);
  if (!here || media.length > 0) {
    [...streams].filter(([, s]) => s.participantId === id).forEach(([key]) => streams.delete(key));
  }
  if (here) {
    media.filter(s => s?.sourceId !== undefined)
      .forEach(s => streams.set(String(s.sourceId), {participantId: id, type: s.type}));
  }
};

/** Where in an answer the people stand has changed before: they are what has details. */
const rosterIn = (value, depth) => {
  if (!value || typeof value !== 'object' || depth === 0) {
    return [];
  }
  const held = Object.values(value.participants ?? {}).filter(one => one?.details);
  return held.length > 0 ? held
    : Object.values(value).flatMap(inner => rosterIn(inner, depth - 1));
};
const onRoster = value => rosterIn(value, 4).forEach(one => quietly(() => person(one)));

const codes = {DENIED: 'deniedCodes', REMOVED: 'removedCodes', SIGN_IN_REQUIRED: 'signInCodes'};
const onEnd = value => {
  const code = String(value?.subCode ?? '');
  ended = Object.keys(codes).find(state => code && flags[codes[state]].includes(code)) ?? ended;
};

let dominant = null;
const onDominant = history => {
  const next = streams.get(String(history?.[0]))?.participantId ?? null;
  if (next !== dominant) {
    [[dominant, false], [next, true]].filter(([id]) => id)
      .forEach(([id, on]) => meetbot.mark(id, on, 'ACTIVE_SPEAKER'));
    dominant = next;
  }
};

const open = new Map(); // speaker -> the caption that still grows
let spoken = 0;
/** Steps of 100 ns since 1900, as milliseconds since 1970; a clock that is far off is not believed. */
const heardAt = ticks => {
  const at = Math.round(Number(ticks) / 1e4 - 2208988800000);
  return Math.abs(at - now()) < flags.captionLagMs ? at : now();
};
const onCaption = ({userId, text, timestampAudioSent, isFinal}) => {
  if (!userId || !text) {
    return;
  }
  const id = open.get(userId) ?? `${userId} ${++spoken}`;
  const startMs = captions.get(id)?.startMs ?? heardAt(timestampAudioSent);
  captions.set(id, {id, speakerId: userId, text, startMs, endMs: Math.max(startMs, now())});
  if (captions.size > 100) {
    captions.delete(captions.keys().next().value);
  }
  open.set(userId, id);
  if (isFinal) {
    open.delete(userId);
  }
};

/** The JSON behind a binary head, whose length nobody tells. */
const jsonIn = data => {
  const text = typeof data === 'string' ? data : utf8.decode(data);
  for (let at = text.search(/[[{]/), tries = 0; at >= 0 && tries < 20; tries++) {
    const found = json(text.slice(at));
    if (found) {
      return found;
    }
    const next = text.slice(at + 1).search(/[[{]/);
    at = next < 0 ? -1 : at + 1 + next;
  }
  return null;
};
const onChannel = data => {
  const value = jsonIn(data);
  [value ?? []].flat().filter(one => one?.type === 'dsh').forEach(one => onDominant(one.history));
  (value?.recognitionResults ?? []).forEach(one => quietly(() => onCaption(one)));
};

// ---- which received stream shows what: the page asks for a source on one of its few streams

const asked = new Map(); // the page's number of a stream -> source id
const received = new Map(); // the page's number of a stream -> id of the media stream
const onAsked = data => [jsonIn(data) ?? []].flat().filter(one => one?.type === 'sr').forEach(one => {
  const {sourceId, streamMsid} = one.controlVideoStreaming?.controlInfo ?? {};
  if (streamMsid !== undefined) {
    asked.set(String(streamMsid), String(sourceId));
  }
});
const onDescription = sdp => String(sdp ?? '').split(/^m=/m).forEach(part => {
  const number = /^a=x-source-streamid:(\S+)/m.exec(part)?.[1];
  const stream = /msid:(\S+)/.exec(part)?.[1];
  if (number && stream) {
    received.set(number, stream);
  }
});

// ---- where it comes from

let queue = Promise.resolve();
const read = (text, reader) => {
  queue = queue.then(async () => reader(await body(await text))).catch(() => {});
};

const onFrame = data => {
  const frame = typeof data === 'string' && data.startsWith('3:::') ? json(data.slice(4)) : null;
  const path = String(frame?.url ?? '').split('?')[0].replace(/\/$/, '');
  if (path.endsWith(flags.rosterFrame)) {
    read(frame.body, onRoster);
  } else if (path.endsWith(flags.endFrame)) {
    read(frame.body, onEnd);
  }
};
const hook = (name, made) => {
  const Native = window[name];
  if (!Native) {
    return;
  }
  const Wrapped = new Proxy(Native, {
    construct(target, given, newTarget) {
      const one = Reflect.construct(target, given, newTarget === Wrapped ? target : newTarget);
      quietly(() => made(one));
      return one;
    },
  });
  Object.defineProperty(window, name,
    {value: Wrapped, writable: true, configurable: true, enumerable: false});
};
hook('WebSocket', socket =>
  socket.addEventListener('message', ({data}) => quietly(() => onFrame(data))));

const listened = new WeakSet();
const listen = channel => {
  if (channel?.label !== flags.channel || listened.has(channel)) {
    return;
  }
  listened.add(channel);
  channel.addEventListener('message', ({data}) => quietly(() => onChannel(data)));
  const send = channel.send;
  channel.send = function (...given) {
    quietly(() => onAsked(given[0]));
    return Reflect.apply(send, this, given);
  };
};
const receivers = new Set();
let heardSince = 0;
const native = window.RTCPeerConnection?.prototype;
hook('RTCPeerConnection', made => {
  made.addEventListener('datachannel', ({channel}) => quietly(() => listen(channel)));
  made.addEventListener('track', ({track, receiver}) => {
    if (track.kind === 'audio') {
      receivers.add(receiver);
      heardSince ||= now();
    }
  });
});
for (const [name, act] of [
  ['createDataChannel', (given, made) => listen(made)],
  ['setRemoteDescription', given => onDescription(given[0]?.sdp)],
]) {
  const plain = native?.[name];
  if (plain) {
    native[name] = {[name](...given) {
      const answer = Reflect.apply(plain, this, given);
      quietly(() => act(given, answer));
      return answer;
    }}[name];
  }
}

const fetched = window.fetch;
window.fetch = function fetch(...given) {
  const answer = Reflect.apply(fetched, this, given);
  const address = quietly(() => String(given[0]?.url ?? given[0]), '');
  if (address.includes(flags.rosterCall)) {
    answer.then(response => read(response.clone().text(), onRoster)).catch(() => {});
  }
  return answer;
};

// ---- outlines that light up, and the page's calling objects

const callOf = () => quietly(() => window.callingDebug?.observableCall
  ?? window.msteamscalling?.deref?.()?.callingService?.getActiveCall?.(), null);
const inCall = () => {
  const held = callOf()?.participants;
  return quietly(() => Array.isArray(held) ? held : [...held?.values?.() ?? []], []);
};
/** The people of the roster; of the calling objects where no roster was read. */
const present = () => known ? [...people.values()].filter(one => one.here)
  : inCall().filter(one => one?.id && one.displayName)
    .map(one => ({id: one.id, name: one.displayName, host: false}));

/** Equal names cannot be told apart by a tile, which has no more than a name. */
const idByName = name => {
  const named = present().filter(one => one.name === name);
  return named.length === 1 ? named[0].id : present().length === 0 ? name : null;
};
const lit = new Set();
const look = () => {
  const bright = new Set([...document.querySelectorAll(flags.outline)]
    .filter(outline => outline.closest(flags.outlineLit))
    .map(outline => idByName(outline.closest(flags.tile)?.getAttribute(flags.tileName)))
    .filter(Boolean));
  [...lit].filter(id => !bright.has(id)).forEach(id => lit.delete(id) && meetbot.mark(id, false, 'HIGHLIGHT'));
  [...bright].filter(id => !lit.has(id)).forEach(id => lit.add(id) && meetbot.mark(id, true, 'HIGHLIGHT'));
};
const touches = ({type, target}) => type === 'childList' || target.closest?.(flags.tile);
new MutationObserver(changes => quietly(() => changes.some(touches) && look()))
  .observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['class']});

// The bot is who bears the name that it gave; where two do, the one who came last: itself.
let given = '';
document.addEventListener('input', ({target}) => quietly(() => {
  given = target.matches(flags.nameField) ? target.value.trim() : given;
}), true);
let selfId = null;
const ownId = () => {
  const mine = present().filter(one => given && one.name === given);
  selfId = callOf()?.callerMri ?? selfId ?? mine.at(-1)?.id ?? null;
  return selfId;
};

const contributing = () => [...receivers]
  .flatMap(receiver => quietly(() => receiver.getContributingSources().map(c => c.source), []));
const sources = () => {
  const found = new Map();
  const add = (streamId, participantId, kind) => found.set(streamId, {streamId, participantId, kind});
  for (const csrc of contributing()) {
    const one = inCall().find(p => quietly(() => p.hasAudioSource(csrc), false));
    if (one?.id) {
      add(`csrc:${csrc}`, one.id, 'CAMERA');
    }
  }
  for (const [id, {participantId, type}] of streams) {
    if (type === 'audio') {
      add(`csrc:${id}`, participantId, 'CAMERA');
    }
  }
  for (const [number, id] of asked) {
    const shown = streams.get(id);
    if (shown && received.has(number)) {
      add(received.get(number), shown.participantId, shown.type === 'video' ? 'CAMERA' : 'SCREEN');
    }
  }
  return [...found.values()];
};

/** Sound comes, and neither packets nor the page's data say whose: captions would. */
const signs = () => {
  const silent = streams.size === 0 && dominant === null && contributing().length === 0;
  return silent && receivers.size > 0 && now() - heardSince > flags.namelessMs ? ['nameless'] : [];
};

meetbot.register({
  facts() {
    look();
    const self = ownId();
    return {
      selfId: self,
      state: ended,
      signs: signs(),
      sources: sources(),
      participants: present().map(({id, name, host}) => ({id, name, self: id === self, host,
        bot: false, speaking: lit.has(id) || id === dominant})),
      captions: [...captions.values()]
        .map(c => ({...c, speaker: people.get(c.speakerId)?.name ?? ''})),
    };
  },
});
