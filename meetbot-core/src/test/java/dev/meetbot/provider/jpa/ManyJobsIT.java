package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What servers ask of the jobs' table again and again, with many jobs that have ended in it: how
 * PostgreSQL answers, and how long it takes. {@code bin/bench} runs it in full; {@code
 * meetbot.jobs.many} and {@code .few} say how many jobs there are. Times are written down, not
 * judged.
 */
final class ManyJobsIT {
  private static final int FEW = Integer.getInteger("meetbot.jobs.few", 2_000);
  private static final int MANY = Integer.getInteger("meetbot.jobs.many", 20_000);
  private static final int ROUNDS = Integer.getInteger("meetbot.jobs.rounds", 200);

  @Test
  @Tag("long")
  void endedJobsAreInNobodysWay() throws Exception {
    StringBuilder report = new StringBuilder();
    try (FilledDatabase few = new FilledDatabase(FEW, FEW);
        FilledDatabase many = new FilledDatabase(MANY, FEW)) {
      few.questions()
          .forEach(
              (question, asked) ->
                  report.append(line(question, asked, many.questions().get(question))));
      Map<String, String> plans = many.plans();
      plans.forEach(
          (question, plan) -> report.append('\n').append(question).append('\n').append(plan));
      Files.writeString(Path.of("target", "many-jobs.txt"), report);
      assertThat(plans).hasSameSizeAs(many.questions());
      assertThat(plans.values())
          .allSatisfy(plan -> assertThat(plan).contains("meetbot_job").doesNotContain("Seq Scan"));
    }
  }

  /** Both in turn, so that whatever the machine does besides happens to both. */
  private static String line(String question, Runnable few, Runnable many) {
    long[] ofFew = new long[ROUNDS];
    long[] ofMany = new long[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) { // the first half warms up
      long first = nanos(few);
      long second = nanos(many);
      if (round >= 0) {
        ofFew[round] = first;
        ofMany[round] = second;
      }
    }
    double inFew = median(ofFew);
    double inMany = median(ofMany);
    return String.format(
        Locale.ROOT,
        "%-28s %8.3f ms at %d, %8.3f ms at %d: %.2f times%n",
        question,
        inFew,
        FEW,
        inMany,
        MANY,
        inMany / inFew);
  }

  private static long nanos(Runnable question) {
    long start = System.nanoTime();
    question.run();
    return System.nanoTime() - start;
  }

  /** In milliseconds. */
  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[nanos.length / 2]).toNanos() / 1e6;
  }
}
