// Small pieces of DOM for pages that behave like large applications: nodes that come and go.

/** A new element: attributes by name, `on…` as listeners, `style` as an object, children as nodes or texts. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'style') Object.assign(node.style, value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An icon as such applications have them: a graphic without text that lies on top of its button. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', '24');
  svg.setAttribute('height', '24');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M4 4h16v16H4z');
  svg.append(path);
  return svg;
}

/**
 * Draws a host's content anew when `refresh` is called and every so often, with nodes that are all new, so that
 * whoever kept an old one holds a dead one. Leaves it alone while somebody types in it or presses a button in it.
 */
export function churn(host, render, everyMs) {
  let pressed = false;
  host.addEventListener('pointerdown', () => { pressed = true; });
  addEventListener('pointerup', () => setTimeout(() => { pressed = false; }), true);
  const busy = () => pressed || host.contains(document.activeElement) && isTyping(document.activeElement);
  const refresh = () => { if (!busy()) host.replaceChildren(...[render()].flat(Infinity).filter(Boolean)); };
  refresh();
  if (everyMs) {
    const timer = setInterval(() => (host.isConnected ? refresh() : clearInterval(timer)), everyMs);
  }
  return refresh;
}

function isTyping(node) {
  return node.matches('textarea, [contenteditable=true]') || node.matches('input') && node.type !== 'checkbox';
}

/** A copy that nobody sees but `querySelector` finds first: templates, measuring rods, the other layout. */
export function hiddenTwin(node, how = 'display') {
  const twin = node.cloneNode(true);
  twin.setAttribute('aria-hidden', 'true');
  if (how === 'display') twin.style.display = 'none';
  if (how === 'visibility') Object.assign(twin.style, { visibility: 'hidden', position: 'absolute' });
  if (how === 'size') Object.assign(twin.style, { width: '0', height: '0', overflow: 'hidden', position: 'absolute', padding: '0', border: '0' });
  return twin;
}

/** Calls back when the mouse has rested, and when it moves again. */
export function onIdleMouse(restMs, rests, moves) {
  let timer = setTimeout(rests, restMs);
  addEventListener('mousemove', () => {
    clearTimeout(timer);
    moves();
    timer = setTimeout(rests, restMs);
  }, true);
}

/** Puts a style sheet into the document. */
export function addStyle(css) {
  document.head.append(h('style', {}, css));
}

/** `9:05 PM`. */
export function clockTime(atMs) {
  return new Date(atMs).toLocaleTimeString('en-US', { hour: '2-digit', minute: '2-digit' });
}
