package com.example.platform;

import com.example.search.RunIndexer;
import com.example.search.SearchLinkedService;
import com.example.search.SearchService;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.Environment;
import java.util.List;
import software.constructs.Construct;

/** A search service, and the pipeline that fills it. Factory and log workspace are those of the platform team. */
final class Documents extends PlatformStack {
    private static final String PLATFORM =
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-platform/providers/";

    Documents(Construct scope, Environment environment) {
        super(scope, "documents", environment);
        share(LogSink.class, () -> PLATFORM + "Microsoft.OperationalInsights/workspaces/log-platform");
        IDataFactory factory =
                DataFactory.fromFactoryId(this, "Factory", PLATFORM + "Microsoft.DataFactory/factories/adf-platform");
        SearchService search = new SearchService(this, "Search");
        search.grantManage(factory);
        factory.connectTo("search", search.serviceId(), SearchService.LINK);
        SearchLinkedService connection = new SearchLinkedService(this, "Connection", factory, search);
        PipelineProps index = PipelineProps.builder()
                .factory(factory)
                .name("Index")
                .activities(List.of(new RunIndexer("RunIndexer", connection, "documents")))
                .build();
        new Pipeline(this, "Index", index);
    }
}
