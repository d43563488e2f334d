package dev.meetbot.war.room;

import org.jspecify.annotations.Nullable;

/** One participant or somebody waiting. Guarded by its {@link Room}. */
final class Member {
  final String id;
  final String tokenFingerprint;
  final String name;
  final boolean bot;
  final Mailbox mailbox;
  boolean host;
  Admission admission = Admission.WAITING_FOR_HOST;
  Media media = Media.NOTHING;
  int generation = 1;
  @Nullable Long waitingSince;
  @Nullable Long admittedAt;

  /** The open event stream, if there is one; otherwise {@link #goneSince} counts. */
  @Nullable Object stream;

  long goneSince;

  Member(String id, String tokenFingerprint, String name, boolean bot, Mailbox mailbox, long now) {
    this.id = id;
    this.tokenFingerprint = tokenFingerprint;
    this.name = name;
    this.bot = bot;
    this.mailbox = mailbox;
    this.goneSince = now;
  }

  boolean inCall() {
    return admission == Admission.IN_CALL;
  }

  Views.Self self() {
    return new Views.Self(
        id, name, admission.wire(), host, bot, generation, waitingSince, admittedAt);
  }

  Views.Participant view() {
    return new Views.Participant(
        id,
        name,
        host,
        bot,
        generation,
        admittedAt == null ? 0 : admittedAt,
        media.micOn(),
        media.cameraOn(),
        media.sharing(),
        media.speaking(),
        media.streams());
  }

  Views.Waiting waiting() {
    return new Views.Waiting(id, name, bot, waitingSince == null ? 0 : waitingSince);
  }
}
