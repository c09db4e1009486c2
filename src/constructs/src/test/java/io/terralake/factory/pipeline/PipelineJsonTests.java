package io.terralake.factory.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found in the JSON of a pipeline, and where. */
class PipelineJsonTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void findsNothingInAPipelineThatWorks() {
        assertThat(findings("""
                {"parameters": {"days": {"type": "int", "defaultValue": 3}, "list": {"type": "ARRAY"}},
                 "variables": {"last": {"type": "String"}, "done": {"type": "Boolean", "defaultValue": false}},
                 "activities": [
                  {"name": "Each", "type": "ForEach", "typeProperties": {
                    "items": {"value": "@pipeline().parameters.list", "type": "Expression"},
                    "activities": [{"name": "Which", "type": "Switch", "typeProperties": {
                      "on": "@item().kind",
                      "cases": [{"value": "a", "activities": [
                        {"name": "Append", "type": "Wait",
                         "typeProperties": {"waitTimeInSeconds": "@int(item()['seconds-left'])"}}]}]}}]}},
                  {"name": "Set", "type": "SetVariable",
                   "dependsOn": [{"activity": "Each", "dependencyConditions": ["Succeeded"]}],
                   "typeProperties": {"variableName": "last", "value": "@{pipeline().RunId} of @{pipeline().globalParameters.env}"}}]}
                """)).isEmpty();
    }

    @Test
    void findsEveryMistakeWithItsPlaceAtOnce() {
        assertThat(findings("""
                {"parameters": {"day": {"type": "date"}},
                 "variables": {"Total": {"type": "Object"}},
                 "activities": [
                  {"name": "Each", "type": "ForEach", "typeProperties": {
                    "items": "@pipeline().parameters.lists", "batchCount": 51,
                    "activities": [{"name": "Inner", "type": "IfCondition", "typeProperties": {
                      "expression": "@equals(1)",
                      "ifTrueActivities": [{"name": "Loop", "type": "Until", "typeProperties": {
                        "expression": "@activity('Later').output", "activities": []}}]}}]}},
                  {"name": "Later", "type": "Wait",
                   "dependsOn": [{"activity": "Eech", "dependencyConditions": ["Succeeded"]}],
                   "typeProperties": {"waitTimeInSeconds": "@item().seconds"}},
                  "Wait"]}
                """))
                .containsExactly(
                        "p.json#/properties/parameters/day/type: the type is none of [String, Int, Float, Bool, Array,"
                                + " Object, SecureString]: \"date\"",
                        "p.json#/properties/variables/Total/type: the type is none of [String, Bool, Int, Array]:"
                                + " \"Object\"",
                        "p.json#/properties/activities/2: an activity is an object with a name and a type: \"Wait\"",
                        "p.json#/properties/activities/0/typeProperties/batchCount: activity \"Each\": batch count of 51"
                                + " is not allowed: 1 to 50: 51",
                        "p.json#/properties/activities/0/typeProperties/items: activity \"Each\": the parameter"
                                + " \"lists\" is not declared, there are [day]: position 2 of"
                                + " \"@pipeline().parameters.lists\"",
                        "p.json#/properties/activities/0/typeProperties/activities/0/typeProperties/expression: activity"
                                + " \"Inner\": the function equals has 1 arguments, allowed are 2: position 2 of"
                                + " \"@equals(1)\"",
                        "p.json#/properties/activities/0/typeProperties/activities/0/typeProperties/ifTrueActivities/0/type:"
                                + " activity \"Loop\": a Until cannot stand in the ForEach \"Each\": it stands beside others,"
                                + " or in a pipeline of its own that an ExecutePipeline runs: \"Until\"",
                        "p.json#/properties/activities/0/typeProperties/activities/0/typeProperties/ifTrueActivities/0"
                                + "/typeProperties/expression: activity \"Loop\": reads the output of \"Later\", which does"
                                + " not come before it: position 2 of \"@activity('Later').output\"",
                        "p.json#/properties/activities/1/dependsOn/0/activity: activity \"Later\": depends on \"Eech\","
                                + " which is not in the pipeline",
                        "p.json#/properties/activities/1/typeProperties/waitTimeInSeconds: activity \"Later\": reads"
                                + " item(), but does not stand in a ForEach: position 2 of \"@item().seconds\"");
    }

    @Test
    void refusesWhatHasNoActivities() {
        assertThat(findings("{\"activities\": \"none\"}"))
                .containsExactly("p.json#/properties/activities: a pipeline has a list of activities: \"none\"");
    }

    @Test
    void refusesMoreThanTheServiceTakes() {
        String activities = IntStream.range(0, 121)
                .mapToObj("{\"name\": \"W%d\", \"type\": \"Wait\"}"::formatted)
                .collect(Collectors.joining(","));
        String parameters = IntStream.range(0, 51)
                .mapToObj("\"p%d\": {\"type\": \"String\"}"::formatted)
                .collect(Collectors.joining(","));
        assertThat(findings("{\"parameters\": {%s}, \"activities\": [%s]}".formatted(parameters, activities)))
                .containsExactly(
                        "p.json#/properties/activities: it has 121 activities, those inside others counted: at most 120,"
                                + " others go into pipelines that it runs",
                        "p.json#/properties/parameters: it has 51 parameters: at most 50, such as one of type Object");
        String cases = IntStream.range(0, 26)
                .mapToObj("{\"value\": \"%d\", \"activities\": []}"::formatted)
                .collect(Collectors.joining(","));
        assertThat(findings("""
                {"activities": [{"name": "Which", "type": "Switch", "typeProperties": {"on": "a", "cases": [%s]}}]}
                """.formatted(cases)))
                .containsExactly(
                        "p.json#/properties/activities/0/typeProperties/cases: activity \"Which\": it has 26 cases: at most 25");
        assertThat(findings("{\"description\": \"%s\", \"activities\": []}".formatted("x".repeat(204_800))))
                .containsExactly("p.json#/properties: a pipeline of 204834 bytes is not allowed: at most 204800");
    }

    @Test
    void warnsOfADefaultOfAnotherType() {
        assertThat(all("""
                {"parameters": {"p": {"type": "Object", "defaultValue": "[1, 2]"}},
                 "activities": [{"name": "Each", "type": "ForEach", "typeProperties": {
                   "items": "@json(pipeline().parameters.p)", "activities": []}}]}
                """))
                .containsExactly(new Finding(
                        "p.json",
                        "/properties/parameters/p/defaultValue",
                        "\"[1, 2]\"",
                        "the default is of another type than Object",
                        true));
    }

    @Test
    void warnsOfActivitiesThatNeverRun() {
        assertThat(findings("""
                {"activities": [
                  {"name": "A", "type": "Wait"},
                  {"name": "B", "type": "Wait", "dependsOn": [{"activity": "A", "dependencyConditions": ["Succeeded"]}]},
                  {"name": "C", "type": "Wait", "dependsOn": [
                    {"activity": "B", "dependencyConditions": ["Completed"]},
                    {"activity": "a", "dependencyConditions": ["Failed"]}]},
                  {"name": "Stop", "type": "Fail"},
                  {"name": "D", "type": "Wait", "dependsOn": [{"activity": "Stop", "dependencyConditions": ["Succeeded"]}]},
                  {"name": "Off", "type": "Wait", "state": "Inactive", "onInactiveMarkAs": "Succeeded"},
                  {"name": "E", "type": "Wait", "dependsOn": [{"activity": "Off", "dependencyConditions": ["Failed"]}]},
                  {"name": "F", "type": "Wait", "dependsOn": [
                    {"activity": "B", "dependencyConditions": ["Skipped"]},
                    {"activity": "A", "dependencyConditions": ["Failed"]}]}]}
                """))
                .containsExactly(
                        "p.json#/properties/activities/2/dependsOn: activity \"C\": never runs: it would need \"a\" to be"
                                + " Failed, but that can only be Succeeded",
                        "p.json#/properties/activities/4/dependsOn: activity \"D\": never runs: it would need \"Stop\" to"
                                + " be Succeeded, but that can only be Failed or Skipped",
                        "p.json#/properties/activities/6/dependsOn: activity \"E\": never runs: it would need \"Off\" to"
                                + " be Failed, but that can only be Succeeded");
    }

    @Test
    void findsWhatIsBeyondTheLimitsOfAnActivity() {
        assertThat(all("""
                {"activities": [
                  {"name": "A", "type": "Wait", "typeProperties": {"waitTimeInSeconds": 1.5},
                   "dependsOn": [{"activity": "B", "dependencyConditions": ["Suceeded", "failed"]}]},
                  {"name": "B", "type": "Wait", "typeProperties": {"waitTimeInSeconds": 0}},
                  {"name": "C", "type": "Wait", "typeProperties": {"waitTimeInSeconds": "30"}},
                  {"name": "D", "type": "Until", "typeProperties": {"timeout": "91.00:00:00"}},
                  {"name": "E", "type": "Until", "typeProperties": {"timeout": "@pipeline().RunId"}},
                  {"name": "F", "type": "Switch", "typeProperties": {"cases": [{"value": "a"}, {"value": "b"}, {"value": "a"}]}},
                  {"name": "G", "type": "Wait", "userProperties": [
                    {"name": "1"}, {"name": "2"}, {"name": "3"}, {"name": "4"}, {"name": "5"}, {"name": "6"}]}]}
                """))
                .extracting(finding -> (finding.warning() ? "warning " : "error ") + finding)
                .containsExactly(
                        "error p.json#/properties/activities/0/dependsOn/0/dependencyConditions: activity \"A\": the condition"
                                + " \"Suceeded\" is none of [Completed, Failed, Skipped, Succeeded]",
                        "error p.json#/properties/activities/0/typeProperties/waitTimeInSeconds: activity \"A\": a wait of 1.5"
                                + " seconds is not allowed: an integer from 1 on",
                        "warning p.json#/properties/activities/1/typeProperties/waitTimeInSeconds: activity \"B\": a wait of 0"
                                + " seconds is not allowed: an integer from 1 on: 0",
                        "error p.json#/properties/activities/3/typeProperties/timeout: activity \"D\": timeout of 91.00:00:00"
                                + " is not allowed: at most 90 days: \"91.00:00:00\"",
                        "warning p.json#/properties/activities/5/typeProperties/cases/2/value: activity \"F\": the case \"a\" is"
                                + " there twice",
                        "warning p.json#/properties/activities/6/userProperties: activity \"G\": it has 6 user properties: at"
                                + " most 5");
    }

    @Test
    void warnsOnlyOfWhatTheServiceDoesNotLookAt() {
        assertThat(all("""
                {"activities": [
                  {"name": "Off", "type": "IfCondition", "state": "Inactive", "typeProperties": {
                    "expression": {"value": "@equal(1, 1)", "type": "Expression"},
                    "ifTrueActivities": [{"name": "Loop", "type": "Until"}]}},
                  {"name": "Read", "type": "Wait", "dependsOn": [{"activity": "Off"}],
                   "typeProperties": {"waitTimeInSeconds": "@activity('Off').output.x"}}]}
                """))
                .allMatch(Finding::warning)
                .extracting(Finding::toString)
                .containsExactly(
                        "p.json#/properties/activities/0/typeProperties/expression/value: activity \"Off\": there is no function"
                                + " \"equal\", the nearest is equals: position 2 of \"@equal(1, 1)\"",
                        "p.json#/properties/activities/0/typeProperties/ifTrueActivities/0/type: activity \"Loop\": a Until cannot"
                                + " stand in the IfCondition \"Off\": it stands beside others, or in a pipeline of its own that an"
                                + " ExecutePipeline runs: \"Until\"",
                        "p.json#/properties/activities/1/typeProperties/waitTimeInSeconds: activity \"Read\": reads \"Off\", which"
                                + " is inactive: it puts out nothing: position 2 of \"@activity('Off').output.x\"");
    }

    @Test
    void knowsWhatARunReturns() throws IOException {
        assertThat(PipelineJson.returnValues(new JsonMapper().readTree("""
                {"activities": [{"name": "If", "type": "IfCondition", "typeProperties": {"ifTrueActivities": [
                  {"name": "Return", "type": "SetVariable", "typeProperties": {"variableName": "pipelineReturnValue",
                   "setSystemVariable": true, "value": [{"key": "count", "value": {"type": "Int", "content": 3}}]}}]}}]}
                """))).containsExactly("count");
    }

    @Test
    void readsAThousandCallsInEachOther() {
        String deep = "@" + "not(".repeat(1000) + "true" + ")".repeat(1000);
        assertThat(findings(waiting(deep))).isEmpty();
        String wrong = "@" + "not(".repeat(1000) + "item()" + ")".repeat(1000);
        assertThat(findings(waiting(wrong)))
                .singleElement()
                .asString()
                .contains("activity \"W\": reads item(), but does not stand in a ForEach: position 4002 of");
        assertThat(findings(waiting("@" + "[".repeat(8000))))
                .singleElement()
                .asString()
                .contains("activity \"W\": '[' is not allowed here");
    }

    @Test
    void refusesAnExpressionThatIsTooLong() {
        assertThat(findings(waiting("@concat('" + "x".repeat(8192) + "')")))
                .singleElement()
                .asString()
                .contains("an expression of 8203 characters is not allowed: at most 8192: position 1 of");
    }

    private static String waiting(String expression) {
        return "{\"activities\": [{\"name\": \"W\", \"type\": \"Wait\", \"typeProperties\": {\"waitTimeInSeconds\": \"%s\"}}]}"
                .formatted(expression);
    }

    private static List<String> findings(String properties) {
        return all(properties).stream().map(Finding::toString).toList();
    }

    private static List<Finding> all(String properties) {
        List<Finding> found = new ArrayList<>();
        JsonNode json = read(properties);
        PipelineJson.check(json, Optional.of(Set.of("env")), new Findings("p.json", "/properties", json, found));
        return found;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
