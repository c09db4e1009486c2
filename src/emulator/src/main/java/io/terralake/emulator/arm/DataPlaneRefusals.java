package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.Optional;
import java.util.Set;

/** What is refused of who asks a vault or a storage account for data. */
public final class DataPlaneRefusals {
    private final Store store;
    private final Rights rights;
    private final boolean firewall;

    /** @param allowed the codes of refusals that are switched off */
    public DataPlaneRefusals(Store store, Rights rights, Set<String> allowed) {
        this.store = store;
        this.rights = rights;
        this.firewall = !allowed.contains(ClosedDataPlane.CODE);
    }

    /** The refusal; empty when the request may go on. */
    public Optional<Reply> refuse(Request request) {
        return DataPlane.of(request.host(), store).flatMap(id -> {
            Optional<Reply> closed =
                    firewall ? new ClosedDataPlane().refuse(request, id, store) : Optional.<Reply>empty();
            return closed.or(
                    () -> rights.deployersTooYoung(id.key()).map(wrong -> Reply.error(403, YoungRight.CODE, wrong)));
        });
    }
}
