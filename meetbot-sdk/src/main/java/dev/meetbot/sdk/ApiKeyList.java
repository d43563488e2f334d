package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;

/** Keys, as the API lists them. */
public record ApiKeyList(List<ApiKey> keys) {
  /** Checks that it is such a list, and copies it. */
  @JsonbCreator
  public ApiKeyList {
    Given.there(keys, "keys");
    keys = Given.list(keys);
  }
}
