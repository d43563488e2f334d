// A track of one's own for everybody, added when they come and taken away when they leave.
import { packetsDue } from '../people/person.mjs';
import { level, STEP } from '../people/voice.mjs';
import { OpusEncoder } from './opus.mjs';
import { Gate } from './silence.mjs';

export class OwnTracks {
  constructor({ peer, platform, media, meeting, cameras }) {
    Object.assign(this, { peer, platform, media, meeting, cameras });
    this.voices = new Map(); // person -> {stream, gate, ppm, packets}
  }

  joined(person) {
    const ppm = person.spec.skewPpm ?? this.media.skewPpm;
    const stream = this.peer.add({
      kind: 'audio', ppm,
      streamId: this.platform.streamId(person, 'microphone'),
      trackId: `${person.id}-microphone`,
      info: { id: person.id, source: 'microphone' },
    });
    const gate = new Gate(new OpusEncoder(), this.media.silence);
    this.voices.set(person, { stream, gate, ppm });
    this.cameras.add(person);
  }

  left(person) {
    const voice = this.voices.get(person);
    if (!voice) return;
    this.voices.delete(person);
    this.peer.remove(voice.stream);
    voice.gate.close();
    this.cameras.remove(person);
  }

  tick(n, ms) {
    for (const [person, voice] of this.voices) {
      for (let k = packetsDue(n, voice.ppm); k > 0; k--) this.packet(person, voice, n, ms);
    }
    this.cameras.tick(n, ms);
  }

  packet(person, voice, n, ms) {
    voice.packets = (voice.packets ?? Math.floor(n * (1 + voice.ppm / 1e6)) - 1) + 1;
    person.advance(ms);
    const { now, next } = person;
    const { payload, marker } = voice.gate.next(now.pcm, next.pcm, now.on || next.on);
    const sent = payload !== null && voice.stream.send(payload, voice.packets * STEP, {
      marker, level: level(now.pcm), csrc: this.media.csrc && now.on ? [person.csrc] : [],
    });
    this.meeting.truth.voice(person, now.on && sent, ms);
  }

  close() {
    this.voices.forEach((v) => v.gate.close());
    this.voices.clear();
  }
}
