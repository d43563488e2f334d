package dev.meetbot.engine.internal.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.IdentityView;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.engine.internal.entry.Borrowing.Busy;
import dev.meetbot.engine.internal.entry.Borrowing.Loan;
import dev.meetbot.engine.internal.entry.Borrowing.Missing;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.Race;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts over a storage: each has one bot at a time, whatever the nodes do. */
abstract class IdentityDeskContract {
  private static final String STATE = "{\"cookies\": [{\"name\": \"sid\", \"value\": \"s3cret\"}]}";
  private static final String ZOOM = "zoom-web";

  private final ManualClock clock = ManualClock.startingAnyTime();

  abstract RecordStore store();

  private IdentityRecords records() {
    return new IdentityRecords(store(), new SecretBox(new byte[32], new SecureRandom()));
  }

  private IdentityShelf shelf() {
    return new IdentityShelf(records(), Set.of(ZOOM, "jitsi"), clock);
  }

  private IdentityDesk desk() {
    return new IdentityDesk(records(), Duration.ofSeconds(30), clock);
  }

  private static Loan loan(Borrowing found) {
    assertThat(found).isInstanceOf(Loan.class);
    return (Loan) found;
  }

  @Test
  void of_many_bots_on_many_nodes_one_gets_the_account() {
    shelf().store("ada", ZOOM, STATE);
    List<Borrowing> found = Race.run(8, i -> () -> desk().borrow(ZOOM));
    assertThat(found).filteredOn(Loan.class::isInstance).hasSize(1);
    assertThat(found).filteredOn(Busy.class::isInstance).hasSize(7);
  }

  @Test
  void two_accounts_serve_two_bots_the_longest_unused_first() {
    shelf().store("ada", ZOOM, STATE);
    shelf().store("bob", ZOOM, STATE);
    IdentityDesk desk = desk();
    Loan first = loan(desk.borrow(ZOOM));
    clock.elapse(Duration.ofSeconds(1));
    Loan second = loan(desk.borrow(ZOOM));
    assertThat(List.of(first.name(), second.name())).containsExactly("ada", "bob");
    assertThat(desk.borrow(ZOOM)).isEqualTo(new Busy(2));
    desk.giveBack(second);
    desk.giveBack(first);
    assertThat(loan(desk.borrow(ZOOM)).name()).isEqualTo("ada");
  }

  @Test
  void a_loan_that_nobody_renews_runs_out_and_one_that_is_renewed_does_not() {
    shelf().store("ada", ZOOM, STATE);
    IdentityDesk dead = desk();
    loan(dead.borrow(ZOOM));
    clock.elapse(Duration.ofSeconds(20));
    dead.renew();
    clock.elapse(Duration.ofSeconds(29));
    assertThat(desk().borrow(ZOOM)).isInstanceOf(Busy.class);
    clock.elapse(Duration.ofSeconds(1));
    Loan next = loan(desk().borrow(ZOOM));
    dead.renew();
    assertThat(records().find("ada", clock.instant()).orElseThrow().loan()).isEqualTo(next.id());
  }

  @Test
  void a_bot_that_lost_its_account_does_not_give_back_the_next_ones() {
    shelf().store("ada", ZOOM, STATE);
    IdentityDesk late = desk();
    Loan lost = loan(late.borrow(ZOOM));
    clock.elapse(Duration.ofSeconds(31));
    loan(desk().borrow(ZOOM));
    late.giveBack(lost);
    assertThat(desk().borrow(ZOOM)).isInstanceOf(Busy.class);
  }

  @Test
  void a_signed_out_account_is_not_used_until_it_is_stored_anew() {
    shelf().store("ada", ZOOM, STATE);
    IdentityDesk desk = desk();
    Loan loan = loan(desk.borrow(ZOOM));
    desk.signedOut(loan);
    desk.giveBack(loan);
    assertThat(desk.borrow(ZOOM)).isEqualTo(new Missing("the identity ada is signed out"));
    assertThat(shelf().list()).extracting(IdentityView::signedOutAt).doesNotContainNull();
    clock.elapse(Duration.ofSeconds(1));
    shelf().store("ada", ZOOM, STATE);
    Loan fresh = loan(desk.borrow(ZOOM));
    desk.signedOut(loan);
    assertThat(shelf().list()).extracting(IdentityView::signedOutAt).containsOnlyNulls();
    assertThat(fresh.state()).isEqualTo(STATE);
  }

  @Test
  void accounts_of_other_platforms_do_not_help() {
    shelf().store("ada", "jitsi", STATE);
    assertThat(desk().borrow(ZOOM)).isEqualTo(new Missing("no identity for zoom-web is stored"));
  }

  @Test
  void a_deleted_account_is_gone_and_its_bot_may_end() {
    shelf().store("ada", ZOOM, STATE);
    IdentityDesk desk = desk();
    Loan loan = loan(desk.borrow(ZOOM));
    assertThat(shelf().delete("ada")).isTrue();
    desk.renew();
    desk.giveBack(loan);
    assertThat(shelf().delete("ada")).isFalse();
    assertThat(store().list("identity-state", "", null, 10, clock.instant())).isEmpty();
  }

  @Test
  void nothing_stored_or_said_holds_the_secret() {
    shelf().store("ada", ZOOM, STATE);
    Loan loan = loan(desk().borrow(ZOOM));
    List<String> rows =
        Stream.of("identity", "identity-state")
            .flatMap(kind -> store().list(kind, "", null, 10, clock.instant()).stream())
            .map(StoredRecord::value)
            .toList();
    assertThat(rows).hasSize(2).noneMatch(row -> row.contains("s3cret"));
    assertThat(loan + " " + shelf().list()).doesNotContain("s3cret");
  }
}
