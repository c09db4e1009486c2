package io.terralake.eventhub;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** An event hub, made here or imported. */
public interface IEventHub extends IConstruct {

    /** The Azure id of the hub. */
    String eventHubId();

    /** Its name. */
    String eventHubName();

    /** The host that clients talk to, such as {@code evhns-tlake-dev-weu.servicebus.windows.net}. */
    String host();

    /** Lets a principal send events. */
    Grant grantSend(Principal principal);

    /** Lets a principal receive events. */
    Grant grantReceive(Principal principal);
}
