package dev.meetbot.war.settings;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where jobs are kept, and under which key their secrets.
 *
 * @param masterKey 64 hexadecimal digits; null for the file in the data directory
 * @param database the database server; null for any other storage than PostgreSQL
 * @param jndi the name of a data source of the server that the WAR is in; null for any other
 */
public record StorageSettings(
    @Nullable String masterKey, @Nullable Database database, @Nullable String jndi) {
  private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final int CONNECTIONS = 10;
  private static final int MOST_CONNECTIONS = 1000;

  /** A database server; its address may hold secrets too. */
  public record Database(
      String url, @Nullable String user, @Nullable String password, int connections) {
    @Override
    public String toString() {
      return "Database[" + connections + " connections]";
    }
  }

  static StorageSettings read(SettingTexts texts, String provider) {
    String key = texts.secret(SettingKey.MASTER_KEY);
    if (key != null && !KEY.matcher(key).matches()) {
      texts.problem(SettingKey.MASTER_KEY, "must be 64 hexadecimal digits");
    }
    Database database = database(texts, provider.equals("postgresql"));
    String jndi = texts.text(SettingKey.STORAGE_JNDI);
    if (provider.equals("jndi")) {
      texts.requireWith(SettingKey.STORAGE_PROVIDER, SettingKey.STORAGE_JNDI);
      return new StorageSettings(key, null, jndi);
    }
    return new StorageSettings(key, database, null);
  }

  private static @Nullable Database database(SettingTexts texts, boolean wanted) {
    String url = texts.text(SettingKey.STORAGE_URL);
    String user = texts.text(SettingKey.STORAGE_USER);
    String password = texts.secret(SettingKey.STORAGE_PASSWORD);
    int connections =
        (int) texts.number(SettingKey.STORAGE_POOL_SIZE, CONNECTIONS, 2, MOST_CONNECTIONS);
    if (!wanted) {
      return null;
    }
    texts.requireWith(SettingKey.STORAGE_PROVIDER, SettingKey.STORAGE_URL);
    if (url != null && !url.startsWith(POSTGRESQL)) {
      texts.problem(SettingKey.STORAGE_URL, "must begin with " + POSTGRESQL);
    }
    return url == null ? null : new Database(url, user, password, connections);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "StorageSettings[" + database + ", " + jndi + "]";
  }
}
