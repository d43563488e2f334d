// One track with everybody, encoded once; the contributing sources are those who speak.
import { packetsDue } from '../people/person.mjs';
import { level, mix, STEP } from '../people/voice.mjs';
import { OpusEncoder } from './opus.mjs';
import { Gate } from './silence.mjs';

export class Mix {
  constructor({ peer, platform, media, meeting, cameras }) {
    Object.assign(this, { peer, platform, media, meeting, cameras });
    this.people = new Set();
    this.gate = new Gate(new OpusEncoder(), media.silence);
    this.packets = null;
    const copies = media.duplicate ? ['mainAudio', 'duplicateAudio'] : ['mainAudio'];
    this.streams = copies.map((source) => peer.add({
      kind: 'audio', ppm: media.skewPpm, streamId: platform.streamId(null, source), trackId: source, info: { source },
    }));
    if (!media.renegotiate) meeting.people.forEach((p) => cameras.add(p));
  }

  joined(person) {
    this.people.add(person);
    this.cameras.add(person);
  }

  left(person) {
    this.people.delete(person);
    if (this.media.renegotiate) this.cameras.remove(person);
  }

  tick(n, ms) {
    this.packets ??= Math.floor(n * (1 + this.media.skewPpm / 1e6)) - 1;
    for (let k = packetsDue(n, this.media.skewPpm); k > 0; k--) {
      this.packets++;
      this.packet(ms);
    }
    this.cameras.tick(n, ms);
  }

  packet(ms) {
    const people = [...this.people];
    people.forEach((p) => p.advance(ms));
    const now = mix(people.map((p) => p.now.pcm));
    const speaking = people.filter((p) => p.now.on);
    const next = mix(people.map((p) => p.next.pcm));
    const { payload, marker } = this.gate.next(now, next, people.some((p) => p.now.on || p.next.on));
    const header = { marker, level: level(now), csrc: this.media.csrc ? speaking.map((p) => p.csrc) : [] };
    let sent = false;
    for (const stream of this.streams) {
      sent = (payload !== null && stream.send(payload, this.packets * STEP, header)) || sent;
    }
    people.forEach((p) => this.meeting.truth.voice(p, p.now.on && sent, ms));
  }

  close() {
    this.gate.close();
  }
}
