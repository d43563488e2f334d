package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.IngestReport;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.dto.Times;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.JobId;
import dev.meetbot.model.WorkerId;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a report as the engine takes it; collects what is wrong. */
final class IngestReader {
  /** It goes into a header, too. */
  static final Pattern WORKER = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private static final int MAX_CLAIM = 50;
  private static final int MAX_DETAIL = 2000;
  private static final int MAX_PEOPLE = 1_000_000;

  private final JsonObject body;
  private final List<Issue> issues = new ArrayList<>();
  private final JsonFields fields;

  private IngestReader(JsonObject body) {
    this.body = body;
    this.fields = new JsonFields(body, issues);
  }

  /**
   * The report.
   *
   * @throws InvalidJobException with everything that is wrong with it
   */
  static IngestReport report(JsonObject body) {
    IngestReader reader = new IngestReader(body);
    IngestReport report = reader.report();
    reader.check();
    return report;
  }

  /** Who asks for jobs, for how many, and whether for those that others left behind. */
  record Claim(WorkerId worker, int capacity, boolean leftBehind) {}

  /**
   * The request for jobs.
   *
   * @throws InvalidJobException with everything that is wrong with it
   */
  static Claim claim(JsonObject body) {
    IngestReader reader = new IngestReader(body);
    Claim claim =
        new Claim(
            reader.worker(),
            reader.fields.integer("capacity", 1, 1, MAX_CLAIM),
            reader.fields.flag("leftBehind", false));
    reader.check();
    return claim;
  }

  private void check() {
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
  }

  private IngestReport report() {
    String job = fields.text("jobId");
    require("jobId", job);
    require("event", fields.text("event"));
    require("at", fields.text("at"));
    Instant at =
        fields.parsed("at", text -> Times.read(text).orElse(null), "a date and time with offset");
    IngestReport.Event event =
        fields.parsed(
            "event", text -> IngestReport.Event.find(text).orElse(null), "an event of a bot");
    FailureCode code =
        fields.parsed("failureCode", text -> FailureCode.find(text).orElse(null), "a failure code");
    EndReason reason = constant("endReason", EndReason.values(), EndReason::wireName);
    if (event == IngestReport.Event.CALL_OVER) {
      require("endReason", reason);
    }
    if (event == IngestReport.Event.FAULTED) {
      require("failureCode", code);
    }
    String detail = fields.text("failureDetail");
    boolean counted = body.containsKey("participantCount") && !body.isNull("participantCount");
    return new IngestReport(
        new JobId(job == null || job.isEmpty() || job.length() > 64 ? "none" : job),
        worker(),
        sequence(),
        event == null ? IngestReport.Event.HEARTBEAT : event,
        reason,
        code,
        detail == null || detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL),
        constant("phase", IngestReport.Phase.values(), p -> p.name().toLowerCase(Locale.ROOT)),
        fields.flag("recorded", false),
        fields.text("manifestUri"),
        counted ? fields.integer("participantCount", 0, 0, MAX_PEOPLE) : null,
        List.copyOf(fields.texts("done")),
        consent(at));
  }

  private @Nullable ConsentAnswer consent(@Nullable Instant at) {
    JsonFields consent = fields.child("consent");
    if (!(body.get("consent") instanceof JsonObject)) {
      return null;
    }
    ConsentAnswer.Reason reason =
        consent.parsed(
            "reason",
            text -> find(text, ConsentAnswer.Reason.values(), ConsentAnswer.Reason::wireName),
            "granted, denied, withdrawn or timeout");
    return reason == null || at == null
        ? null
        : new ConsentAnswer(consent.flag("granted", false), reason, consent.text("respondent"), at);
  }

  private long sequence() {
    JsonValue value = body.get("sequence");
    try {
      // by value: 5.0 is a whole number too
      if (value instanceof JsonNumber number && number.longValueExact() >= 1) {
        return number.longValueExact();
      }
    } catch (ArithmeticException e) {
      // a fraction, or out of range: told below
    }
    issue("sequence", "invalid_value", "sequence must be a whole number from 1 on");
    return 1;
  }

  private WorkerId worker() {
    String worker = fields.text("worker");
    boolean usable = worker != null && WORKER.matcher(worker).matches();
    if (!usable) {
      issue(
          "worker", "invalid_text", "worker must have 1 to 128 letters, digits, or any of . _ : -");
    }
    return new WorkerId(usable ? worker : "none");
  }

  private <E> @Nullable E constant(String field, E[] values, Function<E, String> name) {
    return fields.parsed(field, text -> find(text, values, name), "one of the known words");
  }

  private static <E> @Nullable E find(String text, E[] values, Function<E, String> name) {
    return Arrays.stream(values).filter(v -> name.apply(v).equals(text)).findFirst().orElse(null);
  }

  private void require(String field, @Nullable Object value) {
    if (value == null) {
      issue(field, "required", field + " is required");
    }
  }

  private void issue(String field, String code, String message) {
    issues.add(new Issue(List.of(field), code, message));
  }
}
