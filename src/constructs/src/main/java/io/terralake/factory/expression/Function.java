package io.terralake.factory.expression;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A function of the expression language. The service takes names in any case.
 *
 * @param name as the documentation spells it
 * @param least the fewest arguments
 * @param most the most arguments
 * @param returns what it gives
 */
public record Function(String name, int least, int most, Type returns) {
    private static final int MANY = Integer.MAX_VALUE;

    /** @see FunctionTable */
    private static final Map<String, Function> ALL = read();

    /** The function of a name. */
    public static Optional<Function> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The function whose name looks most like another. */
    static Function nearest(String name) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String lower = name.toLowerCase(Locale.ROOT);
        return ALL.values().stream()
                .min(Comparator.comparing(
                        function -> distance.apply(lower, function.name().toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** How many arguments it takes, in words. */
    String arguments() {
        if (most == MANY) {
            return least + " or more";
        }
        return least == most ? String.valueOf(least) : least + " to " + most;
    }

    private static Map<String, Function> read() {
        Map<String, Function> functions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        FunctionTable.TEXT.lines().map(Function::read).forEach(function -> functions.put(function.name, function));
        return functions;
    }

    /** {@code name 2 type}, {@code name 2-3 type} or {@code name 2+ type}. */
    private static Function read(String line) {
        String[] parts = line.split(" ");
        String counts = parts[1];
        Type returns = Type.valueOf(parts[2].toUpperCase(Locale.ROOT));
        if (counts.endsWith("+")) {
            return new Function(parts[0], Integer.parseInt(counts.substring(0, counts.length() - 1)), MANY, returns);
        }
        String[] range = counts.split("-");
        return new Function(parts[0], Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]), returns);
    }
}
