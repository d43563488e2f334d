// The HTTPS host of all platforms' pages. Which platform is meant is in the host name.
import https from 'node:https';
import net from 'node:net';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { extname, join, normalize, sep } from 'node:path';
import { WebSocketServer } from 'ws';
import { Session } from './session.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
};
const COOKIE = '__lab_scenario';

function requestOf(message) {
  const host = (message.headers.host ?? '').split(':')[0].toLowerCase();
  const url = new URL(message.url, `https://${host || 'nowhere'}`);
  return { host, path: url.pathname, query: url.searchParams, method: message.method, headers: message.headers, url };
}

/** Sends a file below a folder; 404 where there is none or the path leads out. */
export async function sendFile(response, folder, name, headers = {}) {
  const file = normalize(join(folder, decodeURIComponent(name)));
  try {
    if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) throw new Error('outside');
    const content = await readFile(file);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store', ...headers,
    });
    response.end(content);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('not found');
  }
}

export class Pages {
  constructor(registry, { key, cert }) {
    this.registry = registry;
    this.hanging = new Set();
    this.sockets = new WebSocketServer({ noServer: true, maxPayload: 8 << 20, perMessageDeflate: false });
    this.raw = new Map(); // port of the other end -> TCP socket, which alone can be reset
    this.https = https.createServer({ key, cert }, (message, response) =>
      this.request(message, response).catch((e) => {
        console.error(e);
        response.destroy();
      }));
    this.https.on('upgrade', (message, socket, head) => this.upgrade(message, socket, head));
    this.https.on('tlsClientError', () => {});
    this.server = net.createServer((socket) => this.accept(socket));
  }

  accept(socket) {
    const port = socket.remotePort;
    this.raw.set(port, socket);
    socket.on('close', () => this.raw.delete(port));
    socket.on('error', () => {});
    socket.setNoDelay(true);
    this.https.emit('connection', socket);
  }

  /** Ends a connection as a network does that is gone. */
  reset(socket) {
    const raw = this.raw.get(socket.remotePort);
    if (raw) raw.resetAndDestroy();
    else socket.destroy();
  }

  platformOf(host) {
    return [...this.registry.platforms.values()].find((p) => p.serves(host)) ?? null;
  }

  /** The meeting of a request: by the code in its address, else by the cookie of an earlier page. */
  meetingOf(request, platform) {
    const code = platform?.match(request);
    const byCode = code && this.registry.byCode(platform.id, code);
    if (byCode) return byCode;
    const cookie = new RegExp(`${COOKIE}=([0-9a-f]+)`).exec(request.headers.cookie ?? '')?.[1];
    return this.registry.get(request.query.get('scenario') ?? cookie ?? '') ?? null;
  }

  async request(message, response) {
    const request = requestOf(message);
    const platform = this.platformOf(request.host);
    const meeting = this.meetingOf(request, platform);
    if (meeting?.impairment.severed) {
      this.reset(message.socket);
      return;
    }
    if (request.path === '/favicon.ico') response.writeHead(204).end();
    else if (request.path.startsWith('/__lab/')) await this.own(request, response, meeting);
    else if (platform) await this.platformPage(request, response, platform, meeting, message);
    else await sendFile(response, join(HERE, 'pages'), '');
  }

  async own(request, response, meeting) {
    const name = request.path.slice('/__lab/'.length);
    if (name === 'hang') this.hang(response, meeting, Number(request.query.get('forMs')) || null);
    else if (name.startsWith('pages/')) await sendFile(response, join(HERE, 'pages'), name.slice('pages/'.length));
    else await sendFile(response, join(HERE, 'client'), name);
  }

  async platformPage(request, response, platform, meeting, message) {
    const code = platform.match(request);
    if (code && meeting?.code === code) {
      meeting.opened();
      const headers = { 'set-cookie': `${COOKIE}=${meeting.id}; Path=/; Secure; SameSite=None` };
      if (await platform.onPage(request, response, meeting, headers)) return;
      await sendFile(response, join(HERE, 'pages', platform.id), platform.page(request, meeting), headers);
      return;
    }
    request.message = message;
    if (!(await platform.onRequest(request, response, meeting))) await sendFile(response, join(HERE, 'pages'), '');
  }

  /** A page that is to freeze waits for this answer without using the processor. */
  hang(response, meeting, forMs) {
    const release = () => {
      this.hanging.delete(entry);
      response.end('');
    };
    const entry = { meeting, release };
    this.hanging.add(entry);
    response.on('close', () => this.hanging.delete(entry));
    if (forMs) setTimeout(release, forMs).unref();
  }

  release(meeting) {
    [...this.hanging].filter((h) => h.meeting === meeting).forEach((h) => h.release());
  }

  upgrade(message, socket, head) {
    const request = requestOf(message);
    const platform = this.platformOf(request.host);
    const meeting = this.meetingOf(request, platform);
    if (!platform || meeting?.impairment.severed) {
      this.reset(message.socket);
      return;
    }
    this.sockets.handleUpgrade(message, socket, head, (ws) => {
      ws.on('error', () => {});
      if (request.path === '/__lab/socket') this.labClient(ws, request, platform, () => this.reset(message.socket));
      else if (platform.onSocket(ws, request, meeting) === false) ws.close(1008);
    });
  }

  /** lab-client says in its first message which address its page has. */
  labClient(ws, request, platform, reset) {
    const session = new Session(ws, reset);
    session.onMessage = ({ type, data }) => {
      if (type !== 'hello') return;
      const page = requestOf({ url: String(data.url), headers: { ...request.headers, host: request.host } });
      const meeting = this.meetingOf(page, platform);
      if (meeting && !meeting.over && !meeting.impairment.severed) meeting.attach(session);
      else session.close();
    };
  }

  close() {
    [...this.hanging].forEach((h) => h.release());
    this.sockets.clients.forEach((c) => c.terminate());
    this.server.close();
    this.raw.forEach((socket) => socket.destroy());
  }
}
