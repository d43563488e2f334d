package dev.meetbot.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The rules of docs/architecture.md, one sentence each. */
@AnalyzeClasses(packages = "dev.meetbot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule providers_use_the_spi_only_and_never_the_engine =
      noClasses()
          .that()
          .resideInAPackage("dev.meetbot.provider..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.meetbot.engine..");

  @ArchTest
  static final ArchRule providers_never_use_each_other =
      slices()
          .matching("dev.meetbot.provider.(**)")
          .should()
          .notDependOnEachOther()
          .as("providers never use each other, but for what all platforms on the web share")
          .ignoreDependency(
              resideInAPackage("dev.meetbot.provider.platform.."),
              resideInAPackage("dev.meetbot.provider.platform.web"));

  @ArchTest
  static final ArchRule nobody_outside_the_engine_uses_its_internals =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.meetbot.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.meetbot.engine.internal..");

  @ArchTest
  static final ArchRule the_spi_uses_nothing_but_the_jdk_and_nullness_annotations =
      classes()
          .that()
          .resideInAnyPackage("dev.meetbot.model..", "dev.meetbot.spi..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "org.jspecify.annotations..",
                  "dev.meetbot.model..",
                  "dev.meetbot.spi.."));

  @ArchTest
  static final ArchRule the_engine_uses_no_provider =
      noClasses()
          .that()
          .resideInAPackage("dev.meetbot.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.meetbot.provider..");

  @ArchTest
  static final ArchRule hibernate_is_used_by_the_jpa_provider_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.meetbot.provider.jpa..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "liquibase..");

  @ArchTest
  static final ArchRule playwright_is_used_by_the_playwright_provider_and_platforms_only =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.meetbot.provider.playwright..", "dev.meetbot.provider.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.microsoft.playwright..");

  @ArchTest
  static final ArchRule nothing_of_java_ee_under_its_old_name =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.ws..", "javax.servlet..", "javax.persistence..", "javax.json..");

  @ArchTest
  static final ArchRule the_engine_and_the_providers_take_their_time_from_an_injected_clock =
      noClasses()
          .that()
          .resideInAnyPackage("dev.meetbot.engine..", "dev.meetbot.model..", "dev.meetbot.spi..")
          .should(callMethod(Instant.class, "now"))
          .orShould(callMethod(Clock.class, "systemUTC"))
          .orShould(callMethod(LocalDateTime.class, "now"))
          .orShould(callMethod(ZonedDateTime.class, "now"))
          .orShould(callMethod(System.class, "currentTimeMillis"));

  @ArchTest
  static final ArchRule nobody_writes_to_the_console =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  /** The JPA provider answers Liquibase's own logging interface, which speaks of JUL levels. */
  @ArchTest
  static final ArchRule logging_is_by_the_system_logger =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.meetbot.provider.jpa..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging.."));
}
