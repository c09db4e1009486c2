package io.terralake.functions.testing;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps failures that a test wants out of its output. */
public final class QuietLog implements BeforeEachCallback, AfterEachCallback {
    private static final Logger LOG = Logger.getLogger("io.terralake.functions");

    /** For {@code @ExtendWith}. */
    public QuietLog() {}

    @Override
    public void beforeEach(ExtensionContext test) {
        LOG.setLevel(Level.OFF);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        LOG.setLevel(null);
    }
}
