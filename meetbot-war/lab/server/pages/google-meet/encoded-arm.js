// The arm that leaves a bot without contributing sources: where the browser offers createEncodedStreams,
// the page takes the encoded frames out of the receiver, decodes them itself and plays the sum from a
// worklet. The receiver then delivers nothing, so it knows of no sources, and no <audio> has a stream.

const RATE = 48000;

export function offered() {
  return typeof RTCRtpReceiver !== 'undefined' && 'createEncodedStreams' in RTCRtpReceiver.prototype;
}

/** Must run before the connection is made: its receivers are to hand out their frames. */
export function takeOver(workletUrl, trouble = () => {}) {
  const Native = globalThis.RTCPeerConnection;
  const mixer = new Mixer(workletUrl);
  globalThis.RTCPeerConnection = class extends Native {
    constructor(config = {}, ...rest) {
      super({...config, encodedInsertableStreams: true}, ...rest);
      this.addEventListener('track', event => {
        try {
          drain(event.receiver, event.track.kind, mixer);
        } catch (failure) {
          trouble(String(failure));
        }
      });
    }
  };
  return mixer;
}

function drain(receiver, kind, mixer) {
  const {readable, writable} = receiver.createEncodedStreams();
  if (kind === 'audio') mixer.play(readable);
  else readable.pipeTo(writable).catch(() => {});
}

class Mixer {
  #context = null;
  #node = null;

  constructor(workletUrl) {
    this.workletUrl = workletUrl;
    this.voices = 0;
  }

  async #open() {
    if (!this.#context) {
      this.#context = new AudioContext({sampleRate: RATE, latencyHint: 'interactive'});
      this.#node = this.#context.audioWorklet.addModule(this.workletUrl).then(() => {
        const node = new AudioWorkletNode(this.#context, 'lab-mixer', {outputChannelCount: [1]});
        node.connect(this.#context.destination);
        return node;
      });
    }
    return this.#node;
  }

  async play(readable) {
    const node = await this.#open();
    const voice = this.voices++;
    const decoder = new AudioDecoder({
      output: data => {
        const samples = new Float32Array(data.numberOfFrames);
        data.copyTo(samples, {planeIndex: 0, format: 'f32-planar'});
        data.close();
        node.port.postMessage({voice, samples}, [samples.buffer]);
      },
      error: () => {},
    });
    decoder.configure({codec: 'opus', sampleRate: RATE, numberOfChannels: 1});
    const reader = readable.getReader();
    for (;;) {
      const {value, done} = await reader.read();
      if (done || decoder.state === 'closed') return;
      decoder.decode(new EncodedAudioChunk({type: 'key', timestamp: Math.round((value.timestamp / RATE) * 1e6), data: value.data}));
    }
  }
}
