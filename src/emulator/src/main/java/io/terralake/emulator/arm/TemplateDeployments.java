package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Templates are a language of their own, which nothing here reads: a deployment that was only stored would look as if it had made something. */
final class TemplateDeployments implements Behaviour {
    private static final List<String> TYPES =
            List.of("microsoft.resources/deployments", "microsoft.resources/deploymentstacks");

    @Override
    public String says() {
        return "A deployment of a template is refused as not emulated, at whatever scope: nothing would be made of it.";
    }

    @Override
    public boolean isFor(String type) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        return List.of("GET", "HEAD", "DELETE").contains(request.method())
                ? Optional.empty()
                : Optional.of(Reply.error(
                        404,
                        "NotEmulated",
                        "templates are not emulated, and %s would make nothing: write its resources as resources of Terraform"
                                .formatted(id.path())));
    }
}
