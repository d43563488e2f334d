// The forms in which the product has been seen; a scenario names one.
//   api     map: state with a Map of people; array: the older state; none: no global objects at all
//   look    new or old: the older form has other labels, other ids, and asks again in the lobby
//   app     the page that would rather open an application comes first
const VARIANTS = {
  current: { api: 'map', look: 'new', app: false },
  older: { api: 'array', look: 'old', app: false },
  bare: { api: 'none', look: 'new', app: false },
  mobile: { api: 'map', look: 'new', app: true },
};

/** The traits of a variant; an unknown name is the current one. */
export function variantOf(name) {
  return VARIANTS[name] ?? VARIANTS.current;
}
