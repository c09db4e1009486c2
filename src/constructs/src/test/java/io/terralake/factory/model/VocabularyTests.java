package io.terralake.factory.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.json.JsonSerializable;
import com.azure.resourcemanager.datafactory.models.Activity;
import com.azure.resourcemanager.datafactory.models.CopySink;
import com.azure.resourcemanager.datafactory.models.CopySource;
import com.azure.resourcemanager.datafactory.models.Credential;
import com.azure.resourcemanager.datafactory.models.DataFlow;
import com.azure.resourcemanager.datafactory.models.Dataset;
import com.azure.resourcemanager.datafactory.models.IntegrationRuntime;
import com.azure.resourcemanager.datafactory.models.LinkedService;
import com.azure.resourcemanager.datafactory.models.Trigger;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.json.KnownTypes;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The whole of Microsoft's vocabulary becomes JSON with a type that the checks know. */
class VocabularyTests {
    private static final JavaClasses MODELS =
            new ClassFileImporter().importPackages("com.azure.resourcemanager.datafactory.models");

    /** What others extend; the service has no such types. */
    private static final Set<String> BASES = Set.of(
            "Activity",
            "Container",
            "CopySink",
            "CopySource",
            "Credential",
            "DataFlow",
            "Dataset",
            "Execution",
            "IntegrationRuntime",
            "LinkedService",
            "TabularSource",
            "Trigger");

    @Test
    void everyModelHasATypeThatIsKnown() {
        areKnown(Activity.class, 39, KnownTypes::isActivity);
        areKnown(LinkedService.class, 120, type -> KnownTypes.is(ArtifactKind.LINKED_SERVICE, type));
        areKnown(Dataset.class, 100, type -> KnownTypes.is(ArtifactKind.DATASET, type));
        areKnown(Trigger.class, 7, type -> KnownTypes.is(ArtifactKind.TRIGGER, type));
        areKnown(DataFlow.class, 3, type -> KnownTypes.is(ArtifactKind.DATA_FLOW, type));
        areKnown(IntegrationRuntime.class, 2, type -> KnownTypes.is(ArtifactKind.INTEGRATION_RUNTIME, type));
        areKnown(Credential.class, 2, type -> KnownTypes.is(ArtifactKind.CREDENTIAL, type));
        areKnown(CopySource.class, 100, type -> type.endsWith("Source"));
        areKnown(CopySink.class, 45, type -> type.endsWith("Sink"));
    }

    private static void areKnown(Class<?> kind, int atLeast, Predicate<String> known) {
        List<String> types = MODELS.stream()
                .filter(type -> type.isAssignableTo(kind))
                .map(JavaClass::reflect)
                .map(VocabularyTests::type)
                .filter(type -> !BASES.contains(type))
                .toList();
        assertThat(types)
                .as(kind.getSimpleName())
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .allMatch(known);
    }

    private static String type(Class<?> model) {
        try {
            return Models.json((JsonSerializable<?>) model.getConstructor().newInstance())
                    .path("type")
                    .asText();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
