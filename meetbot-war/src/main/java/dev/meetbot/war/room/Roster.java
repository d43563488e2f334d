package dev.meetbot.war.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds members, and tells them things. Guarded by its {@link Room}. */
final class Roster {
  private static final int REMEMBERED_LEAVERS = 64;

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, String> leavers = new LinkedHashMap<>();

  void add(Member member) {
    members.put(member.id, member);
  }

  /** The reason is kept for a while: a client whose stream was broken asks for it later. */
  void remove(Member member, String reason) {
    members.remove(member.id);
    leavers.put(member.tokenFingerprint, reason);
    if (leavers.size() > REMEMBERED_LEAVERS) {
      leavers.remove(leavers.keySet().iterator().next());
    }
  }

  /** A copy, in the order of joining. */
  List<Member> all() {
    return List.copyOf(members.values());
  }

  List<Member> select(Predicate<Member> which) {
    return members.values().stream().filter(which).toList();
  }

  List<Member> inCall() {
    return select(Member::inCall);
  }

  @Nullable Member get(@Nullable String id) {
    return id == null ? null : members.get(id);
  }

  boolean hostPresent() {
    return members.values().stream().anyMatch(m -> m.host && m.inCall());
  }

  List<Views.Waiting> waitingList() {
    return select(m -> m.admission == Admission.WAITING).stream().map(Member::waiting).toList();
  }

  @Nullable Member byToken(String token) {
    String fingerprint = Tokens.fingerprint(token);
    return members.values().stream()
        .filter(m -> m.tokenFingerprint.equals(fingerprint))
        .findFirst()
        .orElse(null);
  }

  Member require(String token) {
    Member member = byToken(token);
    if (member != null) {
      return member;
    }
    String reason = leavers.get(Tokens.fingerprint(token));
    if (reason != null) {
      throw new RoomException(410, reason, "This participant is no longer in the meeting.");
    }
    throw RoomException.unauthorized();
  }

  Member requireInCall(String token) {
    Member member = require(token);
    if (!member.inCall()) {
      throw RoomException.forbidden("Only participants in the call may do this.");
    }
    return member;
  }

  Member requireHost(String token) {
    Member member = requireInCall(token);
    if (!member.host) {
      throw RoomException.forbidden("Only the host may do this.");
    }
    return member;
  }

  Member requireWaiting(@Nullable String participantId) {
    Member member = get(participantId);
    if (member == null || member.admission != Admission.WAITING) {
      throw RoomException.notFound("Nobody in the waiting room has this participantId.");
    }
    return member;
  }

  Member requireTarget(@Nullable String participantId) {
    Member member = get(participantId);
    if (member == null || !member.inCall()) {
      throw RoomException.notFound("Nobody in the call has this participantId.");
    }
    return member;
  }

  /** Whoever might go into the call needs a place there, and others one before the door. */
  void requireSpace(Limits limits, boolean host) {
    int inCall = inCall().size();
    if (inCall >= limits.inCall() || (!host && members.size() - inCall >= limits.waiting())) {
      throw RoomException.full();
    }
  }

  void tellAll(RoomEvent event) {
    inCall().forEach(m -> m.mailbox.put(event));
  }

  void tellOthers(Member but, RoomEvent event) {
    select(m -> m.inCall() && m != but).forEach(m -> m.mailbox.put(event));
  }

  void tellHosts(RoomEvent event) {
    select(m -> m.host && m.inCall()).forEach(m -> m.mailbox.put(event));
  }

  /** Tells the hosts who waits. */
  void tellHosts() {
    tellHosts(new RoomEvent("waiting", waitingList()));
  }
}
