package io.terralake.deployhook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.declarations.DatabaseUser;
import io.terralake.registration.arm.Arm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserIdentityTests {
    private static final DatabaseUser FACTORY =
            new DatabaseUser("adf", null, false, "/subscriptions/s/factories/adf", List.of(), List.of());

    /** Databases know identities by client id, which ARM tells without any permission in the directory. */
    @Test
    void asksArmForTheClientIdOfAnIdentity() {
        Arm arm = new Arm() {
            @Override
            public Optional<JsonNode> get(String id, String apiVersion) {
                assertThat(id)
                        .isEqualTo(
                                "/subscriptions/s/factories/adf/providers/Microsoft.ManagedIdentity/identities/default");
                return Optional.of(JsonNodeFactory.instance.objectNode().put("clientId", "the-client-id"));
            }

            @Override
            public void put(String id, String apiVersion, JsonNode properties) {
                throw new AssertionError();
            }
        };
        assertThat(Initialization.guid(FACTORY, () -> arm)).isEqualTo("the-client-id");
    }

    @Test
    void needsNoArmForGroupsAndUsers() {
        DatabaseUser group = new DatabaseUser("people", "an-object-id", true, null, List.of(), List.of());
        assertThat(Initialization.guid(group, () -> {
                    throw new AssertionError();
                }))
                .isEqualTo("an-object-id");
    }

    @Test
    void saysThatAResourceHasNoIdentity() {
        Arm empty = new Arm() {
            @Override
            public Optional<JsonNode> get(String id, String apiVersion) {
                return Optional.empty();
            }

            @Override
            public void put(String id, String apiVersion, JsonNode properties) {
                throw new AssertionError();
            }
        };
        assertThatThrownBy(() -> Initialization.guid(FACTORY, () -> empty))
                .hasMessage("user \"adf\": there is no system-assigned identity of /subscriptions/s/factories/adf");
    }
}
