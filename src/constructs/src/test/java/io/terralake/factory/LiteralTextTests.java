package io.terralake.factory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.Testing;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Variable;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.constructs.Construct;

/**
 * Whatever text a construct of the factory is given, Terraform takes it literally. Every property of every construct and
 * activity gets a text that Terraform would evaluate; a construct that forgets to escape one fails here, also one that is
 * written tomorrow.
 */
class LiteralTextTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.terralake.factory", "io.terralake.patterns");

    @TestFactory
    Stream<DynamicTest> constructs() {
        return classes(Construct.class)
                .map(LiteralTextTests::constructor)
                .map(constructor ->
                        DynamicTest.dynamicTest(constructor.getDeclaringClass().getSimpleName(), () -> {
                            TextSamples samples = new TextSamples();
                            Class<?> props = constructor.getParameterTypes()[2];
                            constructor.newInstance(samples.stack(), "Tested", record(samples, props));
                            isLiteral(samples);
                        }));
    }

    @TestFactory
    Stream<DynamicTest> activities() {
        return classes(Activity.class)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    TextSamples samples = new TextSamples();
                    new Pipeline(
                            samples.stack(),
                            "Tested",
                            PipelineProps.builder()
                                    .factory(samples.factory())
                                    .name("Tested")
                                    .variables(Map.of("v", Variable.string(TextSamples.TEXT), "list", Variable.array()))
                                    .activities(List.of((Activity) record(samples, type)))
                                    .build());
                    isLiteral(samples);
                }));
    }

    private static void isLiteral(TextSamples samples) {
        String synthesized = Testing.synth(samples.stack());
        assertThat(synthesized).doesNotContainPattern("(?<!\\$)\\$\\{x}").doesNotContainPattern("(?<!%)%\\{y}");
        // Texts arrive at all.
        assertThat(synthesized).contains("$${x}");
    }

    private static Stream<Class<?>> classes(Class<?> kind) {
        List<Class<?>> found = CLASSES.stream()
                .filter(type -> type.isAssignableTo(kind))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        assertThat(found).hasSizeGreaterThan(10);
        return found.stream();
    }

    /** The constructor with scope, id and properties. */
    private static Constructor<?> constructor(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .filter(constructor -> constructor.getParameterCount() == 3)
                .findFirst()
                .orElseThrow();
    }

    /** A record with a text in every component that has one. */
    static Object record(TextSamples samples, Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = samples.of(type, components[i]);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    static ObjectNode json(String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(text, text);
        json.putArray("list").add(text);
        return json;
    }
}
