package io.terralake.emulator.arm.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as Microsoft's documentation of the functions gives them, or as Azure is known to. */
class FunctionsTests {
    private static String value(String expression) {
        return value(expression, Templates.GROUP);
    }

    private static String value(String expression, String at) {
        ObjectNode template = (ObjectNode) Templates.json("""
                {
                  "parameters": {"size": {"type": "int", "defaultValue": 3}},
                  "variables": {"nested": {"Tags": ["a", "b"]}, "twice": "[concat(variables('one'), variables('one'))]", "one": "1"}
                }
                """);
        Secrets secrets = new Secrets();
        Scope scope = new Scope(
                template,
                new Parameters((ObjectNode) template.get("parameters"), JsonNodeFactory.instance.objectNode(), secrets),
                Templates.here(at),
                secrets);
        return new Evaluator(scope, Place.LATE)
                .evaluate(Values.text(expression), "/here")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            plain                                               | "plain"
            [[test value]                                       | "[test value]"
            [test] value                                        | "[test] value"
            ['it''s']                                           | "it's"
            [ toLower( 'ABC' ) ]                                | "abc"
            [TOUPPER('abc')]                                    | "ABC"
            [variables('nested').tags[1]]                       | "b"
            [variables('Nested')['TAGS'][0]]                    | "a"
            [variables('twice')]                                | "11"
            [parameters('SIZE')]                                | 3
            [resourceGroup().location]                          | "westeurope"
            [subscription().subscriptionId]                     | "00000000-0000-0000-0000-000000000001"
            [tenant().tenantId]                                 | "00000000-0000-0000-0000-000000000002"
            [deployment().name]                                 | "main"
            [environment().suffixes.storage]                    | "core.windows.net"
            [environment().suffixes.keyvaultDns]                | ".vault.azure.net"
            """)
    void whatIsWrittenHasAValue(String expression, String value) {
        assertThat(value(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [concat('a', 1, true(), 'b')]                       | "a1Trueb"
            [concat(createArray(1), createArray(2, 3))]         | [1,2,3]
            [format('{0}-{1}, {{x}} {2}', 'a', 5, true())]      | "a-5, {x} True"
            [format('Hello, {0}. Formatted number: {1:N0}', 'User', 8175133)] | "Hello, User. Formatted number: 8,175,133"
            [format('{0:D3} {1:X}', 7, 255)]                    | "007 FF"
            [substring('one two three', 4, 3)]                  | "two"
            [substring('one', 1)]                               | "ne"
            [replace('123-123-1234', '-', '')]                  | "1231231234"
            [split('one,two,three', ',')]                       | ["one","two","three"]
            [split('one;two,three', createArray(',', ';'))]     | ["one","two","three"]
            [join(createArray('one', 'two'), ', ')]             | "one, two"
            [length('One Two Three')]                           | 13
            [length(createArray('a', 'b'))]                     | 2
            [length(createObject('a', 1))]                      | 1
            [first('One Two Three')]                            | "O"
            [last(createArray('one', 'two', 'three'))]          | "three"
            [first('')]                                         | ""
            [contains('OneTwoThree', 'e')]                      | true
            [contains('OneTwoThree', 'z')]                      | false
            [contains(createObject('one', 'a'), 'ONE')]         | true
            [contains(createArray('one'), 'ONE')]               | false
            [startsWith('abcdef', 'AB')]                        | true
            [endsWith('abcdef', 'F')]                           | true
            [endsWith('abcdef', 'e')]                           | false
            [indexOf('abcdef', 'CD')]                           | 2
            [lastIndexOf('abcdef', 'AB')]                       | 0
            [indexOf('abcdef', 'z')]                            | -1
            [trim('   one two three   ')]                       | "one two three"
            [padLeft('123', 10, '0')]                           | "0000000123"
            [padLeft(7, 3)]                                     | "  7"
            [take('one two three', 2)]                          | "on"
            [take(createArray('one', 'two'), 9)]                | ["one","two"]
            [skip('one two three', 4)]                          | "two three"
            [skip(createArray('one', 'two'), -1)]               | ["one","two"]
            [base64('one, two, three')]                         | "b25lLCB0d28sIHRocmVl"
            [base64ToString('b25lLCB0d28sIHRocmVl')]            | "one, two, three"
            [base64ToJson('eydvbmUnOiAnYSd9')]                  | {"one":"a"}
            [string(createArray('a', 1))]                       | "[\\"a\\",1]"
            [string(false())]                                   | "False"
            [uriComponent('a b/c')]                             | "a%20b%2Fc"
            [guid('a', 'b')]                                    | "2d796349-8c7e-55ec-9624-54ece82ed031"
            [uniqueString('fu')]                                | "6rkxbspxjmsho"
            [uniqueString('fubar')]                             | "cj2xpqsiwjfne"
            [uniqueString('/subscriptions/00000000-0000-0000-0000-000000000000', 'resource-id')] | "cwvxuqg24sifi"
            """)
    void stringsAsAzureHasThem(String expression, String value) {
        assertThat(value(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [add(5, 3)]                                         | 8
            [sub(7, 3)]                                         | 4
            [mul(5, 3)]                                         | 15
            [div(8, 3)]                                         | 2
            [mod(7, 3)]                                         | 1
            [min(0, 3, 2, 5, 4)]                                | 0
            [max(createArray(0, 3, 2, 5, 4))]                   | 5
            [int('4')]                                          | 4
            [less(1, 2)]                                        | true
            [greaterOrEquals('A', 'a')]                         | false
            [equals('a', 'A')]                                  | false
            [equals(createObject('a', 1, 'b', 2), createObject('b', 2, 'a', 1))] | true
            [equals(1, '1')]                                    | false
            [and(true(), equals(1, 1), false())]                | false
            [or(bool('false'), bool(1))]                        | true
            [not(empty(''))]                                    | false
            [empty(json('null'))]                               | true
            [coalesce(null(), 'a', 'b')]                        | "a"
            [if(equals(1, 1), 'yes', int('no'))]                | "yes"
            [range(5, 3)]                                       | [5,6,7]
            [array('a')]                                        | ["a"]
            [json('{"a": [1, "b"]}').a[1]]                      | "b"
            [createObject('a', 1, 'b', createArray(true()))]    | {"a":1,"b":[true]}
            [items(createObject('b', 2, 'a', 1))]               | [{"key":"a","value":1},{"key":"b","value":2}]
            [union(createArray('one', 'two'), createArray('two', 'three'))] | ["one","two","three"]
            [union(json('{"p": {"a": 1, "b": 2}, "n": [1]}'), json('{"p": {"b": 3}, "n": [2]}'))] | {"p":{"a":1,"b":3},"n":[2]}
            [intersection(json('{"one": "a", "two": "b", "three": "c"}'), json('{"one": "a", "two": "z", "three": "c"}'))] | {"one":"a","three":"c"}
            [intersection(createArray('one', 'two', 'three'), createArray('two', 'three'))] | ["two","three"]
            """)
    void numbersTruthsAndObjectsAsAzureHasThem(String expression, String value) {
        assertThat(value(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [resourceId('Microsoft.Sql/servers/databases', 'sql', 'db')] | {group}/providers/Microsoft.Sql/servers/sql/databases/db
            [resourceId('other', 'Microsoft.Web/sites', 'app')]  | {subscription}/resourceGroups/other/providers/Microsoft.Web/sites/app
            [resourceId('11111111-1111-1111-1111-111111111111', 'other', 'Microsoft.Web/sites', 'app')] | /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/other/providers/Microsoft.Web/sites/app
            [subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')] | {subscription}/providers/Microsoft.Authorization/roleDefinitions/r
            [subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg2')] | {subscription}/resourceGroups/rg2
            [subscriptionResourceId('Microsoft.Resources/resourceGroups/', 'rg2')] | {subscription}/resourceGroups/rg2
            [tenantResourceId('Microsoft.Management/managementGroups', 'g')] | /providers/Microsoft.Management/managementGroups/g
            [extensionResourceId(resourceGroup().id, 'Microsoft.Authorization/locks', 'l')] | {group}/providers/Microsoft.Authorization/locks/l
            """)
    void idsAreMadeOfTypesAndNames(String expression, String id) {
        String subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";
        assertThat(value(expression))
                .isEqualTo("\"%s\""
                        .formatted(id.replace("{group}", Templates.GROUP).replace("{subscription}", subscription)));
        assertThat(value("[resourceId('Microsoft.Authorization/roleDefinitions', 'r')]", subscription))
                .isEqualTo("\"%s/providers/Microsoft.Authorization/roleDefinitions/r\"".formatted(subscription));
    }

    @Test
    void resourcesAreAsked() {
        assertThat(value("[reference('%s', '2023-01-01').KIND]".formatted(Templates.LAKE)))
                .isEqualTo("\"hot\"");
        assertThat(value("[reference('%s', '2023-01-01', 'Full')]".formatted(Templates.LAKE)))
                .isEqualTo(
                        "{\"location\":\"westeurope\",\"properties\":{\"kind\":\"hot\"},\"apiVersion\":\"2023-01-01\",\"resourceId\":\"%s\",\"subscriptionId\":\"00000000-0000-0000-0000-000000000001\",\"resourceGroupName\":\"rg\"}"
                                .formatted(Templates.LAKE));
        assertThat(value("[listKeys('%s', '2023-01-01', createObject('a', 1))]".formatted(Templates.LAKE)))
                .isEqualTo("{\"id\":\"%s\",\"action\":\"listKeys\",\"body\":{\"a\":1}}".formatted(Templates.LAKE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [toLower(5)]                    | argument 1 of the function 'toLower' must be string, given is 5, at /here
            [toLower('a', 'b')]             | the function 'toLower' takes 1 argument, given are 2, at /here
            [tolow('a')]                    | there is no function 'tolow', at /here
            [utcNow()]                      | the function 'utcNow' is not expected here: it is for the default value of a parameter only, at /here
            [dateTimeAdd('x', 'y')]         | the function 'dateTimeAdd' is not emulated, at /here
            [my.own('a')]                   | the function 'my.own' is not emulated, at /here
            [concat('a', createArray())]    | argument 2 of the function 'concat' must be string, int or bool, as the first is no array, given is [], at /here
            [substring('abc', 2, 5)]        | argument 3 of the function 'substring' must be between 0 and what is left of the string, which is 1, given is 5, at /here
            [int('x')]                      | argument 1 of the function 'int' must be an int, or a string that is one, given is "x", at /here
            [bool('maybe')]                 | argument 1 of the function 'bool' must be true, false, 1 or 0, given is "maybe", at /here
            [div(1, 0)]                     | argument 2 of the function 'div' must be other than zero, given is 0, at /here
            [mul(9223372036854775807, 2)]   | argument 2 of the function 'mul' must be small enough that the result has 64 bits, given is 2, at /here
            [json('{')]                     | argument 1 of the function 'json' must be JSON, given is "{", at /here
            [format('{2}', 'a')]            | argument 1 of the function 'format' must be a format of the 1 values that are given beside it, given is "{2}", at /here
            [if('yes', 1, 2)]               | argument 1 of the function 'if' must be bool, given is "yes", at /here
            [createArray(1)[1]]             | there is no element 1 in an array of 1, they are counted from 0, at /here
            [createObject('a', 1).b]        | there is no property 'b', available are [a], at /here
            ['a'.b]                         | the property 'b' can be asked of an object only, given is "a", at /here
            [variables('none')]             | there is no variable 'none', at /here
            [parameters('none')]            | there is no parameter 'none', declared are [size], at /here
            [copyIndex()]                   | the function 'copyIndex' is not expected here: there is no loop over resources around it, at /here
            [newGuid()]                     | the function 'newGuid' is not expected here: it is for the default value of a parameter only, at /here
            [reference('lake')]             | the resource 'lake' is not defined in the template: another one is named by its id and an apiVersion, at /here
            [resourceId('Microsoft.Sql/servers/databases', 'sql')] | the function 'resourceId' takes a type, such as Microsoft.Sql/servers/databases, and a name for each part of it, given is ["Microsoft.Sql/servers/databases","sql"], at /here
            [concat('a', ]                  | the expression [concat('a', ] is malformed: a function, a string in single quotes or a number is expected at character 14, at /here
            [concat('a']                    | the expression [concat('a'] is malformed: ')' is expected at character 12, at /here
            [concat('a)]                    | the expression [concat('a)] is malformed: a single quote that ends the string is expected at character 12, at /here
            ['a' 'b']                       | the expression ['a' 'b'] is malformed: the end of the expression is expected at character 6, at /here
            []                              | the expression [] is malformed: a function, a string in single quotes or a number is expected at character 2, at /here
            """)
    void whatIsWrongIsSaid(String expression, String message) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @Test
    void anExpressionHasAnEnd() {
        assertThatThrownBy(() -> value("[%strue()%s]".formatted("not(".repeat(300), ")".repeat(300))))
                .hasMessage("an expression is nested deeper than 200 levels, at /here");
        assertThatThrownBy(() -> value("['%s']".formatted("a".repeat(24_573))))
                .hasMessage("an expression has 24577 characters, more than the 24576 that are allowed, at /here");
    }
}
