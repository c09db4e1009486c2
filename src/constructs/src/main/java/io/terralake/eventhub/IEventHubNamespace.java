package io.terralake.eventhub;

import io.terralake.identity.Grant;
import io.terralake.identity.ManagedIdentity;
import io.terralake.identity.Principal;
import java.util.Optional;
import software.constructs.IConstruct;

/** A namespace of event hubs, made here or imported. */
public interface IEventHubNamespace extends IConstruct {

    /** The Azure id of the namespace. */
    String namespaceId();

    /** Its name. */
    String namespaceName();

    /** The host that clients talk to, such as {@code evhns-tlake-dev-weu.servicebus.windows.net}. */
    String host();

    /** Whom capture writes as; empty for an imported namespace, whose rights are managed where it is. */
    Optional<ManagedIdentity> identity();

    /** Lets a principal send events to every hub. */
    Grant grantSend(Principal principal);

    /** Lets a principal receive events of every hub. */
    Grant grantReceive(Principal principal);
}
