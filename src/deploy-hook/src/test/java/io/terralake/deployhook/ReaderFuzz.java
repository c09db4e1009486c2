package io.terralake.deployhook;

import edu.berkeley.cs.jqf.fuzz.Fuzz;
import edu.berkeley.cs.jqf.fuzz.JQF;
import io.terralake.registration.AllowList;
import io.terralake.registration.RequestReader;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Problems;
import io.terralake.registration.secrets.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Assume;
import org.junit.runner.RunWith;

/** What {@link ReaderFuzzTests} runs: nothing but {@link BadInputException} may come out of a reader. */
@RunWith(JQF.class)
public class ReaderFuzz {
    private static final int LONGEST = 8_000;

    @Fuzz
    public void declarations(InputStream input) throws IOException {
        String text = text(input);
        refusing(() -> {
            Problems problems = new Problems();
            DatabaseMerge databases = new DatabaseMerge();
            databases.add(DeclarationReader.ofText("fuzz", text, problems));
            databases.work(Path.of("target"), problems);
            problems.throwIfAny();
        });
    }

    @Fuzz
    public void requests(InputStream input) throws IOException {
        String text = text(input);
        refusing(() -> new AllowList(List.of("ml-ws-1")).workspacesOf(RequestReader.read("fuzz", text)));
    }

    @Fuzz
    public void environment(InputStream input) throws IOException {
        String text = text(input);
        refusing(() -> {
            Map<String, String> environment = Map.of("ARM_ACCESS_TOKEN", text, "TERRALAKE_SQL_PASSWORD", text);
            String redacted = Secrets.of(environment, Login.SECRETS).redact("sent " + text);
            if (text.length() > 8 && !text.isBlank() && redacted.contains(text)) {
                throw new AssertionError("a secret stands in " + redacted);
            }
            Problems problems = new Problems();
            Login.of(environment, problems);
            problems.throwIfAny();
        });
    }

    /** The input goes on for ever; a zero ends the text. */
    private static String text(InputStream input) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = input.read(); next > 0 && text.size() < LONGEST; next = input.read()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void refusing(Runnable reader) {
        try {
            reader.run();
        } catch (BadInputException e) {
            Assume.assumeNoException(e);
        }
    }
}
