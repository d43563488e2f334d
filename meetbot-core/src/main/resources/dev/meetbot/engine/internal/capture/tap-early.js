/*
 * Taps receivers when they are made. Chromium copies nothing for a transform that a receiver gets
 * after the task that made it, and where the page is the caller, or is offered a line for later, its
 * receivers are there long before their tracks are. Part of tap.js.
 */
const receiversOf = NativeConnection.prototype.getReceivers;

const expect = connection => {
  if (workerState === 'failed' || !transformOf) {
    return;
  }
  for (const receiver of apply(receiversOf, connection, [])) {
    const track = receiver.track;
    const foreign = apply(transformOf.get, receiver, []);
    if (!taps.has(receiver) && !foreign && track.readyState === 'live') {
      const number = nextTrack++;
      toWorker(receiver, number, track.kind === 'video');
      tapOf(receiver, track, [], number);
    }
  }
};

/** What was expected has come. */
const arrive = (tap, streamIds) => {
  tap.streamIds = streamIds;
  label(tap.track);
  announce(tap, 'tap');
  // Frames may have been faster than the answer that brought the track: they were nobody's.
  worker.postMessage({t: 'need', track: tap.number});
};

for (const name of ['addTrack', 'addStream', 'addTransceiver', 'createOffer']) {
  const native = NativeConnection.prototype[name];
  if (native) {
    NativeConnection.prototype[name] = {
      [name](...args) {
        const answer = apply(native, this, args);
        quietly('receiver', () => expect(this));
        return answer;
      },
    }[name];
  }
}
