/* Runs in the worker: every frame of a received track passes through here on its way to the decoder. */
function tapWorker(makeFramer, doc, lane) {
  const packer = makeFramer(
    doc, lane,
    (data, size) => postMessage({t: 'data', data, size}),
    message => postMessage({t: 'tell', message}));

  onrtctransform = async event => {
    const transformer = event.transformer;
    const {track, video} = transformer.options;
    const askKey = () => transformer.sendKeyFrameRequest().catch(() => {});
    const state = packer.open(track, video, askKey);
    const reader = transformer.readable.getReader();
    const writer = transformer.writable.getWriter();
    let told = false;
    try {
      for (;;) {
        const {value, done} = await reader.read();
        if (done) {
          break;
        }
        try {
          packer.frame(state, value);
        } catch (e) {
          if (!told) {
            told = true;
            postMessage({t: 'tell', message: {t: 'note', track, text: 'copy failed: ' + e}});
          }
        }
        writer.write(value).catch(() => {});
      }
    } finally {
      packer.close(state);
    }
  };

  onmessage = event => {
    const {t, wanted, size, id, track} = event.data;
    if (t === 'mode') {
      packer.mode(wanted);
    } else if (t === 'ack') {
      packer.ack(size);
    } else if (t === 'need') {
      packer.need(track);
    } else if (t === 'flush') {
      packer.flush();
      postMessage({t: 'flushed', id});
    }
  };
  postMessage({t: 'ready'});
}
