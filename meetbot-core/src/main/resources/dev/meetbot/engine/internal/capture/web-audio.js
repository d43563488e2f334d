/*
 * Records what the page plays through Web Audio: what it connects to a context's speakers is connected
 * to a recording of that context as well, and so is what it plays by a media element on a stream that
 * the context feeds. Follows tap.js, in its scope. CONFIG.webAudio: whether.
 */
if (CONFIG.webAudio) {
  const LEVEL_MS = 20;
  const LEVELS_EVERY_MS = 200;
  // What is half a buffer old, and the encoder's own delay.
  const LEAD_MS = 10;
  const NativeGain = window.GainNode;
  const NativeDestination = window.MediaStreamAudioDestinationNode;
  const NativeAnalyser = window.AnalyserNode;
  const NativeConstant = window.ConstantSourceNode;
  const nodes = AudioNode.prototype;
  const nativeConnect = nodes.connect;
  const nativeDisconnect = nodes.disconnect;
  const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name).get;
  const channelsOf = getter(AudioDestinationNode.prototype, 'maxChannelCount');
  const contextOf = getter(nodes, 'context');
  const every = window.setInterval.bind(window);
  const stopTimer = window.clearInterval.bind(window);
  const streamOf = getter(NativeDestination.prototype, 'stream');
  const nativeSource = getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  const outlets = new WeakMap(); // context -> its recording
  const detours = new Map(); // track that a context feeds, by id -> what is fed into it
  const players = new Map(); // track, by id -> the elements that play it

  /** The context whose speakers that node is; null when it is something else. */
  const speakersOf = node => {
    try {
      apply(channelsOf, node, []);
      const context = apply(contextOf, node, []);
      return typeof context.startRendering === 'function' ? null : context;
    } catch (e) {
      return null;
    }
  };

  const dbov = (samples, from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    const level = Math.sqrt(sum / Math.max(1, to - from));
    return level > 0 ? Math.max(0, Math.min(127, Math.round(-20 * Math.log10(level)))) : 127;
  };

  /** How loud it was since the last time, in steps; the analyser remembers more than half a second. */
  const measure = outlet => {
    const {analyser, samples, context} = outlet;
    const at = now();
    const step = context.sampleRate * LEVEL_MS / 1000;
    const most = Math.floor(samples.length / step);
    const count = Math.min(most, Math.ceil((at - outlet.measuredAt) / LEVEL_MS));
    outlet.measuredAt = at;
    analyser.getFloatTimeDomainData(samples);
    const values = [];
    for (let i = count; i > 0; i--) {
      const from = Math.max(0, Math.round(samples.length - i * step));
      values.push(dbov(samples, from, Math.round(samples.length - (i - 1) * step)));
    }
    if (wanted.audio && outlet.track && values.some(v => v < 127)) {
      tell({t: 'levels', track: outlet.track, fromAt: Math.round(at - count * LEVEL_MS),
        dbov: values});
    }
  };

  const begin = outlet => {
    const mime = 'audio/webm;codecs=opus';
    const stream = outlet.sink.stream;
    outlet.measuredAt = now();
    outlet.timer = every(() => measure(outlet), LEVELS_EVERY_MS);
    outlet.entry = recorderOf('audio', stream, {mimeType: mime, audioBitsPerSecond: 64000}, () => {
      outlet.track = nextTrack++;
      tell({t: 'track', track: outlet.track, kind: 'audio', method: 'web_audio',
        streamIds: [stream.id], trackId: stream.getAudioTracks()[0].id, mime});
      return outlet.track;
    }, LEAD_MS);
  };

  /** A context that does not run has no time: what comes after a break is another file. */
  const follow = outlet => {
    const running = outlet.context.state === 'running';
    if (running && !outlet.entry) {
      begin(outlet);
    } else if (!running && outlet.entry) {
      measure(outlet);
      stopTimer(outlet.timer);
      outlet.entry.end();
      outlet.entry = null;
      outlet.track = 0;
    }
  };

  const open = context => {
    const mixer = new NativeGain(context);
    const sink = new NativeDestination(context);
    const analyser = new NativeAnalyser(context, {fftSize: 32768});
    // Without anything connected the recording would stand still, and time be missing in it.
    const silence = new NativeConstant(context, {offset: 0});
    silence.start();
    for (const [from, to] of [[silence, mixer], [mixer, sink], [mixer, analyser]]) {
      apply(nativeConnect, from, [to]);
    }
    const outlet = {context, mixer, sink, analyser, samples: new Float32Array(analyser.fftSize),
      entry: null, timer: 0, track: 0, measuredAt: 0};
    apply(listen, context, ['statechange', () => follow(outlet)]);
    follow(outlet);
    return outlet;
  };

  const outletOf = context => {
    let outlet = outlets.get(context);
    if (!outlet) {
      outlet = open(context);
      outlets.set(context, outlet);
    }
    return outlet;
  };

  /** The id of the track that a node feeds; empty for other nodes. */
  const fedBy = node => {
    try {
      return apply(streamOf, node, []).getAudioTracks()[0]?.id ?? '';
    } catch (e) {
      return '';
    }
  };

  /** Streams may be for others to hear: only of what an element plays aloud here is a copy taken. */
  const settle = id => {
    const detour = detours.get(id);
    const loud = Boolean(detour) && [...players.get(id) ?? []].some(el => !el.muted);
    if (detour && loud !== detour.open) {
      detour.open = loud;
      apply(loud ? nativeConnect : nativeDisconnect, detour.gate, [outletOf(detour.context).mixer]);
    }
  };

  const detourTo = node => {
    const id = fedBy(node);
    if (id && !detours.has(id)) {
      const context = apply(contextOf, node, []);
      detours.set(id, {context, gate: new NativeGain(context), open: false});
      settle(id);
    }
    return detours.get(id);
  };

  const plays = (element, stream) => {
    const before = [...players].filter(([, its]) => its.delete(element)).map(([id]) => id);
    const ids = stream instanceof NativeStream ? stream.getAudioTracks().map(t => t.id) : [];
    for (const id of ids) {
      players.set(id, (players.get(id) ?? new Set()).add(element));
    }
    [...before, ...ids].forEach(settle);
    for (const id of before) {
      if (players.get(id).size === 0) {
        players.delete(id);
      }
    }
  };

  const known = new WeakSet();
  defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...nativeSource,
    set(stream) {
      apply(nativeSource.set, this, [stream]);
      try {
        plays(this, stream);
        if (!known.has(this)) {
          known.add(this);
          apply(listen, this, ['volumechange', () => plays(this, this.srcObject)]);
        }
      } catch (e) {
        tell({t: 'note', text: 'web audio: ' + e});
      }
    },
  });

  /** Where else that goes which the page connects to a node; null when it is not recorded. */
  const alsoTo = target => {
    const context = speakersOf(target);
    return context ? outletOf(context).mixer : detourTo(target)?.gate ?? null;
  };

  Object.assign(nodes, {
    connect(target, ...where) {
      const result = apply(nativeConnect, this, [target, ...where]);
      try {
        const also = alsoTo(target);
        if (also) {
          apply(nativeConnect, this, [also, ...where.slice(0, 1)]);
        }
      } catch (e) {
        tell({t: 'note', text: 'web audio not recorded: ' + e});
      }
      return result;
    },

    disconnect(...what) {
      const result = apply(nativeDisconnect, this, what);
      const also = what.length > 0
        && (outlets.get(speakersOf(what[0]))?.mixer ?? detours.get(fedBy(what[0]))?.gate);
      if (also) {
        try {
          apply(nativeDisconnect, this, [also, ...what.slice(1, 2)]);
        } catch (e) {
          tell({t: 'note', text: 'web audio: ' + e});
        }
      }
      return result;
    },
  });
}
