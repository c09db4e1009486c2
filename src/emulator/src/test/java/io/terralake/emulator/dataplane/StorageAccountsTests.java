package io.terralake.emulator.dataplane;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageAccountsTests {
    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        azure = Emulator.start(EmulatorOptions.defaults());
        client = new Client(azure);
        client.put(GROUP, "{\"location\": \"westeurope\"}");
        client.put(ACCOUNT, "{\"location\": \"westeurope\"}");
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    private static final String ACCOUNT = GROUP + "/providers/Microsoft.Storage/storageAccounts/lake";

    @ParameterizedTest
    @CsvSource({
        "blob,PUT,/one?restype=container,/one?restype=container,blobServices/default/containers,201,202",
        "queue,PUT,/one,/one?comp=metadata,queueServices/default/queues,201,204",
        "file,PUT,/one?restype=share,/one?restype=share,fileServices/default/shares,201,202",
        "table,POST,/Tables,/Tables('one'),tableServices/default/tables,204,204"
    })
    void whatIsMadeByTheDataPlaneIsAResource(
            String service, String method, String make, String read, String resources, int created, int deleted) {
        String host = "https://lake.%s.core.windows.net".formatted(service);
        String resource = "%s/%s/one".formatted(ACCOUNT, resources);
        assertThat(client.send("GET", host + read, "").status()).isEqualTo(404);
        assertThat(client.send(method, host + make, "{\"TableName\": \"one\"}", "x-ms-meta-a", "b")
                        .status())
                .isEqualTo(created);
        assertThat(client.send(method, host + make, "{\"TableName\": \"one\"}").status())
                .isEqualTo(409);
        assertThat(client.get(resource).json().at("/properties/metadata/a").asText())
                .isEqualTo("b");
        assertThat(client.send("GET", host + read, "").response().headers().firstValue("x-ms-meta-a"))
                .contains("b");
        assertThat(client.send("DELETE", host + read.replace("?comp=metadata", ""), "")
                        .status())
                .isEqualTo(deleted);
        assertThat(client.get(resource).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"much,400", "0,400", "5,201"})
    void aShareHasASize(String quota, int status) {
        String share = "https://lake.file.core.windows.net/one?restype=share";
        assertThat(client.send("PUT", share, "", "x-ms-share-quota", quota).status())
                .isEqualTo(status);
    }

    @Test
    void aBlobKeepsWhatIsSaidOfIt() {
        String blob = "https://lake.blob.core.windows.net/one/a.txt";
        assertThat(client.send("HEAD", blob, "").status()).isEqualTo(404);
        client.send("PUT", blob, "text", "x-ms-blob-type", "BlockBlob", "x-ms-blob-content-type", "text/plain");
        assertThat(client.send("HEAD", blob, "").response().headers().firstValue("Content-Type"))
                .contains("text/plain");
        client.send("PUT", blob + "?comp=metadata", "", "x-ms-meta-a", "b");
        client.send("PUT", blob + "?comp=metadata", "", "x-ms-meta-c", "d");
        assertThat(client.send("HEAD", blob, "").response().headers().map())
                .containsKey("x-ms-meta-c")
                .doesNotContainKey("x-ms-meta-a");
        assertThat(client.send("DELETE", blob, "").status()).isEqualTo(202);
        assertThat(client.send("DELETE", blob, "").status()).isEqualTo(404);
    }

    @Test
    void settingsThatAreNotWrittenStay() {
        String service = "https://lake.blob.core.windows.net/?restype=service&comp=properties";
        client.send("PUT", service, "<StorageServiceProperties><A><B>1</B></A></StorageServiceProperties>");
        client.send("PUT", service, "<StorageServiceProperties><C>2</C></StorageServiceProperties>");
        assertThat(client.send("GET", service, "").text())
                .contains("<A><B>1</B></A>")
                .contains("<C>2</C>");
        assertThat(client.send("PUT", service, "<StorageService").status()).isEqualTo(400);
    }

    @Test
    void aContainersAccessIsTheSameBothWays() {
        String container = "https://lake.blob.core.windows.net/one?restype=container";
        client.send("PUT", container, "", "x-ms-blob-public-access", "blob");
        String resource = ACCOUNT + "/blobServices/default/containers/one";
        assertThat(client.get(resource).json().at("/properties/publicAccess").asText())
                .isEqualTo("Blob");
        client.send("PUT", container + "&comp=metadata", "", "x-ms-meta-a", "b");
        assertThat(client.send("GET", container, "").response().headers().firstValue("x-ms-blob-public-access"))
                .contains("blob");
        client.send("PUT", container + "&comp=acl", "<SignedIdentifiers><SignedIdentifier/></SignedIdentifiers>");
        assertThat(client.get(resource).json().at("/properties/publicAccess").asText())
                .isEqualTo("None");
        assertThat(client.send("GET", container + "&comp=acl", "").text()).contains("<SignedIdentifier/>");
    }
}
