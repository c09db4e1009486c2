package io.terralake.factory;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.PlatformStack;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomDatasetTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final CustomLinkedService rest = new CustomLinkedService(
            stack,
            "Rest",
            CustomLinkedServiceProps.builder()
                    .factory(new DataFactory(
                            stack, "Factory", DataFactoryProps.builder().build()))
                    .name("Rest")
                    .type("RestService")
                    .typeProperties(JsonNodeFactory.instance.objectNode().put("url", "https://example.com"))
                    .build());

    @Test
    void isWrittenAsItsJson() {
        dataset(Map.of("page", Parameter.string(), "size", Parameter.string("${100}")));
        assertThat(stack).hasResource("azurerm_data_factory_custom_dataset", """
                {
                  name: 'Pages',
                  type: 'RestResource',
                  linked_service: {name: textLike('${azurerm_data_factory_linked_custom_service.*.name}')},
                  type_properties_json: '{"relativeUrl":"pages/$${x}"}',
                  parameters: {page: '', size: '$${100}'},
                }
                """);
    }

    @Test
    void parametersOfOtherTypesKeepThem() {
        dataset(Map.of("page", Parameter.integer(1), "all", Parameter.bool()));
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.DataFactory/factories/datasets@2018-06-01',
                  name: 'Pages',
                  body: {
                    properties: {
                      type: 'RestResource',
                      linkedServiceName: {type: 'LinkedServiceReference', referenceName: textLike('${azurerm_data_factory_linked_custom_service.*.name}')},
                      parameters: {page: {type: 'Int', defaultValue: 1}, all: {type: 'Bool'}},
                      typeProperties: {relativeUrl: 'pages/$${x}'},
                    },
                  },
                }
                """);
    }

    private void dataset(Map<String, Parameter> parameters) {
        new CustomDataset(
                stack,
                "Pages",
                CustomDatasetProps.builder()
                        .name("Pages")
                        .linkedService(rest)
                        .type("RestResource")
                        .typeProperties(JsonNodeFactory.instance.objectNode().put("relativeUrl", "pages/${x}"))
                        .parameters(parameters)
                        .build());
    }
}
