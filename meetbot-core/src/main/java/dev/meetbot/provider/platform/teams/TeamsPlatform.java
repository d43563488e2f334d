package dev.meetbot.provider.platform.teams;

/** Placeholder. */
final class TeamsPlatform {
  static final String ID = "microsoft-teams";

  private TeamsPlatform() {}
}
