package io.terralake.deployhook.functions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages for tests. */
final class Zips {
    private Zips() {}

    static Path write(Path file, Map<String, String> contents) throws IOException {
        return write(file, contents, 0);
    }

    /** @param time of its files, in milliseconds */
    static Path write(Path file, Map<String, String> contents, long time) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> content : contents.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTime(time);
                zip.putNextEntry(entry);
                zip.write(content.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
