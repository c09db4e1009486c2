package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * The datastores of a workspace of Azure ML, a page at a time.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azureml/datastores/list">Datastores - List</a>
 */
final class Datastores implements Behaviour {
    private static final int PAGE = 30;

    @Override
    public String says() {
        return "Datastores of Azure ML are listed thirty at a time, unless more are asked for.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.MachineLearningServices/workspaces/datastores");
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (!request.method().equals("GET") || id.isResource() || !isFor(id.type())) {
            return Optional.empty();
        }
        return Optional.of(
                store.has(Space.RESOURCES, id.above().key())
                        ? Lists.page(request, store.children(Space.RESOURCES, id.key()), "count", PAGE)
                        : Arm.notFound(id.above()));
    }
}
