package io.terralake.emulator.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabricksTests {
    private static final String API = "https://adb-1.7.azuredatabricks.net/api/2.1";
    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        azure = Emulator.start(EmulatorOptions.defaults());
        client = new Client(azure);
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    private Client.Answer post(String path, String body) {
        return client.send("POST", API + path, body);
    }

    private Client.Answer get(String path) {
        return client.send("GET", API + path, "");
    }

    @Test
    void jobsAreMadeReadChangedAndDeleted() {
        String id = post("/jobs/create", "{\"name\": \"daily\"}")
                .json()
                .path("job_id")
                .asText();
        assertThat(get("/jobs/get?job_id=" + id).json().at("/settings/name").asText())
                .isEqualTo("daily");
        post("/jobs/reset", "{\"job_id\": %s, \"new_settings\": {\"name\": \"hourly\"}}".formatted(id));
        assertThat(get("/jobs/get?job_id=" + id).json().at("/settings/name").asText())
                .isEqualTo("hourly");
        post("/jobs/delete", "{\"job_id\": %s}".formatted(id));
        assertThat(get("/jobs/get?job_id=" + id).text())
                .isEqualTo("{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"'job %s' does not exist.\"}"
                        .formatted(id));
    }

    @Test
    void aClusterStartsWhileItIsAskedFor() {
        String id = post("/clusters/create", "{\"cluster_name\": \"etl\"}")
                .json()
                .path("cluster_id")
                .asText();
        assertThat(post("/commands/execute", "{\"clusterId\": \"%s\", \"command\": \"SELECT 1\"}".formatted(id))
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Cluster %s does not run.".formatted(id));
        assertThat(get("/clusters/get?cluster_id=" + id).json().path("state").asText())
                .isEqualTo("PENDING");
        assertThat(get("/clusters/get?cluster_id=" + id).json().path("state").asText())
                .isEqualTo("RUNNING");
    }

    @Test
    void unityCatalogRefusesWhatHasNoPlace() {
        assertThat(post("/unity-catalog/schemas", "{\"name\": \"cars\", \"catalog_name\": \"main\"}")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("'main' does not exist.");
        assertThat(post("/unity-catalog/catalogs", "{\"name\": \"main\", \"storage_root\": \"abfss://c@l/main\"}")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("no external location covers abfss://c@l/main");
        post("/unity-catalog/external-locations", "{\"name\": \"lake\", \"url\": \"abfss://c@l/\"}");
        assertThat(post("/unity-catalog/catalogs", "{\"name\": \"main\", \"storage_root\": \"abfss://c@l/main\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post("/unity-catalog/catalogs", "{\"name\": \"main\"}").status())
                .isEqualTo(409);
        assertThat(client.send("DELETE", API + "/unity-catalog/external-locations/lake", "")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("external location 'lake' is used by [main]");
        assertThat(client.send("DELETE", API + "/unity-catalog/catalogs/main", "")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("catalog 'main' is not empty: [main.default]");
        assertThat(client.send("DELETE", API + "/unity-catalog/catalogs/main?force=true", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void externalTablesAreMadeBySql() {
        post("/unity-catalog/external-locations", "{\"name\": \"lake\", \"url\": \"abfss://c@l/\"}");
        post("/unity-catalog/catalogs", "{\"name\": \"main\"}");
        post("/unity-catalog/schemas", "{\"name\": \"cars\", \"catalog_name\": \"main\"}");
        String create =
                "CREATE TABLE `main`.`cars`.`listings` (`id` bigint, `price` decimal(10,2))\\nUSING DELTA COMMENT 'cars'"
                        + " TBLPROPERTIES ('a'='1')\\nLOCATION 'abfss://c@l/cars'";
        assertThat(post("/sql/statements", "{\"statement\": \"%s\"}".formatted(create))
                        .json()
                        .at("/status/state")
                        .asText())
                .isEqualTo("SUCCEEDED");
        assertThat(get("/unity-catalog/tables/main.cars.listings")
                        .json()
                        .at("/columns/1/type_text")
                        .asText())
                .isEqualTo("decimal(10,2)");
        assertThat(post("/sql/statements", "{\"statement\": \"%s\"}".formatted(create))
                        .json()
                        .at("/status/error/message")
                        .asText())
                .isEqualTo("TABLE_OR_VIEW_ALREADY_EXISTS main.cars.listings");
        assertThat(post("/sql/statements", "{\"statement\": \"SELECT 1\"}")
                        .json()
                        .at("/status/error/message")
                        .asText())
                .isEqualTo("PARSE_SYNTAX_ERROR: the emulator does not know SELECT 1");
    }

    @Test
    void grantsAddAndTakeAway() {
        post("/unity-catalog/catalogs", "{\"name\": \"main\"}");
        String path = API + "/unity-catalog/permissions/catalog/main";
        client.send(
                "PATCH",
                path,
                "{\"changes\": [{\"principal\": \"analysts\", \"add\": [\"USE_CATALOG\", \"BROWSE\"]}]}");
        assertThat(client.send(
                                "PATCH",
                                path,
                                "{\"changes\": [{\"principal\": \"analysts\", \"remove\": [\"BROWSE\"]}]}")
                        .text())
                .isEqualTo(
                        "{\"privilege_assignments\":[{\"principal\":\"analysts\",\"privileges\":[\"USE_CATALOG\"]}]}");
        assertThat(get("/unity-catalog/permissions/catalog/other").status()).isEqualTo(404);
    }

    @Test
    void notebooksBeginWithTheirComment() {
        String content = Base64.getEncoder().encodeToString("print(1)".getBytes(StandardCharsets.UTF_8));
        assertThat(post(
                                "/workspace/import",
                                "{\"path\": \"/a\", \"language\": \"PYTHON\", \"format\": \"SOURCE\", \"content\": \"%s\"}"
                                        .formatted(content))
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("The notebook /a does not begin with a comment \"Databricks notebook source\".");
        assertThat(get("/workspace/get-status?path=/a").status()).isEqualTo(404);
    }
}
