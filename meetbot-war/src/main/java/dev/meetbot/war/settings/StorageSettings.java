package dev.meetbot.war.settings;

import dev.meetbot.provider.jpa.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where jobs are kept.
 *
 * @param database the database server; null for any other storage than PostgreSQL
 * @param jndi the name of a data source of the server that the WAR is in; null for any other
 */
public record StorageSettings(@Nullable DatabaseSettings database, @Nullable String jndi) {
  private static final int CONNECTIONS = 10;
  private static final int MOST_CONNECTIONS = 1000;

  static StorageSettings read(SettingTexts texts, String provider) {
    String url = texts.text(SettingKey.STORAGE_URL);
    String user = texts.text(SettingKey.STORAGE_USER);
    String password = texts.secret(SettingKey.STORAGE_PASSWORD);
    String jndi = texts.text(SettingKey.STORAGE_JNDI);
    int connections =
        (int) texts.number(SettingKey.STORAGE_POOL_SIZE, CONNECTIONS, 2, MOST_CONNECTIONS);
    return switch (provider) {
      case "postgresql" -> {
        texts.requireWith(SettingKey.STORAGE_PROVIDER, SettingKey.STORAGE_URL);
        boolean right = url != null && url.startsWith(DatabaseSettings.PREFIX);
        if (url != null && !right) {
          texts.problem(SettingKey.STORAGE_URL, "must begin with " + DatabaseSettings.PREFIX);
        }
        yield new StorageSettings(
            right ? new DatabaseSettings(url, user, password, connections) : null, null);
      }
      case "jndi" -> {
        texts.requireWith(SettingKey.STORAGE_PROVIDER, SettingKey.STORAGE_JNDI);
        yield new StorageSettings(null, jndi);
      }
      default -> new StorageSettings(null, null);
    };
  }
}
