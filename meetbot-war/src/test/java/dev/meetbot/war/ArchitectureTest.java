package dev.meetbot.war;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.meetbot.war", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theLauncherSeesNothingOfTheApplication =
      noClasses()
          .that()
          .resideInAPackage("..war.launcher..")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are the application's",
                  c ->
                      c.getPackageName().startsWith("dev.meetbot.")
                          && !c.getPackageName().startsWith("dev.meetbot.war.launcher")));

  @ArchTest
  static final ArchRule onlyTheLauncherKnowsTomcat =
      noClasses()
          .that()
          .resideOutsideOfPackage("..war.launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.catalina..", "org.apache.tomcat..");

  @ArchTest
  static final ArchRule providersAreChosenOnlyAtTheStartAndByTheProbe =
      noClasses()
          .that()
          .resideOutsideOfPackages("..war.boot..", "..war.probe..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.meetbot.provider..");

  @ArchTest
  static final ArchRule nobodySeesTheEnginesInside =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.meetbot.engine.internal..");

  @ArchTest
  static final ArchRule itUsesNoImplementationOfJaxRs =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.glassfish..");

  @ArchTest
  static final ArchRule nothingOfTheOldNameSpaceIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.ws..", "javax.servlet..", "javax.json..", "javax.inject..");

  @ArchTest
  static final ArchRule onlyLauncherFirstKeyAndProbePrint =
      noClasses()
          .that()
          .resideOutsideOfPackages("..war.launcher..", "..war.boot..", "..war.probe..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
