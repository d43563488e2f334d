package dev.meetbot.lab.demo;

import dev.meetbot.lab.measure.FrameRatio;
import dev.meetbot.lab.measure.MeetingFigures;
import dev.meetbot.lab.measure.Onsets;
import dev.meetbot.lab.measure.SpeakerFigures;
import dev.meetbot.lab.measure.VideoFigures;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import java.util.ArrayList;
import java.util.List;

/** What the figures must reach, each one a line of the report. */
final class Bars {
  private final List<Bar> bars = new ArrayList<>();

  private Bars() {}

  static List<Bar> of(Outcome outcome) {
    Bars all = new Bars();
    MeetingFigures figures = outcome.figures();
    all.add(Bar.equal("status", outcome.job().getString("status"), "completed"));
    figures.speakers().forEach(all::speaker);
    all.add(Bar.atLeast("attribution, % of speech", figures.attribution().rightPercent(), 98));
    all.add(
        Bar.atMost(
            "time given to silent names, % of speech", figures.attribution().wrongPercent(), 10));
    all.video(figures);
    figures.cameras().forEach(all::camera);
    all.add(Bar.atMost("|A/V offset| ms", Math.abs(figures.avOffset().medianMs()), 80));
    all.add(Bar.atLeast("A/V offset, starts seen", figures.avOffset().pairs(), 3));
    all.add(Bar.equal("lost audio packets", figures.lostAudioPackets(), 0));
    all.add(
        Bar.atMost(
            "key frame requests per sender, bot against a guest",
            figures.keyFrameRequests().bot(),
            figures.keyFrameRequests().viewer()));
    all.add(Bar.atMost("CPU with recording / without", outcome.cpu().ratio(), 1.3));
    all.webhooks(outcome);
    all.add(Bar.equal("files as the manifest says", figures.asManifested(), true));
    return List.copyOf(all.bars);
  }

  private void add(Bar bar) {
    bars.add(bar);
  }

  private void speaker(MeetingFigures.Speaker speaker) {
    String name = speaker.voice().name();
    SpeakerFigures f =
        speaker
            .figures()
            .orElse(new SpeakerFigures(Double.NaN, Double.NaN, new Onsets(1, List.of())));
    double away = Math.abs(f.dominantHz() / speaker.voice().hz() - 1) * 100;
    add(Bar.atMost(name + ": tone off by %", away, 2));
    add(Bar.atMost(name + ": other tones dB", f.othersDb(), -30));
    add(Bar.atMost(name + ": start offset error ms", Math.abs(f.onsets().medianMs()), 150));
    add(Bar.atMost(name + ": worst start offset error ms", Math.abs(f.onsets().worstMs()), 150));
    add(Bar.equal(name + ": turns found", f.onsets().errorsMs().size(), f.onsets().expected()));
    add(
        Bar.atLeast(
            name + ": audio packets",
            speaker.loss().map(l -> (double) l.packets()).orElse(0.0),
            1));
  }

  private void video(MeetingFigures figures) {
    VideoFigures v =
        figures.video().orElse(new VideoFigures(0, 0, Double.NaN, Double.NaN, 0, Double.NaN));
    add(Bar.equal("video size", v.width() + "x" + v.height(), "1280x720"));
    add(Bar.atLeast("video fps", v.fps(), 14));
  }

  private void camera(MeetingFigures.Camera camera) {
    double ratio = camera.ratio().map(FrameRatio::ratio).orElse(Double.NaN);
    add(Bar.atLeast(camera.name() + ": frames kept of those sent", ratio, 0.95));
    add(Bar.equal(camera.name() + ": decode errors", camera.decodeErrors(), 0));
  }

  private void webhooks(Outcome outcome) {
    List<ReceivedWebhook> accepted =
        outcome.webhooks().stream().filter(ReceivedWebhook::accepted).toList();
    add(Bar.equal("job.finalized webhooks", Lifecycle.count(accepted, "job.finalized"), 1L));
    add(Bar.equal("events in lifecycle order", Lifecycle.isTold(accepted), true));
    long invalid =
        outcome.webhooks().stream()
            .filter(w -> !outcome.signatures().meetbot(w) || !outcome.signatures().standard(w))
            .count();
    add(Bar.equal("webhooks with a wrong signature", invalid, 0L));
  }
}
