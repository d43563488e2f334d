package dev.meetbot.engine.internal.webhook;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.meetbot.engine.internal.lifecycle.JobFacts.NamedEvent;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WebhookTargets;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which webhook messages a change of a job makes, and to which URL they go. Pure: ids are derived
 * from the job, its version and the message's place, so that deciding twice gives the same ids.
 */
public final class Events {
  /** A version of a job has room for so many messages. */
  private static final int PER_VERSION = 1000;

  /** The events that clients get only when they name them in {@code webhooks.events}. */
  public static final Set<String> OPT_IN =
      Set.of(
          "bot.waiting_room", "bot.participant_joined", "bot.participant_left", "bot.chat_message");

  private static final Set<String> FINAL = Set.of("job.finalized", "job.failed");

  private static final String TEST = "webhook.test";

  private Events() {}

  /** The messages of a transition into the job's present status. */
  public static List<WebhookMessage> ofTransition(JobStatus previous, Job job, Instant now) {
    List<NamedEvent> events = new ArrayList<>();
    events.add(
        new NamedEvent(
            "job.status_changed",
            Json.createObjectBuilder().add("previousStatus", previous.wireName()).build()));
    if (job.status() == JobStatus.COMPLETED) {
      events.add(new NamedEvent("job.finalized", JsonObject.EMPTY_JSON_OBJECT));
    } else if (job.status() == JobStatus.FAILED) {
      events.add(new NamedEvent("job.failed", JsonObject.EMPTY_JSON_OBJECT));
    }
    return messages(job, events, now);
  }

  /** Messages of one opt-in event for the clients that asked for it. */
  public static List<WebhookMessage> optional(
      Job job, String name, List<JsonObject> data, Instant now) {
    return optional(job, data.stream().map(d -> new NamedEvent(name, d)).toList(), now);
  }

  /** Messages of those events that the client asked for, or that are sent unasked. */
  public static List<WebhookMessage> optional(Job job, List<NamedEvent> events, Instant now) {
    return messages(job, events.stream().filter(e -> wants(job, e)).toList(), now);
  }

  /** Whether the client gets one of these events. */
  public static boolean wantsAny(Job job, List<NamedEvent> events) {
    return events.stream().anyMatch(e -> wants(job, e));
  }

  private static boolean wants(Job job, NamedEvent event) {
    return !OPT_IN.contains(event.name()) || job.spec().webhooks().events().contains(event.name());
  }

  /** A message that belongs to no job, to try a URL with. */
  public static WebhookMessage test(
      DeliveryId id, TenantId tenant, URI url, int version, Instant now) {
    JsonObject data =
        Json.createObjectBuilder()
            .add("event", TEST)
            .addNull("jobId")
            .addNull("externalId")
            .addNull("status")
            .add("metadata", JsonObject.EMPTY_JSON_OBJECT)
            .build();
    JobId none = new JobId("none");
    return new WebhookMessage(id, tenant, none, 0, url, TEST, version, data.toString(), now);
  }

  private static List<WebhookMessage> messages(Job job, List<NamedEvent> events, Instant now) {
    List<WebhookMessage> messages = new ArrayList<>();
    for (NamedEvent event : events) {
      target(job.spec().webhooks(), event.name())
          .ifPresent(url -> messages.add(message(job, event, url, messages.size(), now)));
    }
    return messages;
  }

  private static Optional<URI> target(WebhookTargets targets, String event) {
    URI first = FINAL.contains(event) ? targets.onFinalize() : targets.onStatusChange();
    URI second = FINAL.contains(event) ? targets.onStatusChange() : targets.onFinalize();
    return Optional.ofNullable(first).or(() -> Optional.ofNullable(second));
  }

  private static WebhookMessage message(
      Job job, NamedEvent event, URI url, int index, Instant now) {
    long sequence = job.version() * PER_VERSION + index;
    String unique = job.id() + "/" + sequence;
    return new WebhookMessage(
        new DeliveryId("dlv_" + UlidCreator.getHashUlid(now.toEpochMilli(), unique)),
        job.tenant(),
        job.id(),
        sequence,
        url,
        event.name(),
        job.spec().webhooks().version(),
        data(job, event).toString(),
        now);
  }

  private static JsonObject data(Job job, NamedEvent event) {
    JsonObjectBuilder data =
        Json.createObjectBuilder()
            .add("event", event.name())
            .add("jobId", job.id().value())
            .add("externalId", job.spec().externalId())
            .add("status", job.status().wireName())
            .add("metadata", parse(job.spec().metadata()));
    if (job.progress().manifestUri() != null) {
      data.add("manifestUri", job.progress().manifestUri());
    }
    if (job.progress().endReason() != null) {
      data.add("endReason", job.progress().endReason().wireName());
    }
    failure(job, data);
    event.data().forEach(data::add);
    return data.build();
  }

  private static void failure(Job job, JsonObjectBuilder data) {
    Failure failure = job.progress().failure();
    if (job.status() != JobStatus.FAILED || failure == null) {
      return;
    }
    if (job.spec().webhooks().version() == 2) {
      data.add("failure_code", failure.code().wireName());
      data.add("failure_detail", failure.detail());
    }
    data.add("failure_reason", failure.detail());
  }

  private static JsonObject parse(String object) {
    try (JsonReader reader = Json.createReader(new StringReader(object))) {
      return reader.readObject();
    }
  }
}
