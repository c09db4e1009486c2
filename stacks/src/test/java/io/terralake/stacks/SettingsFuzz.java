package io.terralake.stacks;

import edu.berkeley.cs.jqf.fuzz.Fuzz;
import edu.berkeley.cs.jqf.fuzz.JQF;
import io.terralake.settings.Environment;
import io.terralake.settings.InvalidSettingsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Assume;
import org.junit.runner.RunWith;

/** What {@link SettingsFuzzTests} runs: nothing but {@link InvalidSettingsException} may come out of the reader. */
@RunWith(JQF.class)
public class SettingsFuzz {
    private static final int LONGEST = 8_000;
    private static final Path FILE = Path.of("target", "fuzz", "fuzz.json");

    @Fuzz
    public void settings(InputStream input) throws IOException {
        Files.write(FILE, bytes(input));
        try {
            Environment.read(FILE, Main.sections());
        } catch (InvalidSettingsException e) {
            Assume.assumeNoException(e);
        }
    }

    /** The input goes on for ever; a zero ends the text. */
    private static byte[] bytes(InputStream input) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = input.read(); next > 0 && text.size() < LONGEST; next = input.read()) {
            text.write(next);
        }
        return text.toByteArray();
    }
}
