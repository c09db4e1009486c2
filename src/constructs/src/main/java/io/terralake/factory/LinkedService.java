package io.terralake.factory;

import io.terralake.core.PlatformStack;
import software.constructs.Construct;

/** A factory's connection to another service. It logs in as the factory; there are no keys and no passwords. */
public abstract sealed class LinkedService extends Construct
        permits CustomLinkedService, DataLakeLinkedService, KeyVaultLinkedService, SqlLinkedService {
    private final DataFactory factory;

    LinkedService(Construct scope, String id, DataFactory factory) {
        super(scope, id);
        this.factory = factory;
    }

    /** The factory that connects. */
    public final DataFactory factory() {
        return factory;
    }

    /** The name of the linked service, as a token that makes who uses it wait for it. */
    public abstract String linkedServiceName();

    /** Returns a name that the factory would accept. */
    final String checked(String name) {
        return PlatformStack.of(this).nameOf(this, FactoryNames.ARTIFACT, name);
    }
}
