// One page's line to the server: JSON messages both ways, sound and pictures as binary ones.

const MOST_BEHIND = 4 << 20; // a page that does not read gets no more media

export class Session {
  constructor(socket, resetLine) {
    this.socket = socket;
    this.resetLine = resetLine;
    this.open = true;
    this.severed = false;
    this.onMessage = () => {};
    this.onClose = () => {};
    socket.on('message', (data, binary) => !binary && this.receive(data));
    socket.on('close', () => this.closed());
    socket.on('error', () => {});
  }

  receive(data) {
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    if (message && typeof message.type === 'string') this.onMessage(message);
  }

  closed() {
    if (!this.open) return;
    this.open = false;
    this.onClose();
  }

  send(type, data = {}) {
    if (this.open) this.socket.send(JSON.stringify({ type, data }));
  }

  sendBinary(buffer) {
    if (!this.open || this.socket.bufferedAmount > MOST_BEHIND) return false;
    this.socket.send(buffer, { binary: true });
    return true;
  }

  /** As if the cable were pulled: a reset, no farewell. */
  reset() {
    this.severed = true;
    this.resetLine();
    this.closed();
  }

  close() {
    this.socket.close();
    setTimeout(() => this.socket.terminate(), 1000).unref();
  }
}
