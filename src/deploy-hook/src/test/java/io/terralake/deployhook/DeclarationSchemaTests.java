package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.terralake.declarations.HookDeclaration;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of declarations, for editors, beside the reader. */
class DeclarationSchemaTests {
    private static final String ID = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/";
    private final Schema schema = read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev-landing-zone",
                "dev-loan-versions",
                "dev-used-cars",
                "prod-landing-zone",
                "prod-loan-versions",
                "prod-used-cars"
            })
    void bothAcceptWhatTheStacksWrite(String stack) throws IOException {
        String declaration = Snapshots.output(stack);
        assertThat(schema.validate(declaration, InputFormat.JSON)).isEmpty();
        assertThat(isAccepted(declaration)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'version': 2}",
                "{'version': 1, 'tables': []}",
                "{'version': 1, 'stack': 'a b'}",
                "{'version': 1, 'databases': [{'server': 's'}]}",
                "{'version': 1, 'databases': [{'server': 's;x', 'database': 'd'}]}",
                "{'version': 1, 'databases': [{'server': 's', 'database': 'd;x'}]}",
                "{'version': 1, 'databases': [{'server': 's', 'database': 'd', 'migrations': '/etc'}]}",
                "{'version': 1, 'stack': 's', 'databases': [{'server': 's', 'database': 'd', 'users': [{'name': 'u'}]}]}",
                "{'version': 1, 'stack': 's', 'databases': [{'server': 's', 'database': 'd', 'users': [{'name': 'u',"
                        + " 'objectId': 'x'}]}]}",
                "{'version': 1, 'stack': 's', 'databases': [{'server': 's', 'database': 'd', 'users': [{'name': 'u',"
                        + " 'objectId': '11111111-2222-3333-4444-555555555555', 'execute': ['dbo.p']}]}]}",
                "{'version': 1, 'registrations': [{}]}",
                "{'version': 1, 'registrations': [{'request': 'r', 'workspaces': ['ml']}]}",
                "{'version': 1, 'privateEndpointApprovals': [{'endpoint': 'e', 'target': 't'}]}",
                "{'version': 1, 'functionPackages': [{'app': 'a', 'file': 'f.zip'}]}",
                "{'version': 1, 'functionPackages': [{'file': 'f.zip'}]}",
            })
    void bothRefuse(String text) {
        String declaration = text.replace('\'', '"');
        assertThat(schema.validate(declaration, InputFormat.JSON)).isNotEmpty();
        assertThat(isAccepted(declaration)).isFalse();
    }

    @Test
    void bothAcceptEveryField() {
        String declaration = """
                {"version": 1, "stack": "s", "databases": [{"server": "h:1433", "database": "d", "migrations": "m", "users": [
                  {"name": "u", "objectId": "11111111-2222-3333-4444-555555555555", "group": true, "roles": ["r"],
                   "execute": ["[dbo].[p]"]}, {"name": "v", "identityOf": "%1$sMicrosoft.Web/sites/x"}]}],
                 "registrations": [{"request": "r.json",
                  "workspaces": ["%1$sMicrosoft.MachineLearningServices/workspaces/ml"]}],
                 "privateEndpointApprovals": [{"target": "%1$sMicrosoft.KeyVault/vaults/kv", "endpoint":
                  "%1$sMicrosoft.DataFactory/factories/f/managedVirtualNetworks/default/managedPrivateEndpoints/e"}],
                 "functionPackages": [{"app": "%1$sMicrosoft.Web/sites/func", "file": "target/cars.zip"}]}""".formatted(ID);
        assertThat(schema.validate(declaration, InputFormat.JSON)).isEmpty();
        assertThat(isAccepted(declaration)).isTrue();
    }

    private static boolean isAccepted(String declaration) {
        Problems problems = new Problems();
        try {
            DeclarationReader.ofText("test", declaration, problems);
            problems.throwIfAny();
            return true;
        } catch (BadInputException e) {
            return false;
        }
    }

    private static Schema read() {
        try (InputStream file = HookDeclaration.class.getResourceAsStream("deploy-hook.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
