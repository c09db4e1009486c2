package com.example.search;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.ImportedId;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import software.constructs.Construct;

/** Azure AI Search, which the library does not have. Its type is not in the bindings: CDKTF's own resource makes any. */
public final class SearchService extends Construct {
    public static final PrivateLink LINK = PrivateLink.of("searchService", "privatelink.search.windows.net");
    private static final NamingRule NAMING = NamingRule.of(
            "search service", "srch", 2, 60, "[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits, single hyphens");

    private final String name;
    private final String serviceId;

    public SearchService(Construct scope, String id) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(this);
        Network network = Network.of(this);
        this.name = stack.nameOf(this, NAMING, null);
        var config = TerraformResourceConfig.builder().terraformResourceType("azurerm_search_service");
        TerraformResource resource = new TerraformResource(this, "Resource", config.build());
        resource.addOverride("name", name);
        resource.addOverride("resource_group_name", stack.resourceGroupName());
        resource.addOverride("location", stack.location());
        resource.addOverride("sku", "basic");
        resource.addOverride("local_authentication_enabled", false);
        resource.addOverride("public_network_access_enabled", network.publicAccess());
        resource.addOverride("allowed_ips", network.allowedIpRanges());
        resource.addOverride("tags", stack.tags());
        this.serviceId = resource.getStringAttribute("id");
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
        network.connect(this, serviceId, name, LINK);
    }

    private SearchService(Construct scope, String id, String serviceId) {
        super(scope, id);
        this.name = new ImportedId(this, serviceId, "Microsoft.Search/searchServices").name(0);
        this.serviceId = serviceId;
    }

    /** A service that is managed elsewhere. */
    public static SearchService fromServiceId(Construct scope, String id, String serviceId) {
        return new SearchService(scope, id, serviceId);
    }

    /** Lets a principal change and run indexers. */
    public Grant grantManage(Principal principal) {
        return RoleGrant.of(this, serviceId, Role.named("Search Service Contributor"), principal);
    }

    public String serviceId() {
        return serviceId;
    }

    public String endpoint() {
        return "https://%s.search.windows.net".formatted(name);
    }
}
