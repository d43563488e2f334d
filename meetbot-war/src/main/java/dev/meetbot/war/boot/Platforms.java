package dev.meetbot.war.boot;

import dev.meetbot.provider.platform.googlemeet.GoogleMeetPlatform;
import dev.meetbot.provider.platform.jitsi.JitsiPlatform;
import dev.meetbot.provider.platform.room.RoomPlatform;
import dev.meetbot.provider.platform.teams.TeamsPlatform;
import dev.meetbot.provider.platform.web.PlatformDataException;
import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.provider.platform.zoom.ZoomPlatform;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.war.settings.SettingKey;
import dev.meetbot.war.settings.SettingsException;
import dev.meetbot.war.settings.WarSettings;
import java.util.List;
import java.util.Set;

/** The bundled meeting platforms. */
public final class Platforms {
  private Platforms() {}

  /**
   * All of them.
   *
   * @throws SettingsException when a correction of the operator's to their data is wrong
   */
  public static List<MeetingPlatform> of(WarSettings settings, Set<String> roomHosts) {
    WarSettings.Platforms wanted = settings.platforms();
    PlatformFiles files = PlatformFiles.under(wanted.directory());
    try {
      return List.of(
          new RoomPlatform(roomHosts),
          new GoogleMeetPlatform(files),
          new TeamsPlatform(files),
          new JitsiPlatform(wanted.jitsiHosts(), files),
          new ZoomPlatform(files));
    } catch (PlatformDataException e) {
      String name = SettingKey.PLATFORMS_DIRECTORY.property();
      throw new SettingsException(List.of(name + ": " + e.getMessage()));
    }
  }
}
