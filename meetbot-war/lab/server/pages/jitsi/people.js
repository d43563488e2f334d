// The pane of participants.
import { churn, h } from '../shared/zj-dom.js';
import { fill } from '../shared/zj-texts.js';
import { endpointOf } from './ids.js';

export function peoplePane(view) {
  const pane = h('div', { id: 'participants-pane', class: 'participants_pane', role: 'complementary' });
  const refresh = churn(pane, () => draw(view), 1500);
  view.session.on('roster', () => { if (pane.isConnected) refresh(); });
  return pane;
}

function draw({ session, t }) {
  const people = [session.self(), ...session.others()].filter(Boolean);
  return [h('h2', {}, fill(t.participantsList, people.length)), h('div', { class: 'participants_pane-content', role: 'list' }, people.map((person) =>
    h('div', { class: 'list-item-container', id: `participant-item-${endpointOf(person.id)}`, 'data-testid': `participant-item-${endpointOf(person.id)}`, role: 'listitem' },
      h('div', { class: 'list-item-details' }, h('div', { class: 'participant-name' }, h('span', {}, person.name), person.self && h('span', {}, ` (${t.me})`)),
        person.host && h('div', { class: 'moderator-label' }, t.moderator)))))];
}
