package io.terralake.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.terraform.ProvidersMissingException;
import io.terralake.emulator.terraform.TerraformMissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

class EmulatorExtensionTests {
    private static final List<Integer> PORTS = new ArrayList<>();

    private static boolean samples;

    /** Whether tests are run that fail on purpose. */
    static boolean areSamplesRun() {
        return samples;
    }

    /** How each test of a class ended, by the name of its method. */
    private static Map<String, TestExecutionResult> results(Class<?> tests) {
        Map<String, TestExecutionResult> results = new TreeMap<>();
        samples = true;
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    results.put(test.getDisplayName().replaceAll("\\(.*", ""), result);
                                }
                            }
                        });
        samples = false;
        return results;
    }

    @Test
    void everyEmulatorEndsWithItsTest() {
        PORTS.clear();
        assertThat(results(Emulated.class).values())
                .extracting(TestExecutionResult::getStatus)
                .containsExactlyInAnyOrder(Status.SUCCESSFUL, Status.FAILED);
        assertThat(PORTS)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                        .isInstanceOf(ConnectException.class));
    }

    @EnabledIf("io.terralake.emulator.junit.EmulatorExtensionTests#areSamplesRun")
    @ExtendWith(EmulatorExtension.class)
    static class Emulated {
        private int port;

        @BeforeEach
        void before(Emulator azure) {
            port = azure.port();
            PORTS.add(port);
        }

        @Test
        void succeeds(Emulator azure) {
            assertThat(azure.port()).isEqualTo(port);
        }

        @Test
        void fails() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void anEmulatorOfAClassIsThatOfAllItsTests() {
        PORTS.clear();
        assertThat(results(Shared.class).values())
                .hasSize(2)
                .extracting(TestExecutionResult::getStatus)
                .containsOnly(Status.SUCCESSFUL);
        assertThat(PORTS).hasSize(3).containsOnly(PORTS.get(0));
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), PORTS.get(0)).close())
                .isInstanceOf(ConnectException.class);
    }

    @EnabledIf("io.terralake.emulator.junit.EmulatorExtensionTests#areSamplesRun")
    @ExtendWith(EmulatorExtension.class)
    static class Shared {
        @BeforeAll
        static void before(Emulator azure) {
            PORTS.add(azure.port());
        }

        @Test
        void one(Emulator azure) {
            PORTS.add(azure.port());
        }

        @Nested
        class Inside {
            @Test
            void two(Emulator azure) {
                PORTS.add(azure.port());
            }
        }
    }

    @Test
    void whatIsMissingSkipsAndWhatIsBrokenFails() {
        Map<String, TestExecutionResult> results = results(Missing.class);
        assertThat(results.get("broken").getStatus()).isEqualTo(Status.FAILED);
        Status missing =
                Boolean.parseBoolean(System.getenv("TERRALAKE_REQUIRE_TERRAFORM")) ? Status.FAILED : Status.ABORTED;
        assertThat(results.get("providers").getStatus()).isEqualTo(missing);
        // Where Terraform is required it is the cause of what was thrown.
        assertThat(results.get("providers").getThrowable().orElseThrow())
                .hasStackTraceContaining("terraform cannot get the providers of a stack");
        assertThat(results(MissingBefore.class).get("test").getStatus()).isEqualTo(missing);
        assertThat(results(MissingAfter.class).get("test").getStatus()).isEqualTo(missing);
    }

    @EnabledIf("io.terralake.emulator.junit.EmulatorExtensionTests#areSamplesRun")
    @ExtendWith(EmulatorExtension.class)
    static class Missing {
        @Test
        void providers() {
            throw new IllegalStateException("wrapped", new ProvidersMissingException("a stack", "none"));
        }

        @Test
        void broken() {
            throw new IllegalStateException("the stack is broken");
        }
    }

    @EnabledIf("io.terralake.emulator.junit.EmulatorExtensionTests#areSamplesRun")
    @ExtendWith(EmulatorExtension.class)
    static class MissingBefore {
        @BeforeEach
        void before() {
            throw new TerraformMissingException("terraform", new IOException("none"));
        }

        @Test
        void test() {}
    }

    @EnabledIf("io.terralake.emulator.junit.EmulatorExtensionTests#areSamplesRun")
    @ExtendWith(EmulatorExtension.class)
    static class MissingAfter {
        @Test
        void test() {}

        @AfterEach
        void after() {
            throw new TerraformMissingException("terraform", new IOException("none"));
        }
    }

    @Test
    void whereTerraformIsRequiredItsLackFails() {
        Throwable missing = new UncheckedIOException(
                new IOException(new TerraformMissingException("terraform", new IOException("none"))));
        assertThat(EmulatorExtension.judged(missing, true)).isSameAs(missing);
        assertThat(EmulatorExtension.judged(missing, false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(
                        "the program terraform cannot be started: install Terraform, and add its folder to the PATH (none)");
    }
}
