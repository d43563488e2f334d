// Captions of one's own speech by the browser's recognizer, where there is one.

const Recognizer = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/** Wires the toggle; hides it when the browser cannot recognize speech. */
export function offerSpeechCaptions(button, send, report) {
  if (!Recognizer) return;
  button.hidden = false;
  let recognizer = null;
  const show = () => button.setAttribute("aria-pressed", String(recognizer !== null));
  const stop = () => {
    const old = recognizer;
    recognizer = null;
    old?.stop();
    show();
  };
  const start = () => {
    recognizer = new Recognizer();
    recognizer.continuous = true;
    recognizer.interimResults = true;
    recognizer.lang = navigator.language;
    recognizer.addEventListener("result", (event) => {
      for (let i = event.resultIndex; i < event.results.length; i += 1) {
        const result = event.results[i];
        const text = result[0].transcript.trim();
        if (text) send(text, result.isFinal);
      }
    });
    recognizer.addEventListener("error", (event) => {
      if (event.error === "no-speech") return;
      report(`Speech could not be recognized (${event.error}).`);
      stop();
    });
    // Recognizers end by themselves after a pause.
    recognizer.addEventListener("end", () => recognizer?.start());
    recognizer.start();
    show();
  };
  button.addEventListener("click", () => (recognizer ? stop() : start()));
}
