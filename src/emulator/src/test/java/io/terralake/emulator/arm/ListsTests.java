package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTests {
    private static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001";
    private static final String LAKE = GROUP + "/providers/Microsoft.Storage/storageAccounts/lake";
    private static final String SERVER = GROUP + "2/providers/Microsoft.Sql/servers/sql-one";
    private static final String PLACE = "{\"location\": \"westeurope\", \"tags\": {\"Owner\": \"me\"}}";
    private static final String ASSIGNMENTS = "/providers/Microsoft.Authorization/roleAssignments";

    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        azure = Emulator.start(EmulatorOptions.defaults());
        client = new Client(azure);
        for (String id : List.of(GROUP, GROUP + "2", LAKE, SERVER, SERVER + "/databases/db")) {
            client.put(id, PLACE);
        }
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    /** The names in a list. */
    private List<String> names(String path) {
        JsonNode value = client.get(path).json().path("value");
        return StreamSupport.stream(value.spliterator(), false)
                .map(each -> each.path("name").asText())
                .toList();
    }

    private static String filtered(String path, String filter) {
        return path + "?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    @Test
    void listsByGroupSubscriptionAndParent() {
        client.put(
                GROUP + "/providers/Microsoft.Authorization/locks/keep",
                "{\"properties\": {\"level\": \"CanNotDelete\"}}");
        assertThat(names(SUBSCRIPTION + "/resourceGroups")).containsExactly("rg", "rg2");
        assertThat(names(GROUP + "/resources")).containsExactly("lake");
        assertThat(names(SUBSCRIPTION + "/resources")).containsExactly("lake", "sql-one");
        assertThat(names(SUBSCRIPTION + "/providers/Microsoft.Sql/servers")).containsExactly("sql-one");
        assertThat(names(GROUP + "2/providers/Microsoft.Sql/servers")).containsExactly("sql-one");
        assertThat(names(SERVER + "/databases")).containsExactly("db");
        assertThat(names(SERVER + "/elasticPools")).isEmpty();
    }

    @Test
    void listsNothingOfWhatIsNotThere() {
        assertThat(client.get(GROUP + "3/resources").error())
                .isEqualTo("404 ResourceGroupNotFound: Resource group 'rg3' could not be found.");
        assertThat(client.get(GROUP + "3/providers/Microsoft.Sql/servers").status())
                .isEqualTo(404);
        assertThat(client.get(SERVER + "2/databases").error()).startsWith("404 ParentResourceNotFound: ");
    }

    @Test
    void listsOfWhatIsNotThereAreEmptyWhereThatIsAllowed() throws IOException, GeneralSecurityException {
        Set<String> allowed = Set.of("ResourceGroupNotFound", "ParentResourceNotFound");
        try (Emulator lenient = Emulator.start(new EmulatorOptions(0, null, allowed, Duration.ZERO))) {
            Client other = new Client(lenient);
            assertThat(other.get(GROUP + "/resources").json().path("value")).isEmpty();
            assertThat(other.get(SERVER + "/databases").text()).isEqualTo("{\"value\":[]}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resourceType eq 'microsoft.sql/Servers'                     | sql-one",
                "resourceType eq 'Microsoft.Sql/servers' and name eq 'other' | ''",
                "resourceGroup eq 'RG' and tagName eq 'owner'                | lake",
                "tagName eq 'Owner' and tagValue eq 'it''s'                  | ''",
                "location eq 'westeurope'                                    | lake sql-one"
            })
    void listsWhatAFilterMeans(String filter, String names) {
        assertThat(String.join(" ", names(filtered(SUBSCRIPTION + "/resources", filter))))
                .isEqualTo(names.trim());
    }

    @Test
    void aFilterThatIsNotKnownIsNotPassedOver() {
        assertThat(client.get(filtered(SUBSCRIPTION + "/resources", "name ne 'lake'"))
                        .error())
                .isEqualTo("404 NotEmulated: the filter \"name ne 'lake'\" is not emulated");
        assertThat(client.get(filtered(SUBSCRIPTION + ASSIGNMENTS, "roleDefinitionId eq 'x'"))
                        .error())
                .startsWith("404 NotEmulated: ");
        assertThat(azure.notEmulated()).hasSize(2);
    }

    @Test
    void listsWhatIsAboutAResource() {
        String settings = LAKE + "/providers/Microsoft.Insights/diagnosticSettings";
        client.put(settings + "/logs", "{\"properties\": {}}");
        assertThat(names(settings)).containsExactly("logs");
        String locks = LAKE + "/providers/Microsoft.Authorization/locks";
        client.put(locks + "/keep", "{\"properties\": {\"level\": \"CanNotDelete\"}}");
        assertThat(names(locks)).containsExactly("keep");
        assertThat(names(SUBSCRIPTION + "/providers/Microsoft.Authorization/locks"))
                .containsExactly("keep");
        assertThat(names(GROUP + "/providers/Microsoft.Authorization/locks")).containsExactly("keep");
        assertThat(names(GROUP + "2/providers/Microsoft.Authorization/locks")).isEmpty();
    }

    @Test
    void listsRightsAboveAndBelow() {
        assign(SUBSCRIPTION, "a");
        assign(GROUP, "b");
        assign(LAKE, "a");
        assign(SERVER, "a");
        assertThat(names(GROUP + ASSIGNMENTS)).containsExactlyInAnyOrder("a-1", "b-2", "a-3");
        assertThat(names(filtered(GROUP + ASSIGNMENTS, "atScope()"))).containsExactlyInAnyOrder("a-1", "b-2");
        assertThat(names(filtered(GROUP + ASSIGNMENTS, "principalId eq 'A'"))).containsExactlyInAnyOrder("a-1", "a-3");
        assertThat(names(filtered(GROUP + ASSIGNMENTS, "atScope() and assignedTo('a')")))
                .containsExactly("a-1");
        assertThat(names(SUBSCRIPTION + ASSIGNMENTS)).hasSize(4);
    }

    private int assigned;

    private void assign(String scope, String principal) {
        assigned++;
        client.put(
                scope + ASSIGNMENTS + "/" + principal + "-" + assigned,
                "{\"properties\": {\"principalId\": \"%s\", \"roleDefinitionId\": \"r\"}}".formatted(principal));
    }

    @Test
    void aSubscriptionHasLocationsAndProviders() {
        assertThat(client.get("/subscriptions")
                        .json()
                        .at("/value/0/subscriptionId")
                        .asText())
                .isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(client.get(SUBSCRIPTION).json().path("state").asText()).isEqualTo("Enabled");
        assertThat(names(SUBSCRIPTION + "/locations")).contains("westeurope", "eastus2");
        assertThat(client.get(SUBSCRIPTION + "/providers").text()).contains("\"namespace\":\"Microsoft.Storage\"");
        for (String name : List.of("Microsoft.Storage", "Contoso.Things")) {
            String provider = SUBSCRIPTION + "/providers/" + name;
            assertThat(client.get(provider).json().path("registrationState").asText())
                    .isEqualTo("Registered");
            assertThat(client.arm("POST", provider + "/register", "").status()).isEqualTo(200);
        }
    }

    @Test
    void tagsChangeByThemselves() {
        String tags = LAKE + "/providers/Microsoft.Resources/tags/default";
        assertThat(client.get(tags).json().at("/properties/tags")).hasToString("{\"Owner\":\"me\"}");
        client.arm(
                "PATCH",
                tags,
                "{\"operation\": \"Merge\", \"properties\": {\"tags\": {\"owner\": \"you\", \"a\": \"1\"}}}");
        assertThat(client.get(LAKE).json().path("tags")).hasToString("{\"owner\":\"you\",\"a\":\"1\"}");
        client.arm("PATCH", tags, "{\"operation\": \"Delete\", \"properties\": {\"tags\": {\"A\": \"1\"}}}");
        assertThat(client.get(LAKE).json().path("tags")).hasToString("{\"owner\":\"you\"}");
        client.put(tags, "{\"properties\": {\"tags\": {\"b\": \"2\"}}}");
        assertThat(client.get(LAKE).json().path("tags")).hasToString("{\"b\":\"2\"}");
        assertThat(client.delete(tags).status()).isEqualTo(200);
        assertThat(client.get(tags).json().at("/properties/tags")).isEmpty();
        assertThat(client.arm("PATCH", tags, "{\"operation\": \"Add\"}").status())
                .isEqualTo(400);
        assertThat(client.get(LAKE + "2/providers/Microsoft.Resources/tags/default")
                        .status())
                .isEqualTo(404);
    }
}
