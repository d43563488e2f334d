// Every form of a link that a scenario can have leads back to its meeting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import jitsi from '../platforms/jitsi.mjs';
import zoom from '../platforms/zoom-web.mjs';

const codeIn = (platform, address) => {
  const url = new URL(address);
  return platform.serves(url.hostname) ? platform.match({ host: url.hostname, path: url.pathname, query: url.searchParams }) : null;
};

for (const link of ['j', 'regional', 'vanity', 'my', 'wc', 'wc-join', 'gov', undefined]) {
  test(`zoom link ${link}`, () => {
    const code = zoom.newCode();
    assert.equal(codeIn(zoom, zoom.urlOf(code, { link, variant: 'modern', door: {} })), code);
  });
}

for (const link of ['room', 'tenant', 'hosted', 'own', undefined]) {
  test(`jitsi link ${link}`, () => {
    const code = jitsi.newCode();
    assert.equal(codeIn(jitsi, jitsi.urlOf(code, { link, hash: 'config.prejoinConfig.enabled=false' })), code);
  });
}

test('a zoom link carries passcode and token', () => {
  const url = new URL(zoom.urlOf('81234567890', { door: { passcode: '12 3', passcodeInLink: true, zak: 'abc' } }));
  assert.equal(url.searchParams.get('pwd'), '12 3');
  assert.equal(url.searchParams.get('zak'), 'abc');
  assert.equal(new URL(zoom.urlOf('81234567890', { door: { passcode: '1', linkPasscode: '2' } })).searchParams.get('pwd'), '2');
});

test('other hosts and paths are nobody’s', () => {
  assert.equal(zoom.serves('zoom.us.example.com'), false);
  assert.equal(zoom.match({ host: 'zoom.us', path: '/pricing' }), null);
  assert.equal(jitsi.match({ host: 'meet.jit.si', path: '/static/close.html' }), null);
});

test('streams of one person have different ids that begin with the endpoint', () => {
  const ids = ['microphone', 'camera', 'screen'].map((source) => jitsi.streamId({ id: 'p1' }, source));
  assert.equal(new Set(ids).size, 3);
  ids.forEach((id) => assert.match(id, /^[0-9a-f]{8}-(audio|video)-\d-\d$/));
  assert.notEqual(jitsi.streamId({ id: 'p2' }, 'camera'), ids[1]);
});
