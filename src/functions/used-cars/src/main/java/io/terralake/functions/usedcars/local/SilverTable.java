package io.terralake.functions.usedcars.local;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.terralake.cars.UsedCar;
import io.terralake.functions.usedcars.Car;
import io.terralake.input.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** The Delta table of listings that the job {@code used-cars} writes, read without Spark. */
final class SilverTable {
    private static final List<String> COLUMNS =
            Stream.concat(UsedCar.KEYS.stream(), Stream.of("Turnover")).toList();

    private final Engine engine = DefaultEngine.create(new Configuration());
    private final Path folder;
    private final Table table;

    SilverTable(Path folder) {
        this.folder = folder;
        this.table = Table.forPath(engine, folder.toUri().toString());
    }

    /** The table as it is now. */
    Snapshot snapshot() {
        return table.getLatestSnapshot(engine);
    }

    /**
     * Whether the folder is a table of listings.
     *
     * @throws InputException when it is none
     */
    void check() {
        StructType schema;
        try {
            schema = snapshot().getSchema();
        } catch (KernelException e) {
            throw new InputException(
                    "--silver \"%s\" is no Delta table: the job used-cars makes one".formatted(folder));
        }
        List<String> missing =
                COLUMNS.stream().filter(column -> schema.indexOf(column) < 0).toList();
        if (!missing.isEmpty()) {
            throw new InputException(
                    "--silver \"%s\" is no table of used cars: it has no columns %s".formatted(folder, missing));
        }
    }

    /** All listings of a snapshot. */
    List<Car> read(Snapshot snapshot) throws IOException {
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(engine);
        StructType physical = ScanStateRow.getPhysicalDataReadSchema(engine, state);
        List<Car> cars = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> files = batches.next().getRows()) {
                    while (files.hasNext()) {
                        readFile(state, physical, files.next(), cars);
                    }
                }
            }
        }
        return cars;
    }

    private void readFile(Row state, StructType physical, Row file, List<Car> cars) throws IOException {
        CloseableIterator<ColumnarBatch> content = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        physical,
                        Optional.empty());
        try (CloseableIterator<FilteredColumnarBatch> batches =
                Scan.transformPhysicalData(engine, state, file, content)) {
            while (batches.hasNext()) {
                read(batches.next(), cars);
            }
        }
    }

    private static void read(FilteredColumnarBatch batch, List<Car> cars) {
        ColumnarBatch data = batch.getData();
        ColumnVector[] columns = COLUMNS.stream()
                .map(name -> data.getColumnVector(data.getSchema().indexOf(name)))
                .toArray(ColumnVector[]::new);
        for (int row = 0; row < data.getSize(); row++) {
            int at = row;
            boolean kept = batch.getSelectionVector()
                    .map(selected -> !selected.isNullAt(at) && selected.getBoolean(at))
                    .orElse(true);
            if (kept) {
                cars.add(new Car(
                        columns[0].getString(row),
                        columns[1].getString(row),
                        columns[2].getString(row),
                        columns[3].getInt(row),
                        columns[4].getInt(row),
                        columns[5].getInt(row),
                        columns[6].getInt(row),
                        LocalDate.ofEpochDay(columns[7].getInt(row)).toString(),
                        LocalDate.ofEpochDay(columns[8].getInt(row)).toString(),
                        columns[9].getInt(row)));
            }
        }
    }
}
