package dev.meetbot.engine.internal.intake;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.internal.webhook.Events;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.WebhookTargets;
import dev.meetbot.spi.meeting.MeetingPlatform;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a job's specification of a request, or says all that is wrong with it. Pure.
 *
 * @param plainHttpHosts authorities whose meetings may be addressed by http
 * @param webhookUrls which targets webhooks may have
 */
public record JobRequestCheck(
    List<MeetingPlatform> platforms, Set<String> plainHttpHosts, WebhookUrlCheck webhookUrls) {
  private static final int MAX_URL = 2048;
  private static final int MAX_EXTERNAL_ID = 255;
  private static final int MAX_NAME = 64;
  private static final int MAX_METADATA = 16 * 1024;
  private static final Duration FURTHEST = Duration.ofDays(365);
  private static final int MAX_PROMPT = 2_000;
  private static final Duration SHORTEST_CONSENT = Duration.ofSeconds(1);
  private static final Duration LONGEST_CONSENT = Duration.ofHours(1);

  /**
   * The specification.
   *
   * @throws InvalidJobException with every issue found
   */
  public JobSpec check(JobRequest request, Instant now) {
    List<Issue> issues = new ArrayList<>();
    String externalId = request.externalId();
    if (externalId == null || isBlank(externalId) || externalId.length() > MAX_EXTERNAL_ID) {
      add(issues, "invalid_length", "externalId must have 1 to 255 characters", "externalId");
    } else {
      plain(externalId, issues, "externalId");
    }
    URI meeting = url(request.meetingUrl(), issues, "meetingUrl");
    String platform = meeting == null ? null : platform(meeting, request.platform(), issues);
    known(request.platform(), platform, issues);
    name(request.displayName(), issues);
    Instant joinAt = request.joinAt() == null ? now : request.joinAt();
    if (joinAt.isAfter(now.plus(FURTHEST))) {
      add(issues, "too_late", "joinAt may be at most 365 days ahead", "joinAt");
    }
    URI onStatus = target(request.onStatusChange(), issues, "onStatusChange");
    URI onFinalize = target(request.onFinalize(), issues, "onFinalize");
    metadata(request.metadata(), issues);
    timers(request, issues);
    consent(request.consent(), issues);
    JoinCheck.check(request.join().passcode(), issues);
    BotNameCheck.check(request.autoLeave().botNames(), issues);
    events(request, issues);
    issues = together(request.issues(), issues);
    if (!issues.isEmpty() || externalId == null || meeting == null || platform == null) {
      throw new InvalidJobException(issues);
    }
    return new JobSpec(
        externalId,
        meeting,
        platform,
        joinAt.isBefore(now) ? now : joinAt.truncatedTo(ChronoUnit.MILLIS),
        request.displayName(),
        new WebhookTargets(onStatus, onFinalize, request.webhookVersion(), request.events()),
        request.metadata(),
        request.autoLeave(),
        request.recording(),
        request.consent());
  }

  /** What was wrong already when it was read is told once, by the reader's words. */
  private static List<Issue> together(List<Issue> read, List<Issue> found) {
    List<Issue> all = new ArrayList<>(read);
    found.stream()
        .filter(issue -> read.stream().noneMatch(r -> r.path().equals(issue.path())))
        .forEach(all::add);
    return all;
  }

  private static void events(JobRequest request, List<Issue> issues) {
    if (!Events.OPT_IN.containsAll(request.events())) {
      String known = Events.OPT_IN.stream().sorted().collect(Collectors.joining(", "));
      String message = "webhooks.events may name " + known + "; the others are always sent";
      add(issues, "invalid_value", message, "webhooks", "events");
    }
  }

  private @Nullable String platform(URI meeting, @Nullable String asked, List<Issue> issues) {
    String found =
        platforms.stream()
            .filter(p -> p.parse(meeting).isPresent())
            .map(MeetingPlatform::id)
            .findFirst()
            .orElse(null);
    if ("http".equalsIgnoreCase(meeting.getScheme())
        && !plainHttpHosts.contains(meeting.getRawAuthority())) {
      add(issues, "https_required", "meetingUrl must be an https URL", "meetingUrl");
    } else if (found == null) {
      String known = platforms.stream().map(MeetingPlatform::id).collect(Collectors.joining(", "));
      String message = "meetingUrl is no meeting of a platform known here (" + known + ")";
      add(issues, "unknown_platform", message, "meetingUrl");
    } else if (asked != null && !asked.equals(found) && isKnown(asked)) {
      String message = "platform is " + asked + ", but meetingUrl belongs to " + found;
      add(issues, "platform_mismatch", message, "platform");
    }
    return found;
  }

  private boolean isKnown(String platform) {
    return platforms.stream().anyMatch(p -> p.id().equals(platform));
  }

  private void known(@Nullable String asked, @Nullable String found, List<Issue> issues) {
    if (asked != null && !asked.equals(found) && !isKnown(asked)) {
      String known = platforms.stream().map(MeetingPlatform::id).collect(Collectors.joining(", "));
      add(issues, "unknown_platform", "platform must be one of " + known, "platform");
    }
  }

  static @Nullable URI url(@Nullable String text, List<Issue> issues, String... path) {
    String name = String.join(".", path);
    if (text == null || text.isBlank()) {
      add(issues, "required", name + " is required", path);
      return null;
    }
    if (text.length() > MAX_URL) {
      add(issues, "too_long", name + " may have at most 2048 characters", path);
      return null;
    }
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (!web || uri.getHost() == null) {
        add(issues, "invalid_url", name + " must be an http(s) URL with a host", path);
        return null;
      }
      if (uri.getRawUserInfo() != null) {
        add(issues, "invalid_url", name + " must not hold a user name or password", path);
        return null;
      }
      return uri;
    } catch (URISyntaxException e) {
      add(issues, "invalid_url", name + " is not a URL: " + e.getReason(), path);
      return null;
    }
  }

  private @Nullable URI target(@Nullable String text, List<Issue> issues, String field) {
    return text == null ? null : webhookUrls.check(text, issues, "webhooks", field);
  }

  private static void name(String name, List<Issue> issues) {
    if (isBlank(name) || name.length() > MAX_NAME) {
      add(issues, "invalid_length", "displayName must have 1 to 64 characters", "displayName");
    } else {
      plain(name, issues, "displayName");
    }
  }

  /** Nothing that can be seen; {@code String.isBlank} lets the blanks of other scripts through. */
  private static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF);
  }

  /** Neither control characters nor halves of characters, which not every store can keep. */
  private static void plain(String text, List<Issue> issues, String field) {
    boolean odd = text.codePoints().anyMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    if (odd) {
      add(issues, "invalid_text", field + " must not hold control characters", field);
    }
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static void metadata(String metadata, List<Issue> issues) {
    if (metadata.getBytes(StandardCharsets.UTF_8).length > MAX_METADATA) {
      add(issues, "too_long", "metadata may have at most 16 KiB", "metadata");
      return;
    }
    try (JsonReader reader = Json.createReader(new StringReader(metadata))) {
      reader.readObject();
    } catch (JsonException e) {
      add(issues, "invalid_type", "metadata must be a JSON object", "metadata");
    }
  }

  private static void timers(JobRequest request, List<Issue> issues) {
    var auto = request.autoLeave();
    timer(auto.afterEntryDelay(), "afterEntryDelaySeconds", issues);
    timer(auto.afterSilence(), "afterSilenceSeconds", issues);
    timer(auto.afterSolo(), "afterSoloSeconds", issues);
    timer(auto.afterMax(), "afterMaxSeconds", issues);
    timer(auto.afterNoOneJoined(), "afterNoOneJoinedSeconds", issues);
    timer(auto.afterOnlyBots(), "afterOnlyBotsSeconds", issues);
  }

  private static void consent(ConsentSpec consent, List<Issue> issues) {
    Duration timeout = consent.timeout();
    if (timeout.compareTo(SHORTEST_CONSENT) < 0 || timeout.compareTo(LONGEST_CONSENT) > 0) {
      String range = "consent.timeoutSeconds must be 1 to " + LONGEST_CONSENT.toSeconds();
      add(issues, "out_of_range", range, "consent", "timeoutSeconds");
    }
    String prompt = consent.prompt();
    if (prompt != null && (prompt.isBlank() || prompt.length() > MAX_PROMPT)) {
      String range = "consent.prompt must have 1 to " + MAX_PROMPT + " characters";
      add(issues, "invalid_length", range, "consent", "prompt");
    } else if (prompt != null && prompt.chars().anyMatch(JobRequestCheck::unprintable)) {
      String text = "consent.prompt must not hold control characters";
      add(issues, "invalid_text", text, "consent", "prompt");
    }
  }

  private static boolean unprintable(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t';
  }

  private static void timer(Duration value, String field, List<Issue> issues) {
    if (value.isNegative() || value.compareTo(Duration.ofDays(1)) > 0) {
      add(issues, "out_of_range", field + " must be 0 to 86400", "autoLeave", field);
    }
  }

  private static void add(List<Issue> issues, String code, String message, String... path) {
    issues.add(new Issue(List.of(path), code, message));
  }
}
