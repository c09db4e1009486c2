package io.terralake.deployhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.declarations.HookDeclaration;
import io.terralake.deployhook.input.TextFile;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.JsonFields;
import io.terralake.registration.input.Problems;
import io.terralake.registration.input.StrictJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stacks declared, as {@code cdktf deploy --outputs-file} writes it down, or a file with one declaration. */
final class DeclarationReader {
    private static final String ADVICE =
            "the file of cdktf deploy --outputs-file is expected, {\"<stack>\": {\"%s\": {…}}}"
                    .formatted(HookDeclaration.OUTPUT);

    private DeclarationReader() {}

    /**
     * The declarations in a file of outputs.
     *
     * @param stack the one stack that counts; null for all
     * @param problems gets what is wrong with them
     * @throws BadInputException when the file is missing or no file of outputs, or has no such stack
     */
    static List<Declared> ofOutputs(Path file, @Nullable String stack, Problems problems) {
        JsonNode outputs = StrictJson.read(file.toString(), TextFile.read(file));
        if (!outputs.isObject()) {
            throw new BadInputException("%s: the outputs of stacks are expected, an object".formatted(file));
        }
        if (outputs.has(HookDeclaration.OUTPUT)) {
            throw new BadInputException(
                    "%s#/%s: these are the outputs of one stack, as terraform output -json has them: %s"
                            .formatted(file, HookDeclaration.OUTPUT, ADVICE));
        }
        Map<String, JsonNode> stacks = new TreeMap<>();
        outputs.properties().forEach(entry -> stacks.put(entry.getKey(), entry.getValue()));
        if (stack != null && !stacks.containsKey(stack)) {
            throw new BadInputException(
                    "%s: there is no stack \"%s\", there are %s".formatted(file, stack, stacks.keySet()));
        }
        List<Declared> declared = new ArrayList<>();
        stacks.forEach((name, values) -> {
            if (stack == null || stack.equals(name)) {
                addOfStack(name, values, problems.at(file + "#").field(name), declared);
            }
        });
        return declared;
    }

    /** The declaration in a file of its own. */
    static Declared ofFile(Path file, Problems problems) {
        return ofText(file.toString(), TextFile.read(file), problems);
    }

    /** The declaration that a Terraform provisioner passes on. */
    static Declared ofText(String source, String text, Problems problems) {
        return DeclarationFields.read(StrictJson.read(source, text), problems.at(source + "#"), null);
    }

    private static void addOfStack(String stack, JsonNode values, Problems place, List<Declared> declared) {
        if (!values.isObject()) {
            place.add("the outputs of a stack are expected, found %s: %s".formatted(JsonFields.type(values), ADVICE));
            return;
        }
        values.fieldNames().forEachRemaining(output -> {
            if (output.equals(HookDeclaration.OUTPUT)) {
                declared.add(DeclarationFields.read(values.get(output), place.field(output), stack));
            } else if (output.replaceAll("[_-]", "").equalsIgnoreCase(HookDeclaration.OUTPUT.replace("_", ""))) {
                place.field(output).add("unknown, the output is called \"%s\"".formatted(HookDeclaration.OUTPUT));
            } else if (values.get(output).findValue(HookDeclaration.OUTPUT) != null) {
                place.field(output).add("has a \"%s\" in it: %s".formatted(HookDeclaration.OUTPUT, ADVICE));
            }
        });
    }
}
