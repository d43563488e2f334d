package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.worker.RecordingStep.Wish;
import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.EndReason;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what clients asked of a bot in a call, in the order of asking. One thread. */
final class CommandDesk {
  private static final Logger LOG = System.getLogger(CommandDesk.class.getName());

  /** How long a message may take until the chat shows it; leaving waits for it no longer. */
  private static final Duration ECHO = Duration.ofSeconds(2);

  private final BotParts parts;
  private final Inbox inbox;
  private final MeetingPage page;
  private final RecordingDesk recording;
  private final ConsentDesk consent;
  private @Nullable String written;
  private Instant writtenAt = Instant.EPOCH;

  CommandDesk(
      BotParts parts, Inbox inbox, MeetingPage page, RecordingDesk recording, ConsentDesk consent) {
    this.parts = parts;
    this.inbox = inbox;
    this.page = page;
    this.recording = recording;
    this.consent = consent;
  }

  /**
   * Does all that waits.
   *
   * @return the end of the call, when a client wants the bot to leave
   */
  Optional<Trigger> work() {
    while (inbox.job().status().inMeeting()) {
      List<BotCommand> waiting = inbox.job().progress().commands();
      if (waiting.isEmpty()) {
        break;
      }
      BotCommand command = waiting.get(0);
      if (command.verb() == BotVerb.LEAVE_CALL && awaitsItsWords()) {
        break;
      }
      LOG.log(
          Level.DEBUG,
          "job {0}: {1} ({2})",
          inbox.job().id(),
          command.verb().wireName(),
          command.requestId());
      Optional<Trigger> end = act(command);
      if (end.isPresent()) {
        return end;
      }
      parts.change(inbox, (job, now) -> JobFacts.done(job, command.requestId(), now));
    }
    return Optional.empty();
  }

  private Optional<Trigger> act(BotCommand command) {
    switch (command.verb()) {
      case PAUSE_RECORDING -> recording.wish(Wish.PAUSE);
      case RESUME_RECORDING -> recording.wish(Wish.RUN);
      case STOP_RECORDING -> recording.wish(Wish.STOP);
      case SEND_CHAT_MESSAGE -> chat(String.valueOf(command.text()));
      case REQUEST_RECORDING_PERMISSION -> consent.ask();
      case LEAVE_CALL -> {
        return Optional.of(Trigger.callOver(EndReason.LEAVE_REQUESTED));
      }
    }
    return Optional.empty();
  }

  /** Takes note of what the page shows: what was written belongs to the record of the meeting. */
  void seen(MeetingSnapshot snapshot) {
    if (written != null && snapshot.chat().stream().anyMatch(m -> m.text().equals(written))) {
      written = null;
    }
  }

  private boolean awaitsItsWords() {
    return written != null && parts.clock().instant().isBefore(writtenAt.plus(ECHO));
  }

  /** A meeting without a chat is no reason to end the call. */
  private void chat(String text) {
    try {
      page.sendChat(text);
      written = text;
      writtenAt = parts.clock().instant();
    } catch (BrowserGoneException e) {
      throw e;
    } catch (BrowserException e) {
      LOG.log(Level.WARNING, "job " + inbox.job().id() + ": the message was not sent", e);
    }
  }
}
