package io.terralake.deployhook.functions;

import io.terralake.registration.input.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A package of functions.
 *
 * @param path the zip
 * @param hash of names and contents of the files in it, in 64 hexadecimal digits. Times and order do not count: a build of the
 *     same sources makes another zip with the same hash
 */
public record PackageFile(Path path, String hash) {
    private static final String HOST = "host.json";

    /**
     * Reads and checks a package.
     *
     * @param path the zip
     * @throws BadInputException when it is missing, no zip, or none of functions
     */
    public static PackageFile read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInputException("%s: there is no such file: build the functions first".formatted(path));
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> files = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            if (files.stream().noneMatch(file -> file.getName().equals(HOST))) {
                throw new BadInputException(
                        "%s: no package of functions, it has no %s in its root".formatted(path, HOST));
            }
            MessageDigest all = sha256();
            for (ZipEntry file : files) {
                all.update(file.getName().getBytes(StandardCharsets.UTF_8));
                all.update((byte) 0);
                all.update(digest(zip, file));
            }
            return new PackageFile(path, HexFormat.of().formatHex(all.digest()));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException("%s: cannot be read as a zip: %s".formatted(path, e.getMessage()));
        }
    }

    private static byte[] digest(ZipFile zip, ZipEntry file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream content = zip.getInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
