// The launcher: asks how to join, or goes on by itself; a hidden frame asks for an account in vain.
import {fill, h} from '../shared/mt-dom.js';
import {textsOf} from './texts.js';

const FORWARD_MS = 700;
const language = document.documentElement.lang;
const t = textsOf(language);
const query = new URLSearchParams(location.search);
const root = document.getElementById('app');

function silentAccount() {
  document.body.append(h('iframe', {
    hidden: true, title: 'silent sign-in', style: {display: 'none'},
    src: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=lab&response_type=code&prompt=none',
  }));
}

function goOn() {
  location.assign(query.get('next') ?? '/v2/?meetingjoin=true');
}

function ask() {
  const button = (tid, label, text, act) => h('button.fui-Button', {type: 'button', 'data-tid': tid, 'aria-label': label, onclick: act}, h('h3', {}, text));
  fill(root, h('div.launcher', {id: 'container'},
    h('h1', {}, t('howToJoin')),
    h('div', {id: 'buttonsbox'},
      h('div', {style: {display: 'none'}}, button('joinOnWeb', t('joinFromBrowser'), t('continueOnBrowser'), null)),
      button('joinInApp', t('openApp'), t('openApp'), () => {}),
      button('joinOnWeb', t('joinFromBrowser'), t('continueOnBrowser'), goOn)),
    h('a', {href: 'https://login.microsoftonline.com/'}, t('signIn'))));
}

const token = new URLSearchParams(location.hash.slice(1)).get('token');
if (token) sessionStorage.setItem('token', token);
document.title = t('meeting');
silentAccount();
if (query.get('ask') === 'true') setTimeout(ask, 300);
else setTimeout(goOn, FORWARD_MS);
