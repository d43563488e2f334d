package dev.meetbot.provider.jpa;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.ClaimRoom;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * Claims of deliveries; they work as in {@link JobClaims}. Candidates are read in pages, and what
 * turns out to be full is left out of the next page by the database, so that thousands of messages
 * to one dead receiver do not stand in front of the others.
 */
final class OutboxClaims {
  private static final int PAGE = 200;
  private static final int PAGES = 8;
  private static final String DUE =
      "d.state = :pending and d.nextAttemptAt <= :now"
          + " and (d.claimedUntil is null or d.claimedUntil <= :now)";
  private static final String HEAD =
      " and not exists (select 1 from DeliveryRow o where o.jobId = d.jobId and o.url = d.url"
          + " and o.state = :pending and o.sequence < d.sequence)";

  private final Session session;
  private final String worker;
  private final Instant now;
  private final Instant until;

  OutboxClaims(Session session, WorkerId worker, Instant now, Instant until) {
    this.session = session;
    this.worker = worker.value();
    this.now = now;
    this.until = until;
  }

  private record Candidate(String id, URI url, TenantId tenant) {}

  List<Delivery> claim(ClaimRoom room) {
    List<String> claimed = new ArrayList<>();
    for (int page = 0; page < PAGES && room.left() > 0; page++) {
      List<Candidate> candidates = candidates(room);
      for (Candidate candidate : candidates) {
        if (room.has(candidate.url(), candidate.tenant()) && take(candidate.id())) {
          room.take(candidate.url(), candidate.tenant());
          claimed.add(candidate.id());
        }
      }
      if (candidates.size() < PAGE) {
        break;
      }
    }
    return claimed.isEmpty() ? List.of() : load(claimed);
  }

  private List<Candidate> candidates(ClaimRoom room) {
    Set<URI> urls = room.fullUrls();
    Set<TenantId> tenants = room.fullTenants();
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                "select d.id, d.url, d.tenant from DeliveryRow d where "
                    + DUE
                    + (tenants.isEmpty() ? "" : " and d.tenant not in (:tenants)")
                    + (urls.isEmpty() ? "" : " and d.url not in (:urls)")
                    + HEAD
                    // the state is one only, but with it the order is an index's own
                    + " order by d.state, d.nextAttemptAt, d.id",
                Object[].class)
            .setParameter("pending", Delivery.State.PENDING.name())
            .setParameter("now", now)
            .setMaxResults(PAGE);
    if (!tenants.isEmpty()) {
      query.setParameterList("tenants", tenants.stream().map(TenantId::value).toList());
    }
    if (!urls.isEmpty()) {
      query.setParameterList("urls", urls.stream().map(URI::toString).toList());
    }
    return query.getResultList().stream()
        .map(
            row ->
                new Candidate(
                    (String) row[0], URI.create((String) row[1]), new TenantId((String) row[2])))
        .toList();
  }

  private boolean take(String id) {
    return session
            .createMutationQuery(
                "update DeliveryRow d set d.claimedBy = :worker, d.claimedUntil = :until"
                    + " where d.id = :id and "
                    + DUE)
            .setParameter("worker", worker)
            .setParameter("until", until)
            .setParameter("id", id)
            .setParameter("pending", Delivery.State.PENDING.name())
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  private List<Delivery> load(List<String> ids) {
    return session
        .createSelectionQuery(
            "from DeliveryRow d left join fetch d.attempts where d.id in (:ids)"
                + " order by d.nextAttemptAt, d.id",
            DeliveryRow.class)
        .setParameterList("ids", ids)
        .getResultList()
        .stream()
        .map(DeliveryRow::toDelivery)
        .toList();
  }
}
