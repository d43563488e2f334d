// What both imitations know of the meeting: the lab's events turned into one state, and a "changed" event.

const FINAL = new Set([
  'denied', 'timed_out', 'removed', 'ended', 'not_found', 'blocked', 'sign_in', 'full',
  'passcode_wrong', 'left',
]);

export class Meeting extends EventTarget {
  constructor(lab) {
    super();
    this.lab = lab;
    this.config = lab.config;
    this.phase = 'prejoin';
    this.name = '';
    this.people = [];
    this.everSeen = new Map();
    this.messages = [];
    this.captions = [];
    this.sharers = new Set();
    this.speaking = new Set();
    this.active = null;
    this.slots = [];
    this.tracks = [];
    this.words = null;
    this.#listen();
  }

  get inCall() {
    return this.phase === 'admitted' || this.phase === 'disconnected';
  }

  get over() {
    return FINAL.has(this.phase);
  }

  ask(details) {
    this.name = details.name ?? '';
    this.#to('asking');
    this.lab.ask(details);
  }

  leave() {
    this.lab.leave();
    this.#to('left');
  }

  /** The page itself waits no longer. */
  giveUp() {
    this.#to('timed_out');
  }

  /** Back to the door, as if nothing had been asked. */
  back() {
    this.phase = 'prejoin';
  }

  say(text) {
    this.lab.sendChat(text);
  }

  person(id) {
    return this.people.find(person => person.id === id) ?? this.everSeen.get(id) ?? null;
  }

  others() {
    return this.people.filter(person => !person.self);
  }

  self() {
    return this.people.find(person => person.self) ?? null;
  }

  #to(phase) {
    if (this.over) return;
    const before = this.phase;
    this.phase = phase;
    if (this.over && phase !== 'left') this.lab.hangUp();
    this.#tell('phase', {before, phase});
  }

  #tell(what, detail = {}) {
    this.dispatchEvent(new CustomEvent(what, {detail}));
    this.dispatchEvent(new CustomEvent('changed', {detail: {what}}));
  }

  #listen() {
    const on = (type, handler) => this.lab.on(type, handler);
    on('state', event => {
      const state = typeof event === 'string' ? event : event.state;
      this.words = event.words ?? null;
      this.by = event.by ?? null;
      this.#to(state);
    });
    on('roster', people => this.#roster(people.people ?? people));
    on('active', event => {
      this.active = event.id;
      this.#tell('active');
    });
    on('speaking', event => {
      if (event.on) this.speaking.add(event.id);
      else this.speaking.delete(event.id);
      this.dispatchEvent(new CustomEvent('speaking', {detail: event}));
    });
    on('chat', message => {
      this.messages.push(message);
      this.#tell('chat', message);
    });
    on('caption', caption => {
      const at = this.captions.findIndex(known => known.id === caption.id);
      if (at >= 0) this.captions[at] = caption;
      else this.captions.push(caption);
      this.#tell('caption', caption);
    });
    on('share', event => {
      if (event.on) this.sharers.add(event.id);
      else this.sharers.delete(event.id);
      this.#tell('share', event);
    });
    on('slots', slots => {
      this.slots = slots.slots ?? slots;
      this.dispatchEvent(new CustomEvent('slots'));
    });
    on('track', event => {
      this.tracks.push(event);
      this.#tell('media', event);
    });
    on('trackgone', gone => {
      this.tracks = this.tracks.filter(known => known.track !== gone.track);
      this.#tell('media');
    });
    on('dialog', event => this.#tell('dialog', event));
  }

  #roster(people) {
    const before = new Set(this.people.map(person => person.id));
    const after = new Set(people.map(person => person.id));
    const left = this.people.filter(person => !after.has(person.id));
    const joined = people.filter(person => !before.has(person.id));
    this.people = people;
    for (const person of people) this.everSeen.set(person.id, person);
    for (const person of left) this.speaking.delete(person.id);
    this.#tell('roster', {joined, left});
  }
}
