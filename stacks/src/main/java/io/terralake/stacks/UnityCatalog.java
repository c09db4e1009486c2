package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.settings.Environment;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.Section;
import io.terralake.unitycatalog.Catalog;
import io.terralake.unitycatalog.CatalogProps;
import io.terralake.unitycatalog.Schema;
import io.terralake.unitycatalog.SchemaProps;
import io.terralake.unitycatalog.SqlCluster;
import io.terralake.unitycatalog.SqlClusterProps;
import io.terralake.unitycatalog.SqlCompute;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * What data products share inside the Databricks workspace: the environment's catalog, which no other workspace sees, and what makes
 * tables in it. It is no part of the landing zone, which is deployed from outside a private network.
 */
public final class UnityCatalog extends PlatformStack {
    /** The section {@code unityCatalog} of an environment's settings. */
    public static final Section<UnityCatalogSettings> SETTINGS = Section.of("unityCatalog", UnityCatalogSettings.class);

    private final Catalog catalog;
    private final SqlCluster tables;

    public UnityCatalog(Construct scope, Environment environment, LandingZone landingZone) {
        super(scope, "unity-catalog", environment, landingZone.platform());
        DatabricksWorkspace workspace = landingZone.databricks();
        EnvironmentSettings shared = environment.settings();
        String platform = Stream.of(shared.workload(), environment.name(), shared.instance())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("-"));
        LakeAccess lake = new LakeAccess(this, workspace, platform, "catalog");
        this.catalog = new Catalog(
                this,
                "Catalog",
                CatalogProps.builder()
                        .workspace(workspace)
                        .name(platform.replace('-', '_'))
                        // Of what people make themselves; gold has no tiers that a table would sink into.
                        .storageRoot(
                                lake.write("Root", "catalog", landingZone.lake().zone("gold"), "catalog"))
                        .build());
        this.tables = new SqlCluster(
                this,
                "Tables",
                SqlClusterProps.builder()
                        .workspace(workspace)
                        .name(platform + "-tables")
                        .build());
        for (String group : environment.section(SETTINGS).readers()) {
            catalog.grantRead(DatabricksPrincipal.group(group));
        }
    }

    /**
     * Adds the schema of a data product to the product's stack.
     *
     * @param product the stack
     * @param name the schema's name, such as {@code loan_versions}
     * @param readers names of groups in Databricks that may read every table and volume of it
     */
    public Schema addSchema(PlatformStack product, String name, List<String> readers) {
        Schema schema = new Schema(
                product,
                "Schema",
                SchemaProps.builder().catalog(catalog).name(name).build());
        for (String group : readers) {
            letRead(schema, DatabricksPrincipal.group(group));
        }
        return schema;
    }

    /** Lets somebody read every table and volume of a schema, such as whom a job runs as. */
    public void letRead(Schema schema, DatabricksPrincipal principal) {
        catalog.grantUse(principal);
        schema.grantRead(principal);
    }

    /** What makes the tables of data products. */
    public SqlCompute tables() {
        return tables;
    }
}
