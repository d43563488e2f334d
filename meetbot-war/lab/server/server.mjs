// Starts the lab's server: node server.mjs --port P --control C (0 or nothing: any free port).
// Prints one line of JSON when it is ready, and ends when its standard input does.
import { parseArgs } from 'node:util';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { selfSigned } from './certificate.mjs';
import { controlServer } from './control.mjs';
import { Pages } from './pages.mjs';
import { loadPlatforms } from './platforms/index.mjs';
import { Registry } from './registry.mjs';

const HOST = '127.0.0.1';
const NAMES = ['meet.google.com', 'teams.microsoft.com', 'app.zoom.us', 'meet.jit.si', 'plain.lab.test', 'localhost'];

async function listen(server, port) {
  server.listen(port, HOST);
  await once(server, 'listening');
  return server.address().port;
}

/** Both servers on their ports: `{port, control, spki, close}`. */
export async function start({ port = 0, control = 0 } = {}) {
  const certificate = await selfSigned(NAMES);
  const registry = new Registry(await loadPlatforms());
  const pages = new Pages(registry, certificate);
  registry.onOver = (meeting) => pages.release(meeting);
  const api = controlServer(registry);
  return {
    port: await listen(pages.server, port),
    control: await listen(api, control),
    spki: certificate.spki,
    close() {
      registry.close();
      pages.close();
      api.close();
      api.closeAllConnections();
    },
  };
}

/** Packets are due to the millisecond, whatever else the machine does. Not everybody may ask for that. */
function hurry() {
  try {
    setPriority(-15);
  } catch {
    // then as it is
  }
}

async function main() {
  const options = { port: { type: 'string', default: '0' }, control: { type: 'string', default: '0' } };
  const { values } = parseArgs({ options });
  hurry();
  const server = await start({ port: Number(values.port), control: Number(values.control) });
  const end = () => {
    server.close();
    setTimeout(() => process.exit(0), 200).unref();
  };
  process.stdin.resume().on('end', end).on('error', end);
  process.on('SIGTERM', end).on('SIGINT', end);
  // one meeting's fault must not end the others
  process.on('unhandledRejection', (e) => console.error('unhandled:', e));
  process.on('uncaughtException', (e) => console.error('uncaught:', e));
  const { port, control, spki } = server;
  process.stdout.write(`${JSON.stringify({ ready: true, port, control, spki })}\n`);
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) await main();
