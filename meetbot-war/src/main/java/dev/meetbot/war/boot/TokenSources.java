package dev.meetbot.war.boot;

import dev.meetbot.engine.MeetbotEngineBuilder;
import dev.meetbot.provider.token.CallbackTokens;
import dev.meetbot.provider.token.CallbackTokens.Callback;
import dev.meetbot.provider.token.TeamsIdentification;
import dev.meetbot.provider.token.TeamsIdentification.Client;
import dev.meetbot.war.settings.EntrySettings;
import dev.meetbot.war.settings.EntrySettings.TeamsToken;
import dev.meetbot.war.settings.EntrySettings.TokenCallback;
import java.time.Duration;
import java.time.InstantSource;

/** Where bots get what identifies them, as the settings say. */
final class TokenSources {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private TokenSources() {}

  /** Gives the engine those that are set up. */
  static void add(MeetbotEngineBuilder builder, EntrySettings settings) {
    TeamsToken teams = settings.teams();
    if (teams != null) {
      Client client =
          new Client(teams.tokenUrl(), teams.clientId(), teams.clientSecret(), teams.scope());
      builder.tokens(
          new TeamsIdentification(client, teams.required(), TIMEOUT, InstantSource.system()));
    }
    TokenCallback zoom = settings.zoom();
    if (zoom != null) {
      Callback callback = Callback.zoom(zoom.url(), zoom.secret());
      builder.tokens(new CallbackTokens(callback, zoom.required(), TIMEOUT));
    }
  }
}
