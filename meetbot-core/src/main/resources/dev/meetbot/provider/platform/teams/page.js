/*
 * What Teams' elements do not say: who is in the call, whose a contributing source is and who speaks
 * most, from the frames of its WebSocket, the data channel of the call, and the page's own calling
 * objects where they can be reached. Names and numbers that may change are in the flags.
 * Nothing that is read here may ever disturb the page.
 */
const {flags} = meetbot;
const {quietly, unpacked, plainBytes} = hooks;
const now = () => Date.now();
const json = text => quietly(() => JSON.parse(text), null);
const utf8 = new TextDecoder();

/** What a frame or an answer holds: JSON, or JSON that is packed and written as Base64. */
const valueOf = async data => {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(await data);
  return json(utf8.decode(await unpacked(plainBytes(bytes))));
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
  const state = Object.keys(codes).find(each => flags[codes[each]].includes(code)) ?? ended;
  // Who never saw anybody was not in the call.
  ended = state === 'REMOVED' && !known ? 'DENIED' : state;
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

const later = hooks.inOrder();
const onFrame = data => {
  const frame = typeof data === 'string' && data.startsWith('3:::') ? json(data.slice(4)) : null;
  const path = String(frame?.url ?? '').split('?')[0].replace(/\/$/, '');
  const reader = path.endsWith(flags.rosterFrame) ? onRoster
    : path.endsWith(flags.endFrame) ? onEnd : null;
  if (reader) {
    const {body} = frame;
    later(async () => reader(typeof body === 'string' ? await valueOf(body) : body));
  }
};
hooks.constructed('WebSocket', socket =>
  socket.addEventListener('message', ({data}) => quietly(() => onFrame(data))));
hooks.fetched(flags.rosterCall, body => later(async () => onRoster(await valueOf(body))));
hooks.channel(flags.channel, onChannel, onAsked);
hooks.called(window.RTCPeerConnection?.prototype, 'setRemoteDescription',
  ([description]) => onDescription(description?.sdp));

const receivers = new Set();
hooks.constructed('RTCPeerConnection', made =>
  made.addEventListener('track', ({track, receiver}) => {
    if (track.kind === 'audio') {
      receivers.add(receiver);
    }
  }));

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
  [...lit].filter(id => !bright.has(id))
    .forEach(id => lit.delete(id) && meetbot.mark(id, false, 'HIGHLIGHT'));
  [...bright].filter(id => !lit.has(id))
    .forEach(id => lit.add(id) && meetbot.mark(id, true, 'HIGHLIGHT'));
};
const touches = ({type, target}) => type === 'childList' || target.closest?.(flags.tile);
new MutationObserver(changes => quietly(() => changes.some(touches) && look()))
  .observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['class']});

// Before the devices are open the page shows no switch, or one that is off and then jumps on.
let opening = 0;
let openedAt = 0;
hooks.called(window.MediaDevices?.prototype, 'getUserMedia', (given, answer) => {
  const open = () => {
    opening--;
    openedAt = now();
  };
  opening++;
  openedAt = now();
  answer.then(open, open);
});
const isOpening = () => now() - openedAt < (opening > 0 ? flags.openingMs : flags.openedMs);

// The page asks for the devices before it goes on; the bot's are mute.
let allowed = false;
const allow = () => {
  const text = allowed ? '' : meetbot.plain(document.body?.innerText);
  if (meetbot.wordsOf('permissionGate').some(words => text.includes(words))) {
    allowed = true;
    navigator.mediaDevices.getUserMedia({audio: true, video: true})
      .then(stream => stream.getTracks().forEach(track => track.stop())).catch(() => {});
  }
};

// The bot is who bears the name that it gave; where two do, the one who came last: itself.
let given = '';
document.addEventListener('input', ({target}) => quietly(() => {
  given = target.matches(flags.nameField) ? target.value.trim() : given;
}), true);
let selfId = null;
let metAt = 0;
const ownId = () => {
  const mine = present().filter(one => given && one.name === given).at(-1)?.id ?? null;
  metAt ||= mine ? now() : 0;
  if (mine && now() - metAt > flags.ownNameMs) {
    selfId ??= mine; // whoever comes later is somebody else
  }
  return callOf()?.callerMri ?? selfId ?? mine;
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
let namelessMs = 0;
let listenedAt = 0;
const isSounding = () => [...receivers].some(receiver => quietly(() =>
  receiver.getSynchronizationSources().some(s => (s.audioLevel ?? 1) > flags.soundLevel), false));
const isNameless = () => {
  const named = dominant !== null || contributing().length > 0;
  const passed = Math.min(now() - listenedAt, 1000);
  listenedAt = now();
  namelessMs = named ? 0 : namelessMs + (isSounding() ? passed : 0);
  return namelessMs > flags.namelessMs;
};
const signs = () => [isNameless() && 'nameless', isOpening() && 'opening'].filter(Boolean);

meetbot.register({
  facts() {
    look();
    quietly(allow);
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
