// Live captions over the picture: a short window that moves on, with the speaker's picture; only one form has names.
import { h } from '../shared/zj-dom.js';

export function drawCaptions({ traits, session, captions }) {
  if (!captions || session.captions.length === 0) return [];
  const named = traits.title === 'old';
  return [h('div', { class: 'live-transcription-subtitle__box', style: { zIndex: '15' } },
    h('div', { id: 'live-transcription-subtitle', class: 'live-transcription-subtitle', 'aria-live': 'polite' },
      session.captions.slice(-2).map((caption) => h('div', { class: 'live-transcription-subtitle__row' },
        named
          ? h('span', { class: 'live-transcription-subtitle__name' }, `${caption.name}: `)
          : h('span', { class: 'zmu-data-selector-item__icon', role: 'img' }, (caption.name ?? '?')[0]),
        h('span', { class: 'live-transcription-subtitle__item' }, caption.text)))))];
}
