package io.terralake.emulator.arm.templates;

import static io.terralake.emulator.arm.templates.Templates.GROUP;
import static io.terralake.emulator.arm.templates.Templates.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatePlanTests {
    private static String resource(String fields) {
        return "{\"type\": \"Contoso.Things/things\", \"apiVersion\": \"2024-01-01\", %s}".formatted(fields);
    }

    private static String deployment(String field, String value) {
        return "{\"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"1\", \"name\": \"d\", \"%s\": \"%s\", \"properties\": {\"template\": {\"resources\": []}}}"
                .formatted(field, value);
    }

    private static TemplatePlan resources(String... resources) {
        return plan("{\"resources\": [%s]}".formatted(String.join(",", resources)), "{}");
    }

    private static String ids(TemplatePlan plan) {
        return plan.resources().stream()
                .map(PlannedResource::id)
                .map(id -> id.replace(GROUP, ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyResourceHasAnId() {
        assertThat(ids(resources(
                        """
                        {
                          "type": "Microsoft.Sql/servers", "apiVersion": "1", "name": "sql",
                          "resources": [{"type": "databases", "apiVersion": "1", "name": "db"}]
                        }
                        """,
                        "{\"type\": \"Microsoft.KeyVault/vaults/providers/locks\", \"apiVersion\": \"1\", \"name\": \"kv/Microsoft.Authorization/keep\"}",
                        "{\"type\": \"Microsoft.Authorization/locks\", \"apiVersion\": \"1\", \"name\": \"keep\", \"scope\": \"Microsoft.Sql/servers/sql\"}",
                        deployment("resourceGroup", "other"),
                        deployment("subscriptionId", "s"))))
                .isEqualTo("/providers/Microsoft.Sql/servers/sql"
                        + " /providers/Microsoft.Sql/servers/sql/databases/db"
                        + " /providers/Microsoft.KeyVault/vaults/kv/providers/Microsoft.Authorization/locks/keep"
                        + " /providers/Microsoft.Sql/servers/sql/providers/Microsoft.Authorization/locks/keep"
                        + " /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other/providers/Microsoft.Resources/deployments/d"
                        + " /subscriptions/s/providers/Microsoft.Resources/deployments/d");
    }

    @Test
    void loopsAreResources() {
        assertThat(ids(resources(resource(
                        "\"name\": \"[concat('t', copyIndex(5))]\", \"copy\": {\"name\": \"all\", \"count\": 3}"))))
                .isEqualTo(
                        "/providers/Contoso.Things/things/t5 /providers/Contoso.Things/things/t6 /providers/Contoso.Things/things/t7");
    }

    @Test
    void whatIsReferredToByNameIsADependency() {
        TemplatePlan plan = resources(
                resource("\"name\": \"a\", \"properties\": {\"x\": \"[reference('b').y]\"}"),
                resource("\"name\": \"b\""),
                resource(
                        "\"name\": \"c\", \"properties\": {\"x\": \"[reference(resourceId('Contoso.Things/things', 'b'), '2024-01-01').y]\"}"));
        assertThat(plan.resources().get(0).dependencies()).hasToString("[contoso.things/things/b]");
        assertThat(plan.resources().get(2).dependencies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [newGuid()]                            | [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}
            [utcNow()]                             | 2\\d{7}T\\d{6}Z
            [utcNow('u')]                          | 2\\d{3}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ
            [utcNow('M d')]                        | \\d\\d? \\d\\d?
            [utcNow('yyyy-MM-ddTHH:mm:ss.fffZ')]   | 2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z
            """)
    void aDefaultMayBeDrawn(String drawn, String pattern) {
        assertThat(plan(
                                "{\"parameters\": {\"x\": {\"type\": \"string\", \"defaultValue\": \"%s\"}}, \"resources\": []}"
                                        .formatted(drawn),
                                "{}")
                        .parameters()
                        .at("/x/value")
                        .asText())
                .matches(pattern);
    }

    @Test
    void valuesOfParametersAreNoExpressions() {
        String template =
                "{\"parameters\": {\"x\": {\"type\": \"string\", \"defaultValue\": \"[[d]\"}}, \"resources\": []}";
        assertThat(plan(template, "{}").parameters().at("/x/value").asText()).isEqualTo("[d]");
        assertThat(plan(template, "{\"X\": {\"value\": \"[toUpper('a')]\"}}")
                        .parameters()
                        .at("/x/value")
                        .asText())
                .isEqualTo("[toUpper('a')]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type": "string"}                                | {}                      | the parameter 'p' has no default value and is not given one, at /parameters/p
            {"type": "string"}                                | {"p": {"value": 5}}     | the parameter 'p' must be a string, given is 5, at /parameters/p/type
            {"type": "int"}                                   | {"p": {"value": 1.5}}   | the parameter 'p' must be an int, given is 1.5, at /parameters/p/type
            {"type": "int"}                                   | {"p": {"value": "5"}}   | the parameter 'p' must be an int, given is "5", at /parameters/p/type
            {"type": "bool"}                                  | {"p": {"value": null}}  | the parameter 'p' must be a bool, given is null, at /parameters/p/type
            {"type": "number"}                                | {"p": {"value": 5}}     | the type of the parameter 'p' must be one of [String, SecureString, Int, Bool, Object, SecureObject, Array], given is "number", at /parameters/p/type
            {}                                                | {"p": {"value": 5}}     | the type of the parameter 'p' must be one of [String, SecureString, Int, Bool, Object, SecureObject, Array], given is none, at /parameters/p/type
            {"type": "string", "allowedValues": ["a", "b"]}   | {"p": {"value": "c"}}   | the parameter 'p' must be one of ["a","b"], given is "c", at /parameters/p/allowedValues
            {"type": "array", "allowedValues": ["a", "b"]}    | {"p": {"value": ["c"]}} | the parameter 'p' must be one of ["a","b"], given is ["c"], at /parameters/p/allowedValues
            {"type": "string", "minLength": 3}                | {"p": {"value": "ab"}}  | the parameter 'p' must be at least 3 long, given is "ab", at /parameters/p/minLength
            {"type": "array", "maxLength": 1}                 | {"p": {"value": [1,2]}} | the parameter 'p' must be at most 1 long, given is [1,2], at /parameters/p/maxLength
            {"type": "int", "minValue": 3}                    | {"p": {"value": 2}}     | the parameter 'p' must be at least 3, given is 2, at /parameters/p/minValue
            {"type": "int", "maxValue": 3}                    | {"p": {"value": 4}}     | the parameter 'p' must be at most 3, given is 4, at /parameters/p/maxValue
            {"type": "securestring", "maxLength": 3}          | {"p": {"value": "abcd"}} | the parameter 'p' must be at most 3 long, given is a value that is not shown, at /parameters/p/maxLength
            {"type": "int", "defaultValue": 4, "maxValue": 3} | {}                      | the parameter 'p' must be at most 3, given is 4, at /parameters/p/maxValue
            {"type": "string", "defaultValue": "[parameters('p')]"} | {}                | the parameter 'p' needs itself, by way of [p], at /parameters/p/defaultValue
            {"type": "string", "defaultValue": "[parameters('q')]"} | {}                | there is no parameter 'q', declared are [p], at /parameters/p/defaultValue
            {"type": "string"}                                | {"q": {"value": "x"}}   | the parameter 'q' is given a value and not declared, declared are [p], at /parameters
            {"type": "string"}                                | {"p": "x"}              | the parameter 'p' must be given as an object with a 'value', at /parameters/p
            {"type": "string", "defaultValue": "[utcNow('MMMM')]"} | {}                 | the format 'MMMM' of a time is not emulated: d, u, o, s and such as yyyy-MM-dd are, at /parameters/p/defaultValue
            {"type": "string"}                                | {"p": {"reference": {}}} | the parameter 'p' is given as a reference to a vault, which is not emulated, at /parameters/p
            """)
    void aWrongParameterIsSaid(String declaration, String given, String message) {
        assertThatThrownBy(() -> plan("{\"parameters\": {\"p\": %s}, \"resources\": []}".formatted(declaration), given))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            5                                                            | a resource must be an object, given is 5, at /resources/0
            {"type": "Contoso.Things/things", "apiVersion": "1"}         | the field 'name' is missing, at /resources/0
            {"type": "Contoso.Things/things", "name": "x"}               | the field 'apiVersion' is missing, at /resources/0
            {"type": 5, "apiVersion": "1", "name": "x"}                  | the field 'type' must be a string that is not empty, given is 5, at /resources/0/type
            {"type": "Contoso.Things/things", "apiVersion": "1", "name": "x/y"} | the name of a resource has as many parts as its type after the namespace, given are 'x/y' and 'Contoso.Things/things', at /resources/0/name
            {"type": "things", "apiVersion": "1", "name": "x"}           | the name of a resource has as many parts as its type after the namespace, given are 'x' and 'things', at /resources/0/name
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "condition": "yes"} | the condition of a resource must be a bool, given is "yes", at /resources/0/condition
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "dependsOn": ["y"]} | the resource 'y' is not defined in the template, at /resources/0/dependsOn/0
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "dependsOn": "y"} | dependencies must be an array of names or ids, given is "y", at /resources/0/dependsOn
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "dependsOn": ["x"]} | the resources [a.b/c/x] depend on each other in a circle, at /resources/0/dependsOn
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "copy": {"name": "l", "count": 801}} | the count of a loop must be an int between 0 and 800, given is 801, at /resources/0/copy/count
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "copy": {"name": "l", "count": 2}} | the resource '{group}/providers/A.B/c/x' is defined more than once, at /resources/0
            {"type": "A.B/c", "apiVersion": "1", "name": "[reference('y').z]"} | the function 'reference' is not expected here: it is for properties and outputs only, at /resources/0/name
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "location": "[reference('y').z]"} | the function 'reference' is not expected here: it is for properties and outputs only, at /resources/0/location
            {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "1", "name": "x"} | a resource group is made by a deployment to a subscription only, at /resources/0/type
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "tags": {"t": ["[foo()]"]}} | there is no function 'foo', at /resources/0/tags/t/0
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "tags": {"[if(true(), 'a', variables('v'))]": "b"}} | there is no variable 'v', declared are [], at /resources/0/tags/[if(true(), 'a', variables('v'))]
            {"type": "A.B/c", "apiVersion": "1", "name": "x", "resources": [{"type": "d", "apiVersion": "1", "name": "[concat(1, createArray())]"}]} | argument 2 of the function 'concat' must be string, int or bool, as the first is no array, given is [], at /resources/0/resources/0/name
            {"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "x", "properties": {"expressionEvaluationOptions": {"scope": "inner"}, "template": {"resources": [{"name": "[parameters('p')]"}]}}} | there is no parameter 'p', declared are [], at /resources/0/properties/template/resources/0/name
            """)
    void aWrongResourceIsSaid(String resource, String message) {
        assertThatThrownBy(() -> resources(resource))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message.replace("{group}", GROUP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                  | the resources of a template must be an array, at /resources
            {"resources": {"a": {}}}                            | resources with symbolic names are not emulated, at /resources
            {"resources": [], "languageVersion": "2.0"}         | the language version "2.0" is not emulated, at /languageVersion
            {"resources": [], "functions": [{}]}                | functions of a template's own are not emulated, at /functions
            {"resources": [], "parameters": []}                 | the parameters of a template must be an object, at /parameters
            {"resources": [], "outputs": {"o": {"type": "int", "value": "x"}}} | the output 'o' must be an int, given is "x", at /outputs/o/value
            {"resources": [], "outputs": {"o": {"type": "int"}}} | the output 'o' has no value, at /outputs/o
            {"resources": [], "variables": {"a": "[variables('b')]", "b": "[variables('a')]"}, "outputs": {"o": {"type": "int", "value": "[variables('a')]"}}} | the variable 'a' needs itself, by way of [a, b], at /variables/b
            """)
    void aWrongTemplateIsSaid(String template, String message) {
        assertThatThrownBy(() -> plan(template, "{}"))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @Test
    void variablesCanBeMadeInLoops() {
        assertThat(plan("""
                        {
                          "variables": {"copy": [{"name": "v", "count": 2, "input": {"n": "[copyIndex('v', 1)]"}}], "w": "[variables('v')[1].n]",
                            "x": {"a": 1, "copy": [{"name": "b", "count": 1, "input": "c"}]}
                          },
                          "resources": [],
                          "outputs": {"o": {"type": "array", "value": "[variables('v')]"}, "p": {"type": "int", "value": "[variables('w')]"},
                            "q": {"type": "object", "value": "[variables('x')]"}
                          }
                        }
                        """, "{}").outputs())
                .hasToString(
                        "{\"o\":{\"type\":\"Array\",\"value\":[{\"n\":1},{\"n\":2}]},\"p\":{\"type\":\"Int\",\"value\":2},\"q\":{\"type\":\"Object\",\"value\":{\"a\":1,\"b\":[\"c\"]}}}");
    }
}
