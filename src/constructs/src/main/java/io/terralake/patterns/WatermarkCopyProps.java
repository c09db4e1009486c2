package io.terralake.patterns;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlTableDataset;
import io.terralake.factory.dataflow.DataFlowType;
import io.terralake.sql.ISqlDatabase;
import io.terralake.storage.LakeFolder;
import io.terralake.storage.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link WatermarkCopy}.
 *
 * @param pipelineName the pipeline's name in the factory
 * @param dataFlowName the data flow's name in the factory
 * @param database the database, with the procedures that {@link WatermarkCopy} names
 * @param sql how the factory reaches it
 * @param tables its tables
 * @param lake how the factory reaches the lake
 * @param zone the zone of the Delta table; its files must neither be archived nor deleted by age
 * @param folder the folder of the Delta table, such as {@code lc_loan}
 * @param table the table in the schema {@code dbo}
 * @param watermarkColumn the column that says when a row belongs; a date or a time
 * @param columns what is copied, in this order: types by the names of the columns
 * @param keys the columns that identify a row
 * @param lateDays how many days before the watermark rows may still appear or change; each run reads them again;
 *     @default 31
 */
@RecordBuilder
public record WatermarkCopyProps(
        String pipelineName,
        String dataFlowName,
        ISqlDatabase database,
        SqlLinkedService sql,
        SqlTableDataset tables,
        DataLakeLinkedService lake,
        Zone zone,
        String folder,
        String table,
        String watermarkColumn,
        Map<String, DataFlowType> columns,
        List<String> keys,
        @Nullable Integer lateDays) {
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    public WatermarkCopyProps {
        columns = columns == null ? columns : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        keys = RequiredFields.copy(keys);
        LakeFolder.check(folder);
        lateDays = Limits.check("late days", lateDays == null ? 31 : lateDays, 0, 36_500, "days");
    }

    public static WatermarkCopyPropsBuilder builder() {
        return WatermarkCopyPropsBuilder.builder();
    }

    /** What would not work, if anything. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        columns.keySet().stream()
                .filter(name -> !COLUMN.matcher(name).matches())
                .map(name -> "column \"%s\" is not allowed: letters, digits and '_', no digit first".formatted(name))
                .forEach(problems::add);
        if (!columns.containsKey(watermarkColumn)) {
            problems.add("the watermark column \"%s\" is not among the columns %s"
                    .formatted(watermarkColumn, columns.keySet()));
        } else if (columns.get(watermarkColumn) != DataFlowType.DATE
                && columns.get(watermarkColumn) != DataFlowType.TIMESTAMP) {
            problems.add("the watermark column \"%s\" is a %s, allowed are DATE and TIMESTAMP"
                    .formatted(watermarkColumn, columns.get(watermarkColumn)));
        }
        if (keys.isEmpty()) {
            problems.add("at least one key column is needed: rows are merged by key");
        }
        keys.stream()
                .filter(key -> !columns.containsKey(key))
                .map(key -> "the key \"%s\" is not among the columns %s".formatted(key, columns.keySet()))
                .forEach(problems::add);
        zone.tiering()
                .filter(tiering -> tiering.archiveAfterDays() != null || tiering.deleteAfterDays() != null)
                .ifPresent(tiering -> problems.add(
                        ("zone \"%s\" archives or deletes files by age, which would tear files out of a Delta table:"
                                        + " take a zone without archiveAfterDays and deleteAfterDays")
                                .formatted(zone.zoneName())));
        return problems;
    }

    int lateness() {
        return Objects.requireNonNull(lateDays);
    }
}
