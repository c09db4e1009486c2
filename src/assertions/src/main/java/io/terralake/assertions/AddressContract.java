package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The committed Terraform addresses of an app's stateful resources, which are those that its stacks name in their
 * metadata ({@link SynthesizedStack#statefulResources()}). A construct id is part of the address: change it
 * and Terraform destroys the resource and makes another. The contract fails first.
 */
public final class AddressContract {
    private static final String HEADER = """
            # Terraform addresses of resources that hold data. A line that would go fails the build: see CONTRIBUTING.md.
            """;

    private final Path file;

    private AddressContract(Path file) {
        this.file = file;
    }

    /**
     * A contract.
     *
     * @param file one line per resource, {@code <stack> <address>}
     */
    public static AddressContract at(Path file) {
        return new AddressContract(file);
    }

    /**
     * Checks that no committed address is gone and that every address is committed. When
     * {@value CommittedText#UPDATE_SWITCH} is set, new addresses are added and moved ones replaced; a line whose
     * resource is gone is only ever removed by hand.
     *
     * @throws AssertionError naming the addresses that are gone or missing, and what to do
     */
    public void verify(SynthesizedApp app) {
        Set<String> committed = committed();
        Set<String> current = entries(app, AddressContract::addresses);
        Set<String> moved = entries(app, AddressContract::movedFrom);
        Set<String> gone = difference(difference(committed, current), moved);
        if (!gone.isEmpty()) {
            throw new AssertionError(explain(gone, difference(current, committed)));
        }
        CommittedText.at(file)
                .verify(HEADER + current.stream().map(entry -> entry + "\n").collect(Collectors.joining()));
    }

    private Set<String> committed() {
        return CommittedText.at(file).lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> addresses(SynthesizedStack stack) {
        return stack.statefulResources().stream().map(Resource::address).toList();
    }

    private static List<String> movedFrom(SynthesizedStack stack) {
        return StreamSupport.stream(stack.json().path("moved").spliterator(), false)
                .map(move -> move.path("from"))
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<String> entries(SynthesizedApp app, Function<SynthesizedStack, List<String>> addresses) {
        return app.stacks().stream()
                .flatMap(stack -> addresses.apply(stack).stream().map(address -> stack.name() + " " + address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> difference(Set<String> from, Set<String> without) {
        return from.stream().filter(entry -> !without.contains(entry)).collect(Collectors.toCollection(TreeSet::new));
    }

    private String explain(Set<String> gone, Set<String> added) {
        String example = gone.iterator().next();
        String address = example.substring(example.indexOf(' ') + 1);
        return """
                Terraform would destroy resources that hold data. Gone:
                %s
                New:
                %s
                If a construct was renamed or moved: give it its old id back, or call
                    resource.moveFromId("%s")
                on the Terraform resource in its new place, so that Terraform moves the state instead.
                If the resource is really meant to go: take its line out of %s.""".formatted(indent(gone), indent(added), address, file);
    }

    private static String indent(Set<String> entries) {
        return entries.isEmpty()
                ? "  (none)"
                : entries.stream().map(entry -> "  " + entry).collect(Collectors.joining("\n"));
    }
}
