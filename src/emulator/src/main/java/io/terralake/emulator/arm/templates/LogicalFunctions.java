package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Locale;

/**
 * What is true, and what is there.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical">Logical functions</a>
 */
final class LogicalFunctions {
    static final List<TemplateFunction> ALL = List.of(
            TemplateFunction.of("true", 0, arguments -> Values.bool(true)),
            TemplateFunction.of("false", 0, arguments -> Values.bool(false)),
            TemplateFunction.of("null", 0, arguments -> NullNode.instance),
            TemplateFunction.of("not", 1, arguments -> Values.bool(!arguments.bool(0))),
            TemplateFunction.of("bool", 1, LogicalFunctions::bool),
            new TemplateFunction("and", 2, TemplateFunction.ANY, arguments -> all(arguments, true)),
            new TemplateFunction(
                    "or",
                    2,
                    TemplateFunction.ANY,
                    arguments -> Values.bool(!all(arguments, false).asBoolean())),
            TemplateFunction.of(
                    "equals", 2, arguments -> Values.bool(arguments.get(0).equals(arguments.get(1)))),
            new TemplateFunction(
                    "coalesce",
                    1,
                    TemplateFunction.ANY,
                    arguments -> arguments.values().stream()
                            .filter(each -> !each.isNull())
                            .findFirst()
                            .orElse(NullNode.instance)));

    private LogicalFunctions() {}

    /** Every argument is looked at: one that is no bool is refused wherever it stands. */
    private static JsonNode all(Arguments arguments, boolean wanted) {
        boolean all = true;
        for (int i = 0; i < arguments.size(); i++) {
            all &= arguments.bool(i) == wanted;
        }
        return Values.bool(all);
    }

    private static JsonNode bool(Arguments arguments) {
        return switch (Values.plain(arguments.get(0)).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Values.bool(true);
            case "false", "0" -> Values.bool(false);
            default -> throw arguments.wrong(0, "true, false, 1 or 0");
        };
    }
}
