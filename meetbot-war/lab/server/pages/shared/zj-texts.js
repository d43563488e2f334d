// Texts by language: a table has one row per text, with the languages in this order.
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ja'];

/** Makes `(language) => ({key: text})` of a table of rows. */
export function table(rows) {
  return (language) => {
    const column = Math.max(0, LANGUAGES.indexOf(String(language || 'en').slice(0, 2).toLowerCase()));
    return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row[column]]));
  };
}

/** Puts values in the place of `{0}`, `{1}`. */
export function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (all, n) => values[n] ?? all);
}
