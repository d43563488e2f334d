// The platforms. A module platforms/<id>.mjs may export as default any part of the interface that
// platforms/default.mjs describes; the rest is taken from there.
import { access } from 'node:fs/promises';
import { base } from './default.mjs';

export const IDS = ['google-meet', 'microsoft-teams', 'zoom-web', 'jitsi', 'plain'];

/** A module's fault is written down, and the meeting goes on. */
function guarded(name, part) {
  if (typeof part !== 'function' || !name.startsWith('on')) return part;
  const fault = (args, e) => {
    console.error(name, e);
    args.at(-1)?.log?.(`platform module: ${name}: ${e.message}`);
    return false;
  };
  return (...args) => {
    try {
      const result = part(...args);
      return result instanceof Promise ? result.catch((e) => fault(args, e)) : result;
    } catch (e) {
      return fault(args, e);
    }
  };
}

async function load(id) {
  const file = new URL(`./${id}.mjs`, import.meta.url);
  const exists = await access(file).then(() => true, () => false);
  const own = exists ? (await import(file)).default : {};
  const parts = Object.entries({ ...base(id), ...own }).map(([name, part]) => [name, guarded(name, part)]);
  return { ...Object.fromEntries(parts), id };
}

/** All platforms by their id. */
export async function loadPlatforms() {
  const list = await Promise.all(IDS.map(load));
  return new Map(list.map((p) => [p.id, p]));
}
