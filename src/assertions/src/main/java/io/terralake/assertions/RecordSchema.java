package io.terralake.assertions;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of records that Jackson reads: names, order, descriptions and enum values by Jackson's annotations,
 * limits by those of Jakarta Validation. A component is required when it is {@code @NotNull}.
 * An enum with {@code @JsonValue} must be public, as must be the method, or its constants' names are taken.
 */
public final class RecordSchema {
    private RecordSchema() {}

    /**
     * The schema of a record, draft 2020-12, indented, with a line feed at the end. Objects allow no other properties. Every
     * type is written out where it is used: there is no {@code $ref}, so that the schema can stand within another.
     *
     * @throws IllegalArgumentException when the record contains itself
     */
    public static String of(Class<? extends Record> type) {
        return generator().generateSchema(type).toPrettyString() + "\n";
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.RESPECT_JSONPROPERTY_ORDER,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(new JakartaValidationModule(
                        JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.INLINE_ALL_SCHEMAS);
        builder.forFields().withCustomDefinitionProvider(RecordSchema::asItsValue);
        return new SchemaGenerator(builder.build());
    }

    /** A record with {@code @JsonValue} on its component is written as that component. */
    private static @Nullable CustomPropertyDefinition asItsValue(FieldScope field, SchemaGenerationContext context) {
        return Optional.ofNullable(field.getType())
                .map(ResolvedType::getErasedType)
                .filter(Class::isRecord)
                .flatMap(RecordSchema::value)
                .map(value -> new CustomPropertyDefinition(definition(value, context)))
                .orElse(null);
    }

    /** What stands for a record; the generator does not look at the limits of a map's texts there. */
    private static ObjectNode definition(Field value, SchemaGenerationContext context) {
        ObjectNode definition =
                context.createStandardDefinition(context.getTypeContext().resolve(value.getGenericType()), null);
        if (value.getAnnotatedType() instanceof AnnotatedParameterizedType type
                && definition.get("additionalProperties") instanceof ObjectNode texts) {
            AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
            Optional.ofNullable(arguments[arguments.length - 1].getAnnotation(Size.class))
                    .ifPresent(size -> texts.put("maxLength", size.max()));
        }
        return definition;
    }

    private static Optional<Field> value(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonValue.class))
                .findFirst();
    }
}
