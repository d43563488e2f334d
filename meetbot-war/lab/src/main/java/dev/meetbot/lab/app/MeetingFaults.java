package dev.meetbot.lab.app;

import dev.meetbot.lab.measure.Onsets;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.Spectrum;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.receiver.Signatures;
import dev.meetbot.lab.receiver.WebhookReceiver;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with a finished job, its webhooks and its files. One thread. */
final class MeetingFaults {
  private static final double START_MS = 100;
  private static final double LENGTH_MS = 150;
  private static final double PITCH_PERCENT = 2;
  private static final List<String> LIFE =
      List.of("joining", "in_call", "recording", "finalizing", "completed");

  private final App app;
  private final JsonObject job;
  private final List<String> faults = new ArrayList<>();

  MeetingFaults(App app, JsonObject job) {
    this.app = app;
    this.job = job;
    check(isCompleted(), "the job ended so: " + job);
  }

  boolean isCompleted() {
    return job.getString("status").equals("completed");
  }

  List<String> all() {
    return List.copyOf(faults);
  }

  private void check(boolean ok, String fault) {
    if (!ok) {
      faults.add(fault);
    }
  }

  /** Waits for the job's result; everything must be signed, and the statuses in order. */
  void webhooks(WebhookReceiver receiver, Duration patience) {
    String id = job.getString("id");
    receiver.await(all -> isTold(receiver.accepted(id)), patience);
    List<ReceivedWebhook> told = receiver.accepted(id);
    Signatures signatures = app.signatures();
    for (ReceivedWebhook webhook : told) {
      boolean signed = signatures.meetbot(webhook) && signatures.standard(webhook);
      check(signed, "a wrong signature: " + webhook.event());
    }
    List<String> statuses =
        told.stream()
            .filter(w -> w.event().equals("job.status_changed"))
            .map(w -> w.data().getString("status"))
            .filter(LIFE::contains)
            .toList();
    check(statuses.equals(LIFE), "the webhooks told " + statuses);
  }

  /** The result and the last status go to two addresses, and arrive in any order. */
  private static boolean isTold(List<ReceivedWebhook> accepted) {
    return accepted.stream().anyMatch(w -> w.event().matches("job\\.(finalized|failed)"))
        && accepted.stream()
            .filter(w -> w.event().equals("job.status_changed"))
            .map(w -> w.data().getString("status", ""))
            .anyMatch(s -> s.matches("completed|failed|cancelled"));
  }

  /** The files as the manifest tells, and the speaker's own sound as it was said. */
  void recording(Recording recording, Speech said) {
    String uri = app.at("api/v1/jobs/" + job.getString("id") + "/manifest").toString();
    check(uri.equals(job.getString("manifestUri", "")), "manifestUri of " + job);
    for (RecordedFile file : recording.files()) {
      check(file.isAsManifested(), file.name() + " is not as the manifest says");
    }
    check(!recording.files("video").isEmpty(), "there is no video");
    Optional<RecordedFile> own = recording.file("audio", said.voice().name());
    check(own.isPresent(), "the speaker has no file: " + recording.manifest());
    own.ifPresent(file -> sound(recording, file, said));
  }

  private void sound(Recording recording, RecordedFile file, Speech said) {
    Sound sound = Sound.of(file.path());
    double zero = recording.startedAtMs() + file.offsetMs();
    List<Span> truth = said.shift(-zero).spans();
    double hz = Spectrum.of(sound, truth).dominantHz();
    double wanted = said.voice().hz();
    check(Math.abs(hz / wanted - 1) * 100 <= PITCH_PERCENT, "the tone has " + text(hz) + " Hz");
    ToneEnvelope tone = ToneEnvelope.of(sound, wanted);
    Onsets starts = Onsets.pair(truth.stream().map(Span::startMs).toList(), tone.onsets());
    check(starts.errorsMs().size() == truth.size(), "turns: " + tone.spans() + " of " + truth);
    check(Math.abs(starts.worstMs()) <= START_MS, "a turn starts off by " + starts.errorsMs());
    double length = tone.spans().stream().mapToDouble(Span::lengthMs).sum();
    double spoken = truth.stream().mapToDouble(Span::lengthMs).sum();
    check(
        Math.abs(length - spoken) <= LENGTH_MS,
        "the tone lasts " + text(length) + " ms instead of " + text(spoken));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
