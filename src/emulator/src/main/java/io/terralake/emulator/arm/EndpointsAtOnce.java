package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * Two private endpoints of a Databricks workspace at once.
 */
final class EndpointsAtOnce implements Refusal {
    private final Operations operations;

    EndpointsAtOnce(Operations operations) {
        this.operations = operations;
    }

    @Override
    public String code() {
        return "ConcurrentUpdateError";
    }

    @Override
    public String says() {
        return "two private endpoints of a Databricks workspace are made at once";
    }

    @Override
    public String source() {
        return "https://github.com/hashicorp/terraform-provider-azurerm/issues/26373";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        return (request.method().equals("PUT") ? Operations.target(id, request.json()) : Optional.<String>empty())
                .filter(target ->
                        target.contains("/providers/microsoft.databricks/workspaces/") && operations.isBusy(target))
                .map(target -> Reply.error(
                        409, code(), "The workspace %s is being updated by another request.".formatted(target)));
    }
}
