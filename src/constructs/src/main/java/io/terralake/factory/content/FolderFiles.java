package io.terralake.factory.content;

import io.terralake.factory.json.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JSON files that stand in a folder. */
final class FolderFiles {
    private FolderFiles() {}

    /**
     * Lists them by name.
     *
     * @param root what nothing is read outside of, by links either
     * @param name how findings call the folder
     */
    static List<Path> in(Path folder, Path root, String name, List<Finding> findings) {
        List<Path> read = new ArrayList<>();
        for (Path file : list(folder, name, findings)) {
            String called = name.isEmpty() ? file.getFileName().toString() : name + "/" + file.getFileName();
            try {
                if (!file.toRealPath().startsWith(root.toRealPath())) {
                    findings.add(new Finding(
                            called, "", "", "is a link to outside of the folder: put the file in its place", false));
                } else if (Files.isRegularFile(file)) {
                    read.add(file);
                }
            } catch (IOException e) {
                findings.add(JsonFiles.unreadable(called, e));
            }
        }
        return read;
    }

    private static List<Path> list(Path folder, String name, List<Finding> findings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            findings.add(JsonFiles.unreadable(name, e));
            return List.of();
        }
    }
}
