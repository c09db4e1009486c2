package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table that the stack {@code loan-versions} makes, and the SQL of its notebook, on a real Delta table. */
class LoanNotebookTests extends SparkFixture {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path SNAPSHOT = ROOT.resolve("main.tf.json.snapshots/prod-loan-versions.tf.json");
    private static final Path NOTEBOOK = ROOT.resolve("stacks/loan-versions/notebooks/read_a_loan_version.py");

    @AfterEach
    void forget() {
        SPARK.sql("DROP TABLE IF EXISTS lc_loan");
    }

    /** The table is empty in version 0; merges of loans, as the data flow and the job make them, go into it as they are. */
    @Test
    void readsAnyVersionOfTheTableThatTerraformMakes() throws IOException {
        SPARK.sql(create());
        twoVersions();
        assertThat(rows(history(), "version", "operation"))
                .containsExactly(List.of(2L, "MERGE"), List.of(1L, "MERGE"), List.of(0L, "CREATE TABLE"));
        assertThat(version(0).count()).isZero();
        assertThat(rows(version(1).orderBy("id"), "id", "total_pymnt"))
                .containsExactly(List.of(1, 10.0), List.of(2, 20.0));
        assertThat(rows(version(2).orderBy("id"), "id", "total_pymnt"))
                .containsExactly(List.of(1, 10.0), List.of(2, 25.0), List.of(3, 30.0));
    }

    @Test
    void tellsWhatAVersionAdded() throws IOException {
        SPARK.sql(create());
        twoVersions();
        assertThat(rows(changes(2, 1).orderBy("id"), "id", "total_pymnt"))
                .containsExactly(List.of(2, 25.0), List.of(3, 30.0));
    }

    /** Other writers of Delta, a data flow among them, need no more than the first versions of the protocol. */
    @Test
    void isATableThatEveryWriterUnderstands() throws IOException {
        SPARK.sql(create());
        assertThat(rows(SPARK.sql("DESCRIBE DETAIL lc_loan"), "minReaderVersion", "minWriterVersion"))
                .containsExactly(List.of(1, 2));
    }

    /** An environment whose pipeline ran before there was the table: docs/operations.md says what to do. */
    @Test
    void takesOverAFolderWhenItHasTheSameProperties() throws IOException {
        twoVersions();
        String create = create();
        assertThatThrownBy(() -> SPARK.sql(create)).hasMessageContaining("properties do not match");
        SPARK.sql("ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'false')"
                .formatted(table()));
        SPARK.sql(create);
        assertThat(version(1).count()).isEqualTo(3);
    }

    private static Dataset<Row> history() throws IOException {
        return SPARK.sql(statements().get(0));
    }

    private static Dataset<Row> version(int version) throws IOException {
        return SPARK.sql(statements().get(1).replace("{version}", String.valueOf(version)));
    }

    private static Dataset<Row> changes(int version, int before) throws IOException {
        return SPARK.sql(statements()
                .get(2)
                .replace("{version}", String.valueOf(version))
                .replace("{before}", String.valueOf(before)));
    }

    /** The SQL of the notebook, in its order. */
    private static List<String> statements() throws IOException {
        List<String> statements = Pattern.compile("spark\\.sql\\(f\"(.*)\"\\)")
                .matcher(Files.readString(NOTEBOOK))
                .results()
                .map(found -> found.group(1).replace("{table}", "lc_loan"))
                .toList();
        assertThat(statements).hasSize(3);
        return statements;
    }

    /** What the provider makes of the table's block in Terraform. */
    private String create() throws IOException {
        JsonNode table = new JsonMapper()
                .readTree(SNAPSHOT.toFile())
                .at("/resource/databricks_sql_table")
                .elements()
                .next();
        String columns = StreamSupport.stream(table.path("column").spliterator(), false)
                .map(column -> "`%s` %s"
                        .formatted(
                                column.path("name").asText(),
                                column.path("type").asText()))
                .collect(Collectors.joining(", "));
        String properties = table.path("properties").properties().stream()
                .map(property -> "'%s'='%s'"
                        .formatted(property.getKey(), property.getValue().asText()))
                .collect(Collectors.joining(", "));
        return "CREATE TABLE lc_loan (%s)\nUSING DELTA\nCOMMENT '%s'\nTBLPROPERTIES (%s)\nLOCATION '%s'"
                .formatted(columns, table.path("comment").asText(), properties, table());
    }
}
