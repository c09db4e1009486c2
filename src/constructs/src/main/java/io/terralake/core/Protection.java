package io.terralake.core;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azurerm.management_lock.ManagementLock;
import com.hashicorp.cdktf.providers.azurerm.management_lock.ManagementLockConfig;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.RemovalPolicy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Guards stateful resources against deletion, by Terraform and by hand. Which they are stands in the stack's metadata, from
 * which a test can see that none of them changes its Terraform address.
 */
public final class Protection {
    private final PlatformStack stack;
    private final ProtectionSettings settings;
    private final List<TerraformResource> stateful = new ArrayList<>();
    private final Map<TerraformResource, ManagementLock> locks = new IdentityHashMap<>();

    Protection(PlatformStack stack, ProtectionSettings settings) {
        this.stack = stack;
        this.settings = settings;
    }

    /** What happens to resources that do not say otherwise. */
    public RemovalPolicy removalPolicy() {
        return settings.removalPolicy();
    }

    /**
     * Applies a removal policy.
     *
     * @param override the construct's own policy; null for the environment's
     */
    public void retain(TerraformResource resource, @Nullable RemovalPolicy override) {
        retain(resource, override, List.of());
    }

    /**
     * Applies a removal policy to a resource that Azure cannot change in everything.
     *
     * @param override the construct's own policy; null for the environment's
     * @param fixed the arguments that are chosen once, because another value would replace the resource
     */
    public void retain(TerraformResource resource, @Nullable RemovalPolicy override, List<String> fixed) {
        keepAddress(resource);
        boolean retained = isRetained(override);
        if (retained || !fixed.isEmpty()) {
            resource.setLifecycle(TerraformResourceLifecycle.builder()
                    .preventDestroy(retained ? true : null)
                    .ignoreChanges(fixed.isEmpty() ? null : fixed)
                    .build());
        }
    }

    /** Whether a resource with this policy is kept from being destroyed; null for the environment's. */
    public boolean isRetained(@Nullable RemovalPolicy override) {
        return (override == null ? settings.removalPolicy() : override) == RemovalPolicy.RETAIN;
    }

    /** Declares a resource that may be destroyed on purpose, but not because a construct's id changed. */
    public void keepAddress(TerraformResource resource) {
        stateful.add(resource);
        Tree.put(resource, stack);
    }

    /** References to what is stateful. */
    List<String> asMetadata() {
        return stateful.stream().map(TerraformResource::getFqn).toList();
    }

    /**
     * Applies a removal policy and, where the environment asks for it, a management lock, which keeps people from deleting the
     * resource. It is for resources below which nothing is ever replaced or revoked: as long as there is a lock on a vault, a
     * lake or a server, Azure refuses every apply that would remove a role assignment, a container or an endpoint of it
     * (ScopeLocked).
     *
     * @param resourceId the Azure id of the resource
     * @param override the construct's own policy; null for the environment's
     */
    public void retainAndLock(TerraformResource resource, String resourceId, @Nullable RemovalPolicy override) {
        retain(resource, override);
        if (settings.deleteLock()) {
            ManagementLock lock = new ManagementLock(
                    resource,
                    "DeleteLock",
                    ManagementLockConfig.builder()
                            .name("delete-lock")
                            .scope(resourceId)
                            .lockLevel("CanNotDelete")
                            .notes("Holds data. Remove the lock on purpose before deleting it.")
                            .build());
            locks.put(resource, lock);
        }
    }

    /** Makes the lock of a resource, if it has one, after something below the resource: else that could not be destroyed. */
    public void lockAfter(TerraformResource resource, TerraformResource below) {
        ManagementLock lock = locks.get(resource);
        if (lock != null) {
            lock.setDependsOn(
                    List.of("%s.%s".formatted(below.getTerraformResourceType(), below.getFriendlyUniqueId())));
        }
    }
}
