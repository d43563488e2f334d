// The line between an imitation page and the lab's server. Pages use it like this:
//   import { connectLab } from '/__lab/lab-client.js';
//   const lab = await connectLab();
//   lab.on('state', ({ state }) => …); lab.ask({ name });
// The connection for media is made here, in the page, so that whoever watches the page sees it.
import { crashPage, freezePage } from './faults.js';
import { Events } from './events.js';
import { parseMedia } from './media.js';

const CONNECT_MS = 10_000;

class Lab extends Events {
  constructor(socket) {
    super();
    this.socket = socket;
    this.config = null;
    this.pc = null;
    this.channels = new Map();
    this.left = false;
    this.work = Promise.resolve();
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', (e) => this.receive(e.data));
    socket.addEventListener('close', () => this.closed());
    addEventListener('error', (e) => this.fault(`${e.message} (${e.filename}:${e.lineno})`));
    addEventListener('unhandledrejection', (e) => this.fault(`unhandled: ${e.reason}`));
  }

  /** Any message to the server; unknown types go to the platform's module. */
  send(type, data = {}) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ type, data }));
  }

  /** Asks to be let in. */
  ask({ name = null, passcode = null, tokens = null } = {}) {
    this.send('ask', { name, passcode, tokens });
  }

  /** Leaves: media ends, the server notes the time. */
  leave() {
    this.left = true;
    this.send('leave');
    this.hangUp();
  }

  sendChat(text) {
    this.send('chat', { text });
  }

  /** Answers a `dialog` of the server. */
  reply(kind, accepted) {
    this.send('reply', { kind, accepted });
  }

  /** A line for the scenario's log. */
  report(what) {
    this.send('report', { what: String(what) });
  }

  fault(what) {
    this.send('report', { what: String(what), error: true });
  }

  /** Shape webaudio: the next picture of this person (number as in `media`) is a key frame. */
  wishKeyFrame(person) {
    this.send('wish', { person });
  }

  /** Shape webaudio: what was sent at the one time was played at the other, both in epoch ms. */
  played(atMs, playedMs) {
    this.send('played', { atMs, playedMs });
  }

  /** The data channel of that label, as soon as the server has opened it. */
  channel(label) {
    return this.slot(label).promise;
  }

  slot(label) {
    if (!this.channels.has(label)) {
      let resolve;
      const promise = new Promise((r) => (resolve = r));
      this.channels.set(label, { promise, resolve });
    }
    return this.channels.get(label);
  }

  receive(message) {
    if (typeof message !== 'string') {
      this.emit('media', parseMedia(message));
      return;
    }
    const { type, data } = JSON.parse(message);
    if (type === 'config') this.emit('config', (this.config = data));
    else if (type === 'offer') this.work = this.work.then(() => this.offered(data)).catch((e) => this.fault(e));
    else if (type === 'freeze') this.handles('freeze') ? this.emit(type, data) : freezePage(data, this.config);
    else if (type === 'crash') this.handles('crash') ? this.emit(type, data) : crashPage();
    else this.emit(type, data);
  }

  closed() {
    if (this.left) return;
    this.emit('state', { state: 'disconnected' });
  }

  connection() {
    if (this.pc) return this.pc;
    this.pc = new RTCPeerConnection();
    this.pc.addEventListener('track', (e) => this.tracked(e));
    this.pc.addEventListener('datachannel', ({ channel }) => {
      this.slot(channel.label).resolve(channel);
      this.emit('channel', { channel });
    });
    return this.pc;
  }

  async offered({ sdp, tracks }) {
    const pc = this.connection();
    this.tracks = new Map(tracks.map((t) => [t.mid, t]));
    await pc.setRemoteDescription({ type: 'offer', sdp });
    await pc.setLocalDescription(await pc.createAnswer());
    await this.gathered(pc);
    this.send('answer', { sdp: pc.localDescription.sdp });
  }

  gathered(pc) {
    if (pc.iceGatheringState === 'complete') return null;
    return new Promise((resolve) => {
      pc.addEventListener('icegatheringstatechange', () => pc.iceGatheringState === 'complete' && resolve());
    });
  }

  tracked({ track, streams, transceiver, receiver }) {
    const info = this.tracks.get(transceiver.mid) ?? {};
    const [stream] = streams;
    stream?.addEventListener('removetrack', (e) => e.track === track && this.emit('trackgone', { track, stream, ...info }));
    this.emit('track', { track, stream, receiver, transceiver, ...info });
  }

  hangUp() {
    this.pc?.close();
    this.pc = null;
  }
}

/** Connects this page to its scenario. Fails when there is none or nobody answers for ten seconds. */
export async function connectLab() {
  const socket = new WebSocket(`wss://${location.host}/__lab/socket`);
  const lab = new Lab(socket);
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the lab does not answer')), CONNECT_MS);
    socket.addEventListener('open', () => lab.send('hello', { url: location.href }));
    socket.addEventListener('close', () => reject(new Error('the lab knows no such meeting')));
    lab.on('config', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  return lab;
}
