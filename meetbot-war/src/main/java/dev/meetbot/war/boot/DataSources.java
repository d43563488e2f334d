package dev.meetbot.war.boot;

import dev.meetbot.war.settings.SettingKey;
import dev.meetbot.war.settings.SettingsException;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Data sources that the server keeps for its applications. */
final class DataSources {
  private DataSources() {}

  /**
   * The one of that JNDI name, for example {@code java:comp/env/jdbc/meetbot}.
   *
   * @throws SettingsException when there is none
   */
  static DataSource named(String name) {
    String setting = SettingKey.STORAGE_JNDI.property();
    try {
      if (InitialContext.doLookup(name) instanceof DataSource found) {
        return found;
      }
      throw new SettingsException(List.of(setting + ": " + name + " is no data source"));
    } catch (NamingException e) {
      throw new SettingsException(
          List.of(setting + ": this server has nothing under the name " + name + ": " + e));
    }
  }
}
