package io.terralake.jobs.cars;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Files as Event Hubs captures them: its schema of {@code EventData}, as documented. */
public final class Captures {
    private static final Schema EVENT = new Schema.Parser().parse("""
                    {"type": "record", "name": "EventData", "namespace": "Microsoft.ServiceBus.Messaging", "fields": [
                      {"name": "SequenceNumber", "type": "long"},
                      {"name": "Offset", "type": "string"},
                      {"name": "EnqueuedTimeUtc", "type": "string"},
                      {"name": "SystemProperties",
                       "type": {"type": "map", "values": ["long", "double", "string", "bytes"]}},
                      {"name": "Properties",
                       "type": {"type": "map", "values": ["long", "double", "string", "bytes", "null"]}},
                      {"name": "Body", "type": ["null", "bytes"]}]}
                    """);

    private Captures() {}

    /** A file with a block for each list of bodies. */
    @SafeVarargs
    public static byte[] file(String codec, List<@Nullable String>... blocks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(EVENT))) {
            writer.setCodec(CodecFactory.fromString(codec)).create(EVENT, bytes);
            long number = 0;
            for (List<@Nullable String> block : blocks) {
                for (String body : block) {
                    writer.append(event(number++, body));
                }
                writer.sync();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static GenericRecord event(long number, @Nullable String body) {
        GenericRecord event = new GenericData.Record(EVENT);
        event.put("SequenceNumber", number);
        event.put("Offset", String.valueOf(number * 200));
        event.put("EnqueuedTimeUtc", "11/24/2026 12:00:00 PM");
        event.put("SystemProperties", Map.of("x-opt-partition", 1L));
        event.put("Properties", Map.of("source", "generator"));
        event.put("Body", body == null ? null : ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
        return event;
    }
}
