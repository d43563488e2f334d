package dev.meetbot.provider.jpa;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;

/** The JDBC drivers that an application brought along. */
public final class JdbcDrivers {
  private JdbcDrivers() {}

  /**
   * Takes the drivers of that class loader off the JVM's list. For a web application that ends: the
   * list would keep its class loader in memory. An embedding host keeps its drivers, so {@link
   * JpaStorage#close} does not do this. Call it from a class of that loader; a second call does
   * nothing.
   */
  public static void deregister(ClassLoader loader) {
    for (Driver driver : Collections.list(DriverManager.getDrivers())) {
      if (driver.getClass().getClassLoader() == loader) {
        try {
          DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
          System.getLogger(JdbcDrivers.class.getName())
              .log(System.Logger.Level.WARNING, "could not deregister " + driver, e);
        }
      }
    }
  }
}
