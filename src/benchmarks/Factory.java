import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.content.FactoryContent;
import io.terralake.factory.content.FactoryContentProps;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the seconds that a factory of so many pipelines takes to read, check and synthesize: Factory.java count outdir [folder]. */
public final class Factory {
    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : write(Integer.parseInt(arguments[0]), out.resolve("factory"));
        App app = new App(AppConfig.builder().outdir(out.toString()).build());
        PlatformStack stack = new PlatformStack(
                app,
                "factory",
                Environment.read(Path.of("src", "examples", "own-platform", "dev.json")));
        DataFactory factory = new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
        long started = System.nanoTime();
        new FactoryContent(
                stack, "Content", FactoryContentProps.builder().factory(factory).path(folder).build());
        double built = (System.nanoTime() - started) / 1e9;
        app.synth();
        System.out.printf("read, checked and built in %.2f s, synthesized after %.2f s%n", built, (System.nanoTime() - started) / 1e9);
    }

    /** Five activities a pipeline, as many as people have; every fourth runs another one; a dataset for four pipelines. */
    private static Path write(int count, Path folder) throws IOException {
        for (String kind : new String[] {"linkedService", "dataset", "pipeline"}) {
            Files.createDirectories(folder.resolve(kind));
        }
        put(folder, "linkedService", "Lake", """
                {"name": "Lake", "properties": {"type": "AzureBlobFS", "typeProperties": {"url": "https://lake.dfs.core.windows.net"}}}""");
        for (int i = 0; i <= count / 4; i++) {
            put(folder, "dataset", "Files" + i, """
                    {"name": "Files%d", "properties": {"type": "DelimitedText", "parameters": {"day": {"type": "string"}},
                     "linkedServiceName": {"referenceName": "Lake", "type": "LinkedServiceReference"},
                     "typeProperties": {"location": {"type": "AzureBlobFSLocation", "fileSystem": "bronze",
                       "folderPath": {"value": "@dataset().day", "type": "Expression"}}}}}""".formatted(i));
        }
        for (int i = 0; i < count; i++) {
            put(folder, "pipeline", "Pipeline" + i, pipeline(i));
        }
        return folder;
    }

    private static String pipeline(int i) {
        String reference = """
                {"referenceName": "Files%d", "type": "DatasetReference", "parameters": {"day": "@pipeline().parameters.day"}}"""
                .formatted(i / 4);
        String last = i % 4 == 3
                ? """
                {"type": "ExecutePipeline", "typeProperties": {"pipeline": {"referenceName": "Pipeline%d", "type": "PipelineReference"},
                 "parameters": {"day": "@item().name"}},""".formatted(i - 1)
                : """
                {"type": "Delete", "typeProperties": {"dataset": %s},""".formatted(reference);
        return """
                {"name": "Pipeline%d", "properties": {"parameters": {"day": {"type": "string"}}, "variables": {"last": {"type": "String"}},
                 "activities": [
                  {"name": "Look", "type": "GetMetadata", "typeProperties": {"dataset": %2$s, "fieldList": ["childItems"]}},
                  {"name": "Each", "type": "ForEach", "dependsOn": [{"activity": "Look", "dependencyConditions": ["Succeeded"]}],
                   "typeProperties": {"items": {"value": "@activity('Look').output.childItems", "type": "Expression"}, "activities": [
                    {"name": "Copy", "type": "Copy", "inputs": [%2$s], "outputs": [%2$s], "typeProperties": {
                     "source": {"type": "DelimitedTextSource"}, "sink": {"type": "DelimitedTextSink"}}},
                    %3$s "name": "Then", "dependsOn": [{"activity": "Copy", "dependencyConditions": ["Completed"]}]}]}},
                  {"name": "Note", "type": "SetVariable", "dependsOn": [{"activity": "Each", "dependencyConditions": ["Succeeded"]}],
                   "typeProperties": {"variableName": "last", "value": "@concat('run ', pipeline().RunId, ' of ', formatDateTime(utcNow(), 'yyyy'))"}}]}}"""
                .formatted(i, reference, last);
    }

    private static void put(Path folder, String kind, String name, String json) throws IOException {
        Files.writeString(folder.resolve(kind).resolve(name + ".json"), json);
    }
}
