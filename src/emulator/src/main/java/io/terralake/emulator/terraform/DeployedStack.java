package io.terralake.emulator.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A version of a stack in a {@link Workspace}. */
public final class DeployedStack {
    private static final int CHANGES = 2;

    private final Workspace workspace;
    private final Path source;
    private final String name;

    DeployedStack(Workspace workspace, Path source, String name) {
        this.workspace = workspace;
        this.source = source;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Deploys it, over what was deployed of it before. */
    public Run apply() {
        workspace.noteApplied(name);
        return run("apply", "-auto-approve", "-parallelism=40");
    }

    /**
     * What a further apply would do.
     *
     * @throws IllegalStateException with what Terraform says when it cannot plan
     */
    public Plan plan() {
        return planned();
    }

    /** What a destroy would do. */
    Plan planOfDestroy() {
        return planned("-destroy");
    }

    private Plan planned(String... options) {
        Run plan = run(
                "plan",
                Stream.concat(Stream.of("-detailed-exitcode", "-parallelism=40", "-out=planned"), Stream.of(options))
                        .toArray(String[]::new));
        if (plan.exitCode() != 0 && plan.exitCode() != CHANGES) {
            throw new IllegalStateException("the stack %s cannot be planned:\n%s".formatted(name, why(plan)));
        }
        try {
            return Plan.parse(shown(), plan.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown() {
        Run show = terraform("show", "-json", "planned");
        if (show.exitCode() != 0) {
            throw new IllegalStateException(
                    "the plan of the stack %s cannot be read:\n%s".formatted(name, show.errors()));
        }
        // What is wrong with settings of Terraform's stands before it.
        return show.output()
                .lines()
                .filter(line -> line.startsWith("{\"format_version\""))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a version of it was applied in its workspace, well or not: there is something that another version can lose. */
    boolean wasApplied() {
        return workspace.wasApplied(name);
    }

    boolean isVersionOf(DeployedStack other) {
        return workspace == other.workspace && name.equals(other.name);
    }

    /** What Terraform says is wrong, and what was asked for and is not emulated. */
    String why(Run run) {
        List<String> requests = workspace.notEmulated();
        return requests.isEmpty()
                ? run.errors()
                : "%s%nNothing emulates:%n%s".formatted(run.errors(), String.join("\n", requests));
    }

    /** Takes everything of it away. */
    public Run destroy() {
        return run("destroy", "-auto-approve", "-parallelism=40");
    }

    private Run run(String command, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = command;
        all[1] = "-no-color";
        all[2] = "-input=false";
        all[3] = "-lock=false";
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return terraform(all);
    }

    private Run terraform(String... arguments) {
        try {
            return new Terraform().run(workspace.prepared(source, name), workspace::lead, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
