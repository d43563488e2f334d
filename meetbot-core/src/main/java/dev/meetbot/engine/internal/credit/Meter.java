package dev.meetbot.engine.internal.credit;

import dev.meetbot.engine.IllegalTransitionException;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.RecordingTimes;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.StoredRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Charges for the minutes of recordings while they run, calls back bots whose credit is used up,
 * and closes the books of jobs that have ended. Any number of meters may run at the same time, and
 * each may die between any two steps: minutes are charged once. Thread-safe.
 */
public final class Meter {
  private static final Logger LOG = System.getLogger(Meter.class.getName());
  private static final int PAGE = 200;

  private final StorageProvider storage;
  private final RecordStore records;
  private final JobTransitions transitions;
  private final TenantCredit credit;
  private final Books books;
  private final Prices prices;
  private final Charges charges;
  private final InstantSource clock;

  public Meter(
      StorageProvider storage,
      JobTransitions transitions,
      TenantCredit credit,
      Books books,
      Prices prices,
      InstantSource clock) {
    this.storage = storage;
    this.records = storage.records();
    this.transitions = transitions;
    this.credit = credit;
    this.books = books;
    this.prices = prices;
    this.charges = new Charges(storage.ledger(), prices, clock);
    this.clock = clock;
  }

  /** Brings the books of all jobs up to date; what fails for one is tried at the next pass. */
  public void pass() {
    String after = null;
    List<StoredRecord> page;
    do {
      page = records.list(Sheet.KIND, "", after, PAGE, clock.instant());
      for (StoredRecord stored : page) {
        after = stored.key();
        try {
          visit(Sheet.read(stored));
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "the meter of job " + stored.key() + " will be read again", e);
        }
      }
    } while (page.size() == PAGE);
  }

  private void visit(Sheet sheet) {
    Optional<Job> job = storage.jobs().find(sheet.job());
    if (job.isEmpty()) {
      // erased with its tenant; the ledger stays as it is
      charges.forget(sheet.job());
      records.delete(Sheet.KIND, sheet.job().value());
    } else if (job.get().status().terminal()) {
      close(job.get(), sheet);
    } else if (books.enabled() && job.get().status().inMeeting()) {
      charge(job.get(), sheet);
    }
  }

  private void charge(Job job, Sheet found) {
    Instant now = clock.instant();
    int started = Prices.minutes(RecordingTimes.confirmedMillis(job, now));
    Sheet sheet = found;
    charges.complete(sheet);
    while (!sheet.closed() && sheet.minutes() < started) {
      if (credit.balanceMicros(job.tenant()) < prices.ofMinute(sheet.minutes() + 1)) {
        callBack(job, sheet.minutes());
        return;
      }
      Sheet next = sheet.with(sheet.minutes() + 1, false);
      if (!records.replace(next.stored(), now)) {
        return; // another meter is at it
      }
      charges.complete(next);
      sheet = next;
    }
  }

  private void callBack(Job job, int covered) {
    String detail = "the credit was used up after " + covered + " recorded minutes";
    try {
      transitions.apply(
          job.id(), Trigger.callOver(EndReason.FAULT, FailureCode.QUOTA_EXCEEDED, detail));
    } catch (IllegalTransitionException e) {
      LOG.log(Level.DEBUG, "job {0} is out of its call already", job.id());
    }
  }

  private void close(Job job, Sheet found) {
    Sheet sheet = found;
    if (!sheet.closed()) {
      sheet = sheet.with(books.total(job, sheet), true);
      if (!records.replace(sheet.stored(), clock.instant())) {
        return;
      }
    }
    charges.complete(sheet);
    Outcome outcome = Outcome.of(job);
    if (outcome == Outcome.NONE) {
      charges.giveBack(sheet);
    }
    long seconds = Books.seconds(outcome, sheet.minutes());
    transitions.change(job.id(), (now, at) -> JobFacts.billed(now, seconds, at));
    charges.forget(job.id());
    records.delete(Sheet.KIND, job.id().value());
  }
}
