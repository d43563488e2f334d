/* How a platform's own script listens to what its page sends and receives, without disturbing it. */
const hooks = (() => {
  const quietly = (act, otherwise) => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };

  /** Tells of every object that the page makes of a class; the page sees no other class. */
  const constructed = (name, made) => {
    const Native = window[name];
    if (!Native) {
      return;
    }
    const Wrapped = new Proxy(Native, {
      construct(target, given, newTarget) {
        const one = Reflect.construct(target, given, newTarget === Wrapped ? target : newTarget);
        quietly(() => made(one));
        return one;
      },
    });
    Object.defineProperty(window, name,
      {value: Wrapped, writable: true, configurable: true, enumerable: false});
  };

  /** Tells of every call of a method, with its arguments and its answer. */
  const called = (holder, name, act) => {
    const native = holder?.[name];
    if (native) {
      holder[name] = {[name](...given) {
        const answer = Reflect.apply(native, this, given);
        quietly(() => act(given, answer));
        return answer;
      }}[name];
    }
  };

  /** Tells of the bytes that the page fetches from addresses with that part. */
  const fetched = (part, read) => called(window, 'fetch', ([what], answer) => {
    if (String(what?.url ?? what).includes(part)) {
      answer.then(response => read(response.clone().arrayBuffer())).catch(() => {});
    }
  });

  /** The messages of the page's data channels of that name, whoever opened them. */
  const channel = (label, read, sent) => {
    const seen = new WeakSet();
    const listen = one => {
      if (one?.label === label && !seen.has(one)) {
        seen.add(one);
        one.addEventListener('message', ({data}) => quietly(() => read(data)));
        called(one, 'send', ([data]) => sent?.(data));
      }
    };
    called(window.RTCPeerConnection?.prototype, 'createDataChannel', (given, one) => listen(one));
    constructed('RTCPeerConnection', made =>
      made.addEventListener('datachannel', event => quietly(() => listen(event.channel))));
  };

  /** Bytes as they were before they were packed; what is not packed stays as it is. */
  const unpacked = async bytes => {
    const format = bytes[0] === 0x1f && bytes[1] === 0x8b ? 'gzip'
      : (bytes[0] & 15) === 8 && (bytes[0] * 256 + bytes[1]) % 31 === 0 ? 'deflate' : null;
    if (!format) {
      return bytes;
    }
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
    return new Response(stream).arrayBuffer().then(b => new Uint8Array(b), () => bytes);
  };

  /** Bytes that may be written as Base64. */
  const plainBytes = bytes => {
    const text = new TextDecoder('latin1').decode(bytes).trim();
    return /^[A-Za-z0-9+/]+={0,2}$/.test(text)
      ? quietly(() => Uint8Array.from(atob(text), c => c.charCodeAt(0)), bytes) : bytes;
  };

  /** Reads one after the other what takes time, in the order it came in; what fails is left out. */
  const inOrder = () => {
    let queue = Promise.resolve();
    return work => {
      queue = queue.then(work).catch(() => {});
    };
  };

  return {quietly, constructed, called, fetched, channel, unpacked, plainBytes, inOrder};
})();
