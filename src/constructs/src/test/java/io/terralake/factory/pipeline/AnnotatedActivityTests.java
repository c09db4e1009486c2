package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every activity and every pipeline may have besides, and dependencies. */
class AnnotatedActivityTests extends PipelineFixture {

    @Test
    void activitiesHaveADescriptionAndUserProperties() {
        pipeline(List.of(lookup("Rows")
                .described("how ${many}")
                .withUserProperty("table", parameter("SourceTableName"))
                .withUserProperty("at", text("home"))));
        isWritten("""
                {
                  name: 'Rows',
                  description: 'how $${many}',
                  userProperties: [
                    {name: 'at', value: {value: 'home', type: 'Expression'}},
                    {name: 'table', value: {value: '@pipeline().parameters.SourceTableName', type: 'Expression'}},
                  ],
                  state: absent,
                  onInactiveMarkAs: absent,
                }
                """);
    }

    @Test
    void activitiesWithoutThemHaveNone() {
        pipeline(List.of(lookup("Rows")));
        isWritten("{description: absent, userProperties: [], state: absent}");
    }

    @Test
    void userPropertiesAreFewAndDifferent() {
        Activity rows = lookup("X").withUserProperty("p0", value(0));
        assertThatThrownBy(() -> rows.withUserProperty("p0", value(1)))
                .hasMessage("the user property \"p0\" is there twice");
        assertThatThrownBy(() -> rows.withUserProperty("p1", null)).hasMessage("the user property \"p1\" has no value");
        Activity many = rows;
        for (int i = 1; i < 6; i++) {
            many = many.withUserProperty("p" + i, value(i));
        }
        refuses(List.of(many), "activity \"X\": it has 6 user properties: at most 5");
        refuses(
                List.of(lookup("X").withUserProperty("p", item("name"))),
                "activity \"X\": reads item(), but does not stand in a ForEach: position 2 of \"@item().name\" at"
                        + " /userProperties/0/value/value");
    }

    @Test
    void inactiveActivitiesPassForWhatIsSaid() {
        pipeline(List.of(lookup("Rows").inactive(InactiveOutcome.FAILED)));
        isWritten("{name: 'Rows', state: 'Inactive', onInactiveMarkAs: 'Failed', typeProperties: {source: {}}}");
        new Pipeline(stack, "Other", props("Other", List.of(lookup("Off").inactive())));
        isWritten("{name: 'Off', state: 'Inactive', onInactiveMarkAs: 'Succeeded'}");
    }

    @Test
    void whatIsWrongInAnInactiveActivityIsAWarning() {
        Activity off = ifTrue(lookup("Inner").withUserProperty("p", parameter("Day")));
        assertThat(warnings(pipeline(List.of(off.inactive()))))
                .containsExactly(
                        "pipeline \"Copy\": activity \"Inner\": the parameter \"Day\" is not declared, there are"
                                + " [SourceTableName]: position 2 of \"@pipeline().parameters.Day\" at /userProperties/0/value/value");
    }

    @Test
    void namesAndDependenciesOfAnInactiveActivityMustHold() {
        refuses(
                List.of(lookup("Rows", lookup("Other")).inactive()),
                "activity \"Rows\": depends on \"Other\", which is not in the pipeline");
    }

    @Test
    void theOutputOfAnInactiveActivityIsNone() {
        Activity rows = lookup("Rows").inactive();
        SetVariable keep = SetVariable.builder()
                .name("Keep")
                .variable("last")
                .value(output(rows, "firstRow.id"))
                .dependsOn(List.of(Dependency.after(rows)))
                .build();
        assertThat(warnings(pipeline(List.of(rows, keep))))
                .containsExactly(
                        "pipeline \"Copy\": activity \"Keep\": reads \"Rows\", which is inactive: it puts out nothing:"
                                + " position 2 of \"@activity('Rows').output.firstRow.id\" at /typeProperties/value/value");
    }

    @Test
    void dependenciesHaveOneConditionOrSeveral() {
        Activity rows = lookup("Rows").described("annotated or not");
        Lookup other = lookup("Other");
        pipeline(List.of(
                rows,
                other,
                LookupBuilder.from(lookup("Last"))
                        .withDependsOn(List.of(
                                Dependency.after(rows),
                                Dependency.after(other, DependencyCondition.SUCCEEDED, DependencyCondition.SKIPPED)))));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [{name: 'Rows'}, {name: 'Other'}, {
                  name: 'Last',
                  dependsOn: [
                    {activity: 'Rows', dependencyConditions: ['Succeeded']},
                    {activity: 'Other', dependencyConditions: ['Succeeded', 'Skipped']},
                  ],
                }]}}}
                """);
        assertThat(Dependency.on(rows)).isEqualTo(Dependency.after(rows, DependencyCondition.SUCCEEDED));
    }

    @Test
    void conditionsAreThereOnceAndKnown() {
        Lookup rows = lookup("Rows");
        assertThatThrownBy(() -> Dependency.after(rows, DependencyCondition.FAILED, DependencyCondition.FAILED))
                .hasMessage("the conditions [FAILED, FAILED] of a dependency are not allowed: at least one, each once");
        assertThatThrownBy(() -> new Dependency(rows, List.of()))
                .hasMessage("the conditions [] of a dependency are not allowed: at least one, each once");
    }

    @Test
    void pipelinesHaveAFolderADescriptionAndAnnotations() {
        new Pipeline(
                stack,
                "Pipeline",
                PipelinePropsBuilder.from(props(List.of(lookup("Rows"))))
                        .with(props -> props.description("counts ${x}")
                                .folder("loans/daily")
                                .annotations(List.of("loans", "daily"))));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {
                  description: 'counts $${x}',
                  folder: {name: 'loans/daily'},
                  annotations: ['loans', 'daily'],
                }}}
                """);
        assertThatThrownBy(() -> PipelineProps.builder().folder("/loans").build())
                .hasMessage(
                        "the folder \"/loans\" of a pipeline is not allowed: names between slashes, such as loans/daily");
    }

    @Test
    void thePolicyOfAPipelineIsOfActivitiesThatSayNone() {
        ActivityPolicy patient =
                ActivityPolicy.builder().timeout(Duration.ofHours(6)).retries(0).build();
        Lookup own = LookupBuilder.from(lookup("Own"))
                .withPolicy(ActivityPolicy.builder().build());
        Activity inner = lookup("Inner").described("annotated");
        new Pipeline(
                stack,
                "Pipeline",
                PipelinePropsBuilder.from(props(List.of(
                                own,
                                ifTrue(inner),
                                Wait.builder().name("Pause").seconds(value(1)).build())))
                        .withPolicy(patient));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [
                  {name: 'Own', policy: {timeout: '0.01:00:00', retry: 2}},
                  {typeProperties: {ifTrueActivities: [{name: 'Inner', policy: {timeout: '0.06:00:00', retry: 0}}]}},
                  {name: 'Pause', policy: absent},
                ]}}}
                """);
    }

    @Test
    void nobodysOwnClassIsLessThanThoseOfTheLibrary() {
        Activity own = new Activity() {
            @Override
            public String name() {
                return "Own";
            }

            @Override
            public String type() {
                return "Wait";
            }

            @Override
            public ObjectNode typeProperties() {
                return JSON.createObjectNode().put("waitTimeInSeconds", 1);
            }
        };
        pipeline(List.of(own.described("mine").inactive(InactiveOutcome.SKIPPED)));
        isWritten("{name: 'Own', description: 'mine', onInactiveMarkAs: 'Skipped'}");
    }

    private static List<String> warnings(Pipeline pipeline) {
        return pipeline.getNode().getMetadata().stream()
                .filter(entry -> entry.getType().equals("@cdktf/warn"))
                .map(entry -> entry.getData().toString())
                .toList();
    }
}
