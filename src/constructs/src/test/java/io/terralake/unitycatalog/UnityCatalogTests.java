package io.terralake.unitycatalog;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.IDatabricksWorkspace;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnityCatalogTests {
    private static final String GOLD = "abfss://gold@stlakes.dfs.core.windows.net/cars";
    private static final DatabricksPrincipal ANALYSTS = DatabricksPrincipal.group("market analysts");

    private final PlatformStack stack = Stacks.publicStack();
    private final IDatabricksWorkspace workspace =
            DatabricksWorkspace.fromWorkspaceId(stack, "Workspace", PlatformTeam.WORKSPACE);

    @Test
    void keepsAnEnvironmentToItsWorkspace() {
        schema("used_cars");
        assertThat(stack)
                .hasResource("databricks_catalog", """
                        {name: 'lakes_test', storage_root: '%s', isolation_mode: 'ISOLATED'}
                        """.formatted(GOLD))
                .hasResource(
                        "databricks_schema",
                        "{name: 'used_cars', catalog_name: textLike('${databricks_catalog.*.name}')}");
    }

    @Test
    void hasTablesAndVolumesOverTheLake() {
        Schema schema = schema("used_cars");
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("Rego", "string");
        columns.put("Turnover", "int");
        SqlWarehouse warehouse = new SqlWarehouse(
                stack,
                "Warehouse",
                SqlWarehouseProps.builder()
                        .workspace(workspace)
                        .name("platform")
                        .build());
        new DeltaTable(
                stack,
                "Cars",
                DeltaTableProps.builder()
                        .schema(schema)
                        .name("cars")
                        .location(GOLD)
                        .columns(columns)
                        .compute(warehouse)
                        .comment("what was sold, ${x}")
                        .build());
        Volume volume = new Volume(
                stack,
                "Raw",
                VolumeProps.builder()
                        .schema(schema)
                        .name("raw")
                        .location(GOLD + "/raw")
                        .build());
        org.assertj.core.api.Assertions.assertThat(volume.path()).isNotBlank();
        assertThat(stack)
                .hasResource("databricks_sql_endpoint", """
                        {
                          name: 'platform',
                          cluster_size: '2X-Small',
                          max_num_clusters: 1,
                          auto_stop_mins: 10,
                          warehouse_type: 'PRO',
                          enable_serverless_compute: true,
                        }
                        """)
                .hasResource("databricks_sql_table", """
                        {
                          name: 'cars',
                          catalog_name: textLike('${databricks_schema.*.catalog_name}'),
                          schema_name: textLike('${databricks_schema.*.name}'),
                          table_type: 'EXTERNAL',
                          data_source_format: 'DELTA',
                          storage_location: '%s',
                          warehouse_id: textLike('${databricks_sql_endpoint.*.id}'),
                          cluster_id: absent,
                          properties: exactly({'delta.enableDeletionVectors': 'false'}),
                          column: [{name: 'Rego', type: 'string'}, {name: 'Turnover', type: 'int'}],
                          comment: 'what was sold, $${x}',
                        }
                        """.formatted(GOLD))
                .hasResource("databricks_volume", """
                        {name: 'raw', volume_type: 'EXTERNAL', storage_location: '%s/raw'}
                        """.formatted(GOLD));
    }

    /** Terraform has one resource for each principal: two grants are one with all that was given. */
    @Test
    void givesAPrincipalWhatAllItsGrantsGive() {
        Catalog catalog = catalog();
        Schema schema = new Schema(
                stack,
                "Schema",
                SchemaProps.builder().catalog(catalog).name("used_cars").build());
        catalog.grantUse(ANALYSTS);
        catalog.grant(ANALYSTS, Privilege.CREATE_VOLUME);
        schema.grantRead(ANALYSTS);
        schema.grantWrite(DatabricksPrincipal.servicePrincipal("11111111-2222-3333-4444-555555555555"))
                .applyBefore(catalog);
        assertThat(stack)
                .hasResourceCount("databricks_grant", 3)
                .hasResource("databricks_grant", """
                        {
                          catalog: textLike('${databricks_catalog.*.name}'),
                          principal: 'market analysts',
                          privileges: ['CREATE_VOLUME', 'USE_CATALOG'],
                        }
                        """)
                .hasResource("databricks_grant", """
                        {
                          schema: textLike('${databricks_schema.*.id}'),
                          principal: 'market analysts',
                          privileges: ['READ_VOLUME', 'SELECT', 'USE_SCHEMA'],
                        }
                        """)
                .hasResource("databricks_grant", """
                        {
                          principal: '11111111-2222-3333-4444-555555555555',
                          privileges: ['CREATE_TABLE', 'CREATE_VOLUME', 'MODIFY', 'READ_VOLUME', 'SELECT', 'USE_SCHEMA', 'WRITE_VOLUME'],
                        }
                        """);
    }

    /** Machines in the workspace's network get through the lake's firewall; any administrator may have them make a table. */
    @Test
    void makesTablesOnMachinesOfTheWorkspacesNetwork() {
        SqlCluster cluster = new SqlCluster(
                stack,
                "Cluster",
                SqlClusterProps.builder().workspace(workspace).name("tables").build());
        new DeltaTable(
                stack,
                "Cars",
                DeltaTableProps.builder()
                        .schema(schema("used_cars"))
                        .name("cars")
                        .location(GOLD)
                        .columns(Map.of("Rego", "string"))
                        .compute(cluster)
                        .properties(Map.of("delta.appendOnly", "true"))
                        .build());
        assertThat(stack).hasResource("databricks_cluster", """
                        {
                          cluster_name: 'tables',
                          spark_version: '17.3.x-scala2.13',
                          node_type_id: 'Standard_D4ds_v5',
                          num_workers: 1,
                          autotermination_minutes: 10,
                          data_security_mode: 'USER_ISOLATION',
                          runtime_engine: 'STANDARD',
                          is_pinned: true,
                          no_wait: true,
                          custom_tags: {stack: 'stack'},
                        }
                        """).hasResource("databricks_sql_table", """
                        {
                          cluster_id: textLike('${databricks_cluster.*.id}'),
                          warehouse_id: absent,
                          properties: exactly({'delta.appendOnly': 'true'}),
                        }
                        """);
    }

    @Test
    void makesTablesOnWhatIsThereAlready() {
        cars(table -> table.clusterId("0423-201305-xsrt82qn"));
        assertThat(stack).hasResource("databricks_sql_table", "{cluster_id: '0423-201305-xsrt82qn'}");
    }

    @Test
    void namesAComputeThatFails() {
        assertThatThrownBy(() -> cars(table -> {
                    throw new IllegalStateException("gone");
                }))
                .isInstanceOf(ConstructException.class)
                .hasMessage("io.terralake.unitycatalog.UnityCatalogTests$$Lambda.complete() failed:"
                        + " java.lang.IllegalStateException: gone (at test-stack/Cars)");
    }

    private void cars(SqlCompute compute) {
        new DeltaTable(
                stack,
                "Cars",
                DeltaTableProps.builder()
                        .schema(schema("used_cars"))
                        .name("cars")
                        .location(GOLD)
                        .columns(Map.of("Rego", "string"))
                        .compute(compute)
                        .build());
    }

    @Test
    void letsOneReadFilesAndAnotherWriteThem() {
        Volume volume = new Volume(
                stack,
                "Raw",
                VolumeProps.builder()
                        .schema(schema("used_cars"))
                        .name("raw")
                        .location(GOLD)
                        .build());
        volume.grantRead(ANALYSTS);
        volume.grantWrite(DatabricksPrincipal.user("a@example.com")).applyBefore(volume);
        assertThat(stack)
                .hasResource("databricks_grant", """
                        {
                          volume: textLike('${databricks_volume.*.id}'),
                          principal: 'market analysts',
                          privileges: ['READ_VOLUME'],
                        }
                        """)
                .hasResource(
                        "databricks_grant",
                        "{principal: 'a@example.com', privileges: ['READ_VOLUME', 'WRITE_VOLUME']}");
    }

    @Test
    void letsOneReadAllOfACatalog() {
        catalog().grantRead(ANALYSTS);
        assertThat(stack).hasResource("databricks_grant", """
                {
                  catalog: textLike('${databricks_catalog.*.name}'),
                  privileges: ['READ_VOLUME', 'SELECT', 'USE_CATALOG', 'USE_SCHEMA'],
                }
                """);
    }

    @Test
    void letsOneReadATableAlone() {
        SqlWarehouse warehouse = new SqlWarehouse(
                stack,
                "Warehouse",
                SqlWarehouseProps.builder()
                        .workspace(workspace)
                        .name("platform")
                        .build());
        new DeltaTable(
                        stack,
                        "Cars",
                        DeltaTableProps.builder()
                                .schema(schema("used_cars"))
                                .name("cars")
                                .location(GOLD)
                                .columns(Map.of("Rego", "string"))
                                .compute(warehouse)
                                .build())
                .grantRead(ANALYSTS);
        assertThat(stack)
                .hasResource(
                        "databricks_grant",
                        "{table: textLike('${databricks_sql_table.*.id}'), privileges: ['SELECT']}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Used_Cars", "used-cars", "used cars", "a.b"})
    void refusesNamesThatAreFoldedOrQuoted(String name) {
        assertThatThrownBy(() -> schema(name))
                .hasMessage(
                        "schema name \"%s\" (%d characters) is not allowed: 1 to 255 characters, lower-case letters,"
                                        .formatted(name, name.length())
                                + " digits and '_' (at test-stack/Schema)");
    }

    @Test
    void refusesPrincipalsThatAreNone() {
        assertThatThrownBy(() -> DatabricksPrincipal.servicePrincipal("etl"))
                .hasMessage("application id \"etl\" is not allowed: a GUID");
        assertThatThrownBy(() -> DatabricksPrincipal.group(" "))
                .hasMessage("principal \" \" of Databricks is not allowed: 1 to 255 characters");
    }

    @Test
    void refusesATableWithoutColumnsOrWithAColumnThatDeltaRefuses() {
        DeltaTablePropsBuilder props = DeltaTableProps.builder()
                .schema(schema("used_cars"))
                .name("cars")
                .location(GOLD)
                .compute(new SqlWarehouse(
                        stack,
                        "Warehouse",
                        SqlWarehouseProps.builder()
                                .workspace(workspace)
                                .name("w")
                                .build()));
        assertThatThrownBy(() -> props.columns(Map.of()).build()).hasMessage("table \"cars\" has no columns");
        DeltaTableProps spaced = props.columns(Map.of("Date listed", "date")).build();
        assertThatThrownBy(() -> new DeltaTable(stack, "Cars", spaced))
                .hasMessage("column name \"Date listed\" (11 characters) is not allowed: 1 to 255 characters,"
                        + " none of ' ,;{}()=`.', no line break or tab (at test-stack/Cars)");
        DeltaTableProps quoted = props.columns(Map.of("Date`listed", "date"))
                .properties(DeltaTableProps.columnMapping())
                .build();
        assertThatThrownBy(() -> new DeltaTable(stack, "Quoted", quoted))
                .hasMessage("column name \"Date`listed\" (11 characters) is not allowed: 1 to 255 characters,"
                        + " none of '`.', no line break or tab (at test-stack/Quoted)");
    }

    @Test
    void takesNamesWithBlanksOfMappedColumns() {
        new DeltaTable(
                stack,
                "Cars",
                DeltaTableProps.builder()
                        .schema(schema("used_cars"))
                        .name("cars")
                        .location(GOLD)
                        .compute(table -> table.clusterId("0423-201305-xsrt82qn"))
                        .columns(Map.of("Date listed", "date"))
                        .properties(DeltaTableProps.columnMapping())
                        .build());
        assertThat(stack).hasResource("databricks_sql_table", """
                {
                  column: [{name: 'Date listed', type: 'date'}],
                  properties: {'delta.columnMapping.mode': 'name', 'delta.enableDeletionVectors': 'false'},
                }
                """);
    }

    /** The provider puts them into SQL between quotes, as they are. */
    @Test
    void refusesQuotesThatWouldEndTheText() {
        DeltaTablePropsBuilder props = DeltaTableProps.builder().name("cars").location("abfss://gold@host/it's");
        assertThatThrownBy(props::build)
                .hasMessage("location \"abfss://gold@host/it's\" is not allowed: no ' and no \\");
        props.location(GOLD).properties(Map.of("o'clock", "1"));
        assertThatThrownBy(props::build).hasMessage("property \"o'clock\" is not allowed: no ' and no \\");
        props.properties(Map.of("note", "a\\"));
        assertThatThrownBy(props::build).hasMessage("property note \"a\\\" is not allowed: no ' and no \\");
    }

    @Test
    void refusesAClusterThatDatabricksRefuses() {
        SqlClusterPropsBuilder props =
                SqlClusterProps.builder().workspace(workspace).name("c").autoStopMinutes(9);
        assertThatThrownBy(props::build).hasMessage("auto stop of 9 is not allowed: 10 to 10000 minutes");
    }

    @Test
    void refusesAWarehouseThatNeverStops() {
        SqlWarehousePropsBuilder props =
                SqlWarehouseProps.builder().workspace(workspace).name("w");
        assertThatThrownBy(() -> props.autoStopMinutes(0).build())
                .hasMessage("auto stop of 0 is not allowed: 1 to 1440 minutes");
        assertThatThrownBy(() -> props.autoStopMinutes(1).maxClusters(41).build())
                .hasMessage("maximum of clusters of 41 is not allowed: 1 to 40");
    }

    private Schema schema(String name) {
        return new Schema(
                stack,
                "Schema",
                SchemaProps.builder().catalog(catalog()).name(name).build());
    }

    private Catalog catalog() {
        return new Catalog(
                stack,
                "Catalog",
                CatalogProps.builder()
                        .workspace(workspace)
                        .name("lakes_test")
                        .storageRoot(GOLD)
                        .build());
    }
}
