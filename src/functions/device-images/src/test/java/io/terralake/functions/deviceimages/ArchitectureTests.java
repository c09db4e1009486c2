package io.terralake.functions.deviceimages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "io.terralake.functions.deviceimages";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theHandlerKnowsNoHost() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".azure",
                        ROOT + ".local",
                        ROOT + ".storage",
                        "com.azure..",
                        "com.microsoft..",
                        "org.h2..")
                .check(classes);
    }

    @Test
    void imagesKnowNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".png")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT + ".png", "java..", "org.jspecify..")
                .check(classes);
    }

    @Test
    void hostsDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".local")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".azure", "com.azure.identity..", "com.microsoft..")
                .check(classes);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".azure", ROOT + ".storage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".local", "com.azure.storage.queue..", "org.h2..", "picocli..")
                .check(classes);
    }
}
