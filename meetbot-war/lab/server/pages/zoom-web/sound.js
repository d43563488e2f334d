// Sound: samples come by WebSocket and are played by Web Audio; no track is involved anywhere.
import { h } from '../shared/zj-dom.js';

const RATE = 48000;
const AHEAD_SECONDS = 0.08;
const SLACK_SECONDS = 0.05;
const TOO_FAR_SECONDS = 0.18; // a page that fell behind drops what it cannot play in time

const WORKLET = `
registerProcessor('zoom-sound', class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.parts = []; this.at = 0; this.held = 0; this.playing = false;
    this.port.onmessage = ({ data }) => {
      this.parts.push(data); this.held += data.length;
      if (!this.playing || this.held > ${TOO_FAR_SECONDS * RATE}) this.keep(${AHEAD_SECONDS * RATE} + data.length);
    };
  }
  keep(most) {
    while (this.held > most) { this.held -= this.parts.shift().length - this.at; this.at = 0; }
  }
  sample() {
    const part = this.parts[0];
    const value = part[this.at++] / 32768;
    this.held--;
    if (this.at === part.length) { this.parts.shift(); this.at = 0; }
    return value;
  }
  process(inputs, [[out]]) {
    if (!this.playing && this.held < ${AHEAD_SECONDS * RATE}) return true;
    this.playing = this.held >= out.length;
    for (let i = 0; this.playing && i < out.length; i++) out[i] = this.sample();
    return true;
  }
});`;

/** A player by the way of the variant; silent until the user has joined the audio. */
export function startSound(session, way) {
  let play = null;
  let joined = false;
  let context = null;
  session.on('media', (kind, { pcm, atMs }) => { if (pcm && play) play(pcm, atMs); });
  return {
    joined: () => joined,
    async join() {
      if (joined) return;
      joined = true;
      context = new AudioContext({ sampleRate: RATE });
      await context.resume();
      play = way === 'element' ? byElement(context) : await byWorklet(context);
    },
    stop() {
      play = null;
      context?.close();
    },
  };
}

async function byWorklet(context) {
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' })));
  const node = new AudioWorkletNode(context, 'zoom-sound', { numberOfInputs: 0, outputChannelCount: [1] });
  const volume = new GainNode(context);
  node.connect(volume).connect(context.destination);
  return (pcm) => node.port.postMessage(pcm);
}

/**
 * The older way: a source node for every piece, one after the other, into a stream that an element plays. Each has
 * its time by when it was taken; what comes too late for it, or too much, is left out.
 */
function byElement(context) {
  const out = new MediaStreamAudioDestinationNode(context);
  const element = h('audio', { autoplay: true, style: { display: 'none' } });
  element.srcObject = out.stream;
  document.body.append(element);
  let next = 0;
  return (pcm, atMs) => {
    const buffer = context.createBuffer(1, pcm.length, RATE);
    buffer.copyToChannel(Float32Array.from(pcm, (value) => value / 32768), 0);
    const age = (performance.timeOrigin + performance.now() - atMs) / 1000;
    const due = context.currentTime + AHEAD_SECONDS - age;
    if (due < context.currentTime || next > due + SLACK_SECONDS) return;
    if (due > next + SLACK_SECONDS) next = due;
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(out);
    source.start(next);
    next += buffer.duration;
  };
}

/** The window that stands over the call until somebody joins the audio. */
export function joinAudioDialog(app, t, sound) {
  if (app.querySelector('.join-audio-container')) return;
  const box = h('div', { class: 'join-audio-container', role: 'dialog' },
    h('button', { type: 'button', class: 'zm-btn join-audio-by-voip__join-btn zm-btn--primary zm-btn__outline--white zm-btn--lg',
      onclick() { box.remove(); sound.join(); } }, t.joinAudio));
  app.append(box);
}
