package io.terralake.functions.modelevents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "io.terralake.functions.modelevents";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theHandlerKnowsNoHostNoGitHubAndNoStorage() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".*", "com.azure..", "com.microsoft..", "java.net.http..")
                .check(classes);
    }

    @Test
    void gitHubKnowsNoAzure() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".github")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".azure", ROOT + ".local", ROOT + ".storage", "com.azure..", "com.microsoft..")
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
                .resideInAnyPackage(ROOT + ".local", "com.azure.storage.queue..", "picocli..")
                .check(classes);
    }
}
