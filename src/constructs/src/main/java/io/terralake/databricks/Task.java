package io.terralake.databricks;

import io.terralake.core.Sorted;
import java.util.List;
import java.util.Map;

/** A step of a {@link Job}. */
public sealed interface Task {

    /** The task's key, unique in the job. */
    String key();

    /** The keys of the tasks before it. */
    List<String> dependsOn();

    /**
     * Runs the main method of a class.
     *
     * @param jar the JAR with the class
     * @param mainClass the full name of the class
     * @param arguments what the method is given
     */
    record Jar(String key, WorkspaceFile jar, String mainClass, List<String> arguments, List<String> dependsOn)
            implements Task {
        public Jar {
            arguments = List.copyOf(arguments);
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * Runs a notebook.
     *
     * @param path where it lies in the workspace, such as {@code /Shared/tlake/report}
     * @param parameters values of its widgets, by name
     */
    record Notebook(String key, String path, Map<String, String> parameters, List<String> dependsOn) implements Task {
        public Notebook {
            parameters = Sorted.copyOf(parameters);
            dependsOn = List.copyOf(dependsOn);
        }
    }
}
