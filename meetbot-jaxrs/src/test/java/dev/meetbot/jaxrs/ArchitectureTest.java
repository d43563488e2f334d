package dev.meetbot.jaxrs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.meetbot.jaxrs",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule itRunsOnAnyImplementationOfJaxRs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.glassfish..", "org.jboss..", "org.eclipse..");

  @ArchTest
  static final ArchRule itNeedsNoCdiContainer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.inject..", "jakarta.enterprise..");

  @ArchTest
  static final ArchRule jsonBindingIsKnownOnlyToTheWireFormat =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.meetbot.jaxrs.dto..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.json.bind..");

  @ArchTest
  static final ArchRule itSeesOnlyTheEnginesFace =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.meetbot.engine.internal..", "dev.meetbot.provider..");

  @ArchTest
  static final ArchRule nothingOfTheOldNameSpaceIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.ws..", "javax.servlet..", "javax.json..", "javax.inject..");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
