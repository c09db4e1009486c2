package io.terralake.databricks;

import com.hashicorp.cdktf.TerraformResource;
import io.terralake.core.DependsOn;
import io.terralake.identity.Grant;
import java.util.List;
import software.constructs.Construct;

/** A grant in a workspace, which works as soon as it is there. */
record Given(TerraformResource resource) implements Grant {
    @Override
    public Grant applyBefore(Construct dependant) {
        DependsOn.add(dependant, List.of(resource));
        return this;
    }
}
