package io.terralake.loans;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * The one dialect of files: RFC 4180 in UTF-8. A quote inside quotes is doubled, nothing else escapes anything, blanks and line breaks
 * inside a value are the value's. An empty value is none, unless it is quoted: then it is an empty text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Csv {
    /** For the parser this mode says that quotes tell an empty text from none. */
    static final CSVFormat READ = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();

    /** Quotes what needs it. */
    static final CSVFormat WRITE = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator('\n')
            .get();

    /** Quotes everything, and so an empty text. */
    static final CSVFormat WRITE_QUOTED =
            WRITE.builder().setQuoteMode(QuoteMode.ALL).get();

    private Csv() {}
}
