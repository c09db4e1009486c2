package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Store;

/** A plan of App Service says what runs on it, which providers ask before they change an app. */
final class ServicePlans implements Behaviour {
    @Override
    public String says() {
        return "A plan of App Service says what runs on it.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.Web/serverFarms");
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        if (!resource.has("kind")) {
            resource.put("kind", resource.at("/properties/reserved").asBoolean() ? "linux" : "app");
        }
    }
}
