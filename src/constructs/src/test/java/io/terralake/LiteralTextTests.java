package io.terralake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.identity.Principal;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import io.terralake.keyvault.KeyVault;
import io.terralake.network.PrivateLink;
import io.terralake.sql.SqlDatabase;
import io.terralake.testing.Constructs;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Samples;
import io.terralake.testing.Stacks;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.constructs.Construct;

/**
 * Text that is somebody's own is no expression of Terraform: whatever a property of a construct says goes out as it is, or is
 * refused. Every text of every construct's properties is tried, those of records in them too.
 */
class LiteralTextTests {
    private static final List<String> EXPRESSIONS = List.of("${x}", "%{y}");
    private static final Pattern EVALUATED = Pattern.compile("(?<!\\$)(\\${1}|\\${3,})\\{x}|(?<!%)(%{1}|%{3,})\\{y}");
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> goesOutAsItIs() {
        return Constructs.props()
                .filter(type -> !type.getPackageName().matches("io\\.terralake\\.(factory|patterns)\\b.*"))
                .map(type -> dynamicTest(type.getSimpleName(), () -> goesOutAsItIs(type)));
    }

    @Test
    void goesOutAsItIsInWhatIsGranted() {
        PlatformStack stack = Stacks.publicStack();
        Principal group = Principal.group("a${x}", PlatformTeam.SUBSCRIPTION);
        RoleGrant.of(stack, "/scopes/${x}", Role.named("Reader%{y}"), group);
        SqlDatabase.fromDatabaseId(stack, "Database", PlatformTeam.SQL_DATABASE)
                .grantExecute(group, "[dbo].[${x}%{y}]");
        assertThat(evaluated(stack)).isEmpty();
        assertThat(texts(SynthesizedStack.of(stack).json()))
                .contains("Reader%%{y}", "/scopes/$${x}", "a$${x}", "[dbo].[$${x}%%{y}]");
    }

    @Test
    void goesOutAsItIsInWhatIsConnected() {
        PlatformStack stack = Stacks.publicStack();
        DataFactory.fromFactoryId(stack, "Factory", PlatformTeam.id("Microsoft.DataFactory/factories/adf-hub"))
                .connectTo("search", "/ids/${x}", PrivateLink.of("part%{y}", "privatelink.example.com"));
        assertThat(evaluated(stack)).isEmpty();
        assertThat(texts(SynthesizedStack.of(stack).json())).contains("/ids/$${x}", "part%%{y}");
    }

    /** So that nobody needs to know whether an id was given or is read from a resource. */
    @Test
    void isNotInAnIdOfAzure() {
        String id = PlatformTeam.id("Microsoft.KeyVault/vaults/${x}");
        assertThatThrownBy(() -> KeyVault.fromVaultId(Stacks.publicStack(), "Vault", id))
                .hasMessageStartingWith("\"%s\" is not the id of a resource, ".formatted(id));
    }

    private static void goesOutAsItIs(Class<? extends Record> type) {
        PlatformStack stack = Stacks.publicStack();
        Record sample = new Samples(stack).of(type);
        Constructs.make(stack, "Sample", sample);
        List<String> tried = new ArrayList<>();
        for (Variant variant : variants(sample, "")) {
            tried.add(variant.place);
            try {
                Constructs.make(stack, "Variant" + tried.size(), (Record) variant.value.get());
            } catch (RuntimeException refused) {
                assertThat(refused).as(variant.place).hasMessageMatching("(?s).*(\\$\\{x}|%\\{y}).*");
            }
        }
        assertThat(evaluated(stack)).as("of the texts of %s", tried).isEmpty();
    }

    /** What Terraform would take for an expression, or for a text that was escaped twice. */
    private static List<String> evaluated(PlatformStack stack) {
        return texts(SynthesizedStack.of(stack).json())
                .filter(text -> EVALUATED.matcher(text).find())
                .toList();
    }

    /** A value with an expression in one of its texts. */
    private record Variant(String place, Supplier<Object> value) {
        Variant in(UnaryOperator<Object> outer) {
            return new Variant(place, () -> outer.apply(value.get()));
        }
    }

    private static List<Variant> variants(Object value, String place) {
        List<Variant> variants = new ArrayList<>();
        if (value instanceof String text) {
            EXPRESSIONS.forEach(expression -> variants.add(new Variant(place, () -> with(text, expression))));
        } else if (value instanceof Principal && !(value instanceof Construct)) {
            EXPRESSIONS.forEach(expression -> variants.add(
                    new Variant(place, () -> Principal.group("name" + expression, PlatformTeam.SUBSCRIPTION))));
        } else if (value instanceof ObjectNode) {
            EXPRESSIONS.forEach(expression -> variants.add(
                    new Variant(place, () -> JSON.createObjectNode().put("key" + expression, "text" + expression))));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                variants(list.get(i), "%s[%d]".formatted(place, i))
                        .forEach(variant -> variants.add(variant.in(one -> {
                            List<Object> changed = new ArrayList<>(list);
                            changed.set(index, one);
                            return changed;
                        })));
            }
        } else if (value instanceof Map<?, ?> map) {
            Object only = map.get("key");
            variants(only, place + "{}").forEach(variant -> variants.add(variant.in(one -> Map.of("key", one))));
            variants("key", place + "{key}").forEach(variant -> variants.add(variant.in(key -> Map.of(key, only))));
        } else if (value instanceof Record record) {
            variantsOf(record, place, variants);
        }
        return variants;
    }

    /** In a document, such as JSON, the expression stands in a text of it. */
    private static String with(String text, String expression) {
        return text.contains("some") ? text.replace("some", "some" + expression) : text + expression;
    }

    private static void variantsOf(Record record, String place, List<Variant> variants) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> Samples.read(component, record))
                .toArray();
        for (int i = 0; i < values.length; i++) {
            int index = i;
            variants(values[i], place + "." + components[i].getName())
                    .forEach(variant -> variants.add(variant.in(one -> {
                        Object[] changed = values.clone();
                        changed[index] = one;
                        return Samples.construct(record.getClass(), changed);
                    })));
        }
    }

    /** Every text and name, without comments, which Terraform does not read. */
    private static Stream<String> texts(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !field.getKey().equals("//"))
                    .flatMap(field -> Stream.concat(Stream.of(field.getKey()), texts(field.getValue())));
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(LiteralTextTests::texts)
                : Stream.of(node.asText());
    }
}
