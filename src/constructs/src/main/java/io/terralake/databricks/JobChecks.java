package io.terralake.databricks;

import io.terralake.core.Contract;
import io.terralake.core.Tokens;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be known wrong about a job before it runs. A user's task that breaks its contract ends the checks. */
final class JobChecks {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private JobChecks() {}

    static List<String> of(JobProps job) {
        job.tasks().forEach(JobChecks::ask);
        List<String> problems = new ArrayList<>();
        if (job.tasks().isEmpty()) {
            problems.add("it needs at least one task");
        }
        int most = Objects.requireNonNull(job.policy().compute().maxWorkers());
        if (Objects.requireNonNull(job.workers()) < 0 || job.workers() > most) {
            problems.add("%d workers are not allowed: 0 to %d by its policy".formatted(job.workers(), most));
        }
        if (job.cron() != null) {
            checkSchedule(job.cron(), Objects.requireNonNull(job.timeZone()), problems);
        }
        Map<String, Task> tasks = job.tasks().stream()
                .collect(Collectors.toMap(Task::key, Function.identity(), (first, second) -> first));
        Set<String> seen = new HashSet<>();
        for (Task task : job.tasks()) {
            checkTask(task, tasks, seen, problems);
            task.workspace()
                    .filter(other ->
                            !other.workspaceId().equals(job.policy().workspace().workspaceId()))
                    .ifPresent(other -> problems.add("task \"%s\": belongs to the workspace \"%s\", the job to \"%s\""
                            .formatted(
                                    task.key(),
                                    other.getNode().getPath(),
                                    job.policy().workspace().getNode().getPath())));
        }
        return problems;
    }

    private static void checkSchedule(String cron, String timeZone, List<String> problems) {
        QuartzCron.problem(cron).filter(problem -> !Tokens.isIn(cron)).ifPresent(problems::add);
        if (!ZoneId.getAvailableZoneIds().contains(timeZone) && !Tokens.isIn(timeZone)) {
            problems.add(
                    "time zone \"%s\" is not allowed: an IANA name, such as UTC or Europe/Berlin".formatted(timeZone));
        }
    }

    /** Whoever wrote the task, its answers are there. */
    private static void ask(Task task) {
        Contract.ask(task, "key", task::key);
        Contract.askList(task, "dependsOn", task::dependsOn);
        Contract.ask(task, "workspace", task::workspace);
    }

    private static void checkTask(Task task, Map<String, Task> tasks, Set<String> seen, List<String> problems) {
        if (!KEY.matcher(task.key()).matches()) {
            problems.add(
                    "task \"%s\": the key is not allowed: 1 to 100 letters, digits, '_' and '-'".formatted(task.key()));
        }
        if (!seen.add(task.key())) {
            problems.add("task \"%s\": the key is taken by another task".formatted(task.key()));
        }
        for (String before : task.dependsOn()) {
            if (!tasks.containsKey(before)) {
                problems.add("task \"%s\": depends on \"%s\", which is not in the job".formatted(task.key(), before));
            }
        }
        if (comesAfter(task, task.key(), tasks, new HashSet<>())) {
            problems.add("task \"%s\": depends on itself, through %s"
                    .formatted(task.key(), String.join(" and ", task.dependsOn())));
        }
    }

    private static boolean comesAfter(Task task, String key, Map<String, Task> tasks, Set<String> seen) {
        return task.dependsOn().stream()
                .filter(tasks::containsKey)
                .anyMatch(before ->
                        before.equals(key) || (seen.add(before) && comesAfter(tasks.get(before), key, tasks, seen)));
    }
}
