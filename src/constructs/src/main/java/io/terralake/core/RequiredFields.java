package io.terralake.core;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Fields that whoever used a builder left out. A record keeps them as null, so that all of them are reported, together with
 * what else is wrong; they are the components without {@link Nullable} of records in a {@link NullMarked} package.
 */
public final class RequiredFields {
    private RequiredFields() {}

    /** A copy that cannot be changed. What is null, the list or something in it, stays null. */
    public static <T> List<T> copy(List<T> given) {
        return given == null ? given : Collections.unmodifiableList(new ArrayList<>(given));
    }

    /** A copy that cannot be changed; empty when nothing is given. */
    public static <T> List<T> copyOrEmpty(@Nullable List<T> given) {
        return given == null ? List.of() : copy(given);
    }

    /** A sorted copy that cannot be changed; what is null stays null. */
    public static <V> Map<String, V> copy(Map<String, V> given) {
        return given == null ? given : Sorted.copyOf(given);
    }

    /**
     * Refuses properties without a field that they need.
     *
     * @throws ConstructException with every such field
     */
    public static void check(Construct construct, Record props) {
        List<String> missing = of(props, part -> true);
        if (!missing.isEmpty()) {
            throw new ConstructException(construct, message(missing));
        }
    }

    /** What is wrong when fields are missing, such as {@code the fields source and sink are not set}. */
    public static String message(List<String> missing) {
        return missing.size() == 1
                ? "the field %s is not set".formatted(missing.get(0))
                : "the fields %s are not set".formatted(String.join(", ", missing));
    }

    /**
     * The fields of a record that are not set, those of records in it included, such as {@code source.query}.
     *
     * @param within whether a record in it is looked into
     */
    public static List<String> of(Record given, Predicate<Record> within) {
        List<String> missing = new ArrayList<>();
        visit("", given, within, missing);
        return missing;
    }

    private static void visit(String path, Record given, Predicate<Record> within, List<String> missing) {
        if (!given.getClass().getPackage().isAnnotationPresent(NullMarked.class)) {
            return;
        }
        for (RecordComponent field : given.getClass().getRecordComponents()) {
            Object value = value(given, field);
            String name = path + field.getName();
            if (value == null) {
                if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    missing.add(name);
                }
            } else {
                inside(name, value, within, missing);
            }
        }
    }

    private static void inside(String name, Object value, Predicate<Record> within, List<String> missing) {
        if (value instanceof Record part) {
            if (within.test(part)) {
                visit(name + ".", part, within, missing);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                element("%s[%d]".formatted(name, i), list.get(i), within, missing);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> element("%s[\"%s\"]".formatted(name, key), element, within, missing));
        }
    }

    private static void element(String name, @Nullable Object value, Predicate<Record> within, List<String> missing) {
        if (value == null) {
            missing.add(name);
        } else if (!(value instanceof Collection)) {
            inside(name, value, within, missing);
        }
    }

    /** By the field itself: an accessor may be somebody's own, and do more. */
    private static @Nullable Object value(Record given, RecordComponent component) {
        try {
            Field field = given.getClass().getDeclaredField(component.getName());
            field.setAccessible(true);
            return field.get(given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
