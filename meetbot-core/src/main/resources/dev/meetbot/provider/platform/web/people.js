/* Who is there, who speaks since when, what they write: kept from one reading to the next. */
const KEPT = 200;
const chatLog = [];
const captionLog = [];
const captionOf = new WeakMap(); // element -> caption
let lineNumber = 0;
let shown = []; // everybody whom the page's elements show
let known = []; // the same from the platform's own script, where it knows

const keep = (list, entry) => {
  list.push(entry);
  if (list.length > KEPT) {
    list.shift();
  }
};

/** Who began and ended to speak; a mark that says nothing new is none. */
class MarkLog {
  constructor() {
    this.list = [];
    this.number = 0;
    this.lit = new Map();
  }

  note(participantId, on, source, at = Date.now()) {
    const key = source + ' ' + participantId;
    if ((this.lit.get(key)?.on ?? false) !== on) {
      this.lit.set(key, {participantId, on});
      keep(this.list, {number: ++this.number, participantId, atMs: at, on, source});
    }
  }

  isOn(participantId) {
    return [...this.lit.values()].some(mark => mark.on && mark.participantId === participantId);
  }

  /** Whoever is not among these has ended. */
  only(participantIds, source, at) {
    for (const {participantId, on} of this.lit.values()) {
      if (on && !participantIds.has(participantId)) {
        this.note(participantId, false, source, at);
      }
    }
    participantIds.forEach(id => this.note(id, true, source, at));
  }
}

const pageMarks = new MarkLog(); // what tiles and such show
const ownMarks = new MarkLog(); // what the platform's own script knows

const firstOf = (look, hit, names) => [names ?? []].flat().some(name => look.inside(name, hit));

/** Everybody whom the page shows; people without an id have their name for one. */
const readRoster = look => {
  const wanted = DATA.roster;
  if (!wanted?.item) {
    return [];
  }
  const found = new Map();
  for (const hit of look.all(wanted.item)) {
    const name = fieldOf(look, hit, wanted.name);
    let id = fieldOf(look, hit, wanted.id);
    if (!id && !name) {
      continue;
    }
    for (let i = 2, own = id; !own && (!id || found.has(id)); i++) {
      id = id ? `name:${name}#${i - 1}` : 'name:' + name;
    }
    const known = found.get(id);
    found.set(id, {
      id,
      name: known?.name || name,
      self: known?.self || firstOf(look, hit, wanted.self),
      host: known?.host || firstOf(look, hit, wanted.host),
      bot: false,
      speaking: known?.speaking || firstOf(look, hit, wanted.speaking),
    });
  }
  return [...found.values()];
};

/** Whose name that is, when it is only one person's. */
const idOf = name => {
  const people = known.length > 0 ? known : shown;
  const same = people.filter(person => plain(person.name) === plain(name));
  return same.length === 1 ? same[0].id : '';
};

/** The one person that the page shows as the active speaker, where it does. */
const readActive = look => {
  const name = DATA.roster?.active;
  const hit = name && look.one(name);
  return hit ? idOf(valueOf(hit)) : '';
};

const noteSpeaking = (look, at) => {
  if (!DATA.roster) {
    return;
  }
  const on = new Set(shown.filter(person => person.speaking).map(person => person.id));
  const active = readActive(look);
  if (active) {
    on.add(active);
  }
  pageMarks.only(on, DATA.roster.source ?? 'HIGHLIGHT', at);
};

/** Everybody, with whoever is lit by now. */
const people = () => (known.length > 0 ? known : shown).map(person => ({
  ...person,
  speaking: person.speaking || pageMarks.isOn(person.id) || ownMarks.isOn(person.id),
}));

/** Who wrote a line: it says so itself, or the group of lines that it is in. */
const senderOf = (look, hit) => {
  const own = fieldOf(look, hit, DATA.chat.sender);
  const group = !own && DATA.chat.group
    && look.all(DATA.chat.group).find(({el}) => el !== hit.el && el.contains(hit.el));
  return group ? fieldOf(look, group, DATA.chat.sender) : own;
};

const lineOf = (look, hit) => ({
  id: fieldOf(look, hit, DATA.chat.id),
  sender: senderOf(look, hit),
  text: fieldOf(look, hit, DATA.chat.text),
});

/** How many lines at the list's beginning are the log's last ones already. */
const overlap = (lines, log) => {
  const same = (line, old) => line.text === old.text && line.sender === old.sender;
  for (let n = Math.min(lines.length, log.length); n > 0; n--) {
    if (lines.slice(0, n).every((line, i) => same(line, log[log.length - n + i]))) {
      return n;
    }
  }
  return 0;
};

const noteChat = (look, at) => {
  if (!DATA.chat?.item) {
    return;
  }
  const lines = look.all(DATA.chat.item).map(hit => lineOf(look, hit));
  let sender = '';
  for (const line of lines) { // only the first of somebody's lines in a row may be headed
    sender = line.sender || sender;
    line.sender = sender;
  }
  const said = lines.filter(line => line.text);
  const fresh = said.every(line => line.id)
    ? said.filter(line => !chatLog.some(old => old.id === line.id))
    : said.slice(overlap(said, chatLog));
  for (const {id, sender: name, text} of fresh) {
    keep(chatLog, {
      id: id || `${CONFIG.document}-${++lineNumber}`,
      senderId: idOf(name), sender: name, text, atMs: at,
    });
  }
};

/** How many letters two texts have in common at their beginnings. */
const commonStart = (a, b) => {
  let n = 0;
  while (n < a.length && a[n] === b[n]) {
    n++;
  }
  return n;
};

/** The recent line of the same speaker that this one goes on with: some pages draw all lines anew. */
const continuedBy = (speaker, text, taken) => captionLog.slice(-4).reverse().find(line =>
  line.speaker === speaker && !taken.has(line)
  && commonStart(line.text, text) >= line.text.length * 0.6);

const noteCaptions = (look, at) => {
  if (!DATA.captions?.item) {
    return;
  }
  const hits = look.all(DATA.captions.item);
  const taken = new Set(hits.map(hit => captionOf.get(hit.el)));
  for (const hit of hits) {
    const speaker = fieldOf(look, hit, DATA.captions.speaker).replace(/\s*[:\uff1a]$/, '');
    const text = fieldOf(look, hit, DATA.captions.text);
    if (!text) {
      continue;
    }
    let caption = captionOf.get(hit.el);
    if (!caption) {
      caption = continuedBy(speaker, text, taken);
      taken.add(caption);
      captionOf.set(hit.el, caption);
    }
    if (!caption || caption.speaker !== speaker) {
      caption = {
        id: `${CONFIG.document}-${++lineNumber}`,
        speakerId: idOf(speaker), speaker, text, startMs: at, endMs: at,
      };
      captionOf.set(hit.el, caption);
      keep(captionLog, caption);
    } else if (caption.text !== text) {
      Object.assign(caption, {text, endMs: at});
    }
  }
};

/** Brings all that up to date; at is when the page changed. */
const notePeople = (look, at) => {
  shown = readRoster(look);
  noteSpeaking(look, at);
  noteChat(look, at);
  noteCaptions(look, at);
};
