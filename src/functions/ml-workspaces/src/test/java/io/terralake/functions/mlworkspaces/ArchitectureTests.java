package io.terralake.functions.mlworkspaces;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "io.terralake.functions.mlworkspaces";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theHandlersKnowNoHostAndNoStorage() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".*", "com.azure..", "com.microsoft..")
                .check(classes);
    }

    @Test
    void storageKnowsNoHost() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".storage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".azure", "com.azure.identity..", "com.microsoft..")
                .check(classes);
    }
}
