package io.terralake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.terralake.core.ConstructException;
import io.terralake.core.RequiredFields;
import io.terralake.monitoring.MetricAlert;
import io.terralake.monitoring.MetricAlertProps;
import io.terralake.monitoring.Operator;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.testing.Constructs;
import io.terralake.testing.Samples;
import io.terralake.testing.Stacks;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Fields that were left out of a builder are named with the construct, all of them; none is a NullPointerException. */
class RequiredFieldsTests {

    @TestFactory
    Stream<DynamicTest> everyConstructNamesWhatItMisses() {
        return Constructs.props()
                .filter(type -> !required(type).isEmpty())
                .map(type -> dynamicTest(type.getSimpleName(), () -> namesWhatItMisses(type)));
    }

    @Test
    void theConstructIsNamed() {
        assertThatThrownBy(() -> new SqlDatabase(
                        Stacks.publicStack(),
                        "Loans",
                        SqlDatabaseProps.builder().build()))
                .isInstanceOf(ConstructException.class)
                .hasMessage("the fields server, name are not set (at test-stack/Loans)");
        assertThatThrownBy(() -> new MetricAlert(
                        Stacks.publicStack(),
                        "Alert",
                        MetricAlertProps.builder()
                                .operator(Operator.GREATER_THAN)
                                .threshold(1)
                                .description("full")
                                .build()))
                .isInstanceOf(ConstructException.class)
                .hasMessage("the fields metric, actionGroup are not set (at test-stack/Alert)");
    }

    private static void namesWhatItMisses(Class<? extends Record> type) {
        @Nullable Object[] nothing = Arrays.stream(type.getRecordComponents())
                .map(part -> part.getType().isPrimitive() ? 1 : null)
                .toArray();
        assertThatThrownBy(() -> Constructs.make(Stacks.publicStack(), "Empty", Samples.construct(type, nothing)))
                .isInstanceOf(ConstructException.class)
                .hasMessageContaining(RequiredFields.message(required(type)));
    }

    private static List<String> required(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> !part.getType().isPrimitive())
                .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }
}
