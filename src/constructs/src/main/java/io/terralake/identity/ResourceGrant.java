package io.terralake.identity;

import com.hashicorp.cdktf.TerraformResource;
import io.terralake.core.DependsOn;
import java.util.List;
import software.constructs.Construct;

/**
 * A grant that works as soon as its resource is there, as those of Databricks and access control lists do.
 *
 * @param resource what grants
 */
public record ResourceGrant(TerraformResource resource) implements Grant {
    @Override
    public Grant applyBefore(Construct dependant) {
        DependsOn.add(dependant, List.of(resource));
        return this;
    }
}
