package dev.meetbot.provider.jpa;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Starts Hibernate without a persistence.xml, which a server would read and start a unit for. */
final class Sessions {
  static final List<Class<?>> ENTITIES =
      List.of(
          JobRow.class,
          DeliveryRow.class,
          AttemptPart.class,
          DisabledUrlRow.class,
          TenantRow.class,
          ApiKeyRow.class,
          RecordRow.class,
          LedgerRow.class);

  private Sessions() {}

  static SessionFactory over(DataSource dataSource) {
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder()
                    .applyClassLoader(Sessions.class.getClassLoader())
                    .build())
            .applySettings(
                Map.of(
                    "hibernate.connection.datasource", dataSource,
                    "hibernate.hbm2ddl.auto", "validate",
                    "hibernate.transaction.jta.platform",
                        "org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform",
                    "jakarta.persistence.validation.mode", "none",
                    "hibernate.xml_mapping_enabled", "false",
                    "hibernate.cache.use_second_level_cache", "false",
                    "hibernate.bytecode.use_reflection_optimizer", "false"))
            .build();
    try {
      return new MetadataSources(registry)
          .addAnnotatedClasses(ENTITIES.toArray(Class<?>[]::new))
          .buildMetadata()
          .buildSessionFactory();
    } catch (RuntimeException e) {
      StandardServiceRegistryBuilder.destroy(registry);
      throw e;
    } finally {
      HibernateCaches.forget(ENTITIES);
    }
  }
}
