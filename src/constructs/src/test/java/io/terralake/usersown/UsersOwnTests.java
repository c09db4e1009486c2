package io.terralake.usersown;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.Dataset;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.FileDataset;
import io.terralake.factory.FileDatasetProps;
import io.terralake.factory.FileFormat;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.Parameter;
import io.terralake.factory.dataflow.DataFlowEnd;
import io.terralake.factory.dataflow.MappingDataFlow;
import io.terralake.factory.dataflow.MappingDataFlowProps;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Lookup;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Source;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.Stacks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Classes that users write take part in every check, and are named when they do not keep to their interface. */
class UsersOwnTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final IDataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    private final WebhookService webhooks = new WebhookService(stack, "Webhooks", factory);
    private final Dataset pages = new Pages(stack, "Pages", webhooks);

    @Test
    void activitiesStandBesideThoseOfTheLibrary() {
        Lookup rows = lookup(Map.of("page", Expression.value(1)));
        pipeline(List.of(rows, ping("Ping", Expression.output(rows, "firstRow.Rows"), rows)));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [
                  {typeProperties: {
                    source: {type: 'RestSource'},
                    dataset: {referenceName: 'Pages', parameters: {page: 1}},
                  }},
                  {
                    type: 'WebHook',
                    linkedServiceName: {
                      referenceName: textLike('${azurerm_data_factory_linked_custom_service.*.name}'),
                    },
                  },
                ]}}}
                """);
    }

    @Test
    void namesDependenciesAndReferencesAreChecked() {
        Lookup rows = lookup(Map.of("page", Expression.value(1)));
        refuses(
                List.of(ping("a.b", Expression.parameter("Lost"), rows)),
                "activity \"a.b\": the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
                        + " none of .+?/<>*%&:\\;"
                        + " activity \"a.b\": depends on \"Rows\", which is not in the pipeline;"
                        + " activity \"a.b\": the parameter \"Lost\" is not declared, there are []: position 2 of"
                        + " \"@pipeline().parameters.Lost\" at /typeProperties/body/value");
        refuses(
                List.of(ping("Ping", Expression.output(rows, "firstRow.Rows"))),
                "activity \"Ping\": reads the output of \"Rows\", which is not in the pipeline: position 2 of"
                        + " \"@activity('Rows').output.firstRow.Rows\" at /typeProperties/body/value");
    }

    @Test
    void parametersOfDatasetsAreChecked() {
        refuses(
                List.of(lookup(Map.of("size", Expression.text("many")))),
                "activity \"Rows\": the parameter \"size\" of dataset \"Pages\" is of type Int, given is \"many\";"
                        + " activity \"Rows\": the parameter \"page\" of dataset \"Pages\" is not set");
    }

    @Test
    void whatIsInAnotherFactoryIsNamed() {
        IDataFactory other = DataFactory.fromFactoryId(
                stack,
                "Other",
                "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.DataFactory/factories/adf-other");
        WebhookService elsewhere = new WebhookService(stack, "Elsewhere", other);
        refuses(
                List.of(new Ping("Ping", elsewhere, Expression.text("x"), List.of())),
                "activity \"Ping\": the linked service test-stack/Elsewhere is in another factory, test-stack/Other, not in"
                        + " test-stack/Factory");
        refuses(
                List.of(lookup(new Pages(stack, "PagesElsewhere", elsewhere), Map.of("page", Expression.value(1)))),
                "activity \"Rows\": the dataset test-stack/PagesElsewhere is in another factory, test-stack/Other, not in"
                        + " test-stack/Factory");
    }

    @Test
    void anActivityThatReturnsNullIsNamed() {
        for (String member : List.of("type", "typeProperties", "dependsOn", "branches", "datasets", "artifacts")) {
            refuses(
                    List.of(new Broken("Broken", member, null)),
                    "activity \"Broken\": io.terralake.usersown.UsersOwnTests$Broken.%s() returned null"
                            .formatted(member));
        }
        refuses(List.of(new Broken(null, "", null)), "io.terralake.usersown.UsersOwnTests$Broken.name() returned null");
    }

    @Test
    void anActivityThatThrowsIsNamed() {
        for (String member : List.of("type", "typeProperties", "dependsOn", "branches", "datasets", "artifacts")) {
            refuses(
                    List.of(new Broken("Broken", member, new IllegalStateException("no idea"))),
                    ("activity \"Broken\": io.terralake.usersown.UsersOwnTests$Broken.%s() failed:"
                                    + " java.lang.IllegalStateException: no idea")
                            .formatted(member));
        }
    }

    @Test
    void aListWithNullInItAndAnActivityInItselfAreNamed() {
        refuses(
                List.of(new Broken("Broken", "nulls", null)),
                "activity \"Broken\": io.terralake.usersown.UsersOwnTests$Broken.dependsOn() returned a list with null in it");
        refuses(
                List.of(new Broken("Broken", "nullInside", null)),
                "activity \"Broken\": io.terralake.usersown.UsersOwnTests$Broken.branches() returned a list with null in it");
        refuses(List.of(new Broken("Broken", "itself", null)), "activity \"Broken\": it stands in itself");
    }

    @Test
    void sourcesAndDatasetsThatReturnNullAreNamed() {
        refuses(
                List.of(Lookup.builder()
                        .name("Rows")
                        .source(new BrokenSource(DatasetReference.to(pages)))
                        .build()),
                "activity \"Rows\": io.terralake.usersown.UsersOwnTests$BrokenSource.json() returned null");
        refuses(
                List.of(lookup(new BrokenDataset(stack, "BrokenDataset", factory), Map.of())),
                "activity \"Rows\": io.terralake.usersown.UsersOwnTests$BrokenDataset.datasetName() returned null");
    }

    @Test
    void linkedServicesFormatsAndEndsThatReturnNullAreNamed() {
        LinkedService nameless = new BrokenService(stack, "Nameless", factory);
        assertThatThrownBy(() -> files("Files", nameless, FileFormat.DelimitedText.CSV))
                .isInstanceOf(ConstructException.class)
                .hasMessage("io.terralake.usersown.UsersOwnTests$BrokenService.linkedServiceName() returned null"
                        + " (at test-stack/Files)");
        assertThatThrownBy(() -> files("Typeless", webhooks, new BrokenFormat()))
                .hasMessage("io.terralake.usersown.UsersOwnTests$BrokenFormat.datasetType() returned null"
                        + " (at test-stack/Typeless)");
        assertThatThrownBy(() -> flow("Placeless", () -> "In"))
                .hasMessage("data flow \"Flow\": the end \"In\" has neither dataset nor linked service, it needs one of"
                        + " them (at test-stack/Placeless)");
        assertThatThrownBy(() -> flow("Broken", DataFlowEnd.inline("In", nameless)))
                .hasMessage("data flow \"Flow\":"
                        + " io.terralake.usersown.UsersOwnTests$BrokenService.linkedServiceName() returned null"
                        + " (at test-stack/Broken)");
    }

    private Ping ping(String name, Expression message, Activity... before) {
        return new Ping(
                name,
                webhooks,
                message,
                Arrays.stream(before).map(Dependency::on).toList());
    }

    private Lookup lookup(Map<String, Expression> parameters) {
        return lookup(pages, parameters);
    }

    private static Lookup lookup(Dataset dataset, Map<String, Expression> parameters) {
        return Lookup.builder()
                .name("Rows")
                .source(new PageSource(new DatasetReference(dataset, parameters)))
                .build();
    }

    private void pipeline(List<Activity> activities) {
        new Pipeline(
                stack,
                "Pipeline" + System.nanoTime(),
                PipelineProps.builder()
                        .factory(factory)
                        .name("Watch")
                        .activities(activities)
                        .build());
    }

    private void refuses(List<Activity> activities, String message) {
        assertThatThrownBy(() -> pipeline(activities))
                .isInstanceOf(ConstructException.class)
                .hasMessageStartingWith("pipeline \"Watch\": " + message + " (at test-stack/Pipeline");
    }

    private void files(String id, LinkedService lake, FileFormat format) {
        DataLake dataLake = new DataLake(
                stack,
                "Lake" + id,
                DataLakeProps.builder().name("st" + id.toLowerCase()).build());
        dataLake.addZone("bronze", ZoneProps.builder().build());
        new FileDataset(
                stack,
                id,
                FileDatasetProps.builder()
                        .name(id)
                        .lake(lake)
                        .zone(dataLake.zone("bronze"))
                        .format(format)
                        .build());
    }

    private void flow(String id, DataFlowEnd source) {
        new MappingDataFlow(
                stack,
                id,
                MappingDataFlowProps.builder()
                        .factory(factory)
                        .name("Flow")
                        .sources(List.of(source))
                        .sinks(List.of(DataFlowEnd.inline("Out", webhooks)))
                        .script("source() ~> In\nIn sink() ~> Out")
                        .build());
    }

    /** An activity with one member that returns null or throws. */
    @SuppressWarnings("NullAway")
    private record Broken(
            @Nullable String name, String member, @Nullable RuntimeException failure) implements Activity {
        @Override
        public String type() {
            return answer("type", "Wait");
        }

        @Override
        public ObjectNode typeProperties() {
            return answer("typeProperties", JsonNodeFactory.instance.objectNode());
        }

        @Override
        public List<Dependency> dependsOn() {
            return member.equals("nulls") ? Arrays.asList((Dependency) null) : answer("dependsOn", List.of());
        }

        @Override
        public List<List<Activity>> branches() {
            if (member.equals("nullInside")) {
                return List.of(Arrays.asList((Activity) null));
            }
            return member.equals("itself") ? List.of(List.of(this)) : answer("branches", List.of());
        }

        @Override
        public List<DatasetReference> datasets() {
            return answer("datasets", List.of());
        }

        @Override
        public List<FactoryArtifact> artifacts() {
            return answer("artifacts", List.of());
        }

        private <T> @Nullable T answer(String asked, T otherwise) {
            if (!asked.equals(member)) {
                return otherwise;
            }
            if (failure != null) {
                throw failure;
            }
            return null;
        }
    }

    private record BrokenSource(DatasetReference dataset) implements Source {
        @Override
        public DatasetReference dataset() {
            return new DatasetReference(dataset.dataset(), Map.of("page", Expression.value(1)));
        }

        @Override
        public @Nullable ObjectNode json() {
            return null;
        }
    }

    private static final class BrokenDataset extends Construct implements Dataset {
        private final IDataFactory factory;

        BrokenDataset(Construct scope, String id, IDataFactory factory) {
            super(scope, id);
            this.factory = factory;
        }

        @Override
        public IDataFactory factory() {
            return factory;
        }

        @Override
        public @Nullable String datasetName() {
            return null;
        }

        @Override
        public Map<String, Parameter> parameters() {
            return Map.of();
        }
    }

    private static final class BrokenService extends Construct implements LinkedService {
        private final IDataFactory factory;

        BrokenService(Construct scope, String id, IDataFactory factory) {
            super(scope, id);
            this.factory = factory;
        }

        @Override
        public IDataFactory factory() {
            return factory;
        }

        @Override
        public @Nullable String linkedServiceName() {
            return null;
        }
    }

    private record BrokenFormat() implements FileFormat {
        @Override
        public @Nullable String datasetType() {
            return null;
        }

        @Override
        public ObjectNode properties() {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
