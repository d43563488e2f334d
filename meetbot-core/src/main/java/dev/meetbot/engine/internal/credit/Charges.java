package dev.meetbot.engine.internal.credit;

import dev.meetbot.model.JobId;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.spi.storage.LedgerStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes into the ledger what sheets say. Each entry has an id that says what it is for. */
final class Charges {
  private final LedgerStore ledger;
  private final Prices prices;
  private final InstantSource clock;

  /** Up to which minute the ledger is known to be complete; saves asking it again. */
  private final Map<JobId, Integer> complete = new ConcurrentHashMap<>();

  Charges(LedgerStore ledger, Prices prices, InstantSource clock) {
    this.ledger = ledger;
    this.prices = prices;
    this.clock = clock;
  }

  /** Adds those of the sheet's minutes that are missing. */
  void complete(Sheet sheet) {
    JobId job = sheet.job();
    for (int minute = complete.getOrDefault(job, 0) + 1; minute <= sheet.minutes(); minute++) {
      if (prices.ofMinute(minute) > 0) {
        ledger.append(usage(sheet, minute));
      }
      complete.put(job, minute);
    }
  }

  private LedgerEntry usage(Sheet sheet, int minute) {
    return new LedgerEntry(
        "usage/" + sheet.job() + "/" + minute,
        sheet.tenant(),
        LedgerEntry.Kind.USAGE,
        -prices.ofMinute(minute),
        sheet.job(),
        "recorded minute " + minute,
        clock.instant());
  }

  /** Gives back what a closed and completed sheet cost, once; prices may have changed meanwhile. */
  void giveBack(Sheet sheet) {
    long charged =
        ledger.ofJob(sheet.job()).stream()
            .filter(entry -> entry.kind() == LedgerEntry.Kind.USAGE)
            .mapToLong(LedgerEntry::amountMicros)
            .sum();
    if (charged != 0) {
      ledger.append(
          new LedgerEntry(
              "adjustment/" + sheet.job(),
              sheet.tenant(),
              LedgerEntry.Kind.ADJUSTMENT,
              -charged,
              sheet.job(),
              "given back: the job failed in a way that is not charged",
              clock.instant()));
    }
  }

  void forget(JobId job) {
    complete.remove(job);
  }
}
