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
    private static final String CODE = "ResourceGroupNotFound";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String says() {
        return "a resource is put into a resource group that is not there, or a list is asked of one";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-not-found";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        boolean put = request.method().equals("PUT") && id.key().contains("/providers/");
        boolean list = request.method().equals("GET") && !id.isResource();
        return id.group()
                .filter(group -> put || list)
                .filter(group -> !store.has(Space.RESOURCES, group))
                .map(MissingGroup::refusal);
    }

    static Reply refusal(String group) {
        return Reply.error(
                404, CODE, "Resource group '%s' could not be found.".formatted(new ResourceId(group).name()));
    }
}
