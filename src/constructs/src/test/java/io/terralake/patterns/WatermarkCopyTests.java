package io.terralake.patterns;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlLinkedServiceProps;
import io.terralake.factory.SqlTableDataset;
import io.terralake.factory.SqlTableDatasetProps;
import io.terralake.factory.dataflow.DataFlowType;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Tiering;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.Stacks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class WatermarkCopyTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    private final SqlDatabase database = new SqlDatabase(
            stack,
            "Database",
            SqlDatabaseProps.builder()
                    .server(new SqlServer(
                            stack, "Server", SqlServerProps.builder().build()))
                    .name("shop")
                    .build());
    private final DataLake lake =
            new DataLake(stack, "Lake", DataLakeProps.builder().build());

    private final SqlLinkedService sql = new SqlLinkedService(
            stack,
            "Sql",
            SqlLinkedServiceProps.builder()
                    .factory(factory)
                    .name("Shop")
                    .database(database)
                    .build());
    private final SqlTableDataset tables = new SqlTableDataset(
            stack,
            "Tables",
            SqlTableDatasetProps.builder().name("Tables").database(sql).build());
    private final DataLakeLinkedService lakeLink = new DataLakeLinkedService(
            stack,
            "Link",
            DataLakeLinkedServiceProps.builder()
                    .factory(factory)
                    .name("Lake")
                    .lake(lake)
                    .build());

    {
        lake.addZone("silver", ZoneProps.builder().build());
    }

    /** Any table, any column: nothing of the loans is in the library. */
    @Test
    void copiesAnyTableByAnyColumn() {
        new WatermarkCopy(stack, "Copy", orders().build());
        assertThat(stack).hasResource("azurerm_data_factory_data_flow", Map.of("name", "CopyOrders", "script", """
                                parameters{
                                	NewwaterMarkVal as string,
                                	OldwaterMarkVal as string,
                                	SourceTableName as string,
                                	WatermarkColumnName as string
                                }
                                source(output(
                                		shop as integer,
                                		number as long,
                                		changed as timestamp
                                	),
                                	allowSchemaDrift: false,
                                	validateSchema: false,
                                	isolationLevel: 'READ_COMMITTED',
                                	query: (concat("SELECT [shop], [number], [changed] FROM [dbo].[", replace($SourceTableName, "]", "]]"), "] WHERE ", "[", replace($WatermarkColumnName, "]", "]]"), "]", " >= DATEADD(day, -3, CONVERT(datetime2, '", replace($OldwaterMarkVal, "'", "''"), "')) AND ", "[", replace($WatermarkColumnName, "]", "]]"), "]", " <= CONVERT(datetime2, '", replace($NewwaterMarkVal, "'", "''"), "')")),
                                	format: 'query') ~> SqlDb
                                SqlDb alterRow(upsertIf(true())) ~> UpsertRows
                                UpsertRows sink(allowSchemaDrift: false,
                                	validateSchema: false,
                                	format: 'delta',
                                	fileSystem: 'silver',
                                	folderPath: 'orders',
                                	mergeSchema: false,
                                	autoCompact: false,
                                	optimizedWrite: false,
                                	vacuum: 0,
                                	deletable: false,
                                	insertable: false,
                                	updateable: false,
                                	upsertable: true,
                                	keys: ['shop','number'],
                                	skipDuplicateMapInputs: true,
                                	skipDuplicateMapOutputs: true) ~> DeltaLake"""));
    }

    @Test
    void letsTheFactoryReadTheDatabaseAndWriteTheZoneAndNoMore() {
        new WatermarkCopy(stack, "Copy", orders().build());
        assertThat(stack)
                .hasResourceCount("azurerm_role_assignment", 1)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Contributor',
                          scope: textLike('${azurerm_storage_container.Lake_silver_*.id}'),
                        }
                        """)
                .hasResource("azapi_resource", "{depends_on: arrayWith(textLike('time_sleep.*'))}")
                .hasOutput("deploy_hook", Match.json("""
                        {
                          version: 1,
                          databases: [{
                            database: textLike('${azurerm_mssql_database.*.name}'),
                            users: [{
                              name: 'adf-lakes-test-weu',
                              identityOf: textLike('${azurerm_data_factory.*.id}'),
                              objectId: absent,
                              roles: ['db_datareader'],
                              execute: [
                                '[dbo].[usp_GetNewWatermark]',
                                '[dbo].[usp_GetWatermark]',
                                '[dbo].[usp_UpdateWatermark]',
                              ],
                            }],
                          }],
                        }
                        """));
    }

    /** A quote or a backslash in a name stays in the data flow's string. */
    @Test
    void letsNoNameOutOfTheDataFlowsStrings() {
        WatermarkCopyProps props = orders().table("o'brien").folder("o'brien").build();
        new WatermarkCopy(stack, "Copy", props);
        String expression = "'@{replace(replace(pipeline().parameters.SourceTableName, '\\', '\\\\'), '''', '\\''')}'";
        assertThat(stack).hasResource("azapi_resource", Match.json("""
                {body: {properties: {
                  parameters: {SourceTableName: {defaultValue: "o'brien"}},
                  activities: [anyValue, anyValue, {typeProperties: {dataFlow: {parameters: {
                    SourceTableName: {value: $expression},
                  }}}}, anyValue],
                }}}
                """, Map.of("expression", expression)));
        Assertions.assertThat(CopyScript.of(props)).contains("folderPath: 'o\\'brien',");
    }

    @Test
    void refusesWhatWouldNotWork() {
        assertThatThrownBy(() -> new WatermarkCopy(
                        stack,
                        "Copy",
                        orders().watermarkColumn("number").keys(List.of()).build()))
                .hasMessage("the watermark column \"number\" is a LONG, allowed are DATE and TIMESTAMP;"
                        + " at least one key column is needed: rows are merged by key (at test-stack/Copy)");
        assertThatThrownBy(() -> orders().folder("/orders").build())
                .hasMessage("folder \"/orders\" is not allowed: a path in the zone, with / between its parts only");
        assertThatThrownBy(() -> new WatermarkCopy(
                        stack,
                        "Names",
                        orders().columns(Map.of("changed] --", DataFlowType.DATE))
                                .keys(List.of("id"))
                                .build()))
                .hasMessage("column \"changed] --\" is not allowed: letters, digits and '_', no digit first;"
                        + " the watermark column \"changed\" is not among the columns [changed] --];"
                        + " the key \"id\" is not among the columns [changed] --] (at test-stack/Names)");
    }

    /** Deleting or archiving some files of a Delta table makes it unreadable. */
    @Test
    void refusesAZoneThatDeletesByAge() {
        lake.addZone(
                "bronze",
                ZoneProps.builder()
                        .tiering(Tiering.builder().deleteAfterDays(365).build())
                        .build());
        assertThatThrownBy(() -> new WatermarkCopy(
                        stack, "Copy", orders().zone(lake.zone("bronze")).build()))
                .hasMessage("zone \"bronze\" archives or deletes files by age, which would tear files out of a Delta"
                        + " table: take a zone without archiveAfterDays and deleteAfterDays (at test-stack/Copy)");
    }

    private WatermarkCopyPropsBuilder orders() {
        Map<String, DataFlowType> columns = new LinkedHashMap<>();
        columns.put("shop", DataFlowType.INTEGER);
        columns.put("number", DataFlowType.LONG);
        columns.put("changed", DataFlowType.TIMESTAMP);
        return WatermarkCopyProps.builder()
                .pipelineName("CopyOrders")
                .dataFlowName("CopyOrders")
                .database(database)
                .sql(sql)
                .tables(tables)
                .lake(lakeLink)
                .zone(lake.zone("silver"))
                .folder("orders")
                .table("orders")
                .watermarkColumn("changed")
                .columns(columns)
                .keys(List.of("shop", "number"))
                .lateDays(3);
    }
}
