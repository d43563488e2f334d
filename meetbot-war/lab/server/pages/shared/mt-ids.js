// Ids in the products' forms, made from the lab's own ids; the same in the page and in the server.

function number(text, modulo) {
  let hash = 2166136261;
  for (const letter of String(text)) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % modulo;
}

function letters(text, count) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let made = '';
  for (let i = 0; i < count; i++) made += alphabet[number(`${text}/${i}`, alphabet.length)];
  return made;
}

/** Google Meet: spaces/<space>/devices/<number> */
export function deviceId(scenarioId, personId) {
  return `spaces/${letters(scenarioId, 12)}/devices/${100 + number(`${scenarioId}/${personId}`, 99_999_900)}`;
}

/** Teams: the identity in the roster, 8:orgid:… for members and 8:teamsvisitor:… for guests. */
export function identity(scenarioId, personId, guest = false) {
  const hex = Array.from({length: 32}, (_, i) => number(`${scenarioId}/${personId}/${i}`, 16).toString(16)).join('');
  const guid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return guest ? `8:teamsvisitor:${hex}` : `8:orgid:${guid}`;
}
