package dev.meetbot.sdk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are listed; what is null does not matter.
 *
 * @param createdAfter only those made after it
 * @param limit how many a page has, 1 to 200; null for the server's 50
 */
public record JobFilter(
    @Nullable JobStatus status,
    @Nullable String externalId,
    @Nullable String platform,
    @Nullable Instant createdAfter,
    @Nullable Integer limit) {

  /** All jobs. */
  public static JobFilter all() {
    return new JobFilter(null, null, null, null, null);
  }

  /** The same, but of that status only. */
  public JobFilter withStatus(JobStatus value) {
    return new JobFilter(value, externalId, platform, createdAfter, limit);
  }

  /** The same, but of that external id only. */
  public JobFilter withExternalId(String value) {
    return new JobFilter(status, value, platform, createdAfter, limit);
  }

  /** The same, but on that platform only. */
  public JobFilter withPlatform(String value) {
    return new JobFilter(status, externalId, value, createdAfter, limit);
  }

  /** The same, but made after that time only. */
  public JobFilter withCreatedAfter(Instant value) {
    return new JobFilter(status, externalId, platform, value, limit);
  }

  /** The same, with pages of so many. */
  public JobFilter withLimit(int value) {
    return new JobFilter(status, externalId, platform, createdAfter, value);
  }

  Map<String, String> query(@Nullable String cursor) {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "status", status);
    put(query, "externalId", externalId);
    put(query, "platform", platform);
    put(query, "createdAfter", createdAfter == null ? null : Wire.time(createdAfter));
    put(query, "limit", limit);
    put(query, "cursor", cursor);
    return query;
  }

  private static void put(Map<String, String> query, String name, @Nullable Object value) {
    if (value != null) {
      query.put(name, value.toString());
    }
  }
}
