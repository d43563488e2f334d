// The page before joining: name, passcode, microphone and camera, in the new and in the old form.
import { h, hiddenTwin } from '../shared/zj-dom.js';

const HYDRATION_MS = 400;

/** The button that switches a device; the page starts with both on. */
function deviceButton(id, on, off) {
  let live = true;
  const button = h('button', { id, type: 'button', class: 'preview-control-button', 'aria-label': on }, on);
  button.addEventListener('click', () => {
    live = !live;
    const label = live ? on : off;
    button.setAttribute('aria-label', label);
    button.replaceChildren(label);
  });
  return button;
}

function field(id, type, label, { old = false, value = '' } = {}) {
  return h('input', { id, type, name: old && id, class: old ? 'form-control' : 'preview-meeting-info-field-input',
    placeholder: old && label, autocomplete: 'off', maxlength: 64, 'aria-label': label, value });
}

function newForm({ t, nameField, codeField, button, error }) {
  return h('div', { class: 'preview-new-flow' },
    h('div', { class: 'preview-video' },
      deviceButton('preview-audio-control-button', t.mute, t.unmute),
      deviceButton('preview-video-control-button', t.stopVideo, t.startVideo)),
    h('div', { class: 'preview-meeting-info' },
      h('div', { class: 'preview-meeting-info-title' }, t.enterName),
      codeField && [h('label', { for: 'input-for-pwd' }, t.passcode), codeField],
      h('label', { for: 'input-for-name' }, t.yourName), nameField,
      h('div', { class: 'tip-error', role: 'alert' }, error ?? ''), button));
}

function oldForm({ t, nameField, codeField, button, error }) {
  return h('form', { class: 'form-signin', id: 'joinMeeting', onsubmit: (e) => e.preventDefault() },
    h('h2', { class: 'form-signin-heading' }, t.enterName), nameField, codeField,
    h('span', { class: 'tip-error', id: 'passcode_tip' }, error ?? ''), button);
}

/**
 * Draws the form. `join({name, passcode})` is called once; the button is dead until the page's script has woken up
 * and a name (and a passcode, where one is wanted) was typed.
 */
export function preview({ root, t, traits, withPasscode, error, name, join }) {
  const old = traits.form === 'old';
  const nameField = field(old ? 'inputname' : 'input-for-name', 'text', t.yourName, { old, value: name });
  const codeField = withPasscode && field(old ? 'inputpasscode' : 'input-for-pwd', 'password', t.passcode, { old });
  const classes = old ? 'btn btn-primary btn-block btn-lg submit zm-btn' : 'zm-btn preview-join-button zm-btn--default zm-btn__outline--blue zm-btn--disabled';
  const button = h('button', { id: old && 'joinBtn', class: classes, type: 'button', disabled: true }, t.join);
  let awake = false;
  let done = false;
  const update = () => {
    const ready = awake && nameField.value.trim() && (!codeField || codeField.value);
    button.disabled = !ready;
    button.classList.toggle('zm-btn--disabled', !ready);
  };
  nameField.addEventListener('input', update);
  if (codeField) codeField.addEventListener('input', update);
  button.addEventListener('click', () => {
    if (done) return;
    done = true;
    join({ name: nameField.value.trim(), passcode: codeField ? codeField.value : null });
  });
  setTimeout(() => { awake = true; update(); }, HYDRATION_MS);
  const form = (old ? oldForm : newForm)({ t, nameField, codeField, button, error });
  root.replaceChildren(hiddenTwin(form, old ? 'visibility' : 'display'), form);
}
