package dev.meetbot.war.boot;

import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.Readiness;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.provider.jpa.JdbcDrivers;
import dev.meetbot.war.settings.SettingSources;
import dev.meetbot.war.settings.WarSettings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/** Starts the engine with the application and stops it with it. */
public final class Bootstrap implements ServletContextListener {
  private static final String PLUGINS = Plugins.class.getName();
  private static final System.Logger LOG = System.getLogger(Bootstrap.class.getName());

  /**
   * Reads the settings, starts the engine and puts it where the resources look for it.
   *
   * @throws RuntimeException when a setting is wrong or the data directory cannot be used: the
   *     server then does not start the application
   */
  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    try {
      Path home = Path.of(System.getProperty("user.home"), ".meetbot");
      SettingSources.Given given = SettingSources.ofProcess().read(home);
      given.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
      WarSettings settings = WarSettings.read(given.values(), home);
      Plugins plugins = Plugins.in(settings.plugins(), Bootstrap.class.getClassLoader());
      context.setAttribute(PLUGINS, plugins);
      MeetbotEngine engine =
          new Assembly(settings, plugins, given.plugins(), context.getContextPath()).engine();
      context.setAttribute(Engines.NAME, engine);
      engine.start();
      if (settings.worker() == null) { // a worker has no clients of its own
        FirstKeyNotice notice = new FirstKeyNotice(Starter.out(context));
        engine.firstStart().ifPresent(key -> notice.give(key, settings.firstKeyFile()));
        NewOperatorKey.give(engine, settings.newOperatorKeyFile());
      }
      warn(engine);
      LOG.log(Level.INFO, "started with the data in {0}", settings.data());
    } catch (IOException e) {
      stop(context);
      throw new UncheckedIOException("cannot start: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      stop(context);
      Starter.reason(e).ifPresent(reason -> Starter.tell(context, reason));
      throw e;
    }
  }

  /** Stops the engine, which stores what running bots recorded. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stop(event.getServletContext());
  }

  /** What is missing is told at once, and not by the first bot that fails. */
  private static void warn(MeetbotEngine engine) {
    Readiness now = engine.readiness();
    for (String part : List.of(now.browser(), now.ffmpeg())) {
      if (!part.equals(Readiness.OK)) {
        LOG.log(Level.WARNING, part);
      }
    }
  }

  private static void stop(ServletContext context) {
    if (context.getAttribute(Engines.NAME) instanceof MeetbotEngine engine) {
      context.removeAttribute(Engines.NAME);
      engine.close();
    }
    if (context.getAttribute(PLUGINS) instanceof Plugins plugins) {
      context.removeAttribute(PLUGINS);
      try {
        plugins.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "the plugins' jars could not be let go of", e);
      }
    }
    JdbcDrivers.deregister(Bootstrap.class.getClassLoader());
  }
}
