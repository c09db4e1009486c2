package io.terralake.emulator.junit;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.terraform.ProvidersMissingException;
import io.terralake.emulator.terraform.TerraformMissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Gives each test an {@link Emulator} of its own as a parameter; tests of a class whose {@code @BeforeAll} asks for one share that. Tests whose Terraform or whose providers are not to be had are skipped and say so; with
 * {@code TERRALAKE_REQUIRE_TERRAFORM=true} in the environment they fail.
 */
public final class EmulatorExtension
        implements ParameterResolver, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(EmulatorExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Emulator.class;
    }

    @Override
    public Emulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Emulator.class, key -> start(), Emulator.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw judged(failure, Boolean.parseBoolean(System.getenv("TERRALAKE_REQUIRE_TERRAFORM")));
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    /** The failure, or why the test is skipped. */
    static Throwable judged(Throwable failure, boolean required) {
        for (Throwable each = failure; each != null && !required; each = each.getCause()) {
            if (each instanceof ProvidersMissingException || each instanceof TerraformMissingException) {
                System.out.println("a test with terraform was skipped: " + each.getMessage());
                return new TestAbortedException(each.getMessage(), failure);
            }
        }
        return failure;
    }

    private static Emulator start() {
        try {
            return Emulator.start(EmulatorOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
