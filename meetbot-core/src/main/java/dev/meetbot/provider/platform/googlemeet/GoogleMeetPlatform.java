package dev.meetbot.provider.platform.googlemeet;

/** Placeholder. */
final class GoogleMeetPlatform {
  static final String ID = "google-meet";

  private GoogleMeetPlatform() {}
}
