// The platforms. A module platforms/<id>.mjs may export as default any part of the interface that
// platforms/default.mjs describes; the rest is taken from there.
import { access } from 'node:fs/promises';
import { base } from './default.mjs';

export const IDS = ['google-meet', 'microsoft-teams', 'zoom-web', 'jitsi', 'plain'];

async function load(id) {
  const file = new URL(`./${id}.mjs`, import.meta.url);
  const exists = await access(file).then(() => true, () => false);
  const own = exists ? (await import(file)).default : {};
  return { ...base(id), ...own, id };
}

/** All platforms by their id. */
export async function loadPlatforms() {
  const list = await Promise.all(IDS.map(load));
  return new Map(list.map((p) => [p.id, p]));
}
