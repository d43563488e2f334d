// Sound: samples come by WebSocket and are played by Web Audio; no track is involved anywhere.
import { h } from '../shared/zj-dom.js';

const RATE = 48000;
const AHEAD_SECONDS = 0.08;
const SLACK_SECONDS = 0.05;
const TOO_FAR_SECONDS = 0.18; // a page that fell behind drops what it cannot play in time
const TOLD_EVERY = 10; // pieces of sound; the lab is told when they are played

const WORKLET = `
registerProcessor('zoom-sound', class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.parts = []; this.at = 0; this.held = 0; this.playing = false; this.begun = 0;
    this.port.onmessage = ({ data }) => {
      this.parts.push(data); this.held += data.pcm.length;
      if (!this.playing || this.held > ${TOO_FAR_SECONDS * RATE}) this.keep(${AHEAD_SECONDS * RATE} + data.pcm.length);
    };
  }
  keep(most) {
    while (this.held > most) { this.held -= this.parts.shift().pcm.length - this.at; this.at = 0; }
  }
  sample(i) {
    const { pcm, atMs } = this.parts[0];
    if (this.at === 0 && this.begun++ % ${TOLD_EVERY} === 0) this.port.postMessage({ atMs, time: (currentFrame + i) / sampleRate });
    const value = pcm[this.at++] / 32768;
    this.held--;
    if (this.at === pcm.length) { this.parts.shift(); this.at = 0; }
    return value;
  }
  process(inputs, [[out]]) {
    if (!this.playing && this.held < ${AHEAD_SECONDS * RATE}) return true;
    this.playing = this.held >= out.length;
    for (let i = 0; this.playing && i < out.length; i++) out[i] = this.sample(i);
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
      const told = (atMs, time) => session.lab.played(atMs, epochOf(context, time));
      play = way === 'element' ? byElement(context, told) : await byWorklet(context, told);
    },
    stop() {
      play = null;
      context?.close();
    },
  };
}

/** When a context renders what belongs to a time of its own. */
const epochOf = (context, time) => performance.timeOrigin + performance.now() + (time - context.currentTime) * 1000;

async function byWorklet(context, told) {
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' })));
  const node = new AudioWorkletNode(context, 'zoom-sound', { numberOfInputs: 0, outputChannelCount: [1] });
  const volume = new GainNode(context);
  node.connect(volume).connect(context.destination);
  node.port.onmessage = ({ data }) => told(data.atMs, data.time);
  return (pcm, atMs) => node.port.postMessage({ pcm, atMs });
}

/**
 * The older way: a source node for every piece, one after the other, into a stream that an element plays. Each has
 * its time by when it was taken; what comes too late for it, or too much, is left out.
 */
function byElement(context, told) {
  const out = new MediaStreamAudioDestinationNode(context);
  const element = h('audio', { autoplay: true, style: { display: 'none' } });
  element.srcObject = out.stream;
  document.body.append(element);
  let next = 0;
  let begun = 0;
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
    if (begun++ % TOLD_EVERY === 0) told(atMs, next);
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
