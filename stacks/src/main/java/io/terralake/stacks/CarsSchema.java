package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.unitycatalog.DeltaTable;
import io.terralake.unitycatalog.DeltaTableProps;
import io.terralake.unitycatalog.Schema;
import io.terralake.unitycatalog.SqlCompute;
import io.terralake.unitycatalog.Volume;
import io.terralake.unitycatalog.VolumeProps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** Listings for analysts: the table that the job writes, and the raw files. */
final class CarsSchema extends StackPart {

    CarsSchema(Construct scope, String id, Schema schema, ListingsJob job, SqlCompute compute) {
        super(scope, id);
        new DeltaTable(
                this,
                "Cars",
                DeltaTableProps.builder()
                        .schema(schema)
                        .name("cars")
                        .location(job.tableUrl())
                        .columns(columns())
                        .compute(compute)
                        .properties(DeltaTableProps.columnMapping())
                        .comment("Listings of used cars, one for each registration and day")
                        .build());
        new Volume(
                this,
                "Raw",
                VolumeProps.builder()
                        .schema(schema)
                        .name("raw")
                        .location(job.rawUrl())
                        .comment("Captured listings that are not archived yet")
                        .build());
    }

    /** Those of the job. */
    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of("Rego", "Brand", "Model").forEach(name -> columns.put(name, "string"));
        List.of("Trim", "Year", "Odometer", "Price").forEach(name -> columns.put(name, "int"));
        List.of("Date listed", "Date removed").forEach(name -> columns.put(name, "date"));
        columns.put("Turnover", "int");
        return columns;
    }
}
