package io.terralake.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stacks of an earlier commit, by its snapshots, laid out as the output folder of a synthesis. */
final class EarlierStacks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SNAPSHOTS = "main.tf.json.snapshots/";
    private static final String ENDING = ".tf.json";
    private static final String READS = "cross-stack-reference-input-";

    private EarlierStacks() {}

    /** Whether the checkout has the commit: an archive of the sources has none, and a shallow clone few. */
    static boolean has(String commit) {
        try {
            git("cat-file", "-e", commit + "^{commit}");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes the stacks.
     *
     * @param commit anything that Git takes for one
     * @param outdir a folder that is made
     * @throws IOException when there is no Git, or the checkout lacks the commit
     */
    static Path write(String commit, Path outdir) throws IOException {
        ObjectNode stacks = JSON.createObjectNode();
        List<String> files =
                git("ls-tree", "--name-only", commit, SNAPSHOTS).lines().toList();
        for (String file : files) {
            String name = file.substring(SNAPSHOTS.length(), file.length() - ENDING.length());
            String stack = git("show", commit + ":" + file);
            Path folder = Files.createDirectories(outdir.resolve("stacks").resolve(name));
            Files.writeString(folder.resolve("cdk.tf.json"), stack);
            ArrayNode needs = stacks.putObject(name).putArray("dependencies");
            needs(JSON.readTree(stack)).forEach(needs::add);
        }
        JSON.writeValue(
                outdir.resolve("manifest.json").toFile(),
                JSON.createObjectNode().set("stacks", stacks));
        return outdir;
    }

    /** The stacks that one reads outputs of, wherever their states are: CDKTF's ids of what reads them say so. */
    static List<String> needs(JsonNode stack) {
        return stack.at("/data/terraform_remote_state").properties().stream()
                .map(Map.Entry::getKey)
                .filter(id -> id.startsWith(READS))
                .map(id -> id.substring(READS.length()))
                .toList();
    }

    private static String git(String... arguments) throws IOException {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git", "-C", ".."), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (git.waitFor() != 0) {
                throw new IOException("git %s: %s".formatted(String.join(" ", arguments), output.strip()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return output;
    }
}
