package io.terralake.factory;

import com.hashicorp.cdktf.TerraformResource;
import io.terralake.identity.ManagedIdentity;
import io.terralake.monitoring.Metric;
import io.terralake.network.PrivateLink;
import java.util.Optional;
import java.util.Set;
import software.constructs.Construct;

/** A data factory, made here or imported. Grant access to it like to any {@link ManagedIdentity}. */
public interface IDataFactory extends ManagedIdentity {

    /** The Azure id of the factory. */
    String factoryId();

    /** The name of the integration runtime that linked services connect through. */
    String runtimeName();

    /**
     * Makes a service reachable from the factory's managed virtual network. Azure creates the connection as pending
     * (hashicorp/terraform-provider-azurerm#19777); the deploy hook approves it, for whoever may do so at the service.
     *
     * @param id what the endpoint is called, 2 to 64 letters, digits and hyphens
     * @param resourceId the Azure id of the service
     * @param link the part of the service to reach
     * @return the endpoint, for what it must wait for
     */
    TerraformResource connectTo(String id, String resourceId, PrivateLink link);

    /**
     * As {@link #connectTo(String, String, PrivateLink)}, for a service of another stack than the factory's.
     *
     * @param scope what the endpoint becomes a part of, in the stack of the service
     */
    TerraformResource connectTo(Construct scope, String id, String resourceId, PrivateLink link);

    /** The names of its global parameters; empty when they are not known here. */
    default Optional<Set<String>> globalParameters() {
        return Optional.empty();
    }

    /** Pipeline runs that failed, a count. */
    Metric metricFailedPipelineRuns();
}
