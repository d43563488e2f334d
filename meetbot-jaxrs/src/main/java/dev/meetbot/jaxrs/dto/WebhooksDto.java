package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.WebhookTargets;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job's webhooks on the wire. */
@JsonbPropertyOrder({"onStatusChange", "onFinalize", "version", "events"})
public record WebhooksDto(
    @Nullable String onStatusChange,
    @Nullable String onFinalize,
    int version,
    List<String> events) {

  static WebhooksDto from(WebhookTargets targets) {
    return new WebhooksDto(
        text(targets.onStatusChange()),
        text(targets.onFinalize()),
        targets.version(),
        targets.events().stream().sorted().toList());
  }

  private static @Nullable String text(@Nullable URI uri) {
    return uri == null ? null : uri.toString();
  }
}
