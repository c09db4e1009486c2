package io.terralake.factory.dataflow;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.ShortForms;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flowlets, and the data flows that call them. */
class FlowletTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final ShortForms forms = new ShortForms(stack);

    @Test
    void aFlowletIsCalledByADataFlow() {
        forms.flow();
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.DataFactory/factories/dataflows@2018-06-01',
                  name: 'Clean',
                  body: {
                    properties: {
                      type: 'Flowlet',
                      folder: {name: 'shop/cars'},
                      typeProperties: {
                        sources: [],
                        sinks: [],
                        transformations: [{name: 'in'}, {name: 'trim'}, {name: 'out'}],
                        script: textLike('parameters{**shop as string**input(output(id as string)) ~> in**output() ~> out'),
                      },
                    },
                  },
                }
                """);
        assertThat(stack).hasResource("azurerm_data_factory_data_flow", """
                {
                  name: 'Flow',
                  folder: 'shop/cars',
                  description: 'cars of all shops',
                  annotations: ['cars'],
                  transformation: [{name: 'cleaned', flowlet: {name: textLike('${azapi_resource.Clean_*.name}'), parameters: {shop: "'a'"}}}],
                }
                """);
    }

    @Test
    void refusesStepsThatTheScriptDoesNotHave() {
        assertThatThrownBy(() ->
                        flowlet("Wrong", forms.factory, List.of("in", "gone"), "input() ~> in\nin output() ~> out"))
                .hasMessage(
                        "flowlet \"Wrong\": the script has no step \"gone\", its steps are [in, out]; the script's step"
                                + " \"out\" is neither source nor sink nor transformation (at test-stack/Wrong)");
    }

    @Test
    void refusesCallsThatFail() {
        Flowlet clean = new Flowlet(
                stack,
                "Clean",
                FlowletProps.builder()
                        .factory(forms.factory)
                        .name("Clean")
                        .steps(List.of("in"))
                        .parameters(Map.of("shop", DataFlowParameter.string()))
                        .script("input() ~> in")
                        .build());
        assertThatThrownBy(() -> call("Unset", FlowletUse.of(clean)))
                .hasMessage(
                        "data flow \"Unset\": the parameter \"shop\" of the flowlet of the step \"clean\" is not set"
                                + " (at test-stack/Unset)");
        assertThatThrownBy(() -> call("Unknown", new FlowletUse(clean, Map.of("shop", "'a'", "day", "1"))))
                .hasMessage(
                        "data flow \"Unknown\": the flowlet of the step \"clean\" has no parameter \"day\", there are [shop]"
                                + " (at test-stack/Unknown)");
        DataFactory elsewhere = new DataFactory(
                stack,
                "Elsewhere",
                DataFactoryProps.builder().name("adf-elsewhere").build());
        Flowlet far = flowlet("Far", elsewhere, List.of("in"), "input() ~> in");
        assertThatThrownBy(() -> call("There", FlowletUse.of(far)))
                .hasMessage(
                        "data flow \"There\": the flowlet test-stack/Far is in another factory, test-stack/Elsewhere, not in"
                                + " test-stack/Factory (at test-stack/There)");
    }

    private Flowlet flowlet(String name, DataFactory factory, List<String> steps, String script) {
        return new Flowlet(
                stack,
                name,
                FlowletProps.builder()
                        .factory(factory)
                        .name(name)
                        .steps(steps)
                        .script(script)
                        .build());
    }

    private void call(String name, FlowletUse use) {
        new MappingDataFlow(
                stack,
                name,
                MappingDataFlowProps.builder()
                        .factory(forms.factory)
                        .name(name)
                        .sources(List.of(DataFlowEnd.inline("In", forms.lake)))
                        .sinks(List.of(DataFlowEnd.inline("Out", forms.lake)))
                        .flowlets(Map.of("clean", use))
                        .script(
                                "source() ~> In\nIn compose(composition: 'Clean') ~> clean@(out)\nclean@out sink() ~> Out")
                        .build());
    }
}
