/*
 * Wraps RTCPeerConnection before the page's own scripts run and copies what every received track
 * carries. CONFIG: handle (name of the hidden handle), binding (name of the recorder's function),
 * wanted ({audio, video, tab}: whether copying begins at once).
 */
const {construct, defineProperty, getOwnPropertyDescriptor, apply} = (() => ({
  construct: Reflect.construct,
  defineProperty: Reflect.defineProperty,
  getOwnPropertyDescriptor: Reflect.getOwnPropertyDescriptor,
  apply: Reflect.apply,
}))();
const NativeConnection = window.RTCPeerConnection;
if (!NativeConnection || window[CONFIG.handle]) {
  return;
}
const NativeWorker = window.Worker;
const NativeStream = window.MediaStream;
const NativeRecorder = window.MediaRecorder;
const NativeScriptTransform = window.RTCRtpScriptTransform;
const listen = EventTarget.prototype.addEventListener;
const receiverPrototype = RTCRtpReceiver.prototype;
const transformOf = getOwnPropertyDescriptor(receiverPrototype, 'transform');
const nativeEncodedStreams = receiverPrototype.createEncodedStreams;
const blobUrl = URL.createObjectURL.bind(URL);
const later = window.setTimeout.bind(window);
const LABEL = Symbol.for('dev.meetbot.track');
const doc = crypto.getRandomValues(new Uint32Array(1))[0];
const CHUNK_MS = 1000;

let wanted = CONFIG.wanted;
let nextTrack = 1;
let nextLabel = 1;
let unanswered = 0;
const taps = new Map(); // receiver -> tap
const recorders = new Set();
const children = new Set();

// ---- to the recorder

const unsent = [];
const post = text => new Promise(done => {
  unsent.push({text, done});
  drain();
});
/** One binding for facts and frames alike, so that they arrive in the order they were sent in. */
const drain = () => {
  const binding = window[CONFIG.binding];
  if (typeof binding !== 'function') {
    later(drain, 50);
    return;
  }
  while (unsent.length > 0) {
    const {text, done} = unsent.shift();
    binding(text).catch(() => {}).then(done);
  }
};
const tell = message => {
  post(JSON.stringify({...message, doc}));
};
const ship = (data, size, ack) => {
  unanswered++;
  post(data).then(() => {
    unanswered--;
    ack(size);
  });
};

// ---- the worker, and the page's own thread where there is none

const local = framer(doc, 1, (data, size) => ship(data, size, n => local.ack(n)), tell);
local.mode(wanted);
let worker = null;
let workerState = 'none'; // none, starting, ready, failed
let flushId = 0;
const flushes = new Map();

const workerFailed = why => {
  if (workerState === 'failed' || workerState === 'ready') {
    return;
  }
  workerState = 'failed';
  tell({t: 'note', text: 'no worker: ' + why});
  flushes.forEach(done => done());
  for (const tap of taps.values()) {
    if (tap.reserved) {
      apply(transformOf.set, tap.receiver, [null]);
      taps.delete(tap.receiver);
    } else if (tap.method === 'tap' && !tap.over) {
      apply(transformOf.set, tap.receiver, [null]);
      tapHere(tap);
    }
  }
};

const startWorker = () => {
  if (workerState !== 'none') {
    return;
  }
  workerState = 'starting';
  try {
    if (!NativeScriptTransform || !transformOf) {
      throw new Error('no RTCRtpScriptTransform');
    }
    const source = `(${tapWorker})(${framer}, ${doc}, 0)`;
    worker = new NativeWorker(blobUrl(new Blob([source], {type: 'text/javascript'})));
    worker.onerror = () => workerFailed('refused');
    worker.onmessage = ({data: m}) => {
      if (m.t === 'data') {
        ship(m.data, m.size, size => worker.postMessage({t: 'ack', size}));
      } else if (m.t === 'tell') {
        tell(m.message);
      } else if (m.t === 'ready') {
        workerState = 'ready';
      } else if (m.t === 'flushed') {
        flushes.get(m.id)?.();
      }
    };
    worker.postMessage({t: 'mode', wanted});
  } catch (e) {
    workerFailed(String(e));
  }
};

// ---- ways to tap a track, best first

/** A name of the track's own: streams of different connections may have the same id, as may tracks. */
const label = track => {
  defineProperty(track, LABEL, {value: `track:${doc}/${nextLabel++}`, configurable: true});
};

const announce = (tap, method, more) => {
  tap.method = method;
  tap.number = tap.reserved || nextTrack++;
  tap.reserved = 0;
  tell({t: 'track', track: tap.number, kind: tap.kind, method,
    streamIds: tap.streamIds, trackId: tap.track.id, label: tap.track[LABEL] ?? '', ...more});
};

const toWorker = (receiver, track, video) => {
  apply(transformOf.set, receiver, [new NativeScriptTransform(worker, {track, video})]);
};

const tapInWorker = tap => {
  announce(tap, 'tap');
  toWorker(tap.receiver, tap.number, tap.kind === 'video');
};

const tapHere = tap => {
  try {
    const {readable, writable} = apply(nativeEncodedStreams, tap.receiver, []);
    announce(tap, 'tap');
    tap.state = local.open(tap.number, tap.kind === 'video', null);
    tap.stop = () => local.close(tap.state);
    pump(tap.state, readable.getReader(), writable.getWriter());
  } catch (e) {
    record(tap, String(e));
  }
};

const pump = async (state, reader, writer) => {
  for (;;) {
    const {value, done} = await reader.read();
    if (done) {
      local.close(state);
      return;
    }
    try {
      local.frame(state, value);
    } finally {
      writer.write(value).catch(() => {});
    }
  }
};

/** Lets the browser encode once more: for tracks whose frames the page itself transforms. */
const record = (tap, why) => {
  if (tap.recorded) {
    return;
  }
  over(tap);
  tap.recorded = true;
  if (tap.reserved) {
    tap.reserved = 0;
    return; // nothing is received yet: its first track event has it recorded
  }
  tap.over = false;
  const audio = tap.kind === 'audio';
  const mime = audio ? 'audio/webm;codecs=opus' : 'video/webm;codecs=vp8';
  const copy = tap.track.clone();
  const stream = new NativeStream([copy]);
  if (audio) {
    // Chromium delivers a received track's sound only while something plays it.
    tap.player = new Audio();
    tap.player.muted = true;
    tap.player.srcObject = stream;
    tap.player.play().catch(() => {});
  }
  const bits = audio ? {audioBitsPerSecond: 32000} : {videoBitsPerSecond: 1500000};
  const entry = recorderOf(tap.kind, stream, {mimeType: mime, ...bits}, () => {
    announce(tap, 'media_recorder', {mime, why});
    return tap.number;
  });
  tap.stop = () => {
    entry.end();
    copy.stop();
    if (tap.player) {
      tap.player.srcObject = null;
    }
  };
};

const now = () => performance.timeOrigin + performance.now();

/**
 * One file that the browser makes; its pieces are sent in order. Sound that flows already is in it
 * from leadMs before the beginning on, though its start is only told with the first packet.
 */
const fileOf = (number, stream, options, leadMs) => {
  const recorder = new NativeRecorder(stream, options);
  let startedAt = leadMs === undefined ? 0 : now() - leadMs;
  let endedAt = 0;
  let index = 0;
  let chain = Promise.resolve();
  recorder.onstart = () => {
    startedAt ||= now();
  };
  recorder.ondataavailable = ({data}) => {
    const until = endedAt || now();
    if (data.size > 0) {
      chain = chain.then(() => data.arrayBuffer()).then(buffer => {
        local.chunk(number, index++, startedAt || until, until, new Uint8Array(buffer));
      });
    }
  };
  recorder.start(CHUNK_MS);
  return {
    async end() {
      if (recorder.state !== 'inactive') {
        endedAt = now();
        const stopped = new Promise(done => { recorder.onstop = done; });
        recorder.stop();
        await stopped;
      }
      await chain;
      local.flush(); // its last piece goes first
      tell({t: 'ended', track: number});
    },
  };
};

/** Records a stream while that is wanted: each time a file of its own, so that breaks stay breaks. */
const recorderOf = (kind, stream, options, next, leadMs) => {
  let file = null;
  let ending = Promise.resolve();
  const stop = () => {
    if (file) {
      ending = Promise.all([ending, file.end()]);
      file = null;
    }
  };
  const entry = {
    set({audio, video, tab: whole}) {
      if (!{audio, video, tab: whole}[kind]) {
        stop();
      } else if (!file && !entry.ended) {
        file = fileOf(next(), stream, options, leadMs);
      }
    },
    async end() {
      entry.ended = true;
      recorders.delete(entry);
      stop();
      await ending;
    },
  };
  recorders.add(entry);
  entry.set(wanted);
  return entry;
};

const over = tap => {
  if (tap.over) {
    return;
  }
  tap.over = true;
  tap.stop?.();
  tap.stop = null;
  if (tap.number && !tap.recorded) {
    tell({t: 'ended', track: tap.number});
  }
};

// ---- the page's connections

/** reserved: the number that frames have already, while nothing was said of a track. */
const tapOf = (receiver, track, streams, reserved) => {
  const tap = {receiver, track, kind: track.kind, streamIds: streams.map(s => s.id), reserved,
    method: '', number: 0, over: false, recorded: false, stop: null, state: null};
  taps.set(receiver, tap);
  sweep();
  return tap;
};

const take = (receiver, track, streams, foreign) => {
  const tap = tapOf(receiver, track, streams, 0);
  label(track);
  if (foreign || (transformOf && apply(transformOf.get, receiver, []))) {
    record(tap, 'the page transforms this track');
  } else if (workerState === 'failed') {
    tapHere(tap);
  } else {
    try {
      tapInWorker(tap);
    } catch (e) {
      tapHere(tap);
    }
  }
};

const onTrack = ({receiver, track, streams}) => {
  const old = taps.get(receiver);
  const ids = streams.map(s => s.id);
  if (!old || old.over) {
    take(receiver, track, streams, old?.recorded);
  } else if (old.reserved) {
    arrive(old, ids);
  } else if (ids.join() !== old.streamIds.join()) {
    // The receiver was given to somebody else: the frames from here on are another track.
    if (old.state && !old.recorded) {
      tell({t: 'ended', track: old.number});
      old.streamIds = ids;
      label(track);
      announce(old, 'tap');
      Object.assign(old.state, {track: old.number, mime: ''});
    } else {
      over(old);
      take(receiver, track, streams, old.recorded);
    }
  }
};

// A closed connection ends its tracks without any event.
let sweeping = 0;
const sweep = () => {
  if (!sweeping) {
    sweeping = later(() => {
      sweeping = 0;
      let living = false;
      for (const [receiver, tap] of taps) {
        if (tap.track.readyState === 'ended') {
          over(tap);
          taps.delete(receiver);
        }
        living = living || !tap.over;
      }
      if (living) {
        sweep();
      }
    }, 1000);
  }
};

const quietly = (what, act) => {
  try {
    act();
  } catch (e) {
    tell({t: 'note', text: what + ' not tapped: ' + e});
  }
};
const Connection = new Proxy(NativeConnection, {
  construct(target, args, newTarget) {
    const made = construct(target, args, newTarget === Connection ? target : newTarget);
    quietly('connection', () => {
      startWorker();
      apply(listen, made, ['track', event => quietly('track', () => onTrack(event))]);
      // An offer may bring receivers that get nothing until later.
      apply(listen, made, ['signalingstatechange', () => quietly('receiver', () => expect(made))]);
    });
    return made;
  },
});
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
  if (name in window) {
    defineProperty(window, name,
      {value: Connection, writable: true, configurable: true, enumerable: false});
  }
}
NativeConnection.prototype.constructor = Connection;

// A page with transforms of its own (end-to-end encryption) keeps them; we then record what it plays.
if (transformOf) {
  defineProperty(receiverPrototype, 'transform', {
    ...transformOf,
    get() {
      const tap = taps.get(this);
      return tap && !tap.recorded ? null : apply(transformOf.get, this, []);
    },
    set(next) {
      const tap = taps.get(this);
      if (tap && !tap.recorded && next === null) {
        return;
      }
      apply(transformOf.set, this, [next]);
      if (tap && next) {
        record(tap, 'the page transforms this track');
      }
    },
  });
}
if (nativeEncodedStreams) {
  receiverPrototype.createEncodedStreams = {
    createEncodedStreams() {
      const tap = taps.get(this);
      if (tap && (tap.method === 'tap' || tap.reserved) && transformOf) {
        apply(transformOf.set, this, [null]);
      }
      const streams = apply(nativeEncodedStreams, this, []);
      if (tap) {
        record(tap, 'the page transforms this track');
      }
      return streams;
    },
  }.createEncodedStreams;
}

// ---- the tab itself

let tab = null;
const captureTab = async ({frameRate, audio}) => {
  if (tab) {
    return tab.mime;
  }
  const stream = await navigator.mediaDevices.getDisplayMedia({
    preferCurrentTab: true,
    selfBrowserSurface: 'include',
    video: {frameRate},
    audio: audio && {echoCancellation: false, noiseSuppression: false, autoGainControl: false},
  });
  const sound = audio ? ',opus' : '';
  const best = 'video/webm;codecs=h264' + sound;
  const mime = NativeRecorder.isTypeSupported(best) ? best : 'video/webm;codecs=vp8' + sound;
  const entry = recorderOf('tab', stream, {mimeType: mime, videoBitsPerSecond: 2500000}, () => {
    const number = nextTrack++;
    tell({t: 'track', track: number, kind: 'tab', method: 'tab_capture', streamIds: [stream.id],
      trackId: stream.getVideoTracks()[0].id, mime});
    return number;
  });
  tab = {mime, entry};
  return mime;
};

// ---- the handle

const until = (ready, ms) => new Promise(done => {
  const end = performance.now() + ms;
  const look = () => ready() || performance.now() > end ? done(ready()) : later(look, 10);
  look();
});

const handle = {
  /** Copy from now on, or let everything pass untouched. */
  mode(next) {
    wanted = next;
    worker?.postMessage({t: 'mode', wanted});
    local.mode(wanted);
    recorders.forEach(entry => entry.set(wanted));
    children.forEach(child => child.mode(wanted));
    return doc;
  },

  /** The recorder lost frames of these tracks. */
  need(tracks) {
    for (const one of tracks.filter(t => t.doc === doc)) {
      worker?.postMessage({t: 'need', track: one.track});
      local.need(one.track);
    }
    children.forEach(child => child.need(tracks));
  },

  /** Sends what is still here; true when the recorder took all of it in time. */
  async flush(ms) {
    const parts = [...children].map(child => child.flush(ms));
    await Promise.race([
      Promise.all([...recorders].map(entry => entry.end())),
      new Promise(done => later(done, ms / 2)),
    ]);
    local.flush();
    if (workerState === 'ready') {
      const id = ++flushId;
      const flushed = new Promise(done => flushes.set(id, done));
      worker.postMessage({t: 'flush', id});
      await Promise.race([flushed, new Promise(done => later(done, ms / 2))]);
    }
    const all = await Promise.all(parts);
    const here = await until(() => unanswered === 0, ms / 2);
    return here && all.every(Boolean);
  },

  tab: captureTab,

  adopt(child) {
    children.add(child);
    child.mode(wanted);
  },
};
defineProperty(window, CONFIG.handle, {value: Object.freeze(handle)});
if (window.top !== window) {
  try {
    window.top[CONFIG.handle]?.adopt(handle);
  } catch (e) {
    tell({t: 'note', text: 'a frame of another origin is not recorded'});
  }
}
tell({t: 'hello', ...wanted});
