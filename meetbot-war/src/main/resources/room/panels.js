// Everything around the pictures: people, chat, captions, the waiting room and notices.

import { attribute, byId, keyed, make, text } from "./dom.js";

const CAPTION_MS = 8_000;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

export class Panels {
  #room;
  #api;
  #report;
  #captionTimer = 0;
  #unread = 0;

  /** @param report shows a sentence to the user when a request fails */
  constructor(room, api, report) {
    this.#room = room;
    this.#api = api;
    this.#report = report;
    this.#form("chat-form", "chat-input", (value) => api.post("chat", { text: value }));
    this.#form("caption-form", "caption-input", (value) =>
      api.post("caption", { text: value, final: true }),
    );
    byId("allow-recording").addEventListener("click", () => this.#answer(true));
    byId("deny-recording").addEventListener("click", () => this.#answer(false));
    byId("withdraw-recording").addEventListener("click", () => this.#answer(false));
    byId("allow-recording-again").addEventListener("click", () => this.#answer(true));
    for (const tab of ["chat", "people"]) {
      byId(`tab-${tab}`).addEventListener("click", () => this.show(tab));
    }
    byId("panel-toggle").addEventListener("click", () => this.#toggle());
  }

  show(tab) {
    byId("panel").dataset.tab = tab;
    for (const name of ["chat", "people"]) {
      attribute(byId(`tab-${name}`), "aria-selected", String(name === tab));
      byId(`${name}-panel`).hidden = name !== tab;
    }
    if (tab === "chat") this.#read();
  }

  render() {
    const self = this.#room.self;
    attribute(document.body, "data-host", Boolean(self?.host));
    this.#renderPeople(self);
    this.#renderWaiting(self);
    this.#renderRecording();
    const asked = Boolean(self?.host && this.#room.ask);
    const dialog = byId("recording-dialog");
    if (asked && !dialog.open) {
      text(byId("recording-asker"), this.#room.ask.name);
      text(byId("recording-prompt"), this.#room.ask.prompt);
      dialog.show();
      byId("allow-recording").focus();
    } else if (!asked && dialog.open) {
      dialog.close();
    }
  }

  addChat(message) {
    const own = message.senderId === this.#room.self?.id;
    const list = byId("chat-list");
    list.append(
      make(
        "li",
        { class: "message", "data-message-id": message.id, "data-own": own },
        make("span", { class: "message-sender" }, own ? "You" : message.sender),
        make("time", {}, clock.format(message.atMs)),
        make("p", {}, message.text),
      ),
    );
    while (list.children.length > 500) list.firstChild.remove();
    list.scrollTop = list.scrollHeight;
    byId("chat-empty").hidden = true;
    if (!own && (byId("panel").dataset.tab !== "chat" || this.#hidden())) {
      this.#unread += 1;
      this.#renderUnread();
    }
  }

  showCaption(caption) {
    const line = byId("captions");
    keyed(
      line,
      this.#room.captions.slice(-2),
      (c) => c.id,
      (c) => make("p", { "data-caption-id": c.id }, make("b", {}, c.speaker), make("span")),
      (p, c) => text(p.querySelector("span"), c.text),
    );
    line.hidden = false;
    clearTimeout(this.#captionTimer);
    this.#captionTimer = setTimeout(() => (line.hidden = true), CAPTION_MS);
  }

  #renderPeople(self) {
    const people = [...this.#room.participants.values()];
    text(byId("people-count"), String(people.length));
    keyed(
      byId("people-list"),
      people,
      (p) => p.id,
      (p) => {
        const remove = () => this.#send("remove", { participantId: p.id });
        return make(
          "li",
          { class: "person" },
          make("span", { class: "person-name" }),
          make("span", { class: "person-note" }),
          make(
            "button",
            {
              type: "button",
              class: "small host-only",
              "data-remove": p.id,
              "aria-label": `Remove ${p.name} from the meeting`,
              on: { click: remove },
            },
            "Remove",
          ),
        );
      },
      (item, p) => {
        const own = p.id === self?.id;
        const notes = [p.host && "Host", p.bot && "Bot", own && "You"].filter(Boolean);
        text(item.querySelector(".person-name"), p.name);
        text(item.querySelector(".person-note"), notes.join(" · "));
        item.querySelector("button").hidden = own;
      },
    );
  }

  #renderWaiting(self) {
    const waiting = self?.host ? this.#room.waiting : [];
    byId("waiting").hidden = waiting.length === 0;
    const button = (verb, person, kind) =>
      make(
        "button",
        {
          type: "button",
          class: `small ${kind}`,
          [`data-${verb.toLowerCase()}`]: person.id,
          "aria-label": `${verb} ${person.name}`,
          on: { click: () => this.#send(verb.toLowerCase(), { participantId: person.id }) },
        },
        verb,
      );
    keyed(
      byId("waiting-list"),
      waiting,
      (w) => w.id,
      (w) =>
        make(
          "li",
          {},
          make("span", { class: "waiting-name" }, w.bot ? `${w.name} (bot)` : w.name),
          button("Deny", w, "quiet"),
          button("Admit", w, "primary"),
        ),
      () => {},
    );
  }

  #renderRecording() {
    const names = this.#room.recordingBy.map((r) => r.name);
    const notice = byId("recording-notice");
    notice.hidden = names.length === 0;
    const all = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are` : `${names[0]} is`;
    if (names.length) text(byId("recording-names"), `${all} recording`);
    // The host may change the answer for as long as the asker is there.
    const answer = this.#room.self?.host ? this.#room.answer : null;
    byId("withdraw-recording").hidden = !answer?.granted;
    byId("allow-recording-again").hidden = !answer || answer.granted;
  }

  #renderUnread() {
    text(byId("chat-unread"), this.#unread ? String(this.#unread) : "");
  }

  #read() {
    this.#unread = 0;
    this.#renderUnread();
  }

  #hidden() {
    return getComputedStyle(byId("panel")).display === "none";
  }

  #toggle() {
    const open = this.#hidden();
    attribute(document.body, "data-panel", open ? "open" : "closed");
    attribute(byId("panel-toggle"), "aria-pressed", String(open));
    if (open && byId("panel").dataset.tab === "chat") this.#read();
  }

  #answer(granted) {
    this.#send("recording-permission/answer", { granted });
  }

  #send(path, body) {
    this.#api.post(path, body).catch((e) => this.#report(e.message));
  }

  #form(formId, inputId, send) {
    byId(formId).addEventListener("submit", (event) => {
      event.preventDefault();
      const input = byId(inputId);
      const value = input.value.trim();
      if (!value) return;
      input.value = "";
      send(value).catch((e) => {
        input.value ||= value;
        this.#report(e.message);
      });
    });
  }
}
