package io.terralake.functions.deviceimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.terralake.functions.deviceimages.png.TestPng;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.testing.QuietLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(QuietLog.class)
class ImageHandlerTests {
    private static final byte[] IMAGE = TestPng.grey(2, 2, 3);
    private static final String GOOD = TestBlobs.record("file:/device/a.png", IMAGE);
    private static final ProcessedImage ROW = new ProcessedImage("a.png", 12, 12, "0x8DE2B");

    private final List<ProcessedImage> rows = new ArrayList<>();

    @Test
    void writesARowForTheImage() {
        assertThat(handle(GOOD)).isEmpty();
        assertThat(rows).containsExactly(ROW);
    }

    /** The original read one record to the blob only. */
    @Test
    void writesARowForEachRecord() {
        String second = TestBlobs.record("file:/device/b.png", TestPng.grey(10, 10, 255));
        String third = TestBlobs.record("c", TestPng.grey(1, 1, 0));
        assertThat(handle(GOOD + "\n" + second + "\r\n\n" + third)).isEmpty();
        assertThat(rows)
                .containsExactly(
                        ROW,
                        new ProcessedImage("b.png", 25_500, 25_500, "0x8DE2B"),
                        new ProcessedImage("c", 0, 0, "0x8DE2B"));
    }

    @Test
    void readsARecordOverSeveralLinesInAnyOrderWithFieldsOfOthers() {
        String json = """
            \uFEFF
            {
              "more": {"path": [1, "x"]},
              "content": "%s",
              "length": %d,
              "path": "a.png"
            }
            """.formatted(Base64.getEncoder().encodeToString(IMAGE), IMAGE.length);
        assertThat(handle(json)).isEmpty();
        assertThat(rows).containsExactly(ROW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'); DROP TABLE dbo.processed_data; --.png",
                "a\\\"b.png",
                "100% [x] _.png",
                "große Straße \uD83D\uDE97.png",
                "..",
                "a%2Fb+c.png"
            })
    void takesNamesAsData(String name) {
        assertThat(handle(TestBlobs.record("file:/device/" + name, IMAGE))).isEmpty();
        assertThat(rows).extracting(ProcessedImage::filename).containsExactly(name.replace("\\\"", "\""));
    }

    @Test
    void takesNamesOf255Characters() {
        String name = "n".repeat(255);
        assertThat(handle(TestBlobs.record("/" + name, IMAGE))).isEmpty();
        assertThat(rows).extracting(ProcessedImage::filename).containsExactly(name);
    }

    @Test
    void refusesNamesThatTheTableCannotHold() {
        refuses(
                TestBlobs.record("/" + "n".repeat(300), IMAGE),
                "record 1 (line 1): /path: the file name \"%s\"… (300 characters) is too long: at most 255 characters are allowed"
                        .formatted("n".repeat(60)));
        refuses(
                TestBlobs.record("file:/device/", IMAGE),
                "record 1 (line 1): /path: \"file:/device/\" has no file name");
        refuses(TestBlobs.record("", IMAGE), "record 1 (line 1): /path: \"\" has no file name");
        refuses(
                TestBlobs.record("/ a.png", IMAGE),
                "record 1 (line 1): /path: the file name \" a.png\" begins or ends with a blank");
        refuses(
                TestBlobs.record("/a.png ", IMAGE),
                "record 1 (line 1): /path: the file name \"a.png \" begins or ends with a blank");
        refuses(
                TestBlobs.record("/a\\nb.png", IMAGE),
                "record 1 (line 1): /path: the file name \"a\\nb.png\" has control characters or halves of characters");
        refuses(
                TestBlobs.record("/a\\ud83d.png", IMAGE),
                "record 1 (line 1): /path: the file name \"a\uD83D.png\" has control characters or halves of characters");
    }

    @Test
    void refusesRecordsThatAreNone() {
        refuses("", "there is no record in its 0 bytes");
        refuses(" \n", "there is no record in its 2 bytes");
        refuses("[]", "record 1 (line 1): a record is an object, not an array");
        refuses("\n7", "record 1 (line 2): a record is an object, not an integer");
        refuses("{}", "record 1 (line 1): /path is missing, /length is missing, /content is missing");
        refuses(
                "{\"path\":1,\"length\":\"2\",\"content\":[3]}",
                "record 1 (line 1): /path: a text is allowed, not an integer, /length: an integer is allowed, not a text,"
                        + " /content: a base64 text is allowed, not an array");
        refuses(
                "{\"path\":null,\"length\":1.5,\"content\":true}",
                "record 1 (line 1): /path: a text is allowed, not null, /length: an integer is allowed, not a fraction,"
                        + " /content: a base64 text is allowed, not true");
    }

    @Test
    void refusesFieldsThatAreThereTwice() {
        String record = GOOD.substring(0, GOOD.length() - 1);
        refuses(record + ",\"path\":\"b\"}", "record 1 (line 1): /path is there twice");
        refuses(
                record + ",\"length\":2,\"length\":2}",
                "record 1 (line 1): /length is there twice, /length is there twice");
        refuses(record + ",\"content\":\"AQID\"}", "record 1 (line 1): /content is there twice");
    }

    @Test
    void refusesWhatIsNoJson() {
        String at = "record %d (line %d): the JSON cannot be read at line %d, column %d, nor what comes after that";
        refuses("hello", at.formatted(1, 1, 1, 6));
        refuses(GOOD.substring(0, GOOD.length() - 1), at.formatted(1, 1, 1, GOOD.length()));
        refuses("{\"a\":" + "[".repeat(50), at.formatted(1, 1, 1, 22));
    }

    /** The blob is read to its end: coming back would not help. */
    @Test
    void refusesBytesThatAreNoCharacters() {
        for (byte[] bytes : List.of(
                new byte[] {0, '{', 0, 0},
                new byte[] {0, 0, 0, '{', 0},
                new byte[] {0, 0, 0, '{', 0, 0, 0, '"', 0, 0x11, 0, 0},
                new byte[] {'{', 0, 0, 0, '"', 0, 0, 0, 0, 0, 0x11, 0})) {
            Optional<String> poison =
                    handler(new TestBlobs(Map.of("a.json", bytes))).handle(TestBlobs.event("a.json"));
            assertThat(reason(poison)).isEqualTo("blob \"a.json\": the blob has bytes that are no characters");
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void refusesContentThatIsNoImage() {
        String bad = "record 1 (line 1): /content: ";
        refuses("{\"path\":\"a\",\"length\":3,\"content\":\"a*b=\"}", bad + "no base64 text");
        refuses("{\"path\":\"a\",\"length\":3,\"content\":\"abc\"}", bad + "no base64 text");
        refuses(
                "{\"path\":\"a\",\"length\":3,\"content\":\"abcde\"}\n" + GOOD,
                bad + "no base64 text, the JSON cannot be read at line 1, column 41, nor what comes after that");
        refuses("{\"path\":\"a\",\"length\":0,\"content\":\"\"}", bad + "the image is no PNG image");
        refuses(TestBlobs.record("a", "GIF89a".getBytes(StandardCharsets.US_ASCII)), bad + "the image is no PNG image");
        refuses(
                TestBlobs.record("a", Arrays.copyOf(IMAGE, 30)),
                bad + "the image ends after 30 bytes, within the chunk at byte 8");
        refuses(
                TestBlobs.record("a", new byte[(8 << 20) + 1]),
                bad + "the image is too long: at most 8388608 bytes are allowed");
    }

    @Test
    void refusesALengthThatIsNotThatOfTheContent() {
        refuses(
                GOOD.replace("\"length\":%d".formatted(IMAGE.length), "\"length\":7"),
                "record 1 (line 1): /length: 7, but /content has %d bytes".formatted(IMAGE.length));
        refuses(
                GOOD.replace("\"length\":", "\"length\":" + "9".repeat(40)),
                "record 1 (line 1): /length: %s%d, but /content has %d bytes"
                        .formatted("9".repeat(40), IMAGE.length, IMAGE.length));
    }

    /** What is wrong with one record is its own affair. */
    @Test
    void writesTheRecordsThatAreRight() {
        String reason = reason(handle("{\"content\":\"*\"}\n%s\n[1]\n{\"path\":".formatted(GOOD)));
        assertThat(rows).containsExactly(ROW);
        assertThat(reason)
                .isEqualTo(
                        "blob \"a.json\": record 1 (line 1): /content: no base64 text, /path is missing, /length is missing; "
                                + "blob \"a.json\": record 3 (line 3): a record is an object, not an array; "
                                + "blob \"a.json\": record 4 (line 4): the JSON cannot be read at line 4, column 9,"
                                + " nor what comes after that");
    }

    @Test
    void tellsOfTenProblemsAtMost() {
        String reason = reason(handle("[]\n".repeat(12)));
        assertThat(reason)
                .contains("record 10 (line 10)")
                .endsWith("; and more")
                .doesNotContain("record 11");
    }

    @Test
    void keepsTheMessageWithTheReason() throws IOException {
        String message = "{\"eventType\":\"x\\u0000\"}";
        JsonNode poison = new ObjectMapper()
                .readTree(handler(new TestBlobs(Map.of())).handle(message).orElseThrow());
        assertThat(poison.fieldNames()).toIterable().containsExactly("reason", "message");
        assertThat(poison.path("message").asText()).isEqualTo(message);
    }

    /** A message of a queue holds 48 KiB before it is encoded. */
    @Test
    void cutsAMessageThatWouldNotFit() {
        String poison =
                handler(new TestBlobs(Map.of())).handle("\"".repeat(40_000)).orElseThrow();
        assertThat(poison.length()).isBetween(20_000, 48 << 10);
    }

    @Test
    void cutsReasonsThatWouldNotFit() {
        String record = TestBlobs.record("\\u0001".repeat(400), IMAGE);
        String name = "%s.json".formatted("\u00e9".repeat(1000));
        String poison = handler(TestBlobs.of(name, (record + "\n").repeat(20)))
                .handle(TestBlobs.event(name))
                .orElseThrow();
        assertThat(poison.getBytes(StandardCharsets.UTF_8).length).isBetween(4_000, 48 << 10);
        assertThat(reason(Optional.of(poison))).hasSize(4097).endsWith("…");
    }

    @Test
    void refusesOtherContainersAndAccounts() {
        String other = TestBlobs.event("a.json").replace("containers/images", "containers/secrets");
        assertThat(reason(handler(TestBlobs.of("a.json", GOOD)).handle(other)))
                .isEqualTo("the event is of the container \"secrets\" of the account \"stimagesdev\":"
                        + " only images of stimagesdev is read");
        String foreign = TestBlobs.event("a.json").replace("storageAccounts/stimagesdev", "storageAccounts/evil");
        assertThat(reason(handler(TestBlobs.of("a.json", GOOD)).handle(foreign)))
                .isEqualTo("the event is of the container \"images\" of the account \"evil\":"
                        + " only images of stimagesdev is read");
        assertThat(rows).isEmpty();
    }

    @Test
    void hasNothingToDo() {
        // deleted meanwhile
        assertThat(handler(new TestBlobs(Map.of())).handle(TestBlobs.event("a.json")))
                .isEmpty();
        // the log of the stream
        assertThat(handler(TestBlobs.of("_spark_metadata/0", "v1")).handle(TestBlobs.event("_spark_metadata/0")))
                .isEmpty();
        // opened, and empty yet
        assertThat(handler(TestBlobs.of("a.json", ""))
                        .handle(TestBlobs.event("a.json").replace("FlushWithClose", "CreateFile")))
                .isEmpty();
        assertThat(rows).isEmpty();
    }

    @Test
    void comesBackWhenTheStoreBreaks() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        Blobs blobs = new Blobs() {
            @Override
            public String account() {
                return "stimagesdev";
            }

            @Override
            public String container() {
                return "images";
            }

            @Override
            public Optional<Blob> open(String name) {
                InputStream start =
                        new ByteArrayInputStream((GOOD + GOOD.substring(0, 50)).getBytes(StandardCharsets.UTF_8));
                return Optional.of(TestBlobs.blob(1000, new SequenceInputStream(start, broken)));
            }
        };
        assertThatThrownBy(() -> handler(blobs).handle(TestBlobs.event("a.json")))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the blob \"a.json\" cannot be read to its end");
        assertThat(rows).containsExactly(ROW);
    }

    @Test
    void tellsWhatTheTableRefuses() {
        ImageHandler handler = new ImageHandler(TestBlobs.of("a.json", GOOD), Score.PIXEL_SUM, image -> {
            throw new RejectedException("the table refuses the row (SQL error 2628)");
        });
        assertThat(reason(handler.handle(TestBlobs.event("a.json"))))
                .isEqualTo("blob \"a.json\": record 1 (line 1): the table refuses the row (SQL error 2628)");
    }

    private void refuses(String blob, String reason) {
        assertThat(reason(handle(blob))).isEqualTo("blob \"a.json\": " + reason);
        assertThat(rows).isEmpty();
    }

    private Optional<String> handle(String blob) {
        return handler(TestBlobs.of("a.json", blob)).handle(TestBlobs.event("a.json"));
    }

    private ImageHandler handler(Blobs blobs) {
        return new ImageHandler(blobs, Score.PIXEL_SUM, rows::add);
    }

    private static String reason(Optional<String> poison) {
        try {
            return new ObjectMapper()
                    .readTree(poison.orElseThrow())
                    .path("reason")
                    .asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
