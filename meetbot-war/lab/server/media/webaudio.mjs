// No RTP at all: mixed samples and encoded pictures by WebSocket; the page decodes by itself.
// A message is: kind (1 byte: 1 sound, 2 picture), flags (1: key frame, 2: screen), person (2 bytes),
// width, height (2 bytes each), time in epoch ms (double), payload; big endian.
import { packetsDue } from '../people/person.mjs';
import { mix } from '../people/voice.mjs';

const HEAD = 16;

export function message(kind, { flags = 0, person = 0xffff, width = 0, height = 0, atMs }, payload) {
  const out = Buffer.allocUnsafe(HEAD + payload.length);
  out.writeUInt8(kind, 0);
  out.writeUInt8(flags, 1);
  out.writeUInt16BE(person, 2);
  out.writeUInt16BE(width, 4);
  out.writeUInt16BE(height, 6);
  out.writeDoubleBE(atMs, 8);
  Buffer.from(payload.buffer, payload.byteOffset, payload.length).copy(out, HEAD);
  return out;
}

const bytes = (samples) => new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

export class WebAudio {
  constructor({ media, meeting, session, zeroMs }) {
    Object.assign(this, { media, meeting, session, zeroMs });
    this.people = new Set();
  }

  joined(person) {
    this.people.add(person);
    person.camera?.wishKey();
  }

  left(person) {
    this.people.delete(person);
  }

  wish(index) {
    this.meeting.truth.count('keyFrameRequests');
    const person = this.meeting.people[index];
    person?.camera?.wishKey();
    person?.screen?.wishKey();
  }

  tick(n, ms) {
    for (let k = packetsDue(n, this.media.skewPpm); k > 0; k--) this.sound(ms);
    for (const person of this.people) {
      this.picture(person, person.camera, n, ms, false);
      if (person.sharing) this.picture(person, person.screen, n, ms, true);
    }
  }

  sound(ms) {
    const people = [...this.people];
    people.forEach((p) => p.advance(ms));
    const pcm = mix(people.map((p) => p.now.pcm));
    const sent = this.session.sendBinary(message(1, { atMs: this.zeroMs + ms }, bytes(pcm)));
    people.forEach((p) => this.meeting.truth.voice(p, p.now.on && sent, ms));
  }

  picture(person, camera, n, ms, screen) {
    const frame = camera?.next(n, !screen && person.now.on);
    if (!frame) return;
    const { width, height, data, key } = frame;
    const flags = (key ? 1 : 0) | (screen ? 2 : 0);
    const head = { flags, person: person.index, width, height, atMs: this.zeroMs + ms };
    if (this.session.sendBinary(message(2, head, data))) this.meeting.truth.picture(person, frame, screen);
  }

  close() {}
}
