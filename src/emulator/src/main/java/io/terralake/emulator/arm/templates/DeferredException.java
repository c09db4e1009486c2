package io.terralake.emulator.arm.templates;

/** What is asked for is known only when resources are there. */
public final class DeferredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DeferredException() {
        super("known after the deployment", null, false, false);
    }
}
