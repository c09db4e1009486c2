package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.grant.GrantConfig;
import io.terralake.core.TerraformText;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.identity.Grant;
import io.terralake.identity.ResourceGrant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import software.constructs.Construct;

/** Who may do what with one thing in Unity Catalog. Terraform has one resource for each principal. */
final class Privileges {
    private final Construct securable;
    private final BiConsumer<GrantConfig.Builder, String> kind;
    private final String name;
    private final Map<String, Set<Privilege>> given = new TreeMap<>();
    private final Map<String, com.hashicorp.cdktf.providers.databricks.grant.Grant> resources = new LinkedHashMap<>();

    /**
     * @param securable the construct that access is granted to
     * @param kind what it is to Terraform, such as {@code GrantConfig.Builder::catalog}
     * @param name its full name
     */
    Privileges(Construct securable, BiConsumer<GrantConfig.Builder, String> kind, String name) {
        this.securable = securable;
        this.kind = kind;
        this.name = name;
    }

    /** Adds privileges to those that a principal has. */
    Grant add(DatabricksPrincipal principal, Privilege first, Privilege... more) {
        Set<Privilege> all = given.computeIfAbsent(principal.name(), key -> EnumSet.noneOf(Privilege.class));
        all.addAll(EnumSet.of(first, more));
        List<String> names = all.stream().map(Privilege::name).toList();
        var resource = resources.computeIfAbsent(principal.name(), key -> make(key, names));
        resource.setPrivileges(names);
        return new ResourceGrant(resource);
    }

    private com.hashicorp.cdktf.providers.databricks.grant.Grant make(String principal, List<String> privileges) {
        GrantConfig.Builder config = GrantConfig.builder()
                .principal(TerraformText.literal(principal))
                .privileges(privileges);
        kind.accept(config, name);
        return new com.hashicorp.cdktf.providers.databricks.grant.Grant(
                securable, "Grant-" + principal.replace('/', '-'), config.build());
    }
}
