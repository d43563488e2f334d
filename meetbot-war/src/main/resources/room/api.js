// The room's HTTP interface: POST to the server, server-sent events from it.
// The token travels in a header, so events are read with fetch and not with EventSource.

const SILENCE_MS = 12_000; // the server lets itself be heard every 5 s
const GIVE_UP_MS = 20_000;

export class ApiError extends Error {
  constructor(status, error, message) {
    super(message);
    this.status = status;
    this.error = error;
  }
}

export class Api {
  #base;
  #token = null;
  #queue = Promise.resolve();
  #stopped = new AbortController();

  constructor(roomName) {
    this.#base = new URL(`${encodeURIComponent(roomName)}/api/`, location.href);
  }

  get token() {
    return this.#token;
  }

  async join(request) {
    const joined = await this.post("join", request);
    this.#token = joined.token;
    return joined;
  }

  async info() {
    return answer(await fetch(new URL("info", this.#base)));
  }

  async post(path, body = undefined, options = {}) {
    return answer(
      await fetch(new URL(path, this.#base), {
        method: "POST",
        headers: this.#headers({ "Content-Type": "application/json" }),
        body: body === undefined ? undefined : JSON.stringify(body),
        ...options,
      }),
    );
  }

  /** Like post, but one after the other: candidates must not overtake their description. */
  postInOrder(path, body) {
    this.#queue = this.#queue
      .then(() => this.#stopped.signal.aborted || this.post(path, body))
      .catch((e) => console.info(`${path} not delivered:`, e.message));
  }

  /** For a page that is going away. */
  beacon(path, body) {
    if (this.#token) this.post(path, body, { keepalive: true }).catch(() => {});
  }

  /**
   * Hands on events in order, over as many connections as it takes.
   * Resolves with the reason when the server will say no more.
   */
  async listen(onEvent) {
    let lastId = 0;
    let brokenSince = null;
    while (!this.#stopped.signal.aborted) {
      try {
        const result = await this.#stream(lastId, (event) => {
          brokenSince = null;
          if (event.id <= lastId) return;
          lastId = event.id;
          onEvent(event.type, event.data);
        });
        if (result) return result;
      } catch (e) {
        if (e instanceof ApiError && e.status < 500) return reasonOf(e);
      }
      brokenSince ??= Date.now();
      if (Date.now() - brokenSince > GIVE_UP_MS) return "connection_lost";
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return "left";
  }

  stop() {
    this.#stopped.abort();
  }

  async #stream(lastId, onEvent) {
    const connection = new AbortController();
    const abort = () => connection.abort();
    this.#stopped.signal.addEventListener("abort", abort);
    let watchdog = setTimeout(abort, SILENCE_MS);
    try {
      const headers = this.#headers({ Accept: "text/event-stream" });
      if (lastId > 0) headers["Last-Event-ID"] = String(lastId);
      const response = await fetch(new URL("events", this.#base), {
        headers,
        cache: "no-store",
        signal: connection.signal,
      });
      if (!response.ok) return await answer(response);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      let closed = null;
      for (;;) {
        const { done, value } = await reader.read();
        clearTimeout(watchdog);
        if (done) return closed;
        watchdog = setTimeout(abort, SILENCE_MS);
        const blocks = (rest + value).split(/\r?\n\r?\n/);
        rest = blocks.pop();
        for (const event of blocks.map(parse).filter(Boolean)) {
          onEvent(event);
          if (event.type === "closed") closed = event.data.reason;
        }
      }
    } finally {
      clearTimeout(watchdog);
      this.#stopped.signal.removeEventListener("abort", abort);
    }
  }

  #headers(headers) {
    return this.#token ? { ...headers, Authorization: `Bearer ${this.#token}` } : headers;
  }
}

async function answer(response) {
  if (response.ok) return response.status === 204 ? null : response.json();
  const problem = await response.json().catch(() => ({}));
  throw new ApiError(
    response.status,
    problem.error ?? "unknown",
    problem.message ?? `The server answered ${response.status}.`,
  );
}

function reasonOf(e) {
  if (e.status === 410) return e.error;
  return e.status === 404 ? "ended" : "connection_lost";
}

function parse(block) {
  const event = { id: 0, type: "message", data: "" };
  for (const line of block.split(/\r?\n/)) {
    const at = line.indexOf(":");
    if (at <= 0) continue; // a comment, or nothing
    const value = line.slice(at + 1).replace(/^ /, "");
    const field = line.slice(0, at);
    if (field === "id") event.id = Number(value);
    else if (field === "event") event.type = value;
    else if (field === "data") event.data += value;
  }
  if (!event.data) return null;
  event.data = JSON.parse(event.data);
  return event;
}
