package dev.meetbot.engine.internal.entry;

import dev.meetbot.engine.internal.entry.Borrowing.Busy;
import dev.meetbot.engine.internal.entry.Borrowing.Loan;
import dev.meetbot.engine.internal.entry.Borrowing.Missing;
import dev.meetbot.spi.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Lends accounts to bots, each to one at a time over all nodes, the one that was used longest ago
 * first. A loan runs out by itself unless {@link #renew} is called in time. Thread-safe.
 */
public final class IdentityDesk {
  private static final Logger LOG = System.getLogger(IdentityDesk.class.getName());

  private final IdentityRecords records;
  private final Duration leaseTimeout;
  private final InstantSource clock;
  private final Map<String, Loan> lent = new ConcurrentHashMap<>();

  /**
   * @param leaseTimeout how long a loan lasts that nobody renews
   */
  public IdentityDesk(IdentityRecords records, Duration leaseTimeout, InstantSource clock) {
    this.records = records;
    this.leaseTimeout = leaseTimeout;
    this.clock = clock;
  }

  /** Takes an account of that platform. */
  public Borrowing borrow(String platform) {
    Instant now = clock.instant();
    List<Identity> all =
        records.list(now).stream().filter(i -> i.platform().equals(platform)).toList();
    List<Identity> good = all.stream().filter(i -> i.signedOutAt() == null).toList();
    if (good.isEmpty()) {
      return new Missing(missing(platform, all));
    }
    return good.stream()
        .filter(i -> !i.lent(now))
        .sorted(
            Comparator.comparing(
                    Identity::usedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .thenComparing(Identity::name))
        .flatMap(i -> take(i, now).stream())
        .findFirst()
        .<Borrowing>map(loan -> loan)
        .orElse(new Busy(good.size()));
  }

  private static String missing(String platform, List<Identity> all) {
    if (all.isEmpty()) {
      return "no identity for " + platform + " is stored";
    }
    String names = all.stream().map(Identity::name).collect(Collectors.joining(", "));
    return all.size() == 1
        ? "the identity " + names + " is signed out"
        : "the identities " + names + " are signed out";
  }

  /** Somebody else may have been faster, or stored it anew for another platform. */
  private Optional<Loan> take(Identity wanted, Instant now) {
    String id = UUID.randomUUID().toString();
    Optional<Identity> taken =
        records.change(
            wanted.name(),
            i ->
                i.lent(now) || i.signedOutAt() != null || !i.platform().equals(wanted.platform())
                    ? i
                    : i.lentTo(id, now, now.plus(leaseTimeout)),
            now);
    if (taken.isEmpty() || !taken.get().heldBy(id)) {
      return Optional.empty();
    }
    Optional<Loan> loan =
        records
            .state(wanted.name(), now)
            .map(state -> new Loan(id, wanted.name(), taken.get().storedAt(), state));
    loan.ifPresent(l -> lent.put(id, l));
    return loan;
  }

  /** Keeps what is lent here. */
  public void renew() {
    for (Loan loan : lent.values()) {
      try {
        Instant now = clock.instant();
        Optional<Identity> kept =
            records.change(
                loan.name(),
                i -> i.heldBy(loan.id()) ? i.lentTo(loan.id(), now, now.plus(leaseTimeout)) : i,
                now);
        if (kept.isEmpty() || !kept.get().heldBy(loan.id())) {
          LOG.log(Level.WARNING, "the loan of the identity {0} is lost", loan.name());
          lent.remove(loan.id());
        }
      } catch (StorageException e) {
        LOG.log(Level.WARNING, "the loan of the identity " + loan.name() + " is not renewed", e);
      }
    }
  }

  /** The bot needs the account no more; a second call does nothing. */
  public void giveBack(Loan loan) {
    lent.remove(loan.id());
    try {
      records.change(loan.name(), i -> i.heldBy(loan.id()) ? i.givenBack() : i, clock.instant());
    } catch (StorageException e) {
      LOG.log(Level.WARNING, "the identity " + loan.name() + " is free only in a while", e);
    }
  }

  /** The platform took the account for signed out: nobody gets it until it is stored anew. */
  public void signedOut(Loan loan) {
    LOG.log(Level.WARNING, "the identity {0} is signed out; store it anew", loan.name());
    Instant now = clock.instant();
    records.change(
        loan.name(), i -> i.storedAt().equals(loan.storedAt()) ? i.signedOut(now) : i, now);
  }
}
