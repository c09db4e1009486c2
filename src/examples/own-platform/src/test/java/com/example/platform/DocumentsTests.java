package com.example.platform;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.search.RunIndexer;
import com.example.search.SearchLinkedService;
import com.example.search.SearchService;
import com.hashicorp.cdktf.Testing;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.core.PlatformApp;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.identity.Principal;
import io.terralake.network.Network;
import io.terralake.network.PrivateNetwork;
import io.terralake.network.PrivateNetworkProps;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTests {
    private static final Path SETTINGS = Path.of("dev.json");
    private static final String IDS =
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/";
    private static final String SERVICE = IDS + "Microsoft.Search/searchServices/srch-company";

    @Test
    void synthesizesAndHoldsToThePolicy(@TempDir Path outdir) throws IOException {
        PlatformApp.synth(new Main(SETTINGS), outdir);
        assertThat(SynthesizedApp.read(outdir).stack("dev-documents"))
                .hasResource("azurerm_search_service", """
                        {
                          "name": "srch-docs-dev-weu",
                          "local_authentication_enabled": false,
                          "allowed_ips": ["203.0.113.0/24"],
                          "tags": {"owner": "search-team", "stack": "documents"}
                        }""")
                .hasResource("azurerm_role_assignment", """
                        {"role_definition_name": "Search Service Contributor"}""")
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {"name": "platform-logs"}""")
                .hasResource("azurerm_data_factory_linked_custom_service", """
                        {"type": "RestService"}""")
                .hasResource("azapi_resource", """
                        {"body": {"properties": {"activities": [{
                          "name": "RunIndexer",
                          "typeProperties": {
                            "url": "https://srch-docs-dev-weu.search.windows.net/indexers/documents/run?api-version=2024-07-01"
                          }
                        }]}}}""");
    }

    @Test
    void aPrivateNetworkReachesTheServiceByItsEndpoint() throws IOException {
        PlatformStack stack = stack();
        PrivateNetworkProps props = PrivateNetworkProps.builder()
                .addressSpace("10.30.0.0/16")
                .endpointSubnet("10.30.0.0/24")
                .build();
        stack.share(Network.class, new PrivateNetwork(stack, "Network", props));
        new SearchService(stack, "Search");
        assertThat(stack)
                .hasResource("azurerm_search_service", """
                        {"public_network_access_enabled": false, "allowed_ips": []}""")
                .hasResource("azurerm_private_endpoint", """
                        {"private_service_connection": {"subresource_names": ["searchService"]}}""")
                .hasResource("azurerm_private_dns_zone", """
                        {"name": "privatelink.search.windows.net"}""");
    }

    @Test
    void anImportedServiceIsUsedLikeOneMadeHere() throws IOException {
        PlatformStack stack = stack();
        SearchService search = SearchService.fromServiceId(stack, "Search", SERVICE);
        search.grantManage(Principal.group("editors", "11111111-2222-3333-4444-555555555555"));
        assertThat(stack)
                .hasResource("azurerm_role_assignment", """
                {"scope": "%s"}""".formatted(SERVICE))
                .hasResourceCount("azurerm_search_service", 0);
        assertThatThrownBy(() -> SearchService.fromServiceId(stack, "Other", IDS + "Microsoft.Search/other/o"))
                .hasMessage(
                        "\"%sMicrosoft.Search/other/o\" is the id of a Microsoft.Search/other, /subscriptions/<id>/resourceGroups"
                                        .formatted(IDS)
                                + "/<name>/providers/Microsoft.Search/searchServices/<name> is needed (at dev-test/Other)");
    }

    @Test
    void theLibraryChecksTheActivityLikeItsOwn() throws IOException {
        PlatformStack stack = stack();
        IDataFactory factory = factory(stack, "Factory", "adf-one");
        SearchService search = SearchService.fromServiceId(stack, "Search", SERVICE);
        SearchLinkedService elsewhere =
                new SearchLinkedService(stack, "Elsewhere", factory(stack, "Other", "adf-two"), search);
        PipelineProps props = PipelineProps.builder()
                .factory(factory)
                .name("Index")
                .activities(List.of(new RunIndexer("Run", elsewhere, "documents")))
                .build();
        assertThatThrownBy(() -> new Pipeline(stack, "Index", props))
                .hasMessage(
                        "pipeline \"Index\": activity \"Run\": the linked service dev-test/Elsewhere is in another factory,"
                                + " dev-test/Other, not in dev-test/Factory (at dev-test/Index)");
    }

    @Test
    void isShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> code = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.addAll(Files.readAllLines(file));
            }
            code.removeIf(line -> line.isBlank() || line.startsWith("import ") || line.startsWith("package "));
            assertThat(code).hasSizeLessThan(150);
        }
    }

    private static IDataFactory factory(PlatformStack stack, String id, String name) {
        return DataFactory.fromFactoryId(stack, id, IDS + "Microsoft.DataFactory/factories/" + name);
    }

    private static PlatformStack stack() throws IOException {
        return new PlatformStack(Testing.app(), "test", Environment.read(SETTINGS));
    }
}
