package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.consent.Consent;
import dev.meetbot.engine.internal.consent.Consent.Fact;
import dev.meetbot.engine.internal.consent.Consent.Phase;
import dev.meetbot.engine.internal.consent.Consent.Step;
import dev.meetbot.engine.internal.consent.HostWords;
import dev.meetbot.engine.internal.consent.HostWords.Word;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the host whether to record, and lets the answer take effect. One thread. */
final class ConsentDesk {
  private static final String DIALOG_PROMPT = "May this meeting be recorded?";
  private static final String CHAT_PROMPT =
      "%s would like to record this meeting. If you are the host, please answer with yes or no.";
  private static final String CHAT_WITHDRAWN =
      "Recording has been paused. If you are the host, answer with yes to let it go on.";

  private final BotParts parts;
  private final Inbox inbox;
  private final MeetingPage page;
  private final RecordingDesk recording;
  private final HostWords words;
  private Consent consent;
  private boolean inChat;
  private @Nullable MeetingSnapshot latest;

  ConsentDesk(BotParts parts, Inbox inbox, MeetingPage page, RecordingDesk recording) {
    this.parts = parts;
    this.inbox = inbox;
    this.page = page;
    this.recording = recording;
    this.words = new HostWords(page.namesHosts());
    this.consent = Consent.of(inbox.job().spec().consent());
  }

  /** Puts the question; while it is open, and after a yes, a second call does nothing. */
  void ask() {
    Step step = consent.next(Fact.ASK, null, parts.clock().instant());
    if (step.next().equals(consent)) {
      return;
    }
    ConsentSpec spec = inbox.job().spec().consent();
    String prompt = spec.prompt();
    inChat = !page.askRecordingPermission(prompt == null ? DIALOG_PROMPT : prompt);
    if (inChat) {
      String name = inbox.job().spec().displayName();
      page.sendChat(prompt == null ? String.format(CHAT_PROMPT, name) : prompt);
    }
    words.asked(inChat, latest);
    consent = consent.next(Fact.ASK, null, parts.clock().instant()).next();
  }

  /**
   * Takes in what the page shows of a call, before anything else does.
   *
   * @param lookedAt when the look began
   * @return the end of the call, when the job may not be done
   */
  Optional<Trigger> look(MeetingSnapshot snapshot, Instant lookedAt) {
    if (snapshot.state() != MeetingState.IN_CALL) {
      return Optional.empty();
    }
    boolean first = latest == null;
    latest = snapshot;
    if (first && consent.required()) {
      ask();
    }
    for (Word word : words.heard(snapshot, consent.phase())) {
      take(word.fact(), word.who());
    }
    if (consent.late(parts.clock().instant())) {
      take(Fact.TIME_UP, null);
    }
    recording.confirmed(lookedAt);
    return consent.failed() ? Optional.of(refused()) : Optional.empty();
  }

  private void take(Fact fact, @Nullable String who) {
    Phase before = consent.phase();
    Step step = consent.next(fact, who, parts.clock().instant());
    consent = step.next();
    if (step.answer().isEmpty()) {
      return;
    }
    if (!consent.allows()) {
      recording.allow(false); // first of all
    }
    ConsentAnswer answer = step.answer().get();
    inbox.refreshed(
        parts
            .transitions()
            .change(inbox.job().id(), (job, now) -> JobFacts.consented(job, answer, now)));
    if (consent.allows()) {
      recording.allow(true);
    }
    if (inChat && before == Phase.GRANTED && consent.phase() == Phase.WITHDRAWN) {
      page.sendChat(CHAT_WITHDRAWN);
    }
  }

  private Trigger refused() {
    String who = consent.respondent() == null ? "the host" : consent.respondent();
    String what =
        consent.phase() == Phase.DENIED
            ? who + " did not allow the recording"
            : "nobody allowed the recording within " + consent.timeout().toSeconds() + " s";
    return Trigger.callOver(EndReason.RECORDING_REFUSED, FailureCode.RECORDING_DISABLED, what);
  }
}
