package io.terralake.jobs.cars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarFileTests {
    private static final String GOOD = """
            {"Rego":"LHZ303","Brand":"Toyota","Model":"B","Trim":2,"Year":2020,"Odometer":15200,"Price":8900,\
            "Date listed":"2020-02-29 00:00:00","Date removed":"2020-11-08 00:00:00"}""";

    private static final UsedCar CAR = new UsedCar(
            "LHZ303", "Toyota", "B", 2, 2020, 15200, 8900, LocalDate.of(2020, 2, 29), LocalDate.of(2020, 11, 8));

    @Test
    void readsWhatTheGeneratorMakes() {
        List<UsedCar> made = Stream.generate(new CarGenerator(1)).limit(1_000).toList();
        String lines = String.join("\r\n", made.stream().map(UsedCar::toJson).toList());
        assertThat(json("\uFEFF" + lines + "\r\n\r\n"))
                .extracting(CheckedRecord::car)
                .isEqualTo(made);
    }

    @Test
    void readsOneObjectOverSeveralLines() {
        String pretty = GOOD.replace(",", ",\n  ").replace("{", "{\n  ");
        assertThat(json(pretty)).extracting(CheckedRecord::car).containsExactly(CAR);
        assertThat(json("\n" + pretty)).extracting(CheckedRecord::position).containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Price\":8900, | | \"Price\" is missing",
                "\"Price\" | \"price\" | \"price\" is no field of a listing; \"Price\" is missing",
                "\"Trim\" | \"Colour\":{\"a\":[1]},\"Trim\" | \"Colour\" is no field of a listing",
                "\"Trim\":2 | \"Trim\":2,\"Trim\":2 | \"Trim\" is there twice",
                "15200 | -5 | \"Odometer\" is -5, expected is an integer from 0 to 2147483647",
                "15200 | \"15200\" | \"Odometer\" is \"15200\", expected is an integer from 0 to 2147483647",
                "15200 | 15200.0 | \"Odometer\" is 15200.0, expected is an integer from 0 to 2147483647",
                "15200 | 3000000000 | \"Odometer\" is 3000000000, expected is an integer from 0 to 2147483647",
                "8900 | -1 | \"Price\" is -1, expected is an integer from 0 to 2147483647",
                "8900 | null | \"Price\" is null, expected is an integer from 0 to 2147483647",
                "8900 | [1] | \"Price\" is an array, expected is an integer from 0 to 2147483647",
                "8900 | {\"a\":1} | \"Price\" is an object, expected is an integer from 0 to 2147483647",
                "2020, | true, | \"Year\" is true, expected is an integer from -2147483648 to 2147483647",
                "LHZ303 | lhz303 | \"Rego\" is \"lhz303\", expected is three letters A to Z and three digits",
                "LHZ303 | LHZ30 | \"Rego\" is \"LHZ30\", expected is three letters A to Z and three digits",
                "\"LHZ303\" | 303 | \"Rego\" is 303, expected is three letters A to Z and three digits",
                "Toyota | `  ` | \"Brand\" is \"  \", expected is a text that is not blank",
                "\"B\" | 7 | \"Model\" is 7, expected is a text that is not blank",
                "2020-02-29 | 2019-02-29 | \"Date listed\" is \"2019-02-29 00:00:00\", expected is a day as \"YYYY-MM-DD 00:00:00\"",
                "2020-02-29 00:00:00 | 2020-02-29 | \"Date listed\" is \"2020-02-29\", expected is a day as \"YYYY-MM-DD 00:00:00\"",
                "2020-02-29 00:00:00 | 2020-02-29 12:00:00 | \"Date listed\" is \"2020-02-29 12:00:00\", expected is a day as \"YYYY-MM-DD 00:00:00\"",
                "2020-02-29 | 29/02/2020 | \"Date listed\" is \"29/02/2020 00:00:00\", expected is a day as \"YYYY-MM-DD 00:00:00\"",
                "2020-02-29 | 0000-02-29 | \"Date listed\" is \"0000-02-29 00:00:00\", expected is a day as \"YYYY-MM-DD 00:00:00\"",
                "2020-11-08 | 2020-02-28 | \"Date removed\" 2020-02-28 is before \"Date listed\" 2020-02-29",
                "} | | broken JSON after 169 bytes",
                "} | }} | broken JSON after 170 bytes",
                "} | }{} | something follows after the JSON object",
            })
    void saysWhyARecordIsNoListing(String part, String instead, String reasons) {
        String bad = GOOD.replace(part, instead == null ? "" : instead);
        List<CheckedRecord> records = json(bad + "\n" + GOOD);
        assertThat(String.join("; ", records.get(0).reasons())).isEqualTo(reasons);
        assertThat(records.get(0).raw()).isEqualTo(bad);
        assertThat(records.get(1).car()).as("the rest is read").isEqualTo(CAR);
    }

    @Test
    void countsFromTheBeginningOfTheRecord() {
        assertThat(json(GOOD + "\n  {\"Rego\": x}").get(1).reasons()).containsExactly("broken JSON after 9 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "3", "\"x\"", "null"})
    void takesNothingButObjects(String json) {
        assertThat(json(json))
                .extracting(CheckedRecord::reasons)
                .containsExactly(List.of("the record is no JSON object"));
    }

    @Test
    void acceptsRemovalOnTheDayOfListing() {
        UsedCar car = json(GOOD.replace("2020-11-08", "2020-02-29")).get(0).car();
        assertThat(car).isNotNull();
        assertThat(car.turnover()).isZero();
    }

    @Test
    void tellsOfEmptyFiles() {
        assertThat(records("a.json", new byte[0]))
                .extracting(CheckedRecord::reasons)
                .containsExactly(List.of("the file is empty"));
        assertThat(records("a.avro", new byte[0]))
                .extracting(CheckedRecord::reasons)
                .containsExactly(List.of("the file is empty"));
        assertThat(json(" \r\n\n")).extracting(CheckedRecord::reasons).containsExactly(List.of("the file is blank"));
    }

    @Test
    void keepsTheBeginningOfAHugeRecord() {
        String huge = GOOD.replace("Toyota", "T".repeat(1 << 20));
        List<CheckedRecord> records = json(huge + "\n" + GOOD);
        assertThat(records.get(0).reasons())
                .containsExactly("the record has %d bytes, 65536 at most".formatted(huge.length()));
        assertThat(records.get(0).raw()).isEqualTo(huge.substring(0, 4_096));
        assertThat(records.get(0).bytes()).isEqualTo(huge.length());
        assertThat(records.get(1).car()).isEqualTo(CAR);
    }

    @Test
    void shortensWhatAReasonNames() {
        assertThat(json(GOOD.replace("LHZ303", "X".repeat(9_000))).get(0).reasons())
                .containsExactly("\"Rego\" is \"%s…\", expected is three letters A to Z and three digits"
                        .formatted("X".repeat(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "deflate", "snappy"})
    void readsBodiesOfCapturedEvents(String codec) {
        byte[] file = Captures.file(codec, Arrays.asList(GOOD, null), List.of("{", GOOD));
        List<CheckedRecord> records = records("x/0/2026/11/24.AVRO", file);
        assertThat(records).extracting(CheckedRecord::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(records).extracting(CheckedRecord::car).containsExactly(CAR, null, null, CAR);
        assertThat(records)
                .extracting(CheckedRecord::reasons)
                .containsExactly(
                        List.of(),
                        List.of("the event has no bytes as its body"),
                        List.of("broken JSON after 1 bytes"),
                        List.of());
    }

    @Test
    void aCaptureWithoutEventsHasNoRecords() {
        assertThat(records("a.avro", Captures.file("null"))).isEmpty();
    }

    @Test
    void readsATruncatedCaptureAsFarAsItIsWhole() {
        byte[] file = Captures.file("null", List.of(GOOD, GOOD), List.of(GOOD));
        int second = Captures.file("null", List.of(GOOD, GOOD)).length;
        List<CheckedRecord> records = records("a.avro", Arrays.copyOf(file, file.length - 5));
        assertThat(records).extracting(CheckedRecord::car).containsExactly(CAR, CAR, null);
        assertThat(records.get(2).position()).isEqualTo(3);
        assertThat(records.get(2).reasons())
                .containsExactly("the Avro file is broken from byte %d to byte %d".formatted(second, file.length - 5));
        assertThat(records("a.avro", Arrays.copyOf(file, 100)))
                .extracting(CheckedRecord::reasons)
                .containsExactly(List.of("the Avro file is broken in its header, at byte 19"));
    }

    @Test
    void readsOnAfterADamagedBlock() {
        byte[] file = Captures.file("null", List.of(GOOD), List.of(GOOD, GOOD), List.of(GOOD));
        int second = Captures.file("null", List.of(GOOD)).length;
        byte[] length = file.clone();
        Arrays.fill(length, second + 1, second + 9, (byte) 0xFF);
        List<CheckedRecord> records = records("a.avro", length);
        assertThat(records).extracting(CheckedRecord::car).containsExactly(CAR, null, CAR);
        assertThat(records.get(1).reasons().get(0))
                .startsWith("the Avro file is broken from byte %d to byte ".formatted(second));
        byte[] content = file.clone();
        Arrays.fill(content, second + 4, second + 12, (byte) 0xFF);
        records = records("a.avro", content);
        assertThat(records).extracting(CheckedRecord::car).containsExactly(CAR, null, CAR);
        assertThat(records.get(1).reasons()).containsExactly("the events 2 to 3 cannot be read");
        assertThat(records.get(2).position()).isEqualTo(4);
    }

    @Test
    void refusesOtherAvroFiles() throws Exception {
        assertThat(records("a.avro", GOOD.getBytes(UTF_8)))
                .extracting(CheckedRecord::reasons)
                .containsExactly(List.of("the file is no Avro"));
        var schema = SchemaBuilder.record("r").fields().requiredInt("a").endRecord();
        var bytes = new java.io.ByteArrayOutputStream();
        try (var writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, bytes);
            GenericData.Record record = new GenericData.Record(schema);
            record.put("a", 1);
            writer.append(record);
        }
        assertThat(records("a.avro", bytes.toByteArray()))
                .extracting(CheckedRecord::reasons)
                .containsExactly(
                        List.of("the Avro file is no capture of an Event Hub: there is no field \"Body\" in it"));
    }

    /** Whatever the bytes are, something is told of each file, and nothing is thrown. */
    @Test
    void noBytesAreTooStrange() {
        Random random = new Random(1);
        byte[][] files = {
            Captures.file("deflate", List.of(GOOD), List.of(GOOD, GOOD)), (GOOD + "\n" + GOOD).getBytes(UTF_8)
        };
        for (int round = 0; round < 4_000; round++) {
            byte[] file = files[round % 2].clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            file = Arrays.copyOf(file, 1 + random.nextInt(file.length));
            String name = round % 2 == 0 ? "a.avro" : "a.json";
            assertThat(records(name, file))
                    .allMatch(record ->
                            (record.car() == null) == !record.reasons().isEmpty());
        }
    }

    private static List<CheckedRecord> json(String text) {
        return records("a.json", text.getBytes(UTF_8));
    }

    private static List<CheckedRecord> records(String name, byte[] file) {
        List<CheckedRecord> records = new ArrayList<>();
        CarFile.records(name, file).forEachRemaining(records::add);
        return records;
    }
}
