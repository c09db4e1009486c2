package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.FileDataset;
import io.terralake.factory.FileDatasetProps;
import io.terralake.factory.FileFormat;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlLinkedServiceProps;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class ActivitiesExampleTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());

    @Test
    void loadsEachFileByAnotherPipeline() {
        ActivitiesExample.addFiles(stack, files(), ActivitiesExample.addLoad(stack, sql()));
        assertThat(stack).hasResource("azapi_resource", """
                        {name: 'LoadFiles', body: {properties: {
                          description: 'loads what is new',
                          folder: {name: 'loans/daily'},
                          annotations: ['loans'],
                          activities: [
                            {name: 'Look', policy: {timeout: '0.00:10:00'}},
                            {name: 'OnlyCsv'},
                            {name: 'Each', typeProperties: {activities: [
                              {name: 'Load', typeProperties: {parameters: {File: {value: '@item().name'}}}},
                              {
                                name: 'Pause',
                                description: 'as long as the load says',
                                typeProperties: {waitTimeInSeconds: {
                                  value: '@activity(\\'Load\\').output.pipelineReturnValue.pause',
                                }},
                              },
                            ]}},
                            {name: 'Report', dependsOn: [{dependencyConditions: ['Failed', 'Skipped']}]},
                          ],
                        }}}
                        """).hasResource("azapi_resource", """
                        {name: 'LoadFile', body: {properties: {activities: [
                          {name: 'Insert'},
                          {name: 'Return', typeProperties: {value: [
                            {key: 'pause', value: {type: 'Int', content: 30}},
                            {key: 'rows', value: {type: 'Expression', content: '@activity(\\'Insert\\').output.recordsAffected'}},
                          ]}},
                        ]}}}
                        """);
    }

    private FileDataset files() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        DataLakeLinkedService link = new DataLakeLinkedService(
                stack,
                "LakeLink",
                DataLakeLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Lake")
                        .lake(lake)
                        .build());
        return new FileDataset(
                stack,
                "Files",
                FileDatasetProps.builder()
                        .name("Files")
                        .lake(link)
                        .zone(lake.addZone("bronze", ZoneProps.builder().build()))
                        .format(FileFormat.DelimitedText.CSV)
                        .folder("loans")
                        .build());
    }

    private SqlLinkedService sql() {
        SqlServer server =
                new SqlServer(stack, "Server", SqlServerProps.builder().build());
        SqlDatabase database = new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder().server(server).name("loans").build());
        return new SqlLinkedService(
                stack,
                "Sql",
                SqlLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Sql")
                        .database(database)
                        .build());
    }
}
