package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class PipelineExampleTests {

    @Test
    void checksTheRowsThatWereCounted() {
        PlatformStack stack = Stacks.publicStack();
        SqlServer server =
                new SqlServer(stack, "Server", SqlServerProps.builder().build());
        SqlDatabase database = new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder().server(server).name("loans").build());
        PipelineExample.addPipeline(
                stack,
                new DataFactory(stack, "Factory", DataFactoryProps.builder().build()),
                database);
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [
                  {name: 'CountRows'},
                  {name: 'AnyRows', dependsOn: [{activity: 'CountRows'}]},
                ]}}}
                """);
    }
}
