package dev.meetbot.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.measure.MeetingFigures;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.receiver.Signatures;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A flawless recording meets every bar; each flaw fails its own bar and no other. */
@Execution(ExecutionMode.CONCURRENT)
class ReportIT {
  @TempDir static Path shared;
  @TempDir Path dir;
  private static MadeMeeting meeting;
  private MeetingFigures figures;

  @BeforeEach
  void copyTheFlawlessRecording() throws IOException {
    if (meeting == null) {
      meeting = new MadeMeeting(shared);
      meeting.make();
    }
    try (var files = Files.list(shared)) {
      for (Path file : files.toList()) {
        Files.copy(file, dir.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void aFlawlessRecordingMeetsEveryBarAndItsPageHoldsTheData() throws IOException {
    Outcome outcome = outcome(MadeMeeting.webhooks());
    List<Bar> bars = Bars.of(outcome);

    assertThat(bars).allSatisfy(bar -> assertThat(bar.ok()).as(bar.toString()).isTrue());
    JsonObject report = Report.of(outcome, bars);
    assertThat(report.keySet())
        .containsExactly(
            "status",
            "joinMs",
            "speakers",
            "attributionPercent",
            "video",
            "participantVideos",
            "avOffsetMs",
            "lostAudioPackets",
            "keyFrameRequests",
            "callCpuSecondsPerMinute",
            "webhooks",
            "manifestUri",
            "bars");
    assertThat(Table.of(report, bars)).contains("All " + bars.size() + " bars hold.");

    ReportPage.write(dir, report, outcome.recording(), outcome.truth());
    String page = Files.readString(dir.resolve("index.html"));
    assertThat(page).contains("\"kind\":\"participant_video\"").doesNotContain("</script><b>hi");
  }

  @Test
  void lostPacketsOfOneSpeakerFailTheirBar() throws IOException {
    spoil("audio.ada.webm", "-c", "copy", "-bsf:a", "noise=amount=0:drop='between(n,300,302)'");

    assertThat(failed(MadeMeeting.webhooks()))
        .containsExactly("lost audio packets", "files as the manifest says");
  }

  @Test
  void swappedFilesFailToneAndTurns() throws IOException {
    Path swap = dir.resolve("swap");
    Files.move(dir.resolve("audio.ada.webm"), swap);
    Files.move(dir.resolve("audio.grace.webm"), dir.resolve("audio.ada.webm"));
    Files.move(swap, dir.resolve("audio.grace.webm"));

    assertThat(failed(MadeMeeting.webhooks()))
        .contains(
            "Ada: tone off by %",
            "Ada: turns found", "Grace: tone off by %", "files as the manifest says");
  }

  @Test
  void wrongNamesInTheTimelineFailAttribution() throws IOException {
    Path timeline = dir.resolve("timeline.json");
    Files.writeString(timeline, Files.readString(timeline).replace("Alan", "Ada"));

    assertThat(failed(MadeMeeting.webhooks()))
        .containsExactly(
            "attribution, % of speech",
            "time given to silent names, % of speech", "files as the manifest says");
  }

  @Test
  void missingFramesAndAMissingVideoFailTheirBars() throws IOException {
    spoil(
        "video.alan.webm", "-c", "copy", "-bsf:v", "noise=amount=0:drop='gt(n,20)*eq(mod(n,9),0)'");
    JsonObject manifest = Recording.in(dir).manifest();
    Files.writeString(
        dir.resolve("manifest.json"),
        manifest.toString().replace("\"kind\":\"video\"", "\"kind\":\"other\""));

    assertThat(failed(MadeMeeting.webhooks()))
        .contains(
            "Alan: frames kept of those sent",
            "video size",
            "video fps",
            "|A/V offset| ms",
            "A/V offset, starts seen");
  }

  @Test
  void webhooksOutOfOrderTwiceOrForgedFailTheirBars() {
    List<ReceivedWebhook> swapped = new ArrayList<>(MadeMeeting.webhooks());
    swapped.add(1, swapped.remove(2));
    assertThat(failed(swapped)).containsExactly("events in lifecycle order");

    List<ReceivedWebhook> twice = new ArrayList<>(MadeMeeting.webhooks());
    twice.add(twice.get(twice.size() - 1));
    assertThat(failed(twice)).containsExactly("job.finalized webhooks");

    List<ReceivedWebhook> forged = new ArrayList<>(MadeMeeting.webhooks());
    ReceivedWebhook last = forged.remove(forged.size() - 1);
    byte[] raw = (last.text() + " ").getBytes();
    forged.add(new ReceivedWebhook(last.at(), last.path(), last.headers(), raw, 200));
    assertThat(failed(forged)).containsExactly("webhooks with a wrong signature");
  }

  private void spoil(String name, String... how) throws IOException {
    Path whole = dir.resolve("whole.webm");
    Files.move(dir.resolve(name), whole);
    List<String> command = new ArrayList<>(List.of("-i", whole.toString()));
    command.addAll(List.of(how));
    command.add(dir.resolve(name).toString());
    MadeMeeting.ffmpeg(command.toArray(String[]::new));
  }

  private List<String> failed(List<ReceivedWebhook> webhooks) {
    return Bars.of(outcome(webhooks)).stream().filter(b -> !b.ok()).map(Bar::name).toList();
  }

  private Outcome outcome(List<ReceivedWebhook> webhooks) {
    if (figures == null) {
      figures = MeetingFigures.of(Recording.in(dir), meeting.truth());
    }
    JsonObject job =
        Json.createObjectBuilder()
            .add("status", "completed")
            .add("manifestUri", "http://x")
            .build();
    Recording recording = Recording.in(dir);
    return new Outcome(
        job,
        1500,
        new CpuUse(18, 16),
        figures,
        recording,
        meeting.truth(),
        webhooks,
        new Signatures(MadeMeeting.SECRET));
  }
}
