package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations that the hook refuses before it connects to anything. */
class BadDeclarationTests extends HookFixture {
    private static final String GUID = "11111111-2222-3333-4444-555555555555";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databa` | :1:47: no JSON: Unexpected end-of-input",
                "`` | : the file is empty",
                "`[]` | : the outputs of stacks are expected, an object",
                "`{\"stack\": \"deploy_hook\"}` | #/stack: the outputs of a stack are expected, found string: the file of cdktf deploy",
                "`{\"deploy_hook\": {\"sensitive\": false, \"type\": [], \"value\": {}}}` | #/deploy_hook: these are the outputs of one stack, as terraform output -json has them: the file of",
                "`{\"dev\": {\"deploy_hook\": {\"sensitive\": false, \"value\": {\"version\": 1}}}}` | #/dev/deploy_hook/version: missing: a declaration for the hook has 1 there; terraform output -json wraps it",
                "`{\"outputs\": {\"dev\": {\"deploy_hook\": {\"version\": 1}}}}` | #/outputs/dev: has a \"deploy_hook\" in it: the file of cdktf deploy --outputs-file is expected, {\"<stack>\": {\"deploy_hook\": {…}}}",
                "`{\"dev\": {\"deployHook\": {\"version\": 1}}}` | #/dev/deployHook: unknown, the output is called \"deploy_hook\"",
                "`{\"version\": 4, \"outputs\": {\"deploy_hook\": {\"value\": {}}}}` | #/outputs/deploy_hook/version: missing",
                "`{\"dev\": {\"deploy_hook\": null}}` | #/dev/deploy_hook: an object is expected",
                "`{\"dev\": {\"deploy_hook\": \"{}\"}}` | #/dev/deploy_hook: an object is expected",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 9}}}` | #/dev/deploy_hook/version: 9 is not known, only 1: use the hook of the same release as the stacks",
                "`{\"dev\": {\"deploy_hook\": {\"version\": \"1\"}}}` | #/dev/deploy_hook/version: \"1\" is not known, only 1",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1.0}}}` | #/dev/deploy_hook/version: 1.0 is not known, only 1",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"tables\": []}}}` | #/dev/deploy_hook/tables: unknown, there are [databases, functionPackages, privateEndpointApprovals, registrations, stack, version]",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": {}}}}` | #/dev/deploy_hook/databases: a list is expected, found object",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [7]}}}` | #/dev/deploy_hook/databases/0: an object is expected",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"registrations\": [{}]}}}` | #/dev/deploy_hook/registrations/0/request: missing",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"version\": 1}}}` | :1:49: no JSON: Duplicate field 'version'",
                "`{\"de\\nv\": {\"deploy_hook\": {\"version\": 2}}}` | #/de\\u000av/deploy_hook/version: 2 is not known",
                "`{\"a b\": {\"deploy_hook\": {\"version\": 1}}}` | #/a b/deploy_hook: \"a b\" is not allowed: 1 to 128 letters, digits, '_', '.' and '-'",
            })
    void saysWhatIsWrongWithAFileOfOutputs(String text, String message) throws IOException {
        refuses(text == null ? "" : text, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"server\": 1, \"database\": \"d\"` | /server: a string is expected, found number",
                "`\"database\": \"d\"` | /server: missing",
                "`\"server\": \"s\"` | /database: missing",
                "`\"server\": null, \"database\": \"d\"` | /server: a string is expected, found null",
                "`\"server\": \"s;user=x\", \"database\": \"d\"` | /server: \"s;user=x\" is not allowed: a host such as",
                "`\"server\": \"s:99999\", \"database\": \"d\"` | /server: \"s:99999\" is not allowed: a host such as",
                "`\"server\": \"s,1433\", \"database\": \"d\"` | /server: \"s,1433\" is not allowed",
                "`\"server\": \"host\\\\sql\", \"database\": \"d\"` | /server: \"host\\sql\" is not allowed",
                "`\"server\": \"\", \"database\": \"d\"` | /server: \"\" is not allowed",
                "`\"server\": \"${x.fqdn}\", \"database\": \"d\"` | /server: \"${x.fqdn}\" is not allowed",
                "`\"server\": \"jdbc:sqlserver://s;password=geheim\", \"database\": \"d\"` | /server: \"jdbc:sqlserver://s;password=***\" is not allowed",
                "`\"server\": \"jdbc:postgresql://s/d\", \"database\": \"d\"` | /server: \"jdbc:postgresql://s/d\" is not allowed",
                "`\"server\": \"s\", \"database\": \"loans;serverName=evil\"` | /database: \"loans;serverName=evil\" is not allowed: 1 to 128 characters",
                "`\"server\": \"s\", \"database\": \"lo\\u0000ans\"` | /database: \"lo\\u0000ans\" is not allowed",
                "`\"server\": \"s\", \"database\": \"loans.\"` | /database: \"loans.\" is not allowed",
                "`\"server\": \"s\", \"database\": \"Master\"` | /database: \"Master\" is not allowed: 1 to 128 characters, none of <>*%&:\\/?;={}[]'\", no dot or space at the end, and not that of a system database",
                "`\"server\": \"s\", \"database\": \"d\", \"migrations\": \"sq\\u0000l\"` | /migrations: \"sq\\u0000l\" is not allowed: a path in the repository",
                "`\"server\": \"s\", \"database\": \"d\", \"migrations\": \"/etc\"` | /migrations: \"/etc\" is not allowed: a path in the repository",
                "`\"server\": \"s\", \"database\": \"d\", \"migrations\": \"a/../../b\"` | /migrations: \"a/../../b\" is not allowed: a path in the repository",
                "`\"server\": \"s\", \"database\": \"d\", \"migrations\": \"C:\\\\x\"` | /migrations: \"C:\\x\" is not allowed: a path in the repository",
                "`\"server\": \"s\", \"database\": \"d\", \"migrations\": \"\"` | /migrations: \"\" is not allowed: a path in the repository",
                "`\"server\": \"s\", \"database\": \"d\", \"users\": [{}]` | /users/0/name: missing",
            })
    void saysWhatIsWrongWithADatabase(String fields, String message) throws IOException {
        refuses(
                "{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{%s}]}}}".formatted(fields),
                "#/dev/deploy_hook/databases/0" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"objectId\": \"GUID\"` | /name: missing",
                "`\"name\": \"a\\u0007\", \"objectId\": \"GUID\"` | /name: \"a\\u0007\" is not allowed: 1 to 128 characters, without control characters",
                "`\"name\": \"u\"` | : one of objectId and identityOf is needed",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"identityOf\": \"/x\"` | /identityOf: \"/x\" is not allowed: the id of an Azure resource",
                "`\"name\": \"u\", \"objectId\": \"mine\"` | /objectId: \"mine\" is not allowed: a GUID",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"group\": \"yes\"` | /group: true or false is expected, found string",
                "`\"name\": \"u\", \"identityOf\": \"IDvaults/kv\", \"group\": true` | /group: only with an objectId",
                "`\"name\": \"u\", \"identityOf\": \"IDvaults/kv?x=1\"` | /identityOf: \"IDvaults/kv?x=1\" is not allowed",
                "`\"name\": \"u\", \"identityOf\": \"IDvaults/..\"` | /identityOf: \"IDvaults/..\" is not allowed",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"roles\": [\"public\"]` | /roles/0: \"public\" is not allowed: a role such as db_datareader",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"roles\": [\"a\", \"A\"]` | /roles: \"A\" is there twice",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"execute\": [\"[dbo].[p] TO [public]; DROP TABLE t; --\"]` | /execute/0: \"[dbo].[p] TO [public]; DROP TABLE t; --\" is not allowed: schema and name in brackets",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"execute\": [\"dbo.p\"]` | /execute/0: \"dbo.p\" is not allowed",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"execute\": [\"[dbo].[p]]\"]` | /execute/0: \"[dbo].[p]]\" is not allowed",
                "`\"name\": \"u\", \"objectId\": \"GUID\", \"execute\": [\"[dbo].[p]\", \"[DBO].[P]\"]` | /execute: \"[DBO].[P]\" is there twice",
            })
    void saysWhatIsWrongWithAUser(String fields, String message) throws IOException {
        String id = "/subscriptions/%s/resourceGroups/rg/providers/Microsoft.KeyVault/".formatted(GUID);
        refuses(
                "{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{\"server\": \"s\", \"database\": \"d\", \"users\": [{%s}]}]}}}"
                        .formatted(fields.replace("GUID", GUID).replace("ID" + "vaults", id + "vaults")),
                "#/dev/deploy_hook/databases/0/users/0" + message.replace("ID" + "vaults", id + "vaults"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "endpoint | target | /endpoint: \"endpoint\" is not allowed: /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.DataFactory/factories/<name>/managedVirtualNetworks/<name>/managedPrivateEndpoints/<name>",
                "ENDPOINT | IDMicrosoft.Network/virtualNetworks/v | is not allowed: the id of one of Microsoft.Storage/storageAccounts, Microsoft.Sql/servers,",
                "ENDPOINT | IDMicrosoft.Sql/servers/s/databases/d | is not allowed: the id of one of Microsoft.Storage/storageAccounts",
            })
    void saysWhatIsWrongWithAnApproval(String endpoint, String target, String message) throws IOException {
        String id = "/subscriptions/%s/resourceGroups/rg/providers/".formatted(GUID);
        String managed =
                id + "Microsoft.DataFactory/factories/f/managedVirtualNetworks/default/managedPrivateEndpoints/e";
        Path outputs = write(
                "{\"dev\": {\"deploy_hook\": {\"version\": 1, \"privateEndpointApprovals\": [{\"endpoint\": \"%s\", \"target\": \"%s\"}]}}}"
                        .formatted(endpoint.replace("ENDPOINT", managed), target.replace("IDM", id + "M")));
        Called called = call(outputs.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "APP | ../cars.zip | functionPackages/0/file: \"../cars.zip\" is not allowed: a path in the repository of at most 1024 characters, without .., to a file .zip",
                "APP | cars.jar | functionPackages/0/file: \"cars.jar\" is not allowed: a path in the repository",
                "func | cars.zip | functionPackages/0/app: \"func\" is not allowed: /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Web/sites/<name>",
                "APP | cars.zip | cars.zip: there is no such file: build the functions first",
            })
    void saysWhatIsWrongWithAPackage(String app, String file, String message) throws IOException {
        String id =
                "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test/providers/Microsoft.Web/sites/func";
        Path outputs = write(
                "{\"dev\": {\"deploy_hook\": {\"version\": 1, \"functionPackages\": [{\"app\": \"%s\", \"file\": \"%s\"}]}}}"
                        .formatted(app.replace("APP", id), file));
        Called called = call(outputs.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(message);
    }

    /** One run tells of everything that is wrong, wherever it came from. */
    @Test
    void saysEverythingAtOnce() throws IOException {
        Path outputs = write("""
                {"dev": {"deploy_hook": {"version": 1,
                  "databases": [{"server": "s;x", "database": "d", "migrations": "none", "colour": "red"}],
                  "registrations": [{"request": "none.json"}]}}}""");
        Path request = Files.writeString(folder.resolve("request.json"), "{}");
        Called called = call(
                Map.of("ARM_ACCESS_TOKEN", "not a token", "TERRALAKE_SQL_USER", "sa", "TERRALAKE_DEPLOYMENT", "{}"),
                null,
                outputs.toString(),
                "--request",
                request.toString(),
                "--wait=-1",
                "--bound=65",
                "--arm-endpoint=http://x",
                "--report",
                folder.resolve("no/such/r.json").toString(),
                "--allow-workspace=!");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err().lines().map(line -> line.replace(folder.toString(), "")))
                .containsExactly(
                        "ARM_ACCESS_TOKEN: holds no token, but 11 characters with blanks or line breaks: set it to the token"
                                + " alone, as az account get-access-token --query accessToken --output tsv prints it, or unset it",
                        "TERRALAKE_SQL_USER and TERRALAKE_SQL_PASSWORD: only one of the two is set",
                        "--bound 65 is not allowed: 1 to 64",
                        "--wait -1 is not allowed: 0 to 86400",
                        "--arm-endpoint \"http://x\" is not allowed: https://<host>, with :<port> where it is not 443",
                        "--report /no/such/r.json: no such folder",
                        "--allow-workspace \"!\" is not allowed: 3 to 33 letters, digits, '_' and '-'",
                        "/outputs.json#/dev/deploy_hook/databases/0/server: \"s;x\" is not allowed: a host such as"
                                + " sql-1.database.windows.net, with :port where it is not 1433",
                        "/outputs.json#/dev/deploy_hook/databases/0/colour: unknown, there are [database, migrations, server,"
                                + " users]",
                        "TERRALAKE_DEPLOYMENT#/version: missing: a declaration for the hook has 1 there",
                        "/none.json: no such file",
                        "/request.json#/datastore_definition: missing",
                        "/request.json#/dataset_definition: missing",
                        "/none: no such folder of migrations");
    }

    @Test
    void readsWhatOtherSystemsWrite() throws IOException {
        assertThat(call(write("\uFEFF{\"dev\": {}}").toString()).out()).isEqualTo("nothing to do\n");
        Path utf16 = Files.write(folder.resolve("outputs.json"), "{\"dev\": {}}".getBytes(StandardCharsets.UTF_16LE));
        assertThat(call(Files.write(utf16, new byte[] {'{', (byte) 0xff, '}'}).toString())
                        .err())
                .isEqualTo(utf16 + ": is no UTF-8 text: save it as UTF-8");
        assertThat(call(folder.toString()).err()).isEqualTo(folder + ": is no file");
    }

    /** A deployment by itself has no stack's name around it. */
    @Test
    void wantsToKnowWhoseUsersTheyAre() throws IOException {
        Path file = Files.writeString(folder.resolve("deployment.json"), """
                {"version": 1, "databases": [{"server": "s", "database": "d",
                  "users": [{"name": "u", "objectId": "%s"}]}]}""".formatted(GUID));
        Called called = call("--deployment", file.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).isEqualTo(file + "#/stack: missing: the stack owns the users that are made for it");
    }

    private void refuses(String text, String message) throws IOException {
        Path outputs = write(text);
        Called called = call(outputs.toString());
        assertThat(called.err()).startsWith(outputs + message);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("outputs.json"), text);
    }
}
