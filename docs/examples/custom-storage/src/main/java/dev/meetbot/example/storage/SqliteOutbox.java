package dev.meetbot.example.storage;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.ClaimRoom;
import dev.meetbot.spi.storage.DeliveryCounts;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries: the message as JSON, its attempts as a JSON array beside it. */
final class SqliteOutbox implements Outbox {
  private static final int PAGE = 200;
  private static final String SELECT =
      "select id, body, state, next_attempt_at, attempts from delivery";
  private static final String DUE =
      " d where state = 'PENDING' and next_attempt_at <= ?1"
          + " and (claimed_until is null or claimed_until <= ?1)"
          + " and not exists (select 1 from delivery o where o.job = d.job and o.url = d.url"
          + " and o.state = 'PENDING' and o.sequence < d.sequence)"
          + " and url not in (select value from json_each(?2))"
          + " and tenant not in (select value from json_each(?3))"
          + " order by next_attempt_at, id limit "
          + PAGE;

  private final Transactions transactions;
  private final RecordJson json;

  SqliteOutbox(Transactions transactions, RecordJson json) {
    this.transactions = transactions;
    this.json = json;
  }

  private Delivery deliveryOf(ResultSet row) throws SQLException {
    return new Delivery(
        json.read(WebhookMessage.class, row.getString("body")),
        Delivery.State.valueOf(row.getString("state")),
        Times.time(row.getString("next_attempt_at")),
        json.readList(DeliveryAttempt.class, row.getString("attempts")));
  }

  @Override
  public List<Delivery> claimDue(
      WorkerId worker, Instant now, Duration claimTimeout, ClaimRoom room) {
    String until = Times.text(now.plus(claimTimeout));
    return transactions.write(
        "claim due deliveries",
        connection -> {
          List<Delivery> claimed = new ArrayList<>();
          List<Delivery> page = page(connection, now, room);
          // the first of a page always has room, so that each page brings this nearer its end
          while (room.left() > 0 && !page.isEmpty()) {
            for (Delivery delivery : page) {
              WebhookMessage message = delivery.message();
              if (room.has(message)) {
                room.take(message.url(), message.tenant());
                Sql.update(
                    connection,
                    "update delivery set claimed_until = ? where id = ?",
                    until,
                    message.id());
                claimed.add(delivery);
              }
            }
            page = page.size() < PAGE ? List.of() : page(connection, now, room);
          }
          return claimed;
        });
  }

  /** The next candidates, without those that there is no room for. */
  private List<Delivery> page(Connection connection, Instant now, ClaimRoom room)
      throws SQLException {
    return Sql.list(
        connection,
        this::deliveryOf,
        SELECT + DUE,
        Times.text(now),
        json.write(room.fullUrls()),
        json.write(room.fullTenants().stream().map(TenantId::value).toList()));
  }

  @Override
  public void recordAttempt(
      DeliveryId id, DeliveryAttempt attempt, Delivery.State next, @Nullable Instant retryAt) {
    if (next == Delivery.State.PENDING && retryAt == null) {
      throw new IllegalArgumentException("a pending delivery needs the time of its retry");
    }
    transactions.write(
        "record an attempt",
        connection -> {
          Delivery before = existing(connection, id);
          List<DeliveryAttempt> attempts = new ArrayList<>(before.attempts());
          attempts.add(attempt);
          // a worker that comes too late must not have a delivered message sent again
          boolean done = before.state() == Delivery.State.DELIVERED;
          Instant at = retryAt == null || done ? before.nextAttemptAt() : retryAt;
          return Sql.update(
              connection,
              "update delivery set attempts = ?, state = ?, next_attempt_at = ?,"
                  + " claimed_until = null where id = ?",
              json.write(attempts),
              done ? before.state() : next,
              Times.text(at),
              id);
        });
  }

  private Delivery existing(Connection connection, DeliveryId id) throws SQLException {
    return one(connection, id)
        .orElseThrow(() -> new StorageException("there is no delivery " + id));
  }

  private Optional<Delivery> one(Connection connection, DeliveryId id) throws SQLException {
    return Sql.first(connection, this::deliveryOf, SELECT + " where id = ?", id);
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return transactions.read("read a delivery", connection -> one(connection, id));
  }

  @Override
  public List<Delivery> list(JobId job) {
    String sql = SELECT + " where job = ? order by sequence, id";
    return transactions.read(
        "list deliveries", connection -> Sql.list(connection, this::deliveryOf, sql, job));
  }

  @Override
  public void redeliver(DeliveryId id, Instant now) {
    transactions.write(
        "redeliver",
        connection -> {
          existing(connection, id);
          return Sql.update(
              connection,
              "update delivery set state = 'PENDING', next_attempt_at = ?"
                  + " where id = ? and state <> 'PENDING'",
              Times.text(now),
              id);
        });
  }

  @Override
  public DeliveryCounts counts() {
    return transactions
        .read(
            "count deliveries",
            connection ->
                Sql.first(
                    connection,
                    row -> new DeliveryCounts(row.getLong(1), row.getLong(2)),
                    "select (select count(*) from delivery where state = 'PENDING'),"
                        + " (select count(*) from delivery where state = 'DEAD')"))
        .orElseThrow();
  }

  @Override
  public void disable(TenantId tenant, URI url, String reason, Instant now) {
    transactions.write(
        "disable a webhook URL",
        connection -> {
          int added =
              Sql.update(
                  connection,
                  "insert into webhook_disabled values (?, ?, ?, ?)"
                      + " on conflict (tenant, url) do nothing",
                  tenant,
                  url,
                  reason,
                  Times.text(now));
          return added == 0
              ? 0
              : Sql.update(
                  connection,
                  "update delivery set next_attempt_at = ?1 where tenant = ?2 and url = ?3"
                      + " and state = 'PENDING' and next_attempt_at > ?1",
                  Times.text(now),
                  tenant,
                  url);
        });
  }

  @Override
  public void enable(TenantId tenant, URI url) {
    transactions.write(
        "enable a webhook URL",
        connection ->
            Sql.update(
                connection,
                "delete from webhook_disabled where tenant = ? and url = ?",
                tenant,
                url));
  }

  @Override
  public Optional<String> disabled(TenantId tenant, URI url) {
    return transactions.read(
        "read whether a webhook URL is disabled",
        connection ->
            Sql.first(
                connection,
                row -> row.getString(1),
                "select reason from webhook_disabled where tenant = ? and url = ?",
                tenant,
                url));
  }

  @Override
  public int deleteOf(TenantId tenant) {
    return transactions.write(
        "delete a tenant's deliveries",
        connection -> {
          Sql.update(connection, "delete from webhook_disabled where tenant = ?", tenant);
          return Sql.update(connection, "delete from delivery where tenant = ?", tenant);
        });
  }
}
