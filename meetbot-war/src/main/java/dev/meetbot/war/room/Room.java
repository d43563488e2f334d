package dev.meetbot.war.room;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One meeting: who is in, who waits, who may what, and who is told. Knows nothing of HTTP; every
 * method may be called by any thread and refuses by {@link RoomException}.
 */
final class Room {
  private final String name;
  private final Limits limits;
  private final InstantSource clock;
  private final Tokens tokens;
  private final Roster roster = new Roster();
  private final HostKey hostKey = new HostKey();
  private final Conversation conversation = new Conversation();
  private final RecordingDesk recording = new RecordingDesk();
  private boolean waitingRoom = true;
  private boolean bots = true;
  private long emptySince;
  private boolean closed;

  Room(String name, Limits limits, InstantSource clock, Tokens tokens) {
    this.name = name;
    this.limits = limits;
    this.clock = clock;
    this.tokens = tokens;
  }

  synchronized Views.Info info() {
    return new Views.Info(name, hostKey.made(), waitingRoom, roster.hostPresent());
  }

  /** Whether the meeting is over; it never comes back to life. */
  synchronized boolean isClosed() {
    return closed;
  }

  /** Takes somebody in, or back after a reload of the page. */
  synchronized Views.Joined join(Requests.Join request) {
    if (closed) {
      throw RoomException.notFound("The meeting has ended.");
    }
    String resumeToken = request.resumeToken();
    if (resumeToken != null) {
      return resume(roster.require(resumeToken), resumeToken);
    }
    String displayName = Texts.displayName(request.displayName());
    if (request.bot() && !bots) {
      throw RoomException.botsRefused();
    }
    boolean opens = !hostKey.made() && !request.bot();
    boolean host = opens || hostKey.opensFor(request.hostToken());
    roster.requireSpace(limits, host);
    String hostToken = null;
    if (opens) {
      hostToken = hostKey.make(tokens);
      waitingRoom = !Boolean.FALSE.equals(request.waitingRoom());
      bots = !Boolean.FALSE.equals(request.bots());
    }
    String token = tokens.secret();
    Member member =
        new Member(
            tokens.id("p"),
            Tokens.fingerprint(token),
            displayName,
            request.bot(),
            new Mailbox(limits.mailbox()),
            clock.millis());
    member.host = host;
    roster.add(member);
    place(member);
    return new Views.Joined(member.id, token, hostToken, member.admission.wire());
  }

  /** Finds the right place for somebody new, and for those who only waited for a host. */
  private void place(Member member) {
    if (member.host || (hostKey.made() && !waitingRoom)) {
      enter(member);
    } else if (roster.hostPresent()) {
      member.admission = Admission.WAITING;
      member.waitingSince = clock.millis();
      tellSnapshot(member);
      roster.tellHosts();
    } else {
      member.admission = Admission.WAITING_FOR_HOST;
      tellSnapshot(member);
    }
    if (member.host) {
      List<Member> early = roster.select(m -> m.admission == Admission.WAITING_FOR_HOST);
      early.forEach(this::placeOrTurnAway);
    }
  }

  private void placeOrTurnAway(Member member) {
    if (member.bot && !bots) {
      drop(member, "bots_refused");
    } else if (!waitingRoom && roster.inCall().size() >= limits.inCall()) {
      drop(member, "full");
    } else {
      place(member);
    }
  }

  private void enter(Member member) {
    member.admission = Admission.IN_CALL;
    member.admittedAt = clock.millis();
    roster.tellOthers(member, new RoomEvent("participant_joined", member.view()));
    tellSnapshot(member);
  }

  private Views.Joined resume(Member member, String token) {
    member.generation++;
    member.media = Media.NOTHING;
    member.stream = null;
    member.goneSince = clock.millis();
    member.mailbox.clear();
    if (member.inCall()) {
      roster.tellOthers(member, new RoomEvent("participant_restarted", member.view()));
    }
    tellSnapshot(member);
    return new Views.Joined(member.id, token, null, member.admission.wire());
  }

  /**
   * Begins to tell a participant its events; an earlier stream of the same participant ends.
   *
   * @param stream is run, by any thread, whenever there is something to take
   * @param lastSeen number of the last event that the client has, or null for a new page
   */
  synchronized Mailbox connect(String token, Runnable stream, @Nullable Long lastSeen) {
    Member member = roster.require(token);
    if (lastSeen != null) {
      member.mailbox.rewind(lastSeen);
    }
    member.mailbox.attach(stream);
    member.stream = stream;
    return member.mailbox;
  }

  /** The stream broke off. A stream that has been replaced meanwhile does not count. */
  synchronized void disconnected(Object stream) {
    for (Member member : roster.select(m -> m.stream == stream)) {
      member.stream = null;
      member.goneSince = clock.millis();
    }
  }

  /**
   * The page says that it is being closed or reloaded.
   *
   * @param generation of that page: the word of an old one may come after the new one has joined
   */
  synchronized void away(String token, int generation) {
    Member member = roster.require(token);
    if (member.generation == generation) {
      member.stream = null;
      member.goneSince = clock.millis();
    }
  }

  synchronized void admit(String token, @Nullable String participantId) {
    roster.requireHost(token);
    Member member = roster.requireWaiting(participantId);
    if (roster.inCall().size() >= limits.inCall()) {
      throw RoomException.full();
    }
    enter(member);
    roster.tellHosts();
  }

  synchronized void deny(String token, @Nullable String participantId) {
    roster.requireHost(token);
    drop(roster.requireWaiting(participantId), "denied");
  }

  synchronized void remove(String token, @Nullable String participantId) {
    roster.requireHost(token);
    drop(roster.requireTarget(participantId), "removed");
  }

  synchronized void end(String token) {
    roster.requireHost(token);
    close();
  }

  synchronized void leave(String token) {
    drop(roster.require(token), "left");
  }

  /** Passes on a step of negotiation; what is meant for somebody gone or reloaded is dropped. */
  synchronized void signal(String token, Requests.Signal signal) {
    Member sender = roster.requireInCall(token);
    signal.check();
    Member to = roster.get(signal.to());
    if (to != null && to.inCall() && to != sender && to.generation == signal.generation()) {
      to.mailbox.put(
          new RoomEvent(
              "signal", new Views.Signal(sender.id, signal.description(), signal.candidate())));
    }
  }

  synchronized void media(String token, Media media) {
    Member sender = roster.requireInCall(token);
    sender.media = media.checked();
    roster.tellAll(new RoomEvent("participant_updated", sender.view()));
  }

  synchronized void chat(String token, Requests.Chat chat) {
    Member sender = roster.requireInCall(token);
    String text = Texts.chat(chat.text());
    roster.tellAll(new RoomEvent("chat", conversation.chat(sender, text, clock.millis())));
  }

  synchronized void caption(String token, Requests.Caption caption) {
    Member speaker = roster.requireInCall(token);
    String text = Texts.caption(caption.text());
    roster.tellAll(
        new RoomEvent(
            "caption", conversation.caption(speaker, text, caption.complete(), clock.millis())));
  }

  synchronized void recording(String token, boolean on) {
    if (recording.set(roster.requireInCall(token), on)) {
      roster.tellAll(new RoomEvent("recording", recording.recorders()));
    }
  }

  /** Asks the hosts; who becomes host later is asked too. */
  synchronized Views.Ask askPermission(String token, Requests.Ask request) {
    Member member = roster.requireInCall(token);
    Views.Ask ask = recording.ask(member, Texts.prompt(request.prompt()));
    roster.tellHosts(new RoomEvent("permission_asked", ask));
    return ask;
  }

  synchronized void answerPermission(String token, boolean granted) {
    Views.Answer answer = recording.answer(roster.requireHost(token), granted, clock.millis());
    roster.tellAll(new RoomEvent("permission_answered", answer));
  }

  /** Lets time take effect: drops who is gone or too slow, and ends what nobody attends. */
  synchronized void tick() {
    long now = clock.millis();
    for (Member member : roster.all()) {
      boolean gone =
          member.stream == null && now - member.goneSince >= limits.goneAfter().toMillis();
      if (gone || member.mailbox.overflowed()) {
        drop(member, "connection_lost");
      }
    }
    if (!hostKey.made() && roster.all().isEmpty()) {
      closed = true;
    } else if (hostKey.made()
        && roster.inCall().isEmpty()
        && now - emptySince >= limits.roomEmptyFor().toMillis()) {
      close();
    }
  }

  private void close() {
    closed = true;
    roster.all().forEach(member -> drop(member, "ended"));
  }

  private void drop(Member member, String reason) {
    roster.remove(member, reason);
    member.mailbox.finish(new RoomEvent("closed", new Views.Closed(reason)));
    conversation.left(member);
    boolean recorderLeft = recording.left(member);
    if (member.inCall()) {
      roster.tellAll(new RoomEvent("participant_left", new Views.Left(member.id, reason)));
      emptySince = clock.millis();
    } else {
      roster.tellHosts();
    }
    if (recorderLeft) {
      roster.tellAll(new RoomEvent("recording", recording.recorders()));
    }
  }

  private void tellSnapshot(Member member) {
    boolean inCall = member.inCall();
    Views.Snapshot snapshot =
        new Views.Snapshot(
            member.self(),
            name,
            waitingRoom,
            inCall ? roster.inCall().stream().map(Member::view).toList() : List.of(),
            member.host ? roster.waitingList() : List.of(),
            inCall ? recording.recorders() : List.of(),
            member.host ? recording.openAsk() : null,
            inCall ? recording.lastAnswer() : null);
    member.mailbox.put(new RoomEvent("snapshot", snapshot));
  }
}
