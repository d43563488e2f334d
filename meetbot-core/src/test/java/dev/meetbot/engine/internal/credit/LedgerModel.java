package dev.meetbot.engine.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's credit must be, worked out apart from the code under test: from stretches of
 * recording and from payments, by the words of the contract.
 */
final class LedgerModel {
  /** A recording as it truly was. */
  static final class Call {
    final List<Instant[]> stretches = new ArrayList<>();
    @Nullable Instant since;
    Instant seenAt = Instant.EPOCH;
    @Nullable FailureCode failure;
    boolean leftCall;
    boolean ended;
    boolean settled;
    int charged;

    /** Whole minutes that have begun, of what is certain to be recorded at that moment. */
    int minutes() {
      Duration total = Duration.ZERO;
      for (Instant[] stretch : stretches) {
        total = total.plus(Duration.between(stretch[0], stretch[1]));
      }
      if (since != null && seenAt.isAfter(since)) {
        total = total.plus(Duration.between(since, seenAt));
      }
      long minutes = total.toMillis() / 60_000;
      return (int) (total.toMillis() % 60_000 == 0 ? minutes : minutes + 1);
    }

    void stop(Instant at) {
      if (since != null) {
        stretches.add(new Instant[] {since, at});
        since = null;
      }
    }

    boolean free() {
      return failure != null
          && !Set.of(
                  FailureCode.REMOVED_FROM_MEETING,
                  FailureCode.NETWORK_LOSS,
                  FailureCode.QUOTA_EXCEEDED)
              .contains(failure);
    }

    /** What a client must read in the end. */
    int billedMinutes() {
      return free() ? 0 : charged;
    }
  }

  final Map<String, Call> calls = new TreeMap<>();
  private final Set<String> paid = new HashSet<>();
  private final long price;
  long balance;

  LedgerModel(long freeCredit, long price) {
    this.balance = freeCredit;
    this.price = price;
  }

  void pay(String purchase, long micros) {
    if (paid.add(purchase)) {
      balance += micros;
    }
  }

  /** A pass of the meter over every recording, in the order of the ids. */
  void pass(Instant now) {
    for (Call call : calls.values()) {
      if (call.settled || (call.since == null && call.stretches.isEmpty())) {
        call.settled |= call.ended;
      } else if (call.ended) {
        settle(call);
      } else if (!call.leftCall) {
        charge(call, now);
      }
    }
  }

  private void charge(Call call, Instant now) {
    while (call.charged < call.minutes()) {
      if (balance < price) {
        call.failure = FailureCode.QUOTA_EXCEEDED;
        call.leftCall = true;
        call.stop(now);
        return;
      }
      balance -= price;
      call.charged++;
    }
  }

  private void settle(Call call) {
    call.settled = true;
    if (call.free()) {
      balance += call.charged * price;
    } else if (call.failure != FailureCode.QUOTA_EXCEEDED) {
      int missing = call.minutes() - call.charged;
      assertThat(missing).as("never charged for more than was recorded").isNotNegative();
      balance -= missing * price;
      call.charged += missing;
    }
  }
}
