/*
 * What the page shows, told to the bot in one call. The bot asks through window[CONFIG.handle];
 * a platform's own script registers there what the page's elements do not say.
 */
const isTop = window.top === window;
let registered = null;
let waiting = [];
let due = false;
const problems = [];
const watched = new WeakSet();

// ---- the platform's own script

const api = Object.freeze({
  data: DATA,
  flags: DATA.flags ?? {},
  painted: CONFIG.painted,
  plain,
  wordsOf,
  mark: (participantId, on, source, at) => ownMarks.note(participantId, on, source, at),
  register: object => {
    registered = object;
  },
});

const problem = e => {
  if (problems.length < 20) {
    problems.push(String(e?.message ?? e).slice(0, 200));
  }
};

const ownFacts = () => {
  try {
    const facts = registered?.facts?.() ?? {};
    return {...facts, marks: facts.marks ?? ownMarks.list};
  } catch (e) {
    problem(e);
    return {};
  }
};

const isSaid = value => value !== undefined && value !== null
  && !(Array.isArray(value) && value.length === 0);

/** Of this document and of the frames in it; the outermost that says anything about a field wins. */
const factsOf = look => {
  const all = {};
  for (const {root} of look.scopes) {
    const own = root.nodeType === Node.DOCUMENT_NODE
      && root.defaultView?.[CONFIG.handle]?.facts();
    for (const [name, value] of Object.entries(own || {})) {
      if (isSaid(value) && !isSaid(all[name])) {
        all[name] = value;
      }
    }
  }
  return all;
};

// ---- watching

const settleMillis = DATA.flags?.inCallSettleMillis ?? 600;

/** Frames and shadow roots seldom come and go: for a while the last ones do. */
const SCOPES_MILLIS = 1000;
let scopesAt = 0;
let scopes = null;
let cost = 0;

const freshLook = () => {
  const look = new Look();
  scopes = look.scopes;
  scopesAt = Date.now();
  watch(look);
  return look;
};

const inCall = () => beenBefore.includes('IN_CALL');

const changed = () => {
  due = false;
  const began = performance.now();
  try {
    const at = changedAt;
    const look = Date.now() - scopesAt < SCOPES_MILLIS ? new Look(scopes) : freshLook();
    if (inCall()) {
      notePeople(look, at);
    } else if (asked && noteState(look, factsOf(look)).state === 'IN_CALL') {
      notePeople(look, at); // who speaks now is not to wait until the bot looks
    }
  } catch (e) {
    problem(e);
  }
  cost = performance.now() - began;
  const done = waiting;
  waiting = [];
  done.forEach(each => each());
};

/** At most so often, and never for more than a tenth of the time: some pages never rest. */
const changing = () => {
  if (!due) {
    due = true;
    changedAt = Date.now();
    setTimeout(changed, Math.max(inCall() ? 30 : 150, cost * 10));
  }
};

const CHANGES = {subtree: true, childList: true, attributes: true, characterData: true};

const watch = look => {
  for (const {root} of look.scopes) {
    if (!watched.has(root)) {
      watched.add(root);
      new MutationObserver(changing).observe(root, CHANGES);
    }
    hideVideo(root);
  }
};

/** Made by the document that uses them: a frame keeps its window when its first page comes. */
const sheets = new WeakMap();

/** Nobody looks at the page: what is not painted costs nothing. */
const hideVideo = root => {
  if (CONFIG.painted || DATA.flags?.hideVideo === false || !root.adoptedStyleSheets) {
    return;
  }
  const doc = root.ownerDocument ?? root;
  if (!doc.defaultView) {
    return;
  }
  try {
    if (!sheets.has(doc)) {
      const made = new doc.defaultView.CSSStyleSheet();
      made.replaceSync('video { display: none !important; }');
      sheets.set(doc, made);
    }
    const sheet = sheets.get(doc);
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  } catch (e) {
    problem(e);
  }
};

/** Ends when the page changed, or when the time is over. */
const change = millis => new Promise(done => {
  const timer = setTimeout(done, millis);
  waiting.push(() => {
    clearTimeout(timer);
    done();
  });
});

// ---- what the bot asks for

const merged = (facts, seen, look) => {
  const own = facts.marks ?? [];
  const sources = new Set(own.map(each => each.source));
  return {
    document: CONFIG.document,
    state: seen.state,
    certain: seen.certain,
    words: seen.words,
    inCallSince: facts.admittedAtMs ?? inCallSince,
    selfId: facts.selfId ?? null,
    participants: people(),
    sources: facts.sources ?? [],
    chat: (facts.chat ?? chatLog).slice(-100),
    captions: (facts.captions ?? captionLog).slice(-100),
    ownMarks: own.slice(-KEPT),
    marks: pageMarks.list.filter(each => !sources.has(each.source)),
    matched: look.matched,
    problems: problems.splice(0),
  };
};

/**
 * asked: whether the bot asked to be let in; been: the states that it was in before; phase: entry
 * or call; settle: whether to wait until a call that is just seen is certain.
 */
const read = async wanted => {
  asked = wanted.asked;
  beenBefore = wanted.been;
  let look = freshLook();
  let facts = factsOf(look);
  let seen = noteState(look, facts);
  const left = inCallSince + settleMillis - Date.now();
  if (wanted.settle && seen.state === 'IN_CALL' && !seen.certain && left > 0) {
    await pause(left);
    look = freshLook();
    facts = factsOf(look);
    seen = noteState(look, facts);
  }
  const settled = seen.certain || Date.now() - inCallSince >= settleMillis;
  if (seen.state === 'IN_CALL' && !settled) {
    seen = {...seen, state: null};
  }
  known = facts.participants ?? [];
  if (seen.state === 'IN_CALL' || inCall()) {
    notePeople(look, due ? changedAt : Date.now());
  }
  const open = wanted.phase ? stepsOpen(look, facts, wanted.phase) : [];
  const present = (wanted.elements ?? []).filter(name => look.one(name));
  return {...merged(facts, seen, look), open, present};
};

/** Every element of the data file: how it was found and where it is, for whoever checks the file. */
const survey = () => {
  const look = new Look();
  return Object.keys(DATA.elements ?? {}).map(name => {
    const hit = look.one(name);
    return {
      name,
      alternative: hit ? look.matched[name] : null,
      text: hit ? valueOf(hit).slice(0, 200) : null,
      point: hit ? pointsOf(hit)[0] ?? null : null,
      alternatives: DATA.elements[name].map(each => look.hits(each).length),
    };
  });
};

const sendOwn = async text => {
  const able = new Look().scopes.map(({root}) => root.defaultView?.[CONFIG.handle])
    .find(each => each?.sends());
  return able ? (await able.send(text)) !== false : false;
};

Object.defineProperty(window, CONFIG.handle, {
  value: Object.freeze({
    read,
    aim,
    hasFocus,
    change,
    survey,
    sendOwn,
    facts: ownFacts,
    sends: () => typeof registered?.sendChat === 'function',
    send: text => registered.sendChat(text),
  }),
});

if (isTop) {
  freshLook();
}
if (DATA.flags?.hideEncodedStreams) {
  delete window.RTCRtpReceiver?.prototype.createEncodedStreams;
}
