package io.terralake.containerregistry;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A registry, made here or imported. */
public interface IContainerRegistry extends IConstruct {

    /** The Azure id of the registry. */
    String registryId();

    /** The host that images are pulled from, such as {@code crlakedevweu.azurecr.io}. */
    String loginServer();

    /** Lets a principal pull images. */
    Grant grantPull(Principal principal);

    /** Lets a principal pull and push images. */
    Grant grantPush(Principal principal);
}
