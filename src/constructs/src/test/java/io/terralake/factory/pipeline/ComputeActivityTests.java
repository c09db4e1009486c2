package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.none;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.value;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.factory.DatabricksLinkedService;
import io.terralake.factory.DatabricksLinkedServiceProps;
import io.terralake.factory.FunctionLinkedService;
import io.terralake.factory.FunctionLinkedServiceProps;
import io.terralake.factory.LinkedService;
import io.terralake.factory.pipeline.ScriptParameter.Direction;
import io.terralake.factory.pipeline.ScriptParameter.Type;
import io.terralake.testing.PlatformTeam;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What scripts, notebooks and functions are called as, and what of it is refused. */
class ComputeActivityTests extends PipelineFixture {

    @Test
    void runsScriptsWithParameters() {
        pipeline(List.of(Script.builder()
                .name("Clean")
                .database(sql)
                .blocks(List.of(
                        ScriptBlock.nonQuery(
                                text("DELETE FROM dbo.source WHERE day < @day; SET @left = @@ROWCOUNT"),
                                ScriptParameter.input("day", Type.DATE_TIME, call("utcNow")),
                                ScriptParameter.output("left", Type.INT32),
                                ScriptParameter.output("note", 256),
                                new ScriptParameter("both", Type.STRING, Direction.INPUT_OUTPUT, text("x"), 10)),
                        ScriptBlock.query(text("SELECT 1"))))
                .blockTimeout(Duration.ofMinutes(30))
                .log(ScriptLog.toOutput())
                .build()));
        isWritten("""
                {
                  type: 'Script',
                  linkedServiceName: {type: 'LinkedServiceReference'},
                  policy: {timeout: '0.01:00:00'},
                  typeProperties: {
                    scriptBlockExecutionTimeout: '0.00:30:00',
                    scripts: [
                      {
                        type: 'NonQuery',
                        text: {value: 'DELETE FROM dbo.source WHERE day < @day; SET @left = @@ROWCOUNT', type: 'Expression'},
                        parameters: [
                          {name: 'day', type: 'DateTime', direction: 'Input', value: {value: '@utcNow()', type: 'Expression'}},
                          {name: 'left', type: 'Int32', direction: 'Output', value: absent, size: absent},
                          {name: 'note', type: 'String', direction: 'Output', size: 256},
                          {name: 'both', type: 'String', direction: 'InputOutput', size: 10},
                        ],
                      },
                      {type: 'Query', text: {value: 'SELECT 1'}, parameters: absent},
                    ],
                    logSettings: {logDestination: 'ActivityOutput', logLocationSettings: absent},
                  },
                }
                """);
    }

    @Test
    void logsScriptsIntoAFolder() {
        pipeline(List.of(Script.builder()
                .name("Clean")
                .database(sql)
                .blocks(List.of(ScriptBlock.query(text("SELECT 1"))))
                .log(ScriptLog.toFolder(sql, "logs/clean"))
                .build()));
        isWritten("""
                {
                  typeProperties: {
                    scriptBlockExecutionTimeout: absent,
                    logSettings: {
                      logDestination: 'ExternalStore',
                      logLocationSettings: {path: 'logs/clean', linkedServiceName: {type: 'LinkedServiceReference'}},
                    },
                  },
                }
                """);
    }

    @Test
    void refusesScriptsThatCannotRun() {
        ScriptBuilder script = Script.builder().name("X").database(sql);
        assertThatThrownBy(() -> script.blocks(List.of()).build()).hasMessage("a script has at least one block");
        assertThatThrownBy(() -> script.blocks(List.of(ScriptBlock.query(text("SELECT 1"))))
                        .blockTimeout(Duration.ofDays(8))
                        .build())
                .hasMessage("blockTimeout of PT192H is not allowed: whole seconds, PT1S to PT168H");
        assertThatThrownBy(() -> new ScriptLog(sql, null))
                .hasMessage("a log has a store and a folder in it, or neither");
        assertThatThrownBy(() -> ScriptParameter.input("day", Type.STRING, null))
                .hasMessage("the parameter \"day\" with the direction Input needs a value");
        assertThatThrownBy(() -> new ScriptParameter("day", Type.STRING, Direction.OUTPUT, none(), null))
                .hasMessage("the parameter \"day\" with the direction Output takes no value");
        assertThatThrownBy(() -> new ScriptParameter("day", Type.INT32, Direction.OUTPUT, null, 4))
                .hasMessage(
                        "the size 4 of the parameter \"day\" is not allowed: 1 or more, for a String that is given back");
        assertThatThrownBy(() -> ScriptBlock.query(
                        text("SELECT @day"),
                        ScriptParameter.output("day", Type.STRING),
                        ScriptParameter.output("Day", Type.STRING)))
                .hasMessage("the parameter \"Day\" of a script is there twice");
        assertThatThrownBy(() -> ScriptParameter.output("day", 0))
                .hasMessage(
                        "the size 0 of the parameter \"day\" is not allowed: 1 or more, for a String that is given back");
    }

    @Test
    void runsNotebooksOnACluster() {
        pipeline(List.of(DatabricksNotebook.builder()
                .name("Report")
                .workspace(databricks("1010-101010-abc"))
                .path("/Shared/report")
                .parameters(Map.of("day", parameter("SourceTableName")))
                .libraries(List.of(
                        DatabricksLibrary.jar("/Volumes/a.jar"),
                        DatabricksLibrary.wheel("/Volumes/a.whl"),
                        DatabricksLibrary.maven("org.jsoup:jsoup:1.18.1"),
                        DatabricksLibrary.pypi("simplejson==3.19.3")))
                .build()));
        assertThat(stack).hasResource("azurerm_data_factory_linked_custom_service", """
                {
                  type: 'AzureDatabricks',
                  type_properties_json: serializedJson({authentication: 'MSI', existingClusterId: '1010-101010-abc'}),
                }
                """);
        isWritten("""
                {
                  type: 'DatabricksNotebook',
                  linkedServiceName: {type: 'LinkedServiceReference'},
                  typeProperties: {
                    notebookPath: '/Shared/report',
                    baseParameters: {day: {value: '@pipeline().parameters.SourceTableName', type: 'Expression'}},
                    libraries: [
                      {jar: '/Volumes/a.jar'},
                      {whl: '/Volumes/a.whl'},
                      {maven: {coordinates: 'org.jsoup:jsoup:1.18.1'}},
                      {pypi: {package: 'simplejson==3.19.3'}},
                    ],
                  },
                }
                """);
    }

    @Test
    void runsJarsAndPythonFilesOnACluster() {
        LinkedService databricks = databricks("1010-101010-abc");
        pipeline(List.of(DatabricksJar.builder()
                .name("Jar")
                .workspace(databricks)
                .mainClass("com.example.Main")
                .parameters(List.of(text("list"), value(3)))
                .libraries(List.of(DatabricksLibrary.jar("/Volumes/a.jar")))
                .build()));
        isWritten("""
                {
                  type: 'DatabricksSparkJar',
                  typeProperties: {
                    mainClassName: 'com.example.Main',
                    parameters: [{value: 'list', type: 'Expression'}, 3],
                    libraries: [{jar: '/Volumes/a.jar'}],
                  },
                }
                """);
        new Pipeline(
                stack,
                "Python",
                props(
                        "Python",
                        List.of(DatabricksPython.builder()
                                .name("Python")
                                .workspace(databricks)
                                .file("dbfs:/report.py")
                                .build())));
        isWritten("""
                {
                  type: 'DatabricksSparkPython',
                  typeProperties: {pythonFile: 'dbfs:/report.py', parameters: [], libraries: absent},
                }
                """);
    }

    @Test
    void refusesNotebooksWithoutAClusterOrARoot() {
        DatabricksNotebookBuilder report = DatabricksNotebook.builder().name("X");
        assertThatThrownBy(() -> report.workspace(databricks(null)).path("/a").build())
                .hasMessage("the connection test-stack/Databricks has no cluster to run on: set its clusterId, or run a"
                        + " DatabricksJob, which brings its own");
        assertThatThrownBy(() -> report.workspace(sql).path("a/b").build())
                .hasMessage("the path \"a/b\" of a notebook is not allowed: one from the root, such as /Shared/report");
    }

    @Test
    void callsFunctions() {
        AzureFunctionBuilder call = AzureFunction.builder()
                .name("Archive")
                .functionApp(functions())
                .function("cars/archive?year=2026")
                .method(Web.Method.POST);
        pipeline(List.of(call.body(text("{\"day\": \"", parameter("SourceTableName"), "\"}"))
                .headers(Map.of("Accept", "application/json"))
                .build()));
        isWritten("""
                {
                  type: 'AzureFunctionActivity',
                  linkedServiceName: {type: 'LinkedServiceReference'},
                  typeProperties: {
                    functionName: 'cars/archive?year=2026',
                    method: 'POST',
                    headers: {Accept: 'application/json'},
                    body: {value: '{"day": "@{pipeline().parameters.SourceTableName}"}', type: 'Expression'},
                  },
                }
                """);
        assertThatThrownBy(() -> call.body(null).build()).hasMessage("POST needs a body");
        assertThatThrownBy(() -> call.method(Web.Method.GET).body(text("x")).build())
                .hasMessage("GET has no body");
    }

    @Test
    void callsWebHooks() {
        WebHookBuilder hook = WebHook.builder().name("Approve").body(text("{}"));
        pipeline(List.of(hook.url("https://approve.example.com")
                .headers(Map.of("X-Team", "loans"))
                .audience("api://approve")
                .build()));
        isWritten("""
                {
                  type: 'WebHook',
                  typeProperties: {
                    method: 'POST',
                    url: 'https://approve.example.com',
                    headers: {'Content-Type': 'application/json', 'X-Team': 'loans'},
                    body: {value: '{}', type: 'Expression'},
                    timeout: '0.00:10:00',
                    reportStatusOnCallBack: true,
                    authentication: {type: 'MSI', resource: 'api://approve'},
                  },
                  policy: absent,
                }
                """);
        assertThatThrownBy(() -> hook.url("http://approve.example.com").build())
                .hasMessage("address \"http://approve.example.com\" is not allowed: one with https://");
        assertThatThrownBy(() -> hook.url("https://approve.example.com")
                        .timeout(Duration.ofDays(8))
                        .build())
                .hasMessage("timeout of PT192H is not allowed: whole seconds, PT1S to PT168H");
    }

    private DatabricksLinkedService databricks(String cluster) {
        return new DatabricksLinkedService(
                stack,
                "Databricks",
                DatabricksLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Databricks")
                        .workspace(DatabricksWorkspace.fromWorkspaceId(stack, "Workspace", PlatformTeam.WORKSPACE))
                        .clusterId(cluster)
                        .build());
    }

    private FunctionLinkedService functions() {
        return new FunctionLinkedService(
                stack,
                "Functions",
                FunctionLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Functions")
                        .url("https://func-cars.azurewebsites.net")
                        .audience("api://cars")
                        .build());
    }
}
