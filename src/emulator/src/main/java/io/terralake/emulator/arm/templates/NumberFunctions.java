package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/**
 * Arithmetic and comparisons.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric">Numeric functions</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-comparison">Comparison functions</a>
 */
final class NumberFunctions {
    static final List<TemplateFunction> ALL = List.of(
            operator("add", Math::addExact),
            operator("sub", Math::subtractExact),
            operator("mul", Math::multiplyExact),
            divisor("div", (a, b) -> a / b),
            divisor("mod", (a, b) -> a % b),
            choice("min", Math::min),
            choice("max", Math::max),
            TemplateFunction.of("int", 1, NumberFunctions::integer),
            comparison("less", order -> order < 0),
            comparison("lessOrEquals", order -> order <= 0),
            comparison("greater", order -> order > 0),
            comparison("greaterOrEquals", order -> order >= 0));

    private NumberFunctions() {}

    private static TemplateFunction operator(String name, LongBinaryOperator operator) {
        return TemplateFunction.of(name, 2, arguments -> {
            long first = arguments.number(0);
            try {
                return Values.number(operator.applyAsLong(first, arguments.number(1)));
            } catch (ArithmeticException e) {
                throw arguments.wrong(1, "small enough that the result has 64 bits");
            }
        });
    }

    private static TemplateFunction divisor(String name, LongBinaryOperator operator) {
        return TemplateFunction.of(name, 2, arguments -> {
            if (arguments.number(1) == 0) {
                throw arguments.wrong(1, "other than zero");
            }
            return Values.number(operator.applyAsLong(arguments.number(0), arguments.number(1)));
        });
    }

    /** Of integers, or of an array of them. */
    private static TemplateFunction choice(String name, LongBinaryOperator operator) {
        return new TemplateFunction(name, 1, TemplateFunction.ANY, given -> {
            Arguments arguments = given.all("array") && given.size() == 1
                    ? new Arguments(name, List.copyOf(ArrayFunctions.elements(given.array(0))))
                    : given;
            if (arguments.size() == 0) {
                throw given.wrong(0, "an array that is not empty");
            }
            long chosen = arguments.number(0);
            for (int i = 1; i < arguments.size(); i++) {
                chosen = operator.applyAsLong(chosen, arguments.number(i));
            }
            return Values.number(chosen);
        });
    }

    private static JsonNode integer(Arguments arguments) {
        if (!arguments.get(0).isTextual()) {
            return Values.number(arguments.number(0));
        }
        try {
            return Values.number(Long.parseLong(arguments.text(0).strip()));
        } catch (NumberFormatException e) {
            throw arguments.wrong(0, "an int, or a string that is one");
        }
    }

    /** Of two integers or two strings. */
    private static TemplateFunction comparison(String name, IntPredicate holds) {
        return TemplateFunction.of(
                name,
                2,
                arguments -> Values.bool(holds.test(
                        arguments.get(0).isTextual()
                                ? arguments.text(0).compareTo(arguments.text(1))
                                : Long.compare(arguments.number(0), arguments.number(1)))));
    }
}
