// The list of participants. Rows are numbered by their place, which changes; people have no other mark.
import { churn, h, icon } from '../shared/zj-dom.js';

const ANEW_MS = 1200;

export function peoplePanel(view) {
  const section = h('section', { class: 'participants-wrapper' });
  const refresh = churn(section, () => draw(view), 0);
  setInterval(() => { if (section.isConnected) refresh(); }, ANEW_MS);
  view.session.on('roster', refresh);
  return section;
}

/** The bot first, then the hosts, then the others by name. */
function sorted(people) {
  const rank = (p) => (p.self ? 0 : p.host ? 1 : 2);
  return [...people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

function draw({ t, session }) {
  const people = sorted(session.people);
  return [
    h('div', { class: 'participants-header__header' }, `${t.participants} (${people.length})`),
    h('ul', { id: 'participants-ul', class: 'participants-section-container__participants-ul', role: 'list', 'aria-label': `${t.participants} list` },
      people.map((person, i) => row(t, person, i))),
  ];
}

function row(t, person, i) {
  const roles = [person.host && t.host, person.self && t.me, !person.host && !person.self && person.bot && t.guest].filter(Boolean);
  const label = roles.length ? `(${roles.join(', ')})` : '';
  const audio = person.muted ? t.muted : t.unmuted;
  return h('li', { class: 'participants-li item', id: `participants-list-${i}`, role: 'listitem', 'aria-label': `${person.name} ${label},${audio},video on` },
    h('div', { class: 'participants-item__item-layout' },
      h('span', { class: 'participants-item__avatar' }, person.name[0] ?? ''),
      h('span', { class: 'participants-item__name-section' },
        h('span', { class: 'participants-item__display-name', 'aria-hidden': 'true' }, person.name),
        h('span', { class: 'participants-item__name-label' }, ` ${label}`))),
    h('div', { class: 'participants-item__right-section' },
      icon(`lazy-icon-icons/participants-list/${person.muted ? 'audio-muted' : 'audio-unmuted'}`)));
}
