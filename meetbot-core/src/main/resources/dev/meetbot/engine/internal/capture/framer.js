/*
 * Packs copies of encoded frames into batches. Runs in the tap's worker or, where there is none, on
 * the page's thread, so it must not name anything outside itself.
 *
 *   lane  number of this framer within its document
 *   send  (base64, bytes) => void; answered later by ack(bytes)
 *   tell  (message) => void; small facts, as objects
 */
function framer(doc, lane, send, tell) {
  const MAGIC = 0x3154424d; // "MBT1"
  const HEAD = 20;
  const FULL_BYTES = 256 * 1024;
  const BATCH_MS = 500;
  // Sent and not yet taken by the recorder: beyond these limits frames are dropped, never queued.
  const VIDEO_LIMIT = 8 << 20;
  const AUDIO_LIMIT = 12 << 20;
  const ASK_AGAIN_MS = 5000;
  const KEY = 1, VIDEO = 2, LEVEL = 4, CONTAINER = 8, LAYER_SHIFT = 5;

  let bytes = new Uint8Array(FULL_BYTES + 65536);
  let view = new DataView(bytes.buffer);
  let length = HEAD;
  let batchSince = 0;
  let timer = 0;
  let sequence = 0;
  let dropped = 0;
  let waiting = 0;
  let audioOn = false;
  let videoOn = false;
  const tracks = new Set();

  const epoch = () => performance.timeOrigin + performance.now();

  const base64 = part => {
    if (part.toBase64) {
      return part.toBase64();
    }
    const pieces = [];
    for (let i = 0; i < part.length; i += 0x6000) {
      pieces.push(btoa(String.fromCharCode.apply(null, part.subarray(i, i + 0x6000))));
    }
    return pieces.join('');
  };

  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    if (length === HEAD) {
      return;
    }
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, doc, true);
    view.setUint32(8, lane, true);
    view.setUint32(12, sequence++, true);
    view.setUint32(16, dropped, true);
    const size = length;
    length = HEAD;
    waiting += size;
    send(base64(bytes.subarray(0, size)), size);
  };

  const room = size => {
    if (length > HEAD && length + size > FULL_BYTES) {
      flush();
    }
    if (HEAD + size > bytes.length) {
      bytes = new Uint8Array(HEAD + size);
      view = new DataView(bytes.buffer);
    }
    if (length === HEAD) {
      batchSince = performance.now();
      timer = setTimeout(flush, BATCH_MS);
    }
  };

  const record = (track, flags, csrcs, rtp, ssrc, seq, width, height, level, at, payload) => {
    const count = Math.min(csrcs.length, 15);
    room(36 + 4 * count + payload.length);
    let p = length;
    view.setUint16(p, track, true);
    view.setUint8(p + 2, flags);
    view.setUint8(p + 3, count);
    view.setUint32(p + 4, rtp, true);
    view.setUint32(p + 8, ssrc, true);
    view.setInt32(p + 12, seq, true);
    view.setUint16(p + 16, width, true);
    view.setUint16(p + 18, height, true);
    view.setFloat32(p + 20, level, true);
    view.setFloat64(p + 24, at, true);
    p += 32;
    for (let i = 0; i < count; i++, p += 4) {
      view.setUint32(p, csrcs[i], true);
    }
    view.setUint32(p, payload.length, true);
    bytes.set(payload, p + 4);
    length = p + 4 + payload.length;
    if (length >= FULL_BYTES || performance.now() - batchSince >= BATCH_MS) {
      flush();
    }
  };

  const lose = (state, reason) => {
    dropped++;
    state.lost++;
    if (!state.lostSince) {
      state.lostSince = epoch();
      state.reason = reason;
    }
    state.needKey = state.video;
  };

  const found = state => {
    if (state.lostSince) {
      tell({t: 'gap', track: state.track, fromAt: state.lostSince, toAt: epoch(),
        frames: state.lost, reason: state.reason});
      state.lostSince = 0;
      state.lost = 0;
    }
  };

  // A decoder that never had a key frame already asks for one by itself.
  const ask = state => {
    const now = performance.now();
    if (state.hadKey && state.askKey && (!state.askedAt || now - state.askedAt > ASK_AGAIN_MS)) {
      state.askedAt = now;
      state.askKey();
    }
  };

  const need = state => {
    state.needKey = state.video;
  };

  return {
    /** askKey asks the sender for a key frame; null where that cannot be done. */
    open(track, video, askKey) {
      const state = {track, video, askKey, needKey: video, hadKey: false, askedAt: 0, lost: 0,
        lostSince: 0, reason: '', mime: ''};
      tracks.add(state);
      return state;
    },

    close(state) {
      found(state);
      tracks.delete(state);
    },

    /** Copies the frame; must be called before it is written back, which takes its bytes away. */
    frame(state, frame) {
      const key = !state.video || frame.type === 'key';
      if (!(state.video ? videoOn : audioOn)) {
        state.hadKey = state.hadKey || key;
        return;
      }
      if (state.needKey && !key) {
        if (state.lostSince) {
          dropped++;
          state.lost++;
        }
        if (waiting < VIDEO_LIMIT / 2) {
          ask(state);
        }
        return;
      }
      if (waiting > (state.video ? VIDEO_LIMIT : AUDIO_LIMIT)) {
        lose(state, 'backpressure');
        return;
      }
      found(state);
      state.hadKey = true;
      state.needKey = false;
      state.askedAt = 0;
      const meta = frame.getMetadata();
      const mime = meta.mimeType || '';
      if (mime !== state.mime) {
        state.mime = mime;
        flush(); // what was coded otherwise goes first
        tell({t: 'codec', track: state.track, mime});
      }
      const level = typeof meta.audioLevel === 'number';
      const received = meta.receiveTime;
      record(
        state.track,
        (key ? KEY : 0) | (state.video ? VIDEO : 0) | (level ? LEVEL : 0) |
          Math.min(meta.spatialIndex || 0, 7) << LAYER_SHIFT,
        meta.contributingSources || [],
        meta.rtpTimestamp >>> 0,
        meta.synchronizationSource >>> 0,
        typeof meta.sequenceNumber === 'number' ? meta.sequenceNumber : -1,
        meta.width || 0,
        meta.height || 0,
        level ? meta.audioLevel : 0,
        Number.isFinite(received) ? performance.timeOrigin + received : epoch(),
        new Uint8Array(frame.data));
    },

    /**
     * A piece of a file that the browser itself made; never dropped, or the file would break.
     * The time until which it reaches takes the place of the RTP timestamp, in ms of the file.
     */
    chunk(track, index, startedAt, until, payload) {
      const length = Math.max(0, Math.round(until - startedAt));
      record(track, CONTAINER, [], length, 0, index, 0, 0, 0, startedAt, payload);
    },

    mode({audio, video}) {
      if (!audio && !video) {
        flush();
      }
      if (!videoOn && video) {
        tracks.forEach(need);
      }
      audioOn = audio;
      videoOn = video;
    },

    /** The recorder missed frames of this track, the first perhaps: go on with a key frame. */
    need(track) {
      tracks.forEach(state => {
        if (state.track === track) {
          state.mime = ''; // it may have missed that, too
          need(state);
        }
      });
    },

    ack(size) {
      waiting -= size;
    },

    waiting: () => waiting,
    dropped: () => dropped,
    flush,
  };
}
