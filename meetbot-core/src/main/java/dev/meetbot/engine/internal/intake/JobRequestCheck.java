package dev.meetbot.engine.internal.intake;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.JobRequest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a job's specification of a request, or says all that is wrong with it. Pure.
 *
 * @param plainHttpHosts authorities whose meetings may be addressed by http
 */
public record JobRequestCheck(List<MeetingPlatform> platforms, Set<String> plainHttpHosts) {
  private static final int MAX_URL = 2048;
  private static final int MAX_EXTERNAL_ID = 255;
  private static final int MAX_NAME = 64;
  private static final int MAX_METADATA = 16 * 1024;
  private static final int MAX_BOT_NAMES = 100;
  private static final int MAX_PROMPT = 1000;

  /** What is told of only to clients that ask for it. */
  private static final List<String> OPTIONAL_EVENTS =
      List.of(
          "bot.waiting_room", "bot.participant_joined", "bot.participant_left", "bot.chat_message");

  private static final Duration FURTHEST = Duration.ofDays(365);

  /**
   * The specification.
   *
   * @throws InvalidJobException with every issue found
   */
  public JobSpec check(JobRequest request, Instant now) {
    List<Issue> issues = new ArrayList<>();
    String externalId = request.externalId();
    if (externalId == null) {
      add(issues, "required", "externalId is required", "externalId");
    } else {
      label(externalId, MAX_EXTERNAL_ID, issues, "externalId");
    }
    URI meeting = url(request.meetingUrl(), issues, "meetingUrl");
    String platform = meeting == null ? null : platform(meeting, request.platform(), issues);
    label(request.displayName(), MAX_NAME, issues, "displayName");
    Instant joinAt = request.joinAt() == null ? now : request.joinAt();
    if (joinAt.isAfter(now.plus(FURTHEST))) {
      add(issues, "too_late", "joinAt may be at most 365 days ahead", "joinAt");
    }
    URI onStatus = target(request.onStatusChange(), issues, "onStatusChange");
    URI onFinalize = target(request.onFinalize(), issues, "onFinalize");
    metadata(request.metadata(), issues);
    timers(request, issues);
    lists(request, issues);
    if (!issues.isEmpty() || externalId == null || meeting == null || platform == null) {
      throw new InvalidJobException(issues);
    }
    return new JobSpec(
        externalId,
        meeting,
        platform,
        joinAt.isBefore(now) ? now : joinAt,
        request.displayName(),
        new WebhookTargets(onStatus, onFinalize, request.webhookVersion(), request.events()),
        request.metadata(),
        request.autoLeave(),
        request.recording(),
        request.consent());
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
    } else if (asked != null && !asked.equals(found)) {
      String message = "platform is " + asked + ", but meetingUrl belongs to " + found;
      add(issues, "platform_mismatch", message, "platform");
    }
    return found;
  }

  private static @Nullable URI url(@Nullable String text, List<Issue> issues, String... path) {
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
      boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equals(uri.getScheme());
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

  private static @Nullable URI target(@Nullable String text, List<Issue> issues, String field) {
    return text == null ? null : url(text, issues, "webhooks", field);
  }

  private static void label(String text, int most, List<Issue> issues, String field) {
    if (text.codePoints().noneMatch(JobRequestCheck::isVisible) || text.length() > most) {
      add(issues, "invalid_length", field + " must have 1 to " + most + " characters", field);
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      add(issues, "invalid_text", field + " must not hold control characters", field);
    }
  }

  /** Neither a blank of any script nor the byte order mark. */
  private static boolean isVisible(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && character != 0xFEFF;
  }

  private static void lists(JobRequest request, List<Issue> issues) {
    for (String event : request.events()) {
      if (!OPTIONAL_EVENTS.contains(event)) {
        String known = String.join(", ", OPTIONAL_EVENTS);
        String message = "webhooks.events may hold " + known;
        add(issues, "invalid_value", message, "webhooks", "events");
        break;
      }
    }
    Set<String> bots = request.autoLeave().botNames();
    if (bots.size() > MAX_BOT_NAMES || bots.stream().anyMatch(n -> !fits(n, MAX_NAME))) {
      String message = "autoLeave.botNames may hold 100 names of 1 to 64 characters";
      add(issues, "invalid_length", message, "autoLeave", "botNames");
    }
    String prompt = request.consent().prompt();
    if (prompt != null && !fits(prompt, MAX_PROMPT)) {
      String message = "consent.prompt must have 1 to 1000 characters";
      add(issues, "invalid_length", message, "consent", "prompt");
    }
  }

  private static boolean fits(String text, int most) {
    return !text.isEmpty() && text.codePointCount(0, text.length()) <= most;
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

  private static void timer(Duration value, String field, List<Issue> issues) {
    if (value.isNegative() || value.compareTo(Duration.ofDays(1)) > 0) {
      add(issues, "out_of_range", field + " must be 0 to 86400", "autoLeave", field);
    }
  }

  private static void add(List<Issue> issues, String code, String message, String... path) {
    issues.add(new Issue(List.of(path), code, message));
  }
}
