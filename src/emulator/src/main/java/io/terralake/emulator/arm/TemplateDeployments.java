package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Templates are deployed by {@link Deployments}; elsewhere, what was only stored would look as if it had made something. */
final class TemplateDeployments implements Behaviour {
    private static final List<String> TYPES =
            List.of("microsoft.resources/deployments", "microsoft.resources/deploymentstacks");

    @Override
    public String says() {
        return "The resources of a template are put, in the order of what they depend on, when it is deployed to a resource group or a"
                + " subscription; management groups, tenants and deployment stacks are refused as not emulated.";
    }

    @Override
    public boolean isFor(String type) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    @Override
    public void deleted(ResourceId id, ObjectNode resource, Store store) {
        store.remove(Space.TEMPLATES, id.key());
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        return List.of("GET", "HEAD", "DELETE").contains(request.method())
                        || Deployment.path(id).isPresent()
                ? Optional.empty()
                : Optional.of(Reply.error(
                        404,
                        "NotEmulated",
                        "templates are deployed to resource groups and subscriptions only, and %s would make nothing"
                                .formatted(id.path())));
    }
}
