package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.dto.Times;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.JobQuery;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/v1/jobs}. */
final class JobFilter {
  static final int DEFAULT_LIMIT = 50;
  static final int MAX_LIMIT = 200;

  private static final String STATUSES =
      Stream.of(JobStatus.values()).map(JobStatus::wireName).collect(Collectors.joining(", "));

  private final MultivaluedMap<String, String> parameters;
  private final List<Issue> issues = new ArrayList<>();

  private JobFilter(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * The query; unknown parameters are ignored.
   *
   * @throws InvalidJobException with everything that is wrong with it
   */
  static JobQuery read(TenantId tenant, MultivaluedMap<String, String> parameters) {
    return new JobFilter(parameters).query(tenant);
  }

  private JobQuery query(TenantId tenant) {
    Integer limit = parsed("limit", JobFilter::limit, "a number from 1 to " + MAX_LIMIT);
    JobQuery query =
        new JobQuery(
            tenant,
            parsed("status", JobStatus::find, "one of " + STATUSES),
            parsed("externalId", text -> bounded(text, 255), "1 to 255 plain characters"),
            parsed("platform", text -> bounded(text, 64), "1 to 64 plain characters"),
            parsed("createdAfter", Times::read, "a date and time with offset"),
            parsed("cursor", Cursors::read, "a cursor that came with a page"),
            limit == null ? DEFAULT_LIMIT : limit);
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return query;
  }

  private static Optional<Integer> limit(String text) {
    try {
      return Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= MAX_LIMIT);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> bounded(String text, int most) {
    boolean plain = text.chars().noneMatch(Character::isISOControl);
    return Optional.of(text)
        .filter(t -> plain && !t.isEmpty() && t.codePointCount(0, t.length()) <= most);
  }

  private <T> @Nullable T parsed(
      String name, Function<String, Optional<T>> parse, String expected) {
    List<String> texts = parameters.getOrDefault(name, List.of());
    if (texts.size() > 1) {
      issues.add(new Issue(List.of(name), "invalid_value", name + " is given more than once"));
      return null;
    }
    String text = texts.isEmpty() ? null : texts.get(0);
    Optional<T> value = text == null ? Optional.empty() : parse.apply(text);
    if (text != null && value.isEmpty()) {
      issues.add(new Issue(List.of(name), "invalid_value", name + " must be " + expected));
    }
    return value.orElse(null);
  }
}
