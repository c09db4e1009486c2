package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.declarations.DatasetRegistration;
import io.terralake.identity.Principal;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.settings.Environment;
import io.terralake.settings.Section;
import io.terralake.storage.QueueLogs;
import io.terralake.storage.Zone;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Workspaces of Azure ML over the lake, in one region or in several: each with a vault, storage and registry of its own, machines, a
 * datastore for each zone, and endpoints that models answer at. Datasets are registered in all of them by the deploy hook, by a pipeline, and for
 * each new file.
 */
public final class MlWorkspaces extends PlatformStack {
    /** The section {@code mlWorkspaces} of an environment's settings. */
    public static final Section<MlWorkspacesSettings> SETTINGS = Section.of("mlWorkspaces", MlWorkspacesSettings.class);

    private final List<MlWorkspace> workspaces;
    private final DatasetFunctions functions;

    public MlWorkspaces(Construct scope, Environment environment, LandingZone landingZone) {
        super(scope, "ml-workspaces", environment, landingZone.platform());
        MlWorkspacesSettings own = environment.section(SETTINGS);
        List<Zone> zones = environment.section(LandingZone.SETTINGS).dataLake().zones().keySet().stream()
                .map(landingZone.lake()::zone)
                .toList();
        IEncryptionKey key = landingZone.encryptionKey().orElse(null);
        this.workspaces = own.workspaces().stream()
                .map(settings -> new MlWorkspace(this, settings, zones, key, landingZone.kubernetesSubnet()))
                .toList();
        List<MachineLearningWorkspace> all =
                workspaces.stream().map(MlWorkspace::workspace).toList();
        Alerts alerts = new Alerts(this, landingZone.alerts());
        for (MlWorkspace one : workspaces) {
            own.scientists().forEach(group -> one.letWork(Principal.group(group.name(), group.objectId())));
            alerts.onAny(
                    "failed-runs-" + one.getNode().getId(),
                    one.workspace().metricFailedRuns(),
                    "A run of Azure ML failed");
        }
        this.functions = new DatasetFunctions(this, "Functions", landingZone.functionSubnet(), all, landingZone.lake());
        functions.letRegister(landingZone.factory());
        alerts.onLogs(
                "bad-registrations",
                QueueLogs.added(functions.poison()),
                0,
                Duration.ofMinutes(15),
                "Datasets were not registered: the poison queue says why");
        own.registrars().forEach(program -> functions.letRegister(program.principal()));
        addPipelines(landingZone, own.newFiles());
        if (own.registrations() != null) {
            afterDeployment()
                    .add(new DatasetRegistration(
                            all.stream()
                                    .map(MachineLearningWorkspace::workspaceId)
                                    .toList(),
                            own.registrations()));
        }
    }

    /** The workspaces by their names in the settings, in the order there. */
    public Map<String, MachineLearningWorkspace> workspaces() {
        Map<String, MachineLearningWorkspace> byName = new LinkedHashMap<>();
        workspaces.forEach(one -> byName.put(one.getNode().getId(), one.workspace()));
        return byName;
    }

    private void addPipelines(LandingZone landingZone, @Nullable NewFilesSettings newFiles) {
        DatasetPipelines pipelines = new DatasetPipelines(
                this,
                "Pipelines",
                landingZone.factory(),
                functions,
                workspaces.stream().map(MlWorkspace::definition).toList(),
                landingZone.lake());
        if (newFiles != null) {
            pipelines.registerNewFiles(newFiles);
        }
    }
}
