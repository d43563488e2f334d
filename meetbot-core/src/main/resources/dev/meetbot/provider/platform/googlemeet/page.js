/*
 * What Google Meet's elements do not say: who is in the call and whose a contributing source is,
 * from the roster that the page fetches and from its data channels (protobuf without a schema,
 * packed). Where a value lies is said in the flags, as the numbers of the fields on the way to it.
 * Nothing that is read here may ever disturb the page.
 */
const {flags} = meetbot;
const {quietly, unpacked, plainBytes} = hooks;
const now = () => Date.now();

// ---- protobuf as it is on the wire

const varint = (bytes, at) => {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    if (at >= bytes.length) {
      throw new RangeError('cut off');
    }
    const byte = bytes[at++];
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) {
      return {value, at};
    }
  }
  throw new RangeError('too long');
};

/** A message's fields as {number, value}: a BigInt, or bytes; throws on what is no message. */
const fields = bytes => {
  const found = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = varint(bytes, at);
    const number = Number(tag.value >> 3n);
    const kind = Number(tag.value & 7n);
    if (number === 0 || ![0, 1, 2, 5].includes(kind)) {
      throw new RangeError('no message');
    }
    const head = kind === 0 || kind === 2 ? varint(bytes, tag.at) : {value: 0n, at: tag.at};
    const length = {0: 0, 1: 8, 2: Number(head.value), 5: 4}[kind];
    const end = head.at + length;
    if (end > bytes.length) {
      throw new RangeError('cut off');
    }
    found.push({number, value: kind === 0 ? head.value : bytes.subarray(head.at, end)});
    at = end;
  }
  return found;
};

/** Every value at the path, for example '1.2' for the fields 2 of the fields 1. */
const all = (bytes, path) => {
  let level = [bytes];
  for (const step of String(path).split('.')) {
    level = level.flatMap(one => one instanceof Uint8Array
      ? quietly(() => fields(one), []).filter(f => f.number === Number(step)).map(f => f.value)
      : []);
  }
  return level;
};
const utf8 = new TextDecoder();
const bytesAt = (bytes, path) => all(bytes, path).filter(v => v instanceof Uint8Array);
const textAt = (bytes, path) => utf8.decode(bytesAt(bytes, path).at(-1) ?? new Uint8Array());
const numberAt = (bytes, path) => {
  const value = all(bytes, path).at(-1);
  return typeof value === 'bigint' ? Number(value) : null;
};
const has = (bytes, path) => all(bytes, path).length > 0;

// ---- what was learned

const IN_CALL = 1;
const people = new Map(); // id -> {id, name, host, parent, status, tiledAt}
const outputs = new Map(); // device and kind -> {device, stream, video}
const chat = new Map();
const captions = new Map();
let selfId = null;
let known = false; // whether a roster was ever read

const keepLast = (map, limit) => {
  while (map.size > limit) {
    map.delete(map.keys().next().value);
  }
};

/** A person as the message has it; what it leaves out stays as it was, a name above all. */
const person = bytes => {
  const id = textAt(bytes, flags.personId);
  if (!id) {
    return null;
  }
  const old = people.get(id);
  const name = textAt(bytes, flags.personName) || textAt(bytes, flags.personDisplayName);
  if (has(bytes, flags.personSelf)) {
    selfId ??= id;
  }
  people.set(id, {
    id,
    name: name || old?.name || '',
    host: has(bytes, flags.personHost) || (old?.host ?? false),
    parent: textAt(bytes, flags.personParent) || old?.parent || '',
    status: numberAt(bytes, flags.personStatus) ?? old?.status ?? IN_CALL,
    tiledAt: old?.tiledAt ?? 0,
  });
  known = true;
  return id;
};

/** The whole roster: who is not in it has left. */
const onRoster = bytes => {
  const here = bytesAt(bytes, flags.rosterPeople).map(person).filter(Boolean);
  if (here.length > 0) {
    [...people.keys()].filter(id => !here.includes(id)).forEach(id => people.delete(id));
  }
};

const output = bytes => {
  const stream = textAt(bytes, flags.outputStream);
  const device = textAt(bytes, flags.outputDevice);
  const video = numberAt(bytes, flags.outputKind) !== flags.outputAudio;
  if (stream && device) {
    for (const [key, one] of outputs) {
      if (one.stream === stream && one.video === video) {
        outputs.delete(key);
      }
    }
    outputs.set(`${device} ${video}`, {device, stream, video});
  }
};

/** Seconds, milliseconds or microseconds since 1970 as milliseconds. */
const millis = time => time > 1e14 ? time / 1000 : time > 1e11 ? time : time > 0 ? time * 1000 : now();

const message = bytes => {
  const senderId = textAt(bytes, flags.chatDevice);
  const text = textAt(bytes, flags.chatText);
  if (text) {
    const atMs = Math.round(millis(numberAt(bytes, flags.chatTime) ?? 0));
    const id = textAt(bytes, flags.chatId) || `${senderId} ${atMs}`;
    chat.set(id, {id, senderId, atMs, text});
    keepLast(chat, 100);
  }
};

/** News since the last roster: somebody came, was renamed or left, a source, a line of chat. */
const onNews = bytes => {
  bytesAt(bytes, flags.newsPeople).forEach(person);
  bytesAt(bytes, flags.newsOutputs).forEach(output);
  bytesAt(bytes, flags.newsChat).forEach(message);
};

const onCaption = bytes => {
  for (const one of bytesAt(bytes, flags.caption)) {
    const speakerId = textAt(one, flags.captionDevice);
    const text = textAt(one, flags.captionText);
    const id = `${speakerId} ${numberAt(one, flags.captionId)}`;
    if (text && speakerId) {
      const startMs = captions.get(id)?.startMs ?? now();
      captions.set(id, {id, speakerId, text, startMs, endMs: now()});
      keepLast(captions, 100);
    }
  }
};

// ---- where it comes from

const later = hooks.inOrder();
const bytesOf = async data => new Uint8Array(data instanceof Blob ? await data.arrayBuffer() : data);
hooks.fetched(flags.rosterCall, body =>
  later(async () => onRoster(await unpacked(plainBytes(await bytesOf(await body))))));
for (const [label, reader] of [[flags.newsChannel, onNews], [flags.captionChannel, onCaption]]) {
  hooks.channel(label, data => {
    if (typeof data !== 'string') {
      // The page owns the buffer: what is read later is a copy.
      const copy = data instanceof ArrayBuffer ? data.slice(0) : data;
      later(async () => reader(await unpacked(await bytesOf(copy))));
    }
  });
}

// ---- what the facts are

const nameOf = id => people.get(id)?.name || '';
const owner = id => people.get(id)?.parent || id;

const sources = () => [...outputs.values()].flatMap(({device, stream, video}) => {
  const kind = people.get(device)?.parent ? 'SCREEN' : 'CAMERA';
  const csrc = /^\d+$/.test(stream) ? [`csrc:${stream}`] : [];
  return [...csrc, ...(video || csrc.length === 0 ? [stream] : [])]
    .map(streamId => ({streamId, participantId: owner(device), kind}));
});

// ---- tiles: who is shown, and which one is the bot's own

const tiles = () => [...document.querySelectorAll(flags.tile)];
const idOf = tile => tile.getAttribute(flags.tileId);

/** Every tile has the word for oneself at hand; the own tile alone shows it as its name. */
const isOwn = tile => {
  const label = tile.querySelector(`[${flags.ownName}]`);
  const word = label?.getAttribute(flags.ownName)?.trim();
  const text = label?.textContent.trim();
  return Boolean(word) && (text === word || text.startsWith(word + ' '));
};
const ownId = () => {
  const own = selfId ? null : tiles().find(isOwn);
  return own ? idOf(own) : selfId;
};

/** A roster tells of leaving up to a minute late; the tiles of a small meeting tell at once. */
const present = self => {
  const here = [...people.values()].filter(one => one.status === IN_CALL && !one.parent);
  const seen = new Set(tiles().map(idOf));
  here.filter(one => seen.has(one.id)).forEach(one => { one.tiledAt = now(); });
  const gone = one => one.tiledAt && now() - one.tiledAt > flags.tileGoneMs && seen.size > 0;
  return here.filter(one => here.length > flags.tilesShowAll || one.id === self || !gone(one));
};

/** The page holds cookies of an account, whether or not they are still good. */
const signs = () => document.cookie.split('; ').some(c => flags.accountCookies.includes(c.split('=')[0]))
  ? ['account'] : [];

meetbot.register({
  facts() {
    const self = ownId();
    return {
      selfId: self,
      signs: quietly(signs, []),
      sources: sources(),
      participants: known ? present(self).map(({id, name, host}) =>
        ({id, name, self: id === self, host, bot: false, speaking: false})) : [],
      chat: [...chat.values()].map(c => ({...c, sender: nameOf(c.senderId)})),
      captions: [...captions.values()].map(c => ({...c, speaker: nameOf(c.speakerId)})),
    };
  },
});
