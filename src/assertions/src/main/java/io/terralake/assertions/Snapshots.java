package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The committed Terraform JSON of an app, one file per stack: {@code <stack>.tf.json}. Keys are sorted, CDKTF's metadata
 * and the hashes of assets are left out, so that a diff shows what changes in the cloud and nothing else.
 */
public final class Snapshots {
    private static final String SUFFIX = ".tf.json";
    private static final String ASSET_HASH = "(assets/[^/\"]+/)[0-9A-F]{32}";

    private final Path folder;

    private Snapshots(Path folder) {
        this.folder = folder;
    }

    public static Snapshots in(Path folder) {
        return new Snapshots(folder);
    }

    /**
     * Compares every stack with its snapshot, or rewrites them all when {@value CommittedText#UPDATE_SWITCH} is set.
     *
     * @throws AssertionError with the diff of every stack that changed, is new, or is gone
     */
    public void verify(SynthesizedApp app) {
        if (CommittedText.isUpdate()) {
            update(app);
        }
        List<String> differences = new ArrayList<>();
        for (SynthesizedStack stack : app.stacks()) {
            CommittedText.at(file(stack)).difference(print(stack.json())).ifPresent(differences::add);
        }
        for (Path orphan : orphans(app)) {
            differences.add("%s has no stack any more".formatted(orphan));
        }
        if (!differences.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), differences)
                    + System.lineSeparator()
                    + CommittedText.howToUpdate());
        }
    }

    private void update(SynthesizedApp app) {
        app.stacks().forEach(stack -> CommittedText.at(file(stack)).write(print(stack.json())));
        for (Path orphan : orphans(app)) {
            try {
                Files.delete(orphan);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> orphans(SynthesizedApp app) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> expected = app.stacks().stream().map(this::file).toList();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && !expected.contains(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(SynthesizedStack stack) {
        return folder.resolve(stack.name() + SUFFIX);
    }

    private static String print(JsonNode json) {
        return Json.print(json).replaceAll(ASSET_HASH, "$1<asset-hash>");
    }
}
