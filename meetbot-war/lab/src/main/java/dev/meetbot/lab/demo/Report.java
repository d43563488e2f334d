package dev.meetbot.lab.demo;

import dev.meetbot.lab.measure.FrameRatio;
import dev.meetbot.lab.measure.KeyFrameRequests;
import dev.meetbot.lab.measure.MeetingFigures;
import dev.meetbot.lab.measure.SpeakerFigures;
import dev.meetbot.lab.measure.VideoFigures;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The one JSON object of the demonstration. A figure that could not be taken is null. */
final class Report {
  private Report() {}

  static JsonObject of(Outcome outcome, List<Bar> bars) {
    MeetingFigures figures = outcome.figures();
    KeyFrameRequests requests = figures.keyFrameRequests();
    JsonArrayBuilder barList = Json.createArrayBuilder();
    bars.forEach(bar -> barList.add(bar.json()));
    return Json.createObjectBuilder()
        .add("status", outcome.job().getString("status"))
        .add("joinMs", number(outcome.joinMs(), 0))
        .add("speakers", speakers(figures))
        .add("attributionPercent", number(figures.attribution().rightPercent(), 2))
        .add("video", figures.video().<JsonValue>map(Report::video).orElse(JsonValue.NULL))
        .add("participantVideos", cameras(figures))
        .add("avOffsetMs", number(figures.avOffset().medianMs(), 1))
        .add("lostAudioPackets", figures.lostAudioPackets())
        .add(
            "keyFrameRequests",
            Json.createObjectBuilder()
                .add("bot", number(requests.bot(), 2))
                .add("viewer", number(requests.viewer(), 2)))
        .add(
            "callCpuSecondsPerMinute",
            Json.createObjectBuilder()
                .add("with", number(outcome.cpu().with(), 2))
                .add("without", number(outcome.cpu().without(), 2))
                .add("ratio", number(outcome.cpu().ratio(), 3)))
        .add("webhooks", webhooks(outcome))
        .add("manifestUri", outcome.job().getString("manifestUri", ""))
        .add("bars", barList)
        .build();
  }

  private static JsonArrayBuilder speakers(MeetingFigures figures) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (MeetingFigures.Speaker speaker : figures.speakers()) {
      JsonObjectBuilder row =
          Json.createObjectBuilder()
              .add("name", speaker.voice().name())
              .add("expectedHz", number(speaker.voice().hz(), 1))
              .add("dominantHz", of(speaker, SpeakerFigures::dominantHz))
              .add("othersDb", of(speaker, SpeakerFigures::othersDb))
              .add("startOffsetErrorMs", of(speaker, f -> f.onsets().medianMs()))
              .add("startOffsetWorstMs", of(speaker, f -> f.onsets().worstMs()));
      list.add(row);
    }
    return list;
  }

  private static JsonValue of(
      MeetingFigures.Speaker speaker, java.util.function.ToDoubleFunction<SpeakerFigures> figure) {
    return number(speaker.figures().map(figure::applyAsDouble).orElse(Double.NaN), 1);
  }

  private static JsonObject video(VideoFigures video) {
    return Json.createObjectBuilder()
        .add("width", video.width())
        .add("height", video.height())
        .add("fps", number(video.fps(), 2))
        .add("durationMs", number(video.durationMs(), 0))
        .add("blackPercent", number(video.blackPercent(), 2))
        .build();
  }

  private static JsonArrayBuilder cameras(MeetingFigures figures) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (MeetingFigures.Camera camera : figures.cameras()) {
      list.add(
          Json.createObjectBuilder()
              .add("name", camera.name())
              .add("fps", number(camera.ratio().map(FrameRatio::fps).orElse(Double.NaN), 2))
              .add("sentFps", number(camera.ratio().map(FrameRatio::sentFps).orElse(Double.NaN), 2))
              .add("decodeErrors", camera.decodeErrors()));
    }
    return list;
  }

  private static JsonArrayBuilder webhooks(Outcome outcome) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (ReceivedWebhook webhook : outcome.webhooks()) {
      JsonObjectBuilder row =
          Json.createObjectBuilder()
              .add("event", webhook.event())
              .add("attempt", webhook.attempt())
              .add(
                  "signatureValid",
                  Json.createObjectBuilder()
                      .add("meetbot", outcome.signatures().meetbot(webhook))
                      .add("standardWebhooks", outcome.signatures().standard(webhook)));
      if (webhook.event().equals("job.status_changed")) {
        row.add("status", webhook.data().getString("status", ""));
      }
      list.add(row);
    }
    return list;
  }

  private static JsonValue number(double value, int decimals) {
    return Double.isFinite(value)
        ? Json.createValue(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP))
        : JsonValue.NULL;
  }
}
