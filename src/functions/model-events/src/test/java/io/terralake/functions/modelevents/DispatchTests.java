package io.terralake.functions.modelevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GitHub is told, character by character. */
class DispatchTests {
    @Test
    void tellsOfARun() {
        assertThat(dispatch(TestEvents.run(TestEvents.ID, "RunCompleted", """
                "experimentId":"0fa9","experimentName":"train","runId":"blue_sky_1","runTags":{"a":"b"},"runProperties":{}\
                """))).isEqualTo("""
                {"event_type":"machinelearningservices-runcompleted","client_payload":{"data":{"experimentId":"0fa9",\
                "experimentName":"train","runId":"blue_sky_1","runTags":{"a":"b"},"runProperties":{}},\
                "event_source":"MachineLearningServices","integration":true,"unit":false,\
                "id":"831e1650-001e-001b-66ab-eeb76e069631",\
                "subject":"experiments/0fa9dfaa-cba3-4fa7-b590-23e48548f5c1/runs/blue_sky_1",\
                "time":"2017-06-26T18:41:00.9584103Z"}}""");
    }

    @Test
    void tellsOfABlob() {
        assertThat(dispatch(TestEvents.blob("BlobCreated", "training", "a b/é.csv")))
                .isEqualTo("""
                {"event_type":"storage-blobcreated","client_payload":{"data":{"api":"PutBlob","contentLength":7},\
                "event_source":"Storage","integration":true,"unit":false,"id":"831e1650-001e-001b-66ab-eeb76e069631",\
                "subject":"/blobServices/default/containers/training/blobs/a b/é.csv",\
                "time":"2017-06-26T18:41:00.9584103Z"}}""");
    }

    @Test
    void tellsOfAWebApp() {
        assertThat(dispatch(TestEvents.event("1", "Microsoft.Web/sites.AppUpdated.Stopped", "/sites/a", "{}")))
                .isEqualTo("""
                {"event_type":"web/sites-appupdated-stopped","client_payload":{"data":{},"event_source":"Web/sites",\
                "integration":true,"unit":false,"id":"1","subject":"/sites/a","time":"2017-06-26T18:41:00.9584103Z"}}""");
    }

    @Test
    void tellsTheSameOfACloudEvent() {
        String subject = "models/sklearn:20";
        String data = "{\"ModelName\":\"sklearn\",\"ModelVersion\":20}";
        assertThat(dispatch(TestEvents.cloudEvent("Microsoft.MachineLearningServices.ModelRegistered", subject, data)))
                .isEqualTo(dispatch(TestEvents.event(
                        TestEvents.ID, "Microsoft.MachineLearningServices.ModelRegistered", subject, data)))
                .startsWith("{\"event_type\":\"machinelearningservices-modelregistered\"");
    }

    /** CloudEvents need no time and no subject. */
    @Test
    void leavesOutATimeThatNobodySaid() {
        assertThat(dispatch("""
                {"specversion":"1.0","source":"s","type":"Microsoft.KeyVault.SecretNearExpiry","id":"1","data":{}}""")).isEqualTo("""
                {"event_type":"keyvault-secretnearexpiry","client_payload":{"data":{},"event_source":"KeyVault",\
                "integration":true,"unit":false,"id":"1","subject":""}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "MachineLearningServices.ModelRegistered, machinelearningservices-modelregistered",
        "MachineLearningServices.ModelDeployed, machinelearningservices-modeldeployed",
        "MachineLearningServices.RunCompleted, machinelearningservices-runcompleted",
        "MachineLearningServices.DatasetDriftDetected, machinelearningservices-datasetdriftdetected",
        "MachineLearningServices.RunStatusChanged, machinelearningservices-runstatuschanged",
        "Storage.BlobCreated, storage-blobcreated",
        "Storage.BlobDeleted, storage-blobdeleted",
        "Storage.BlobRenamed, storage-blobrenamed",
        "Storage.DirectoryCreated, storage-directorycreated",
        "Storage.DirectoryRenamed, storage-directoryrenamed",
        "Storage.DirectoryDeleted, storage-directorydeleted",
        "AppConfiguration.KeyValueModified, appconfiguration-keyvaluemodified",
        "ContainerRegistry.ImagePushed, containerregistry-imagepushed",
        "Devices.DeviceTelemetry, devices-devicetelemetry",
        "EventHub.CaptureFileCreated, eventhub-capturefilecreated",
        "Maps.GeofenceEntered, maps-geofenceentered",
        "Media.JobStateChange, media-jobstatechange",
        "Resources.ResourceWriteSuccess, resources-resourcewritesuccess",
        "ServiceBus.ActiveMessagesAvailableWithNoListeners, servicebus-activemessagesavailablewithnolisteners",
        "SignalRService.ClientConnectionConnected, signalrservice-clientconnectionconnected",
        "Web/sites.SlotSwapCompleted, web/sites-slotswapcompleted",
    })
    void namesTheDispatchAfterTheType(String type, String dispatch) {
        assertThat(EventType.of("Microsoft." + type).dispatch()).isEqualTo(dispatch);
    }

    @Test
    void readsDataThatIsText() {
        assertThat(dispatch(
                        TestEvents.event("1", "Microsoft.KeyVault.KeyNewVersionCreated", "a", "\"{\\\"a\\\": [1]}\"")))
                .contains("\"data\":{\"a\":[1]}");
    }

    @Test
    void leavesNumbersAsTheyWere() {
        String data =
                "{\"a\":1.10,\"b\":12345678901234567890.123456789,\"c\":1E+400,\"d\":10000000000000000000001,\"e\":null}";
        assertThat(dispatch(TestEvents.event("1", "Microsoft.KeyVault.KeyNewVersionCreated", "a", data)))
                .contains("\"data\":" + data + ",");
    }

    /** A payload of 65,535 bytes is whole, one of 65,536 is not. */
    @Test
    void replacesDataThatIsTooLarge() {
        String data = "{\"runId\":\"blue_sky_1\",\"ready\":true,\"runTags\":{\"a\":\"b\"},\"experimentName\":\"%s\"}";
        int around = payload(TestEvents.event("1", "Microsoft.KeyVault.KeyNewVersionCreated", "a", data.formatted("")))
                .length();
        String longest = data.formatted("x".repeat(65_535 - around));
        assertThat(payload(TestEvents.event("1", "Microsoft.KeyVault.KeyNewVersionCreated", "a", longest)))
                .hasSize(65_535)
                .doesNotContain("truncated");
        String longer = data.formatted("x".repeat(65_536 - around));
        assertThat(payload(TestEvents.event("1", "Microsoft.KeyVault.KeyNewVersionCreated", "a", longer)))
                .isEqualTo("""
                {"data":{"runId":"blue_sky_1","ready":true,"truncated":true,"bytes":%d,"source":"/subscriptions/s/\
                resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w"},"event_source":"KeyVault",\
                "integration":true,"unit":false,"id":"1","subject":"a","time":"2017-06-26T18:41:00.9584103Z",\
                "truncated":true}""", longer.length());
    }

    /** GitHub counts characters; bytes are not fewer. */
    @Test
    void countsWhatTakesMoreThanAByte() {
        String data = "{\"a\":\"%s\"}".formatted("é".repeat(33_000));
        assertThat(payload(TestEvents.event("1", "Microsoft.KeyVault.KeyNewVersionCreated", "a", data)))
                .contains("\"data\":{\"truncated\":true,\"bytes\":66008,");
    }

    @Test
    void keepsAReferenceSmall() {
        StringBuilder data = new StringBuilder("{\"last\":0");
        for (int i = 0; i < 1_000; i++) {
            data.append(",\"%d\":\"%s\"".formatted(i, "x".repeat(900)));
        }
        String payload = payload(TestEvents.event(
                "1",
                "Microsoft.KeyVault.KeyNewVersionCreated",
                "a",
                data.append('}').toString()));
        assertThat(payload.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(17_500);
        assertThat(payload).contains("\"last\":0,\"0\":\"xxx");
    }

    private static String dispatch(String event) {
        return Dispatch.of(TestEvents.read(event)).body().toString();
    }

    private static String payload(String event) {
        Dispatch dispatch = Dispatch.of(TestEvents.read(event));
        assertThat(dispatch.payload()).hasSizeLessThanOrEqualTo(10);
        return dispatch.payload().toString();
    }
}
