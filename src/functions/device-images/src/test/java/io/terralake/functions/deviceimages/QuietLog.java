package io.terralake.functions.deviceimages;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what a test wants to happen out of its output. */
public final class QuietLog implements BeforeEachCallback, AfterEachCallback {
    private static final Logger LOG = Logger.getLogger("io.terralake.functions.deviceimages");

    @Override
    public void beforeEach(ExtensionContext test) {
        LOG.setLevel(Level.OFF);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        LOG.setLevel(null);
    }
}
