package io.terralake.functions.mlworkspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.functions.http.Response;
import io.terralake.functions.testing.QuietLog;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused: ARM hears of none of them. */
@ExtendWith(QuietLog.class)
class BadSendDataTests {
    private final UnsteadyArm arm = new UnsteadyArm("ml-ws-1", "ml-ws-2");
    private final MemoryRequests requests = new MemoryRequests();
    private final SendData api = new SendData(arm, requests);

    @AfterEach
    void nothingWasDone() {
        assertThat(arm.calls()).isEmpty();
        assertThat(requests.isEmpty()).isTrue();
        assertThat(api.queue).isEmpty();
        arm.close();
    }

    /** Defect of the reference system: anybody could call. */
    @Test
    void whoIsNotAuthenticatedIsRefused() {
        Response response = api.send(SendData.post(Map.of("Content-Type", "application/json"), Requests.BARE));
        assertThat(text(response)).isEqualTo("""
                {"type":"about:blank","title":"Unauthorized","status":401,"detail":"the request has no caller"}""");
        assertThat(response.headers())
                .containsEntry("WWW-Authenticate", "Bearer")
                .containsEntry("Content-Type", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Datasets.Read", "datasets.register", "Datasets.Register.All"})
    void whoHasNotTheRoleIsRefused(String role) {
        Response response = api.send(SendData.post(
                SendData.principal("{\"claims\":[{\"typ\":\"oid\",\"val\":\"%s\"},{\"typ\":\"roles\",\"val\":\"%s\"}]}"
                        .formatted(SendData.FACTORY, role)),
                Requests.BARE));
        assertThat(text(response)).isEqualTo("""
                {"type":"about:blank","title":"Forbidden","status":403,\
                "detail":"the caller has not the role Datasets.Register"}""");
    }

    @Test
    void whoHasNoIdIsRefused() {
        Response response = api.send(SendData.post(
                SendData.principal("{\"claims\":[{\"typ\":\"roles\",\"val\":\"Datasets.Register\"}]}"), Requests.BARE));
        assertThat(text(response)).isEqualTo("""
                {"type":"about:blank","title":"Unauthorized","status":401,\
                "detail":"the request's caller has no object id"}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/plain", "application/json; charset=utf-16", "multipart/form-data", "application/xml"})
    void otherTypesAreRefused(String type) {
        Response response = api.send(
                SendData.post(SendData.with(SendData.headers(SendData.FACTORY), "content-type", type), Requests.BARE));
        assertThat(text(response)).isEqualTo("""
                {"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"the content type \\"%s\\" is \
                not allowed: one of [application/json], in UTF-8"}""", type);
    }

    @Test
    void aMegabyteIsTheMost() {
        String body = Requests.BARE + " ".repeat((1 << 20) - Requests.BARE.length() + 1);
        assertThat(text(api.post(body))).isEqualTo("""
                {"type":"about:blank","title":"Content Too Large","status":413,\
                "detail":"the body has 1048577 bytes: at most 1048576 are allowed"}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``       | the body is empty: JSON is expected
            ` `      | the body is empty: JSON is expected
            {        | body:1:2: no JSON: Unexpected end-of-input: expected close marker for Object
            {} {}    | body:1:4: no JSON: Trailing token
            nothing  | body:1:1: no JSON: Unrecognized token 'nothing': was expecting
            """)
    void whatIsNoJsonIsRefused(String body, String detail) {
        Response response = api.post(body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(SendData.json(response).path("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []   | {"pointer":"","detail":"an object with [workspace_definition, datastore_definition, dataset_definition] is expected"}
            null | {"pointer":"","detail":"an object with [workspace_definition, datastore_definition, dataset_definition] is expected"}
            "x"  | {"pointer":"","detail":"an object with [workspace_definition, datastore_definition, dataset_definition] is expected"}
            """)
    void whatIsNoObjectIsRefused(String body, String mistake) {
        assertThat(text(api.post(body))).isEqualTo("""
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"there is a mistake in the body","errors":[%s]}""", mistake);
    }

    @Test
    void emptyListsAndMissingOnesAreRefused() {
        assertThat(text(api.post("{\"workspace_definition\": [], \"datastore_definition\": []}")))
                .isEqualTo("""
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"there are 3 mistakes in the body","errors":[\
                {"pointer":"/workspace_definition","detail":"a list with at least one object is expected"},\
                {"pointer":"/datastore_definition","detail":"a list with at least one object is expected"},\
                {"pointer":"/dataset_definition","detail":"missing"}]}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sales/sales.csv | ../secret.csv    | {"pointer":"/dataset_definition/dataset_path","detail":"\\"../secret.csv\\" is not allowed: a path below the datastore, with / between its parts, without .."}
            sales/sales.csv | a/%2e%2e/b.csv   | {"pointer":"/dataset_definition/dataset_path","detail":"\\"a/%2e%2e/b.csv\\" is not allowed: a path below the datastore, with / between its parts, without .."}
            "sales/sales.csv" | 7              | {"pointer":"/dataset_definition/dataset_path","detail":"a string is expected, found number"}
            "sales"         | "a b"            | {"pointer":"/dataset_definition/dataset_name","detail":"\\"a b\\" is not allowed: letters, digits and '_.-'"}
            "dataset_name"  | "name"           | {"pointer":"/dataset_definition/dataset_name","detail":"missing"},{"pointer":"/dataset_definition/name","detail":"unknown, there are [dataset_name, dataset_path, datastore, description, tags, type]"}
            sourcedata      | Source_Data      | {"pointer":"/datastore_definition/account_name","detail":"\\"Source_Data\\" is not allowed: 3 to 24 lower-case letters and digits"}
            "ml-ws-1"       | "../ml-ws-1"     | {"pointer":"/workspace_definition/workspace_name","detail":"\\"../ml-ws-1\\" is not allowed: 3 to 33 letters, digits, '_' and '-'"}
            11111111-2222-3333-4444-555555555555 | mine | {"pointer":"/workspace_definition/subscription_id","detail":"\\"mine\\" is not allowed: a GUID such as 11111111-2222-3333-4444-555555555555"}
            """)
    void mistakesAreToldWithTheirPlaces(String part, String replacement, String mistakes) {
        Response response = api.post(Requests.BARE.replace(part, replacement));
        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).endsWith("\"errors\":[%s]}".formatted(mistakes));
    }

    @Test
    void noMoreIsToldThanSomebodyReads() {
        String body = "{\"datastore_definition\": [%s7], \"dataset_definition\": [7]}".formatted("7,".repeat(99));
        assertThat(text(api.post(body)))
                .contains("there are 101 mistakes in the body", "\"/datastore_definition/49\"")
                .doesNotContain("/datastore_definition/50");
    }

    /** Defect: a caller could name any workspace of any subscription. */
    @Test
    void foreignWorkspacesAreRefused() {
        String foreign = Requests.ORIGINAL.replace("ml-ws-2", "ml-ws-9");
        assertThat(text(api.post(foreign)))
                .isEqualTo(
                        """
                {"type":"about:blank","title":"Forbidden","status":403,"detail":"the body names targets that are not allowed",\
                "errors":[{"pointer":"/workspace_definition/1","detail":"workspace \\"%s\\" is not allowed, there are [%s, %s]"}]}""",
                        UnsteadyArm.workspace("ml-ws-9"),
                        UnsteadyArm.workspace("ml-ws-1"),
                        UnsteadyArm.workspace("ml-ws-2"));
        String elsewhere = Requests.BARE.replace("\"resource_group\": \"test\"", "\"resource_group\": \"prod\"");
        Response response = api.post(elsewhere);
        assertThat(response.status()).isEqualTo(403);
        assertThat(SendData.json(response).at("/errors/0/pointer").asText()).isEqualTo("/workspace_definition");
    }

    @Test
    void foreignStorageAccountsAreRefused() {
        assertThat(text(api.post(Requests.ORIGINAL.replace("sourcedata", "evildata"))))
                .isEqualTo("""
                {"type":"about:blank","title":"Forbidden","status":403,"detail":"the body names targets that are not allowed",\
                "errors":[{"pointer":"/datastore_definition/0/account_name",\
                "detail":"storage account \\"evildata\\" is not allowed, there are [otherdata, sourcedata]"}]}""");
    }

    @Test
    void moreThanAFunctionHasTimeForIsRefused() {
        StringBuilder sets = new StringBuilder();
        for (int i = 0; i < Registrar.MOST_ITEMS; i++) {
            sets.append("{\"dataset_name\": \"s%d\", \"dataset_path\": \"%d\"},".formatted(i, i));
        }
        String request = Requests.BARE
                .replace("{\"dataset_name\": \"sales\"", "[%s{\"dataset_name\": \"sales\"".formatted(sets))
                .replace("sales.csv\"}", "sales.csv\"}]");
        assertThat(text(api.post(request))).isEqualTo("""
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"the body asks for 10002 items, one for each \
                datastore and dataset in each workspace: at most 10000 are allowed"}""");
    }

    @Test
    void whatTheHostDoesNotFilterIsRefused() {
        assertThat(api.get("/send_data", SendData.FACTORY).status()).isEqualTo(405);
        assertThat(api.get("/send_data/", SendData.FACTORY).status()).isEqualTo(404);
        assertThat(text(api.get("/send_data/..%2F..%2Fsecrets", SendData.FACTORY)))
                .isEqualTo("""
                {"type":"about:blank","title":"Not Found","status":404,"detail":"there is no /send_data/..%%2F..%%2Fsecrets of yours"}""", new Object[0]);
    }

    private static String text(Response response) {
        return new String(response.body());
    }
}
