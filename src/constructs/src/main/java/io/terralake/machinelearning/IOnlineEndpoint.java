package io.terralake.machinelearning;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** An endpoint that models answer at, made here or imported. */
public interface IOnlineEndpoint extends IConstruct {

    /** The Azure id of the endpoint. */
    String endpointId();

    /** The address that requests are sent to, such as {@code https://cars-dev.westeurope.inference.ml.azure.com/score}. */
    String scoringUri();

    /**
     * Lets a principal ask the models: with a token of Entra, or where that is not taken, in a cluster of Kubernetes, with a token that it
     * gets from Azure and that expires. Azure has no smaller role that may than the one which may also change this endpoint and its
     * deployments; it is given on this endpoint alone.
     */
    Grant grantScore(Principal principal);
}
