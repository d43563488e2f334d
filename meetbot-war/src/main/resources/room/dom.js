// Small helpers for the page's elements.

export const byId = (id) => document.getElementById(id);

/** Makes an element; attributes that are null or false are left out, `on` takes listeners. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    } else {
      attribute(element, name, value);
    }
  }
  element.append(...children);
  return element;
}

/** Sets an attribute; false and null remove it. Leaves an unchanged one alone. */
export function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

export function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

/**
 * Brings the children of a container in line with a list, without touching those that stay: so
 * that focus and playing media survive.
 */
export function keyed(container, items, keyOf, create, update) {
  const old = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let previous = null;
  for (const item of items) {
    const key = String(keyOf(item));
    let element = old.get(key);
    old.delete(key);
    if (!element) {
      element = create(item);
      element.dataset.key = key;
    }
    update(element, item);
    const place = previous ? previous.nextSibling : container.firstChild;
    if (place !== element) container.insertBefore(element, place);
    previous = element;
  }
  for (const element of old.values()) element.remove();
}

/** An icon from the page's own sprite. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}
