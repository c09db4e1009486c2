package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives the values of what is written in a template: JSON in which strings can be expressions. */
final class Evaluator {
    private static final String INNERMOST = "";

    /** What a template may have in all. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private final Scope scope;
    private final Place place;
    private final Map<String, Integer> loops;

    Evaluator(Scope scope, Place place) {
        this(scope, place, Map.of());
    }

    private Evaluator(Scope scope, Place place, Map<String, Integer> loops) {
        this.scope = scope;
        this.place = place;
        this.loops = loops;
    }

    Evaluator in(Place other) {
        return new Evaluator(scope, other, loops);
    }

    /** In one turn of a loop over resources or outputs, whose index needs no name. */
    Evaluator turn(Loop loop, int index) {
        return turn(loop, index, true);
    }

    private Evaluator turn(Loop loop, int index, boolean innermost) {
        Map<String, Integer> all = new HashMap<>(loops);
        all.put(loop.name().toLowerCase(Locale.ROOT), index);
        if (innermost) {
            all.put(INNERMOST, index);
        }
        return new Evaluator(scope, place, all);
    }

    /**
     * The value; null in the place of what is not known yet.
     *
     * @param pointer where it stands in the template
     */
    JsonNode evaluate(JsonNode written, String pointer) {
        if (written.isTextual()) {
            return text(written.asText(), pointer);
        }
        if (written instanceof ArrayNode array) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                values.add(evaluate(array.get(i), pointer + "/" + i));
            }
            return values;
        }
        if (written instanceof ObjectNode object) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(each -> {
                String at = pointer + "/" + Pointers.escaped(each.getKey());
                if (Loop.isProperty(each.getKey(), each.getValue())) {
                    Loop.loops(each.getValue()).forEach(copy -> loop(copy, values, at));
                } else {
                    values.set(text(each.getKey(), at).asText(), evaluate(each.getValue(), at));
                }
            });
            return values;
        }
        return written;
    }

    private void loop(JsonNode copy, ObjectNode values, String pointer) {
        String name = text(copy.path("name").asText(), pointer).asText();
        Loop loop = Loop.of(copy, name, in(Place.EARLY), pointer);
        ArrayNode all = values.putArray(name);
        for (int i = 0; i < loop.count(); i++) {
            all.add(turn(loop, i, false).evaluate(copy.get("input"), pointer + "/input"));
        }
    }

    private JsonNode text(String text, String pointer) {
        Secrets secrets = scope.secrets();
        boolean before = secrets.isRead();
        secrets.read(false);
        try {
            Optional<Expression> expression = ExpressionParser.parse(text);
            if (expression.isEmpty()) {
                return Values.text(ExpressionParser.unescaped(text));
            }
            JsonNode value = value(expression.get());
            if (secrets.isRead()) {
                secrets.add(value);
            }
            return value;
        } catch (DeferredException e) {
            scope.deferred(true);
            return NullNode.instance;
        } catch (ValueException e) {
            throw e.shown(secrets.isRead()).at(pointer);
        } catch (TemplateException e) {
            throw e.at(pointer);
        } finally {
            secrets.read(secrets.isRead() || before);
        }
    }

    JsonNode value(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Part part) {
            return part(value(part.of()), value(part.name()));
        }
        Expression.Call call = (Expression.Call) expression;
        Functions.check(call);
        if (call.function().equalsIgnoreCase("if")) {
            // What is not chosen may name what is not there.
            Arguments condition =
                    new Arguments("if", List.of(value(call.arguments().get(0))));
            return value(call.arguments().get(condition.bool(0) ? 1 : 2));
        }
        Arguments arguments = new Arguments(
                call.function(), call.arguments().stream().map(this::value).toList());
        return limited(
                call,
                Functions.pure(call.function())
                        .map(function -> function.body().apply(arguments))
                        .orElseGet(() -> new ScopeFunctions(scope, place, this::index).call(arguments)));
    }

    private static JsonNode limited(Expression.Call call, JsonNode value) {
        int size = value.isTextual() ? value.textValue().length() : value.size();
        if (size > LARGEST) {
            throw TemplateException.invalid(
                    "the function '%s' gives %d characters or elements, more than the %d of a template",
                    call.function(), size, LARGEST);
        }
        return value;
    }

    /** Of a loop by name, or of the innermost one over resources; empty outside of it. */
    private Optional<Integer> index(String loop) {
        return Optional.ofNullable(loops.get(loop.toLowerCase(Locale.ROOT)));
    }

    private static JsonNode part(JsonNode of, JsonNode name) {
        if (of instanceof ObjectNode object && name.isTextual()) {
            return Values.property(object, name.asText())
                    .orElseThrow(() -> TemplateException.invalid(
                            "there is no property '%s', available are %s",
                            name.asText(),
                            object.properties().stream().map(Map.Entry::getKey).toList()));
        }
        if (of instanceof ArrayNode array && name.isIntegralNumber()) {
            if (name.asLong() < 0 || name.asLong() >= array.size()) {
                throw TemplateException.invalid(
                        "there is no element %s in an array of %d, they are counted from 0", name, array.size());
            }
            return array.get(name.asInt());
        }
        throw new ValueException(
                "%s can be asked of %s only"
                        .formatted(
                                name.isTextual() ? "the property '%s'".formatted(name.asText()) : "an element",
                                name.isTextual() ? "an object" : "an array"),
                of);
    }
}
