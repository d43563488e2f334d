// Pictures: encoded frames come by WebSocket, the page decodes them and paints them on canvases.
const LATE_MS = 100; // as much as the sound is held back, so that lips and words stay together

export function startPictures(session) {
  const decoders = new Map(); // "number/screen" -> {decoder, waiting}
  const canvases = new Map(); // "id/place" -> canvas
  const seen = new Set();     // "id/screen" of whom a picture was painted

  session.on('media', (kind, { frame }) => { if (frame) take(frame); });

  function take(frame) {
    const key = `${frame.person}/${frame.screen}`;
    const entry = decoders.get(key) ?? open(key, frame);
    if (entry.waiting && !frame.key) return;
    entry.waiting = false;
    entry.decoder.decode(new EncodedVideoChunk({ type: frame.key ? 'key' : 'delta', timestamp: Math.round(frame.atMs * 1000), data: frame.data }));
  }

  function open(key, { person, screen }) {
    const decoder = new VideoDecoder({
      output: (picture) => later(picture, () => paint(session.idOf(person), screen, picture)),
      error() { decoders.delete(key); session.lab.wishKeyFrame(person); },
    });
    decoder.configure({ codec: 'vp8', optimizeForLatency: true });
    session.lab.wishKeyFrame(person);
    const entry = { decoder, waiting: true };
    decoders.set(key, entry);
    return entry;
  }

  function paint(id, screen, picture) {
    seen.add(`${id}/${screen}`);
    for (const [key, canvas] of canvases) {
      if (!canvas.isConnected || !key.startsWith(`${id}/${screen ? 'screen' : ''}`)) continue;
      if (!screen && key.endsWith('/screen')) continue;
      if (canvas.width !== picture.displayWidth) Object.assign(canvas, { width: picture.displayWidth, height: picture.displayHeight });
      canvas.getContext('2d').drawImage(picture, 0, 0);
    }
    picture.close();
  }

  return {
    /** The canvas of a person at a place of the page; null while nothing came from their camera. */
    canvas(id, place, screen) {
      if (!seen.has(`${id}/${screen}`) && !screen) return null;
      const key = `${id}/${place}`;
      if (!canvases.has(key)) canvases.set(key, Object.assign(document.createElement('canvas'), { className: 'video-canvas', width: 640, height: 360 }));
      return canvases.get(key);
    },
    stop() {
      decoders.forEach(({ decoder }) => decoder.state !== 'closed' && decoder.close());
      decoders.clear();
    },
  };
}

function later(picture, act) {
  const wait = picture.timestamp / 1000 + LATE_MS - (performance.timeOrigin + performance.now());
  if (wait > 4) setTimeout(act, wait);
  else act();
}
