package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.internal.calendar.InviteEvent.Schedule;
import dev.meetbot.engine.internal.calendar.InviteEvent.Start;
import dev.meetbot.engine.internal.calendar.Series.PlannedJob;
import dev.meetbot.model.JobId;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A series as it is stored. */
final class SeriesJson {
  private SeriesJson() {}

  static String write(Series series) {
    JsonObjectBuilder overrides = Json.createObjectBuilder();
    series.overrides().forEach((id, event) -> overrides.add(id.toString(), event(event)));
    JsonObjectBuilder jobs = Json.createObjectBuilder();
    series.jobs().forEach((key, job) -> jobs.add(key, job(job)));
    JsonObjectBuilder all = Json.createObjectBuilder().add("uid", series.uid());
    if (series.master() != null) {
      all.add("master", event(series.master()));
    }
    return all.add("overrides", overrides).add("jobs", jobs).build().toString();
  }

  private static JsonObjectBuilder job(PlannedJob job) {
    return Json.createObjectBuilder()
        .add("job", job.job().value())
        .add("generation", job.generation())
        .add("start", job.start().toString())
        .add("end", job.end().toString())
        .add("released", job.released());
  }

  private static JsonObjectBuilder event(KnownEvent event) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("sequence", event.sequence())
            .add("cancelled", event.cancelled())
            .add("summary", event.summary())
            .add("organizer", event.organizer())
            .add("seconds", event.duration().toSeconds())
            .add("also", texts(event.schedule().also()))
            .add("except", texts(event.schedule().except()))
            .add("exceptDays", texts(event.schedule().exceptDays()));
    optional(json, "rule", event.schedule().rule());
    optional(json, "stamp", event.stamp());
    optional(json, "local", event.start() == null ? null : event.start().local());
    optional(json, "zone", event.start() == null ? null : event.start().zone());
    optional(json, "url", event.url());
    optional(json, "obstacle", event.obstacle());
    optional(json, "platform", event.platform());
    return json;
  }

  private static void optional(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  private static JsonArrayBuilder texts(List<?> values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  static Series read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject all = reader.readObject();
      Map<Instant, KnownEvent> overrides = new TreeMap<>();
      JsonObject instances = all.getJsonObject("overrides");
      instances.forEach(
          (id, event) -> overrides.put(Instant.parse(id), event(event.asJsonObject())));
      Map<String, PlannedJob> jobs = new TreeMap<>();
      all.getJsonObject("jobs").forEach((key, job) -> jobs.put(key, job(job.asJsonObject())));
      JsonObject master = all.getJsonObject("master");
      return new Series(
          all.getString("uid"), master == null ? null : event(master), overrides, jobs);
    }
  }

  private static PlannedJob job(JsonObject json) {
    return new PlannedJob(
        new JobId(json.getString("job")),
        json.getInt("generation"),
        Instant.parse(json.getString("start")),
        Instant.parse(json.getString("end")),
        json.getBoolean("released"));
  }

  private static KnownEvent event(JsonObject json) {
    Start start =
        json.containsKey("local")
            ? new Start(
                LocalDateTime.parse(json.getString("local")), ZoneId.of(json.getString("zone")))
            : null;
    Schedule schedule =
        new Schedule(
            json.getString("rule", null),
            list(json.getJsonArray("also"), Instant::parse),
            list(json.getJsonArray("except"), Instant::parse),
            list(json.getJsonArray("exceptDays"), LocalDate::parse));
    return new KnownEvent(
        json.getInt("sequence"),
        optional(json, "stamp", Instant::parse),
        json.getBoolean("cancelled"),
        json.getString("summary"),
        json.getString("organizer"),
        start,
        Duration.ofSeconds(json.getJsonNumber("seconds").longValue()),
        schedule,
        optional(json, "url", URI::create),
        optional(json, "obstacle", Reason::valueOf),
        json.getString("platform", null));
  }

  private static <T> List<T> list(JsonArray array, Function<String, T> parse) {
    return array.getValuesAs(JsonString::getString).stream().map(parse).toList();
  }

  private static <T> @Nullable T optional(JsonObject json, String name, Function<String, T> parse) {
    return json.containsKey(name) ? parse.apply(json.getString(name)) : null;
  }
}
