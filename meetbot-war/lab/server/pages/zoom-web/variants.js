// The forms in which the web client has been seen; a scenario names one.
//   frame       the client sits in a same-origin frame of a shell page
//   form        new: #input-for-name …; old: #inputname, #joinBtn, terms of service first
//   prompts     how often the page asks for the microphone
//   hostMissing what stands there while nobody has started: a waiting page, or the page of an invalid link
//   layout      speaker: one large tile and a bar; gallery: equal tiles with a single main one above
//   audio       worklet: to the context's own output; element: through a stream into an audio element
const VARIANTS = {
  modern: { frame: true, form: 'new', prompts: 2, launchAfterMs: 500, hostMissing: 'waiting', layout: 'speaker', chat: 'new', footer: 'sliding', audio: 'worklet', title: 'new' },
  classic: { frame: false, form: 'old', prompts: 3, launchAfterMs: 2500, hostMissing: 'waiting', layout: 'speaker', chat: 'old', footer: 'fading', audio: 'element', title: 'old' },
  gallery: { frame: false, form: 'new', prompts: 1, launchAfterMs: 500, hostMissing: 'invalid', layout: 'gallery', chat: 'new', footer: 'sliding', audio: 'worklet', title: 'new' },
};

/** The traits of a variant; an unknown name is the modern one. */
export function variantOf(name) {
  return VARIANTS[name] ?? VARIANTS.modern;
}
