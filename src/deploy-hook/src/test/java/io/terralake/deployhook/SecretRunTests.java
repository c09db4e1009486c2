package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.http.Reply;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hook was given as a secret stands nowhere, and what is no token goes nowhere. */
class SecretRunTests extends HookFixture {
    private static final String TOKEN = "opaque-0123456789-abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"accessToken\": \"" + TOKEN + "\",\n  \"tokenType\": \"Bearer\"\n}",
                "Bearer " + TOKEN,
                " " + TOKEN,
                TOKEN + "\n",
                "\"" + TOKEN + "\"",
                TOKEN + "\u0007",
                TOKEN + "é",
                ""
            })
    void refusesWhatIsNoToken(String token) throws IOException {
        Path report = folder.resolve("report.json");
        Path outputs = Files.writeString(folder.resolve("outputs.json"), "{\"dev\": {}}");
        Called called =
                call(Map.of("ARM_ACCESS_TOKEN", token), null, outputs.toString(), "--report", report.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("ARM_ACCESS_TOKEN: holds no token, but ")
                .hasLineCount(1);
        assertThat(called.out() + called.err()).doesNotContain("opaque");
        assertThat(report).doesNotExist();
    }

    @Test
    void aServerThatSaysWhatItWasSentIsNotRepeated() throws IOException {
        try (UnsteadyArm arm = new UnsteadyArm("ml-ws-1")) {
            arm.fault(request -> Optional.of(Reply.error(
                    400, "Bad", "you sent Bearer " + TOKEN + " and a\u001b[31m and " + TOKEN.substring(0, 25))));
            Path request = Files.writeString(folder.resolve("request.json"), Requests.BARE);
            Path report = folder.resolve("report.json");
            Called called = call(
                    Map.of("ARM_ACCESS_TOKEN", TOKEN),
                    arm,
                    "--request",
                    request.toString(),
                    "--allow-workspace",
                    "ml-ws-1",
                    "--report",
                    report.toString());
            assertThat(called.code()).isEqualTo(1);
            for (String text : List.of(called.out(), called.err(), Files.readString(report))) {
                assertThat(text).doesNotContain("opaque", "\u001b");
            }
            assertThat(called.out()).contains("Bad: you sent Bearer *** and a?[31m and ***");
        }
    }

    /** A password in an address is masked by whoever prints the address. */
    @Test
    void aDriverThatRepeatsAPasswordIsNotRepeated() throws IOException {
        database = "jdbc:h2:mem:x;IFEXISTS=TRUE;USER=sa;PASSWORD=geheimnis";
        script("V1__one.sql", "SELECT 1;");
        Called called = call(
                Map.of("TERRALAKE_SQL_USER", "sa", "TERRALAKE_SQL_PASSWORD", "another-secret"),
                null,
                outputs("\"migrations\": \"sql\"").toString());
        assertThat(called.code()).isEqualTo(1);
        assertThat(called.out()).contains("failed  cannot connect: ").doesNotContain("geheimnis", "another-secret");
    }

    /** A host that there is not, and a certificate that nobody trusts: no try is worth a second one. */
    @Test
    @Timeout(20)
    void failsAtOnceWhenNoWaitingHelps() throws IOException {
        try (UnsteadyArm arm = new UnsteadyArm("ml-ws-1")) {
            for (String endpoint : List.of("https://arm.invalid", arm.endpoint())) {
                Path request = Files.writeString(folder.resolve("request.json"), Requests.BARE);
                Called called = call(
                        Map.of("ARM_ACCESS_TOKEN", TOKEN),
                        null,
                        "--request",
                        request.toString(),
                        "--allow-workspace",
                        "ml-ws-1",
                        "--arm-endpoint",
                        endpoint);
                assertThat(called.code()).isEqualTo(1);
                assertThat(called.out()).contains("failed  no answer: ");
            }
            assertThat(arm.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host",
                "host",
                "https://",
                "https://user:secret@host",
                "https://host/path",
                "https://host?x=1",
                "https://host:99999",
                "https://ho st"
            })
    void refusesAddressesThatATokenMustNotGoTo(String endpoint) throws IOException {
        Path outputs = Files.writeString(folder.resolve("outputs.json"), "{\"dev\": {}}");
        Called called = call(outputs.toString(), "--arm-endpoint", endpoint);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("--arm-endpoint \"")
                .doesNotContain("secret")
                .hasLineCount(1);
    }

    @Test
    void refusesAReportThatCannotBeWritten() throws IOException {
        Path outputs = Files.writeString(folder.resolve("outputs.json"), "{\"dev\": {}}");
        refusesReport(outputs, folder.resolve("no/such/r.json"), "no such folder");
        refusesReport(outputs, folder, "is no file");
        refusesReport(outputs, Path.of("/dev/null"), "is no file");
        refusesReport(outputs, outputs, "is a file that the hook reads");
        refusesReport(outputs, outputs.resolve("r.json"), "no such folder");
    }

    /** A report replaces the file: a script or a request would be lost. */
    @Test
    void refusesAReportInPlaceOfAFileThatADeclarationNames() throws IOException {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        Path request = Files.writeString(folder.resolve("cars.json"), "{}");
        Path outputs = Files.writeString(folder.resolve("outputs.json"), """
                {"dev": {"deploy_hook": {"version": 1, "databases": [{"server": "s", "database": "d", "migrations": "sql"}],
                  "registrations": [{"request": "cars.json"}]}}}
                """);
        assertThat(call(outputs.toString(), "--report", request.toString()).err())
                .endsWith("--report %s: is a file that the hook reads".formatted(request));
        Path script = folder.resolve("sql/../sql/V1__one.sql");
        assertThat(call(outputs.toString(), "--only", "database", "--report", script.toString())
                        .err())
                .isEqualTo("--report %s: is a file that the hook reads".formatted(script));
        assertThat(script).hasContent("CREATE TABLE one (id int);");
    }

    private void refusesReport(Path outputs, Path report, String why) {
        Called called = call(outputs.toString(), "--report", report.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).isEqualTo("--report %s: %s".formatted(report, why));
    }

    @Test
    void refusesOptionsThatThereAreNot() {
        assertThat(call("--wait", "soon").err()).endsWith("'soon' is not an int; --help lists the options");
        assertThat(call("--token", "eyJhbGciOiJub25lIn0.e30.abc").err())
                .doesNotContain("eyJ")
                .hasLineCount(1);
        assertThat(call("@/etc/passwd").err()).isEqualTo("@/etc/passwd: no such file");
    }
}
