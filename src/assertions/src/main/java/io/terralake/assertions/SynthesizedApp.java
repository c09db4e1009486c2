package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.App;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an app synthesizes to: its stacks, as they stand in the output folder. */
public final class SynthesizedApp {
    private final Map<String, SynthesizedStack> stacks;

    private SynthesizedApp(Map<String, SynthesizedStack> stacks) {
        this.stacks = Collections.unmodifiableMap(stacks);
    }

    /** Synthesizes an app into its output folder. */
    public static SynthesizedApp of(App app) {
        app.synth();
        return read(Path.of(app.getOutdir()));
    }

    /** Reads an output folder, such as {@code cdktf.out}. */
    public static SynthesizedApp read(Path folder) {
        Map<String, SynthesizedStack> stacks = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry :
                Json.read(folder.resolve("manifest.json")).path("stacks").properties()) {
            JsonNode manifest = entry.getValue();
            JsonNode json = Json.read(
                    folder.resolve(manifest.path("synthesizedStackPath").asText()));
            stacks.put(entry.getKey(), new SynthesizedStack(entry.getKey(), json, annotations(manifest)));
        }
        return new SynthesizedApp(stacks);
    }

    /** The stacks, in the order of their names. */
    public Collection<SynthesizedStack> stacks() {
        return stacks.values();
    }

    /**
     * A stack.
     *
     * @throws IllegalArgumentException when the app has none of that name
     */
    public SynthesizedStack stack(String name) {
        SynthesizedStack stack = stacks.get(name);
        if (stack == null) {
            throw new IllegalArgumentException("no stack \"%s\", there are %s".formatted(name, stacks.keySet()));
        }
        return stack;
    }

    private static List<Annotation> annotations(JsonNode manifest) {
        List<Annotation> found = new ArrayList<>();
        for (JsonNode annotation : manifest.path("annotations")) {
            found.add(new Annotation(
                    annotation.path("level").asText(),
                    annotation.path("constructPath").asText(),
                    annotation.path("message").asText()));
        }
        return found;
    }
}
