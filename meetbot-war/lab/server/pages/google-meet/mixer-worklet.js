// Adds the voices up; each has a short queue of decoded samples.

const PREFILL = 2880;   // 60 ms
const LIMIT = 48000;

class LabMixer extends AudioWorkletProcessor {
  constructor() {
    super();
    this.voices = new Map();
    this.port.onmessage = ({data}) => this.#add(data.voice, data.samples);
  }

  #add(voice, samples) {
    const known = this.voices.get(voice) ?? {queue: [], size: 0, at: 0, running: false};
    this.voices.set(voice, known);
    known.queue.push(samples);
    known.size += samples.length;
    while (known.size > LIMIT) this.#drop(known);
    if (known.size >= PREFILL) known.running = true;
  }

  #drop(voice) {
    voice.size -= voice.queue.shift().length - voice.at;
    voice.at = 0;
  }

  process(inputs, [output]) {
    const out = output[0];
    for (const voice of this.voices.values()) if (voice.running) this.#mix(voice, out);
    return true;
  }

  #mix(voice, out) {
    for (let i = 0; i < out.length; i++) {
      const head = voice.queue[0];
      if (!head) {
        voice.running = false;
        return;
      }
      out[i] += head[voice.at++];
      voice.size--;
      if (voice.at === head.length) {
        voice.queue.shift();
        voice.at = 0;
      }
    }
  }
}

registerProcessor('lab-mixer', LabMixer);
