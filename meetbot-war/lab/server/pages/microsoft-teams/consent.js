// Explicit consent: unmuting and staying need a yes.
import {h} from '../shared/mt-dom.js';

export function consentDialog(root, t, variant) {
  return new Promise(done => {
    const answer = agreed => {
      layer.remove();
      done(agreed);
    };
    const button = (tid, text, agreed) => (variant === 'light'
      ? h('div', {role: 'button', tabindex: '0', onclick: () => answer(agreed)}, t(text))
      : h('button.fui-Button', {type: 'button', 'data-tid': tid, onclick: () => answer(agreed)}, t(text)));
    const layer = h('div.scrim', {},
      h('div.sheet.fui-DialogSurface', {role: variant === 'light' ? 'alertdialog' : 'dialog', 'aria-modal': 'true', 'data-tid': 'calling-explicit-consent-dialog'},
        h('h2', {}, t('consentTitle')), h('p', {}, t('consentAsk')),
        h('div.row', {}, button('explicit-consent-no', 'noConsent', false), button('explicit-consent-yes', 'yesConsent', true))));
    root.append(layer);
  });
}
