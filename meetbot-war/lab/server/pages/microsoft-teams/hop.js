// A page that is there only to go on: the app's shell before it knows which app it is.
import {fill, h} from '../shared/mt-dom.js';

const next = new URLSearchParams(location.search).get('next');
fill(document.getElementById('app'), h('div', {'data-tid': 'pre-core-title-bar', role: 'banner'}));
if (next?.startsWith('/')) setTimeout(() => location.replace(next), 300);
