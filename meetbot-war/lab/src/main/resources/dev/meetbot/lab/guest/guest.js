// A person's camera, microphone and screen, made in the page before the page's own scripts run.
// One timer at 15 Hz decides everything: in the same tick the tone opens and the picture turns bright,
// so that sound and picture start together, and the tick's wall clock is the truth that is logged.
(function (config) {
  'use strict';
  if (globalThis.labGuest || window !== window.top) return;

  const WIDTH = 640, HEIGHT = 360, FPS = 15;
  const SCREEN_WIDTH = 1280, SCREEN_HEIGHT = 720, SCREEN_FPS = 5;
  const RAMP_SECONDS = 0.005, LOUDNESS = 0.3;
  const VIDEO_CLOCK = 1000; // VideoFrame time stamps are microseconds

  const truth = [];          // [wall clock ms, on or off, ms by which the tick came late]
  const sent = {};           // participant id -> counters, one row a second
  const screenSources = new Set(); // SSRCs that ever carried the shared screen
  const faults = [];
  const screenTracks = new Set();
  let spans = [];            // the written schedule: [start, end] in wall clock ms
  let speaking = false;
  let media = null;

  function painter(width, height) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    const writer = generator.writable.getWriter();
    return {
      context, generator,
      show() {
        const frame = new VideoFrame(canvas, { timestamp: performance.now() * VIDEO_CLOCK, alpha: 'discard' });
        writer.write(frame).catch(() => frame.close());
      },
    };
  }

  // Every n-th tick is counted from the first one, so that a late tick does not push the next ones.
  function ticker(fps, tick) {
    const start = performance.now();
    let n = 0;
    const next = () => {
      const due = start + (++n * 1000) / fps;
      const now = performance.now();
      if (due < now - 1000) n = Math.floor(((now - start) * fps) / 1000); // the machine slept
      setTimeout(() => { tick(n, performance.now() - due); next(); }, Math.max(0, due - now));
    };
    next();
  }

  function paintCamera(context, n, bright) {
    context.fillStyle = `hsl(${config.hue} ${bright ? '100% 84%' : '35% 30%'})`;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = bright ? '#333' : '#ccc';
    context.font = '48px sans-serif';
    context.fillText(config.name, 40, 120);
    context.font = '28px monospace';
    context.fillText(new Date().toISOString().slice(11, 23), 40, 170);
    context.fillRect(40 + ((n * 4) % 500), 240, 60, 60);
  }

  function paintScreen(context, n) {
    context.fillStyle = '#e4e4e4';
    context.fillRect(0, 0, SCREEN_WIDTH, SCREEN_HEIGHT);
    context.fillStyle = '#222';
    context.font = '56px sans-serif';
    context.fillText(config.name + ' shares this screen', 80, 140);
    context.font = '40px monospace';
    context.fillText('page ' + (1 + Math.floor(n / 10)), 80, 240);
    for (let line = 0; line < 8; line++) context.fillRect(80, 300 + line * 44, 300 + ((line * 97 + n * 20) % 760), 18);
  }

  function start() {
    if (media) return media;
    const audio = new AudioContext({ sampleRate: 48000 });
    const tone = new OscillatorNode(audio, { frequency: config.hz });
    const gate = new GainNode(audio, { gain: 0 });
    const out = new MediaStreamAudioDestinationNode(audio, { channelCount: 1, channelCountMode: 'explicit' });
    tone.connect(gate).connect(out);
    tone.start();
    audio.resume();
    const camera = painter(WIDTH, HEIGHT);
    ticker(FPS, (n, late) => {
      const now = Date.now();
      const wanted = spans.some(([from, to]) => now >= from && now < to);
      if (wanted !== speaking) {
        speaking = wanted;
        const at = audio.currentTime;
        gate.gain.cancelScheduledValues(at);
        gate.gain.setValueAtTime(speaking ? 0 : LOUDNESS, at);
        gate.gain.linearRampToValueAtTime(speaking ? LOUDNESS : 0, at + RAMP_SECONDS);
        truth.push([now, speaking ? 1 : 0, late]);
      }
      paintCamera(camera.context, n, speaking);
      camera.show();
    });
    media = { audio, voice: out.stream.getAudioTracks()[0], camera: camera.generator };
    return media;
  }

  async function getUserMedia(constraints) {
    const { voice, camera } = start();
    const tracks = [];
    // clones: what the page stops must not stop the source
    if (constraints && constraints.audio) tracks.push(voice.clone());
    if (constraints && constraints.video) tracks.push(camera.clone());
    if (!tracks.length) throw new TypeError('neither audio nor video was asked for');
    return new MediaStream(tracks);
  }

  async function getDisplayMedia() {
    const screen = painter(SCREEN_WIDTH, SCREEN_HEIGHT);
    ticker(SCREEN_FPS, (n) => {
      if (screen.generator.readyState !== 'live') return;
      paintScreen(screen.context, n);
      screen.show();
    });
    screenTracks.add(screen.generator.id);
    return new MediaStream([screen.generator]);
  }

  async function enumerateDevices() {
    const device = (kind, label) => ({ kind, label, deviceId: 'lab-' + kind, groupId: 'lab', toJSON() { return this; } });
    return [device('audioinput', 'Lab microphone'), device('videoinput', 'Lab camera')];
  }

  function replace(name, value) {
    Object.defineProperty(navigator.mediaDevices, name, { value, configurable: true, writable: true });
  }
  if (navigator.mediaDevices) {
    replace('getUserMedia', getUserMedia);
    replace('getDisplayMedia', getDisplayMedia);
    replace('enumerateDevices', enumerateDevices);
  }

  function counters(stats) {
    const row = { atMs: Date.now(), cameraFrames: 0, screenFrames: 0, keyFrameRequests: 0, keyFrames: 0, audioPackets: 0 };
    const sources = new Map(stats.filter((s) => s.type === 'media-source').map((s) => [s.id, s]));
    for (const s of stats) {
      if (s.type !== 'outbound-rtp') continue;
      if (s.kind === 'audio') { row.audioPackets += s.packetsSent || 0; continue; }
      const source = sources.get(s.mediaSourceId);
      if (source && (screenTracks.has(source.trackIdentifier) || source.width === SCREEN_WIDTH)) {
        screenSources.add(s.ssrc);
      }
      // a share that ended has no media source any more, but its counters stay
      row[screenSources.has(s.ssrc) ? 'screenFrames' : 'cameraFrames'] += s.framesSent || 0;
      row.keyFrameRequests += (s.pliCount || 0) + (s.firCount || 0);
      row.keyFrames += s.keyFramesEncoded || 0;
    }
    return row;
  }

  setInterval(async () => {
    try {
      const room = globalThis.meetbotRoom;
      if (!room || !room.peerStats) return;
      for (const [id, stats] of Object.entries(await room.peerStats())) {
        (sent[id] = sent[id] || []).push(counters([...stats.values()]));
      }
    } catch (e) {
      if (faults.length < 20) faults.push(String(e));
    }
  }, 1000);

  // Nobody looks at this screen: pictures are decoded as for any viewer, but not put on it, which
  // spares a sixth of the guests' processor time.
  const unseen = new CSSStyleSheet();
  unseen.replaceSync('video { display: none !important; }');
  function showPictures(on) {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== unseen).concat(on ? [] : [unseen]);
  }
  document.addEventListener('DOMContentLoaded', () => showPictures(false));

  globalThis.labGuest = {
    showPictures,
    follow(list) { spans = list; },
    truth: () => truth,
    sent: () => sent,
    faults: () => faults,
    // its own camera and voice, for calibrating the generator without any call
    own: async () => getUserMedia({ audio: true, video: true }),
  };
})
