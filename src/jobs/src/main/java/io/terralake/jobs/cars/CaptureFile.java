package io.terralake.jobs.cars;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the events in a file that Event Hubs captured. What a damaged block holds is told as one problem, and the blocks after
 * it are read.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-hubs/explore-captured-avro-files">schema of captured events</a>
 */
final class CaptureFile implements Iterator<RawRecord> {
    private static final String BODY = "Body";

    private final byte[] bytes;
    private final Iterator<AvroBlocks.Block> blocks;
    private @Nullable DataFileReader<GenericRecord> reader;

    /** Events that were passed. */
    private long passed;

    /** Events that are left in the block. */
    private long left;

    private @Nullable RawRecord next;

    CaptureFile(byte[] bytes) {
        this.bytes = bytes;
        List<AvroBlocks.Block> found = AvroBlocks.of(bytes);
        String problem = found.stream().allMatch(block -> block.problem() != null) ? null : open();
        this.blocks = problem == null
                ? found.iterator()
                : List.of(new AvroBlocks.Block(0, 0, problem)).iterator();
        this.next = event();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RawRecord next() {
        RawRecord record = next;
        if (record == null) {
            throw new NoSuchElementException();
        }
        next = event();
        return record;
    }

    /** Reads the schema and returns what is wrong with it. */
    private @Nullable String open() {
        try {
            GenericDatumReader<GenericRecord> bodies = new GenericDatumReader<>();
            reader = new DataFileReader<>(new SeekableByteArrayInput(bytes), bodies);
            Schema schema = reader.getSchema();
            Schema.Field body = schema.getType() == Schema.Type.RECORD ? schema.getField(BODY) : null;
            if (body == null) {
                return "the Avro file is no capture of an Event Hub: there is no field \"%s\" in it".formatted(BODY);
            }
            // The other fields are skipped.
            bodies.setExpected(Schema.createRecord(
                    schema.getName(),
                    null,
                    schema.getNamespace(),
                    false,
                    List.of(new Schema.Field(BODY, body.schema()))));
            return null;
        } catch (IOException | RuntimeException e) {
            return "the schema of the Avro file cannot be read";
        }
    }

    private @Nullable RawRecord event() {
        while (left == 0) {
            if (!blocks.hasNext()) {
                return null;
            }
            AvroBlocks.Block block = blocks.next();
            if (block.problem() != null) {
                return RawRecord.problem(passed + 1, block.problem());
            }
            left = block.events();
            try {
                Objects.requireNonNull(reader).seek(block.start());
            } catch (IOException e) {
                return rest();
            }
        }
        try {
            Object body = Objects.requireNonNull(reader).next().get(BODY);
            left--;
            passed++;
            return body instanceof ByteBuffer buffer
                    ? RawRecord.of(passed, buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining())
                    : RawRecord.problem(passed, "the event has no bytes as its body");
        } catch (RuntimeException | OutOfMemoryError e) {
            // Bytes that are no events have lengths that are none.
            return rest();
        }
    }

    /** What is left of a block that cannot be read on. */
    private RawRecord rest() {
        RawRecord problem = RawRecord.problem(
                passed + 1, "the events %d to %d cannot be read".formatted(passed + 1, passed + left));
        passed += left;
        left = 0;
        return problem;
    }
}
