package io.terralake.registration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "io.terralake.registration";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Neither a command line, nor a database, nor a host of functions. */
    @Test
    void knowsNoProgramThatUsesIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.terralake.deployhook..",
                        "io.terralake.functions..",
                        "picocli..",
                        "java.sql..",
                        "javax.sql..",
                        "com.microsoft..")
                .check(classes);
    }

    @Test
    void onlyOnePackageKnowsAzuresLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".arm")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.azure..")
                .check(classes);
    }

    @Test
    void inputAndReportKnowNoRegistration() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".input", ROOT + ".report", ROOT + ".connection", ROOT + ".arm")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(classes);
    }
}
