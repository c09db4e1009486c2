package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * A resource in a group that is not there.
 */
final class MissingGroup implements Refusal {

    @Override
    public String code() {
        return "ResourceGroupNotFound";
    }

    @Override
    public String says() {
        return "a resource is put into a resource group that is not there";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-not-found";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        boolean missing = request.method().equals("PUT")
                && id.key().contains("/providers/")
                && id.group().isPresent()
                && !store.has(Space.RESOURCES, id.group().get());
        return missing ? Optional.of(of(id)) : Optional.empty();
    }

    /** What is said of something in a group that is not there. */
    static Reply of(ResourceId id) {
        return Reply.error(
                404,
                "ResourceGroupNotFound",
                "Resource group '%s' could not be found."
                        .formatted(new ResourceId(id.group().orElse("")).name()));
    }
}
