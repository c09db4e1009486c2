package io.terralake.loans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.input.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one dialect of CSV, with what people's files do to it. */
class LoanFileTests {
    private static final String HEADER = String.join(",", Loan.COLUMNS);

    @TempDir
    Path folder;

    private final Map<Long, Loan> loans = new LinkedHashMap<>();
    private final List<BadLine> badLines = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Current | Current",
                "`\"a, b\\\"` | `a, b\\`",
                "\"say \"\"so\"\"\" | `say \"so\"`",
                "5\" pipe | 5\" pipe",
                "`\" x \"` | ` x `",
                "` x ` | ` x `",
                "`\"two\nlines\"` | `two\nlines`",
                "`\"two\r\nlines\"` | `two\r\nlines`",
                "\"\" | ``",
                "ä€𝄞 | ä€𝄞",
                "NULL | NULL",
                "a\\\"b | a\\\"b",
            })
    void readsAValue(String written, String expected) throws IOException {
        read(HEADER + "\n" + line(1, written) + "\n" + line(2, "next"));
        assertThat(badLines).isEmpty();
        assertThat(loans.values()).extracting(Loan::status).containsExactly(expected, "next");
    }

    @Test
    void anEmptyValueIsNoneUnlessItIsQuoted() throws IOException {
        read(HEADER + "\n" + line(1, "") + "\n" + line(2, "\"\""));
        assertThat(loans.values()).extracting(Loan::status).containsExactly(null, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", "\r\n\r\n"})
    void readsEveryEndOfLine(String end) throws IOException {
        read("\uFEFF" + HEADER + end + line(1, "a") + end + line(2, "b"));
        assertThat(badLines).isEmpty();
        assertThat(loans.values()).extracting(Loan::status).containsExactly("a", "b");
    }

    /** As Excel and pandas write them. */
    @Test
    void readsAByteOrderMarkQuotedNamesAndAColumnWithoutAName() throws IOException {
        read("\uFEFF\"" + HEADER.replace(",", "\",\"") + "\"\n" + line(1, "a"));
        assertThat(loans).hasSize(1);
        read("," + HEADER + ",\n0," + line(2, "b") + ",\n");
        assertThat(loans).containsOnlyKeys(2L);
        assertThat(badLines).isEmpty();
    }

    @Test
    void aBrokenQuoteCostsItsLineOnly() throws IOException {
        read(String.join(
                "\n",
                HEADER,
                line(1, "\"a"),
                line(2, "b"),
                line(3, "\"c\" d"),
                line(4, "\"Late, very\""),
                line(5, "\"e\ne\""),
                "\"6,1,1,1,1,1,1,2007-06-01,,f",
                "",
                line(7, "g"),
                line(8, "\"h")));
        assertThat(badLines)
                .extracting(BadLine::toString)
                .containsExactly(
                        "line 2: a quote is not closed, or text follows after it is",
                        "line 4: a quote is not closed, or text follows after it is",
                        "line 8: a quote is not closed, or text follows after it is",
                        "line 11: a quote is not closed, or text follows after it is");
        assertThat(loans.entrySet())
                .extracting(entry -> entry.getKey() + " " + entry.getValue().id())
                .containsExactly("3 2", "5 4", "6 5", "10 7");
    }

    /** A record is taken whole: what stands inside its quotes never becomes a loan of its own. */
    @Test
    void aRecordWithTooFewValuesIsNamedWithAllItsLines() throws IOException {
        read(HEADER + "\n1,\"x\n" + line(2, "no loan") + "\n\"\n" + line(3, "a"));
        assertThat(badLines).extracting(BadLine::toString).containsExactly("lines 2 to 4: 2 values, the header has 10");
        assertThat(loans.values()).extracting(Loan::id).containsExactly(3);
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotTakeInALargeFile() throws IOException {
        String many = IntStream.range(2, 50_000).mapToObj(id -> line(id, "a")).collect(Collectors.joining("\n"));
        read(HEADER + "\n" + line(1, "\"a") + "\n" + many);
        assertThat(badLines)
                .extracting(BadLine::toString)
                .containsExactly("line 2: a record has at most 1,048,576 characters: is a quote not closed?");
        assertThat(loans).hasSize(49_998);
    }

    @Test
    void bytesThatAreNoUtf8CostTheirLineOnly() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + "\n" + line(1, "𐀀") + "\n" + line(2, "")).getBytes(UTF_8));
        bytes.write(new byte[] {(byte) 0xE4, '\n'});
        bytes.write(line(3, "\uFFFD").getBytes(UTF_8));
        read(bytes.toByteArray());
        assertThat(badLines)
                .extracting(BadLine::toString)
                .containsExactly("line 3: loan_status holds bytes that are no UTF-8");
        assertThat(loans.values()).extracting(Loan::status).containsExactly("𐀀", "\uFFFD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1d,1,1,1,1,1,1,2007-06-01,, | id \"1d\" is no whole number",
                "1.0,1,1,1,1,1,1,2007-06-01,, | id \"1.0\" is no whole number",
                "٣,1,1,1,1,1,1,2007-06-01,, | id \"٣\" is no whole number",
                "2147483648,1,1,1,1,1,1,2007-06-01,, | id \"2147483648\" is out of range: -2147483648 to 2147483647",
                "1,1d,1,1,1,1,1,2007-06-01,, | loan_amnt \"1d\" is no number such as 1234.5",
                "1,1f,1,1,1,1,1,2007-06-01,, | loan_amnt \"1f\" is no number such as 1234.5",
                "1,0x1p4,1,1,1,1,1,2007-06-01,, | loan_amnt \"0x1p4\" is no number such as 1234.5",
                "1,1,Infinity,1,1,1,1,2007-06-01,, | annual_inc \"Infinity\" is no number such as 1234.5",
                "1,1,1e999,1,1,1,1,2007-06-01,, | annual_inc \"1e999\" is no number such as 1234.5",
                "1,1,1_000,1,1,1,1,2007-06-01,, | annual_inc \"1_000\" is no number such as 1234.5",
                "1,1,.,1,1,1,1,2007-06-01,, | annual_inc \".\" is no number such as 1234.5",
                "1,1,1,1,1,1,1,1015-06-01,, | issue_d \"1015-06-01\" is out of range: 1900 to 2099",
                "1,1,1,1,1,1,1,Jun-0015,, | issue_d \"Jun-0015\" is out of range: 1900 to 2099",
                "1,1,1,1,1,1,1,2915-06-01,, | issue_d \"2915-06-01\" is out of range: 1900 to 2099",
                "1,1,1,1,1,1,1,2007-02-30,, | issue_d \"2007-02-30\" is no date such as 2007-06-01 or Jun-2007",
                "1,1,1,1,1,1,1,2007-06-01,0007-01-01, | earliest_cr_line \"0007-01-01\" is out of range: 1900 to 2099",
                "x,y,1,1,1,1,1,,, | id \"x\" is no whole number; loan_amnt \"y\" is no number such as 1234.5; issue_d is empty, a date such as 2007-06-01 or Jun-2007 is needed",
            })
    void saysEverythingThatIsWrongWithALine(String line, String expected) throws IOException {
        read(HEADER + "\n" + line);
        assertThat(loans).isEmpty();
        assertThat(badLines).extracting(BadLine::toString).containsExactly("line 2: " + expected);
    }

    @Test
    void showsNoValueWithoutEndAndNoControlCharacter() throws IOException {
        read(HEADER + "\n\"\u001b[31m" + "x".repeat(99) + "\",1,1,1,1,1,1,2007-06-01,,");
        assertThat(badLines)
                .extracting(BadLine::reason)
                .containsExactly("id \"?[31m%s…\" is no whole number".formatted("x".repeat(55)));
    }

    @Test
    void refusesAHeaderThatDoesNotTellTheColumns() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(InputException.class)
                .hasMessage("f: it is empty, a header with the columns %s is needed".formatted(Loan.COLUMNS));
        assertThatThrownBy(() -> read(HEADER.replace("dti", "id") + ",loan_status\n"))
                .hasMessage("""
                f:1: the columns [dti] are missing, there are [id, loan_amnt, annual_inc, id, delinq_2yrs, total_acc, total_pymnt, issue_d, earliest_cr_line, loan_status, loan_status]
                f:1: there is more than one column "id"
                f:1: there is more than one column "loan_status\"""");
        assertThatThrownBy(() -> read("\"id" + HEADER))
                .hasMessage("f:1: a quote is not closed, or text follows after it is");
    }

    /** Whatever a text holds, it comes back; the seed makes a failure repeatable. */
    @Test
    void readsWhatItWrites() throws IOException {
        Random random = new Random(46);
        List<Loan> written = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String status = random.ints(random.nextInt(12), 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining());
            written.add(new Loan(
                    random.nextInt(),
                    number(random),
                    number(random),
                    number(random),
                    number(random),
                    number(random),
                    number(random),
                    LocalDate.of(1900 + random.nextInt(200), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    random.nextBoolean() ? null : LocalDate.of(1985, 1, 1),
                    random.nextInt(9) == 0 ? null : status));
        }
        Path file = folder.resolve("loans.csv");
        try (LoanWriter writer = new LoanWriter(file)) {
            for (Loan loan : written) {
                writer.write(loan);
            }
            writer.finish();
        }
        read(Files.readAllBytes(file));
        assertThat(badLines).isEmpty();
        assertThat(loans.values()).containsExactlyElementsOf(written);
    }

    /** No text makes the reader fail, and none makes it lose a line silently. */
    @Test
    void takesAnyText() throws IOException {
        Random random = new Random(47);
        for (int i = 0; i < 3_000; i++) {
            String text = random.ints(random.nextInt(60), 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining());
            read(HEADER + "\n" + text + "\n\"\"\n" + line(1, "a"));
            assertThat(text.isBlank() || !badLines.isEmpty()).as(text).isTrue();
            assertThat(loans.values().stream().anyMatch(loan -> loan.id() == 1)
                            || badLines.stream().anyMatch(line -> line.last() > 2))
                    .as(text)
                    .isTrue();
        }
    }

    private static final String LETTERS = "\"\"\",,\n\r\\ \tab1é#'\u0001;";

    private static Double number(Random random) {
        return random.nextInt(9) == 0
                ? null
                : Double.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(30) - 9));
    }

    private static String line(int id, String status) {
        return "%d,1,1,1,1,1,1,2007-06-01,,%s".formatted(id, status);
    }

    private void read(String text) throws IOException {
        read(text.getBytes(UTF_8));
    }

    private void read(byte[] bytes) throws IOException {
        loans.clear();
        badLines.clear();
        new LoanFile("f", () -> new ByteArrayInputStream(bytes))
                .read((loan, line) -> loans.put(line, loan), badLines::add);
    }
}
