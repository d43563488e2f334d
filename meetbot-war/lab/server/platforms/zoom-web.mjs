// Zoom's addresses, and the numbers by which its page tells people's pictures apart.
import { randomInt } from 'node:crypto';

const HOSTS = /^([a-z0-9-]+\.)?(zoom\.us|zoomgov\.com|zoom\.com)$/;
const PATHS = [/^\/(?:j|s|w)\/(\d{9,11})\/?$/, /^\/wc\/(\d{9,11})\/(?:join|start)\/?$/, /^\/wc\/join\/(\d{9,11})\/?$/, /^\/my\/lab\.(\d{9,11})\/?$/];

const LINKS = {
  j: (code) => `https://zoom.us/j/${code}`,
  regional: (code) => `https://us05web.zoom.us/j/${code}`,
  vanity: (code) => `https://lab-company.zoom.us/j/${code}`,
  my: (code) => `https://us02web.zoom.us/my/lab.${code}`,
  wc: (code) => `https://app.zoom.us/wc/${code}/join`,
  'wc-join': (code) => `https://zoom.us/wc/join/${code}`,
  gov: (code) => `https://lab-agency.zoomgov.com/j/${code}`,
};
const OF_VARIANT = { modern: 'regional', classic: 'j', gallery: 'wc' };

/**
 * A scenario may name the form of its link (`link`), and put into it what a link carries: the passcode
 * (`door.passcodeInLink`, or a wrong one as `door.linkPasscode`) and a token (`door.zak`).
 */
function urlOf(code, scenario) {
  const form = LINKS[scenario.link] ?? LINKS[OF_VARIANT[scenario.variant] ?? 'regional'];
  const url = new URL(form(code));
  const { passcode, passcodeInLink, linkPasscode, zak } = scenario.door;
  if (linkPasscode || passcodeInLink) url.searchParams.set('pwd', linkPasscode ?? passcode);
  if (zak) url.searchParams.set('zak', zak);
  return url.href;
}

export default {
  newCode: () => `8${Array.from({ length: 10 }, () => randomInt(10)).join('')}`,
  urlOf,
  serves: (host) => HOSTS.test(host),
  match({ host, path }) {
    if (!HOSTS.test(host)) return null;
    return PATHS.map((form) => form.exec(path)?.[1]).find(Boolean) ?? null;
  },
  onEvent(type, data, meeting) {
    if (type === 'state' && data.state === 'admitted') meeting.session?.send('numbers', meeting.people.map((p) => p.id));
  },
};
