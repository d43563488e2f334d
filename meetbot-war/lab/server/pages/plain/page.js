// A page of no platform: everything that the lab can send, shown as plainly as possible.
import { connectLab } from '/__lab/lab-client.js';
import { paintPictures, soundOf } from '/__lab/lab-player.js';

const find = (id) => document.getElementById(id);
const lab = await connectLab();
window.lab = lab;
window.seen = { states: [], roster: [], tracks: [], chat: [], captions: [], speaking: [], active: [], slots: [], shares: [] };

function tile(id) {
  let figure = find(`tile-${id}`);
  if (figure) return figure;
  figure = document.createElement('figure');
  figure.id = `tile-${id}`;
  figure.append(document.createElement('figcaption'));
  find('tiles').append(figure);
  return figure;
}

function play({ track, stream, id }) {
  const element = document.createElement(track.kind);
  element.autoplay = true;
  element.srcObject = new MediaStream([track]);
  element.dataset.stream = stream?.id ?? '';
  (track.kind === 'video' && id ? tile(id) : document.body).append(element);
  return element;
}

find('door').addEventListener('submit', (e) => {
  e.preventDefault();
  lab.ask({ name: find('name').value, passcode: find('passcode').value || null });
});

lab.on('state', ({ state }) => {
  window.seen.states.push(state);
  find('state').textContent = state;
  if (state === 'removed' || state === 'ended') lab.hangUp();
});
lab.on('roster', (people) => {
  window.seen.roster = people;
  people.forEach((p) => (tile(p.id).querySelector('figcaption').textContent = p.name));
  document.querySelectorAll('#tiles figure').forEach((f) => people.some((p) => `tile-${p.id}` === f.id) || f.remove());
});
lab.on('track', (t) => {
  window.seen.tracks.push({ kind: t.track.kind, id: t.id, source: t.source, stream: t.stream?.id });
  const element = play(t);
  lab.on('trackgone', (gone) => gone.track === t.track && element.remove());
});
lab.on('speaking', ({ id, on }) => {
  window.seen.speaking.push({ id, on, at: Date.now() });
  tile(id).classList.toggle('speaking', on);
});
lab.on('active', (a) => window.seen.active.push(a));
lab.on('slots', (s) => (window.seen.slots = s));
lab.on('share', (s) => window.seen.shares.push(s));
lab.on('dialog', ({ kind }) => lab.reply(kind, true));
lab.on('chat', (m) => {
  window.seen.chat.push(m);
  find('chat').append(Object.assign(document.createElement('li'), { textContent: `${m.name}: ${m.text}` }));
});
lab.on('caption', (c) => {
  window.seen.captions.push(c);
  find('captions').textContent = `${c.name}: ${c.text}`;
});

if (lab.config.media.shape === 'webaudio') {
  const context = new AudioContext({ sampleRate: 48000 });
  const node = await soundOf(lab, context);
  node.connect(context.destination);
  const canvases = new Map();
  paintPictures(lab, (person, screen) => {
    const name = `p${person}-${screen}`;
    if (!canvases.has(name)) canvases.set(name, find('tiles').appendChild(document.createElement('canvas')));
    return canvases.get(name);
  });
  Object.assign(window, { context, node });
}
