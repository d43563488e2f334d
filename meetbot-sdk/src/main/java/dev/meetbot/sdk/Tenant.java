package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose the key is: the owner of jobs, keys and a webhook secret. */
public record Tenant(String id, String name, @Nullable Limits limits, @Nullable Instant createdAt) {
  /** Checks that it is a tenant. */
  @JsonbCreator
  public Tenant {
    Given.there(id, "id");
  }

  /**
   * How much it may do at a time.
   *
   * @param maxConcurrentBots null for as many as the server has
   * @param requestsPerMinute null for the server's default
   */
  public record Limits(@Nullable Integer maxConcurrentBots, @Nullable Integer requestsPerMinute) {
    /** As the server said it. */
    @JsonbCreator
    public Limits {}
  }
}
