/* Where the page says that the bot is, and which steps of the way in it offers. */
let changedAt = Date.now(); // when the page last changed
let outsideAt = 0; // when the page was last seen to show no call
let inCallSince = 0;
let asked = false;
let beenBefore = []; // states that the bot was in before, in earlier documents too

const holds = (condition, look, facts) => {
  const at = condition.indexOf(':');
  const [kind, name] = [condition.slice(0, at), condition.slice(at + 1)];
  switch (kind) {
    case 'element': return look.one(name) !== null;
    case 'enabled': return look.all(name).some(hit => !isDisabled(hit.el));
    case 'filled': return look.all(name).some(hit => valueOf(hit) !== '');
    case 'text': {
      look.text ??= pageText(look);
      return wordsOf(name).some(words => hasWords(look.text, words) && shows(look, words));
    }
    case 'title': return wordsOf(name).some(words => hasWords(plain(document.title), words));
    case 'url': return new RegExp(name, 'i').test(location.href);
    case 'been': return beenBefore.includes(name);
    case 'sign': return (facts.signs ?? []).includes(name);
    default: return false;
  }
};

const fits = (rule, look, facts) =>
  (!rule.any || rule.any.some(c => holds(c, look, facts)))
  && (rule.all ?? []).every(c => holds(c, look, facts))
  && !(rule.none ?? []).some(c => holds(c, look, facts));

const wordsFor = (rule, look) => {
  const hit = rule.words && look.one(rule.words.replace(/^element:/, ''));
  const said = hit ? hit.el.innerText : spokenBy(rule, look);
  return said ? said.replace(/\s+/g, ' ').trim().slice(0, 300) : null;
};

/** The line of the page that made a rule fit. */
const spokenBy = (rule, look) => {
  const keys = [...(rule.any ?? []), ...(rule.all ?? [])]
    .filter(c => c.startsWith('text:')).map(c => c.slice(5));
  for (const words of keys.flatMap(wordsOf)) {
    for (const {root} of look.scopes) {
      const text = root.body?.innerText ?? root.textContent ?? '';
      const line = text.split('\n').find(part => hasWords(plain(part), words));
      if (line) {
        return line;
      }
    }
  }
  return null;
};

const readState = (look, facts) => {
  if (facts.state) {
    const said = (DATA.states ?? []).find(r => r.state === facts.state && fits(r, look, facts));
    const words = facts.words ?? (said ? wordsFor(said, look) : null);
    return {state: facts.state, words, certain: true};
  }
  const rule = (DATA.states ?? []).find(each => fits(each, look, facts));
  return rule
    ? {state: rule.state, words: facts.words ?? wordsFor(rule, look), certain: false}
    : {state: null, words: facts.words ?? null, certain: false};
};

/** Since when the bot is seen in the call, without a moment in which it was not. */
const noteState = (look, facts) => {
  const seen = readState(look, facts);
  if (seen.state === 'IN_CALL') {
    inCallSince ||= Math.max(changedAt, outsideAt);
  } else {
    inCallSince = 0;
    outsideAt = Date.now();
  }
  return seen;
};

const stepsOpen = (look, facts, phase) => (DATA.flow ?? [])
  .filter(step => step.phase === phase || step.phase === 'any' || phase === 'every')
  .filter(step => step.when.every(c => holds(c, look, facts))
    && !(step.unless ?? []).some(c => holds(c, look, facts)))
  .map(step => step.name);
