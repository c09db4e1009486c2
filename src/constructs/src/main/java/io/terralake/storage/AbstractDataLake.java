package io.terralake.storage;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** What lakes made here and imported lakes have in common. */
abstract class AbstractDataLake extends StackPart implements IDataLake {
    private final Map<String, Zone> zones = new TreeMap<>();
    private final PlatformStack stack;

    AbstractDataLake(Construct scope, String id) {
        super(scope, id);
        this.stack = PlatformStack.of(scope);
    }

    final PlatformStack stack() {
        return stack;
    }

    final Zone register(Zone zone) {
        zones.put(zone.zoneName(), zone);
        return zone;
    }

    final void requireNew(String zone) {
        if (zones.containsKey(zone)) {
            throw new ConstructException(this, "the lake has a zone \"%s\" already".formatted(zone));
        }
    }

    /** Does what an account needs for its queues, which is done already for one that is managed elsewhere. */
    void useQueues() {}

    @Override
    public final Zone zone(String name) {
        Zone zone = zones.get(name);
        if (zone == null) {
            throw new ConstructException(
                    this, "the lake has no zone \"%s\", its zones are %s".formatted(name, zones.keySet()));
        }
        return zone;
    }

    @Override
    public final Grant grantRead(Principal principal) {
        return RoleGrant.of(this, accountId(), StorageRole.BLOB_DATA_READER, principal);
    }

    @Override
    public final Grant grantWrite(Principal principal) {
        return RoleGrant.of(this, accountId(), StorageRole.BLOB_DATA_CONTRIBUTOR, principal);
    }

    @Override
    public final Grant grantDelegation(Principal principal) {
        return RoleGrant.of(this, accountId(), StorageRole.BLOB_DELEGATOR, principal);
    }
}
