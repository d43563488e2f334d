// Modal questions over a screen: notes, recording, "others may see your video differently".
import {h} from '../shared/mt-dom.js';

/** The consent question of both looks; resolves with true for "join", false for "leave". */
export function consent(root, t, {look, kind = 'recorded'}) {
  return new Promise(done => {
    const answer = agreed => {
      layer.remove();
      done(agreed);
    };
    const title = t(kind === 'notes' ? 'notesTitle' : 'recordedTitle');
    const text = t(kind === 'notes' ? 'notesText' : 'recordedText');
    const layer = look === 'classic'
      ? h('div.uW2Fw-wzTsW', {jscontroller: 'VXdfxd'},
          h('div.uW2Fw-P5QLlc', {'aria-modal': 'true', role: 'dialog', tabindex: '0', 'aria-label': title},
            h('h2.uW2Fw-k2Wrsb', {}, title),
            h('div.uW2Fw-cnG4Wd', {}, text),
            h('button.mUIrbf-LgbsSe', {'data-mdc-dialog-action': 'cancel', type: 'button', onclick: () => answer(false)}, h('span', {}, t('leaveInstead'))),
            h('button.mUIrbf-LgbsSe', {'data-mdc-dialog-action': 'ok', type: 'button', onclick: () => answer(true)}, h('span', {jsname: 'V67aGc'}, t('joinNow')))))
      : h('div.mt-scrim', {},
          h('div.mt-sheet', {role: 'alertdialog', 'aria-modal': 'true'},
            h('div', {role: 'heading', 'aria-level': '2'}, title),
            h('p', {}, text),
            h('div', {role: 'button', tabindex: '0', jsname: 'V8Wz3d', onclick: () => answer(true)}, h('span', {}, t('joinAnyway'))),
            h('div', {role: 'button', tabindex: '0', jsname: 'fbHd9e', onclick: () => answer(false)}, h('span', {}, t('leaveInstead')))));
    root.append(layer);
  });
}

/** A hint that covers the corner of the call until somebody says "Got it". */
export function hint(root, t) {
  const layer = h('div.mt-hint', {role: 'dialog', 'aria-label': t('seeDifferently')},
    h('span', {}, t('seeDifferently')),
    h('button', {type: 'button', jsname: 'dsyhDe', onclick: () => layer.remove()}, h('span', {}, t('gotIt'))));
  root.append(layer);
  return layer;
}

/** Invisible reCAPTCHA frames as every normal join loads them. They are no challenge. */
export function quietFrames() {
  const source = 'https://www.google.com/recaptcha/api2/anchor?ar=1&k=lab&size=invisible';
  const badge = h('div.grecaptcha-badge', {style: {visibility: 'hidden', position: 'fixed', right: '-186px', bottom: '14px', width: '256px', height: '60px'}},
    h('iframe', {title: 'reCAPTCHA', width: '256', height: '60', src: source, role: 'presentation'}));
  const challenge = h('div', {style: {visibility: 'hidden', position: 'absolute', top: '-10000px', width: '400px', height: '580px'}},
    h('iframe', {title: 'recaptcha challenge expires in two minutes', width: '400', height: '580', src: source.replace('anchor', 'bframe')}));
  document.body.append(badge, challenge);
}

/** Words of other states where nobody sees them. */
export function decoys(t) {
  document.body.append(
    h('div', {hidden: true, jsname: 'tmpl'}, h('h1', {}, t('removed')), h('h1', {}, t('denied')), h('p', {}, t('asking'))));
}

/** What a screen reader was told last stays in the page, one pixel large, when it is long untrue. */
export class Announcer {
  constructor() {
    this.node = h('div', {'aria-live': 'polite', style: {
      position: 'absolute', left: '-9999px', width: '1px', height: '1px', overflow: 'hidden',
    }});
    document.body.append(this.node);
  }

  say(text) {
    this.node.textContent = text;
  }
}
