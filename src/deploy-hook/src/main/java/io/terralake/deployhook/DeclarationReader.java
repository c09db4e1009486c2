package io.terralake.deployhook;

import io.terralake.deployhook.input.StrictJson;
import io.terralake.deployhook.input.BadInputException;
import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.declarations.HookDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stacks declared, as {@code cdktf deploy --outputs-file} writes it down, or a file with one declaration. */
final class DeclarationReader {
    private DeclarationReader() {}

    /**
     * The declarations in a file of outputs.
     *
     * @param stack the one stack that counts; null for all
     * @throws BadInputException when the file is missing or malformed, or has no such stack
     */
    static List<HookDeclaration> ofOutputs(Path file, @Nullable String stack) {
        JsonNode outputs = parse(file);
        if (!outputs.isObject()) {
            throw new BadInputException("%s: the outputs of stacks are expected, an object".formatted(file));
        }
        Map<String, JsonNode> stacks = new TreeMap<>();
        outputs.properties().forEach(entry -> stacks.put(entry.getKey(), entry.getValue()));
        if (stack != null && !stacks.containsKey(stack)) {
            throw new BadInputException(
                    "%s: there is no stack \"%s\", there are %s".formatted(file, stack, stacks.keySet()));
        }
        List<HookDeclaration> declarations = new ArrayList<>();
        stacks.forEach((name, values) -> {
            if ((stack == null || stack.equals(name)) && values.has(HookDeclaration.OUTPUT)) {
                String pointer = "%s#/%s/%s".formatted(file, name, HookDeclaration.OUTPUT);
                declarations.add(declaration(pointer, values.get(HookDeclaration.OUTPUT)));
            }
        });
        return declarations;
    }

    /** The declaration in a file of its own. */
    static HookDeclaration ofFile(Path file) {
        return declaration(file + "#", parse(file));
    }

    /** The declaration that a Terraform provisioner passes on. */
    static HookDeclaration ofText(String source, String text) {
        return declaration(source, StrictJson.read(source, text));
    }

    private static HookDeclaration declaration(String source, JsonNode value) {
        int version = value.path("version").asInt(0);
        if (version != HookDeclaration.VERSION) {
            throw new BadInputException(
                    "%s/version: %s is not known, only %d: use the hook of the same release as the stacks"
                            .formatted(source, value.path("version"), HookDeclaration.VERSION));
        }
        return StrictJson.to(HookDeclaration.class, source, value);
    }

    private static JsonNode parse(Path file) {
        try {
            return StrictJson.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new BadInputException("%s: cannot be read: %s"
                    .formatted(file, Files.exists(file) ? String.valueOf(e.getMessage()) : "no such file"));
        }
    }
}
