package io.terralake.functions.usedcars;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "io.terralake.functions.usedcars";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void handlersKnowNoHost() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".*", "com.azure..", "com.microsoft..", "io.delta..", "com.sun..")
                .check(classes);
    }

    @Test
    void hostsDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".local")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".azure", "com.azure..", "com.microsoft..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".azure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".local", "io.delta..", "picocli..")
                .check(classes);
    }
}
