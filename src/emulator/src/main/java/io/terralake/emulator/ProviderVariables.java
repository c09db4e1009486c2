package io.terralake.emulator;

import io.terralake.emulator.state.Guids;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Variables that lead providers to an emulator. */
final class ProviderVariables {
    private ProviderVariables() {}

    static Map<String, String> of(int port, int proxyPort, Path authority) {
        String proxy = "http://127.0.0.1:" + proxyPort;
        Map<String, String> variables = new TreeMap<>();
        variables.put("ARM_CLIENT_ID", Guids.CLIENT);
        variables.put("ARM_CLIENT_SECRET", "emulated");
        variables.put("ARM_DISABLE_TERRAFORM_PARTNER_ID", "true");
        variables.put("ARM_METADATA_HOSTNAME", "localhost:" + port);
        // It would compare locations with a list that nothing keeps up to date here.
        variables.put("ARM_PROVIDER_ENHANCED_VALIDATION", "false");
        variables.put("ARM_RESOURCE_PROVIDER_REGISTRATIONS", "none");
        variables.put("ARM_SUBSCRIPTION_ID", Guids.SUBSCRIPTION);
        variables.put("ARM_TENANT_ID", Guids.TENANT);
        variables.put("CHECKPOINT_DISABLE", "1");
        for (String name : List.of("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy")) {
            variables.put(name, proxy);
        }
        variables.put("NO_PROXY", "localhost,127.0.0.1");
        variables.put("no_proxy", "localhost,127.0.0.1");
        variables.put("SSL_CERT_FILE", authority.toString());
        return variables;
    }
}
