package io.terralake.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.Annotations;
import com.hashicorp.cdktf.App;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.WorkspaceFile;
import io.terralake.databricks.WorkspaceFileProps;
import io.terralake.policy.Policy;
import io.terralake.settings.Environment;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformAppTests {
    private static final Environment ENVIRONMENT = new Environment("test", Stacks.settings());

    @TempDir
    Path outdir;

    @BeforeEach
    void writeAnEarlierResult() throws IOException {
        Files.writeString(outdir.resolve("manifest.json"), "earlier");
    }

    @Test
    void writesEveryStack() throws IOException {
        PlatformApp.synth(
                program(app -> {
                    new PlatformStack(app, "one", ENVIRONMENT);
                    new PlatformStack(app, "two", ENVIRONMENT);
                }),
                outdir);
        assertThat(outdir.resolve("stacks/test-one/cdk.tf.json")).exists();
        assertThat(outdir.resolve("stacks/test-two/cdk.tf.json")).exists();
        assertThat(outdir.resolve("manifest.json")).content().contains("test-one", "test-two");
    }

    /** {@code cdktf synth --output elsewhere}: state and files are found by the way from the stack's folder to the repository. */
    @ParameterizedTest
    @CsvSource({
        "cdktf.out, ../../../",
        "elsewhere, ../../../",
        "build/cdktf/out, ../../../../../",
        "., ../../",
        "a/../b, ../../../",
        "../beside, ../../../repository/"
    })
    void findsTheWayFromAnOutputFolderToTheRepository(String output, String way) throws IOException {
        Path repository = Files.createDirectories(outdir.resolve("repository"));
        assertThat(Repository.from(repository.resolve(output), repository)).isEqualTo(way);
    }

    @Test
    void findsTheWayFromBehindALink() throws IOException {
        Path repository = Files.createDirectories(outdir.resolve("repository"));
        Path far = Files.createDirectories(outdir.resolve("disks/far"));
        Files.createSymbolicLink(repository.resolve("link"), far);
        assertThat(Repository.from(repository.resolve("link/out"), repository)).isEqualTo("../../../../../repository/");
    }

    @Test
    void looksForStateAndFilesWhereTheRepositoryIs() throws IOException {
        PlatformApp.synth(
                program(app -> {
                    PlatformStack stack = new PlatformStack(app, "one", ENVIRONMENT);
                    new WorkspaceFile(
                            stack,
                            "Jar",
                            WorkspaceFileProps.builder()
                                    .workspace(DatabricksWorkspace.fromWorkspaceId(
                                            stack, "Workspace", PlatformTeam.WORKSPACE))
                                    .path("/Shared/a.jar")
                                    .source("jobs/a.jar")
                                    .build());
                    new PlatformStack(app, "two", ENVIRONMENT, stack.platform());
                }),
                outdir,
                "../../../../../");
        assertThat(outdir.resolve("stacks/test-one/cdk.tf.json"))
                .content()
                .contains(
                        "\"path\": \"../../../../../terraform.test-one.tfstate\"",
                        "\"source\": \"../../../../../jobs/a.jar\"");
        assertThat(outdir.resolve("stacks/test-two/cdk.tf.json"))
                .content()
                .contains("../../../../../terraform.test-two.tfstate");
    }

    @Test
    void refusesAnOutputFolderThatIsNone() {
        Path file = outdir.resolve("manifest.json");
        assertThatThrownBy(() -> PlatformApp.outdir(file.toString()))
                .hasMessage("CDKTF_OUTDIR \"%s\" is a file, a folder is needed".formatted(file));
        assertThatThrownBy(() -> PlatformApp.outdir("a\0b"))
                .hasMessage("CDKTF_OUTDIR \"a\0b\" is no path: Nul character not allowed");
    }

    @Test
    void writesNothingWhenAConstructIsRefused() {
        refuses(
                app -> {
                    new PlatformStack(app, "one", ENVIRONMENT);
                    PlatformStack two = new PlatformStack(app, "two", ENVIRONMENT);
                    throw new ConstructException(two, "no good");
                },
                "no good (at test-two)");
    }

    @Test
    void writesNothingWhenALaterStackIsInvalid() {
        refuses(
                app -> {
                    new PlatformStack(app, "one", ENVIRONMENT);
                    new PlatformStack(app, "two", ENVIRONMENT)
                            .getNode()
                            .addValidation(() -> List.of("two is not valid"));
                },
                "two is not valid");
    }

    @Test
    void writesNothingWhenAConstructReportsAnError() {
        refuses(
                app -> Annotations.of(new PlatformStack(app, "one", ENVIRONMENT))
                        .addError("one is wrong"),
                "one is wrong");
    }

    @Test
    void printsWhatIsWrongWithoutAStackTraceAndExitsWithOne() {
        String printed = printedBy(program(app ->
                new PlatformStack(app, "one", ENVIRONMENT).getNode().addValidation(() -> List.of("one is not valid"))));
        assertThat(printed).contains("one is not valid").doesNotContain("@jsii", "\tat ");
        assertThat(printedBy(program(app -> {
                    throw new ConstructException(new PlatformStack(app, "one", ENVIRONMENT), "no good");
                })))
                .isEqualToIgnoringNewLines("no good (at test-one)");
    }

    @Test
    void printsWhatAStepBeforeSynthThrows() {
        assertThat(printedBy(program(app -> {
                    PlatformStack one = new PlatformStack(app, "one", ENVIRONMENT);
                    one.beforeSynth(() -> {
                        throw new ConstructException(one, "no good");
                    });
                })))
                .isEqualToIgnoringNewLines("no good (at test-one)");
        assertThat(printedBy(program(app -> {
                    PlatformStack one = new PlatformStack(app, "one", ENVIRONMENT);
                    one.beforeSynth(() -> {
                        throw new IllegalStateException("no good");
                    });
                })))
                .isEqualToIgnoringNewLines("io.terralake.core.PlatformAppTests$$Lambda.run() failed:"
                        + " java.lang.IllegalStateException: no good (at test-one)");
    }

    @Test
    void namesAProgramThatAnswersNull() {
        String name = "io.terralake.core.PlatformAppTests$Answers.";
        assertThat(printedBy(new Answers(null, Policy::standard)))
                .isEqualToIgnoringNewLines(name + "read() returned null");
        assertThat(printedBy(new Answers(ENVIRONMENT, () -> null)))
                .isEqualToIgnoringNewLines(name + "policy() returned null");
    }

    @Test
    void namesAProgramWhosePolicyCannotBeMade() {
        assertThat(printedBy(new Answers(ENVIRONMENT, () -> Policy.standard().without("tsl"))))
                .isEqualToIgnoringNewLines("io.terralake.core.PlatformAppTests$Answers.policy() failed:"
                        + " java.lang.IllegalArgumentException: rule \"tsl\" is not known, the policy has diagnostics,"
                        + " local-auth, names, portable, public-access, secrets, tags, tls");
    }

    @Test
    void keepsTheTraceOfWhatAProgramThrows() {
        IllegalStateException defect = new IllegalStateException("no idea");
        assertThatThrownBy(() -> PlatformApp.run(program(app -> {
                    throw defect;
                })))
                .isSameAs(defect);
    }

    private static String printedBy(PlatformApp.Program<?> program) {
        PrintStream standardError = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(PlatformApp.run(program)).isEqualTo(1);
        } finally {
            System.setErr(standardError);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void refuses(Consumer<App> stacks, String message) {
        assertThatThrownBy(() -> PlatformApp.synth(program(stacks), outdir)).hasMessageContaining(message);
        assertThat(outdir.resolve("manifest.json")).hasContent("earlier");
        assertThat(outdir.resolve("stacks")).doesNotExist();
    }

    private static PlatformApp.Program<Environment> program(Consumer<App> stacks) {
        return new PlatformApp.Program<>() {
            @Override
            public Environment read() {
                return ENVIRONMENT;
            }

            @Override
            public void addStacks(App app, Environment input) {
                stacks.accept(app);
            }
        };
    }

    private record Answers(@Nullable Environment read, Supplier<@Nullable Policy> rules)
            implements PlatformApp.Program<Environment> {
        @Override
        public void addStacks(App app, Environment input) {}

        @Override
        public @Nullable Policy policy() {
            return rules.get();
        }
    }
}
