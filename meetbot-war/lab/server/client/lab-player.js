// For pages of shape webaudio: plays the sound through Web Audio and paints the pictures. Both are
// held back alike, so that a network which stutters is not heard and lips fit.
const HOLD_MS = 60;
const WORKLET = `
registerProcessor('lab-player', class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.ring = new Float32Array(48000);
    this.read = 0; this.write = 0; this.playing = false;
    this.port.onmessage = ({ data }) => {
      for (let i = 0; i < data.length; i++) this.ring[(this.write + i) % 48000] = data[i] / 32768;
      this.write += data.length;
      if (this.write - this.read > 12000) this.read = this.write - 2880; // too far behind: 60 ms are enough
    };
  }
  process(inputs, [[out]]) {
    const held = this.write - this.read;
    if (!this.playing && held < 2880) return true;
    this.playing = held >= out.length;
    if (this.playing) for (let i = 0; i < out.length; i++) out[i] = this.ring[this.read++ % 48000];
    return true;
  }
});`;

/** A node that plays what `lab` receives; connect it to a destination. Needs a context of 48 kHz. */
export async function soundOf(lab, context) {
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' })));
  const node = new AudioWorkletNode(context, 'lab-player', { numberOfInputs: 0, outputChannelCount: [1] });
  lab.on('media', ({ pcm }) => pcm && node.port.postMessage(pcm));
  return node;
}

/**
 * Decodes pictures and paints each on the canvas that `canvasOf(person, screen)` gives for it (null:
 * not at all). `person` is the number in the scenario's list.
 */
export function paintPictures(lab, canvasOf) {
  const decoders = new Map();
  lab.on('media', ({ frame }) => frame && take(frame));

  function take(frame) {
    const name = `${frame.person}/${frame.screen}`;
    if (!decoders.has(name)) decoders.set(name, open(frame));
    const entry = decoders.get(name);
    if (entry.waiting && !frame.key) return;
    entry.waiting = false;
    const type = frame.key ? 'key' : 'delta';
    entry.decoder.decode(new EncodedVideoChunk({ type, timestamp: Math.round(frame.atMs * 1000), data: frame.data }));
  }

  function open({ person, screen }) {
    const output = (picture) => setTimeout(() => show(canvasOf(person, screen), picture), HOLD_MS);
    const error = () => {
      decoders.delete(`${person}/${screen}`);
      lab.wishKeyFrame(person);
    };
    const decoder = new VideoDecoder({ output, error });
    decoder.configure({ codec: 'vp8' });
    lab.wishKeyFrame(person);
    return { decoder, waiting: true };
  }

  function show(canvas, picture) {
    if (canvas) paint(canvas, picture);
    picture.close();
  }

  function paint(canvas, picture) {
    if (canvas.width !== picture.displayWidth) canvas.width = picture.displayWidth;
    if (canvas.height !== picture.displayHeight) canvas.height = picture.displayHeight;
    canvas.getContext('2d').drawImage(picture, 0, 0);
  }
}
