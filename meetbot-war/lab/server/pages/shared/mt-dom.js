// Elements without innerHTML: the pages run under "require-trusted-types-for 'script'".

const SVG = 'http://www.w3.org/2000/svg';

/** h('button.cls.other', {jsname: 'x', onclick: f}, 'text', child, null) */
export function h(spec, attributes = {}, ...children) {
  const [tag, ...classes] = spec.split('.');
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes ?? {})) set(node, name, value);
  node.append(...flat(children));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'style') Object.assign(node.style, value);
  else if (name === 'srcObject' || name === 'value' || name === 'disabled') node[name] = value;
  else node.setAttribute(name, value === true ? '' : String(value));
}

function flat(children) {
  return children.flat(3).filter(child => child !== null && child !== undefined && child !== false);
}

export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

/** A picture of our own making where the products have an icon: a square with a stroke in it. */
export function glyph(path = 'M4 12h16', className = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', '20');
  svg.setAttribute('height', '20');
  svg.setAttribute('aria-hidden', 'true');
  if (className) svg.setAttribute('class', className);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  line.setAttribute('stroke', 'currentColor');
  line.setAttribute('stroke-width', '2');
  line.setAttribute('fill', 'none');
  svg.append(line);
  return svg;
}

/** Names like the products' build makes them: stable within one page load, different in the next. */
export function scrambler(seed = Math.floor(Math.random() * 1e9)) {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const known = new Map();
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return name => {
    if (!known.has(name)) {
      let made = '';
      for (let i = 0; i < 6; i++) made += letters[(next() >>> 8) % letters.length];
      known.set(name, made);
    }
    return known.get(name);
  };
}

/** Draws again every few seconds although nothing changed, as frameworks do: nobody may keep an element. */
export function redrawEvery(ms, draw) {
  const timer = setInterval(draw, ms);
  return () => clearInterval(timer);
}

/** Shows `node` after the pointer moved and hides it when it rested for `ms`. */
export function hideWhenIdle(node, className, ms = 4000) {
  let timer = 0;
  const wake = () => {
    node.classList.remove(className);
    clearTimeout(timer);
    timer = setTimeout(() => node.classList.add(className), ms);
  };
  document.addEventListener('mousemove', wake, true);
  document.addEventListener('focusin', wake, true);
  wake();
  return () => {
    document.removeEventListener('mousemove', wake, true);
    document.removeEventListener('focusin', wake, true);
    clearTimeout(timer);
  };
}

/** Tells how long ago the pointer or a key last moved. */
export function idleClock() {
  let last = performance.now();
  const touch = () => { last = performance.now(); };
  document.addEventListener('mousemove', touch, true);
  document.addEventListener('keydown', touch, true);
  return () => performance.now() - last;
}
