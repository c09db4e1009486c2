package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;

/** Secrets of container apps and jobs have a value or an address in a vault: what is empty is not there. */
final class ContainerApps implements Behaviour {
    private static final List<String> TYPES = List.of("microsoft.app/containerapps", "microsoft.app/jobs");

    @Override
    public String says() {
        return "A secret of a container app has its value, or says where in a vault it is.";
    }

    @Override
    public boolean isFor(String type) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        for (ObjectNode secret : Shape.objects(resource, "/properties/configuration/secrets")) {
            for (String part : List.of("identity", "keyVaultUrl")) {
                if (secret.path(part).asText().isEmpty()) {
                    secret.remove(part);
                }
            }
        }
    }
}
