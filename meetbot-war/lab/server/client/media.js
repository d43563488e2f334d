// Binary messages of shape webaudio (see media/webaudio.mjs of the server).
const HEAD = 16;

/** `{pcm: Int16Array, atMs}` or `{frame: {person, key, screen, width, height, data, atMs}}`. */
export function parseMedia(buffer) {
  const view = new DataView(buffer);
  const atMs = view.getFloat64(8);
  if (view.getUint8(0) === 1) return { pcm: new Int16Array(buffer, HEAD), atMs };
  const flags = view.getUint8(1);
  const frame = {
    person: view.getUint16(2), key: (flags & 1) !== 0, screen: (flags & 2) !== 0,
    width: view.getUint16(4), height: view.getUint16(6), data: new Uint8Array(buffer, HEAD), atMs,
  };
  return { frame };
}
