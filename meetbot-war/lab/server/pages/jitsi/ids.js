// Ids as the product has them: eight hexadecimal digits for everybody, made of the lab's own ids.

/** The endpoint id of a person. */
export function endpointOf(id) {
  let hash = 0x811c9dc5;
  for (const char of `endpoint ${id}`) {
    hash ^= char.codePointAt(0);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
