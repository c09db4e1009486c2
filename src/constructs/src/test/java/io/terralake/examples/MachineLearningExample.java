package io.terralake.examples;

import io.terralake.azure.Region;
import io.terralake.core.Place;
import io.terralake.core.PlaceProps;
import io.terralake.identity.Principal;
import io.terralake.machinelearning.ComputeCluster;
import io.terralake.machinelearning.ComputeClusterProps;
import io.terralake.machinelearning.Datastore;
import io.terralake.machinelearning.DatastoreProps;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.machinelearning.MachineLearningWorkspaceProps;
import io.terralake.machinelearning.OnlineEndpoint;
import io.terralake.machinelearning.OnlineEndpointProps;
import io.terralake.storage.Zone;
import software.constructs.Construct;

/** A workspace in another region than the platform's, whose models an app asks. */
final class MachineLearningExample extends Construct {

    MachineLearningExample(
            Construct scope, String id, Zone silver, Principal scientists, Principal workflow, Principal app) {
        super(scope, id);
        Place east = new Place(
                this,
                "East",
                PlaceProps.builder().purpose("ml").region(Region.EAST_US).build());
        MachineLearningWorkspace workspace = new MachineLearningWorkspace(
                east,
                "Workspace",
                MachineLearningWorkspaceProps.builder().purpose("ml").build());
        workspace.grantExperiment(scientists);
        workspace.grantRegister(workflow);

        ComputeCluster cluster = new ComputeCluster(
                this,
                "Cluster",
                ComputeClusterProps.builder()
                        .workspace(workspace)
                        .name("training")
                        .vmSize("Standard_DS3_v2")
                        .maxNodes(4)
                        .build());
        workspace.buildImagesOn(cluster);

        new Datastore(
                this,
                "Silver",
                DatastoreProps.builder().workspace(workspace).zone(silver).build());
        silver.grantRead(cluster);

        OnlineEndpoint prices = new OnlineEndpoint(
                this,
                "Prices",
                OnlineEndpointProps.builder()
                        .workspace(workspace)
                        .name("car-prices-dev")
                        .build());
        prices.grantScore(app);
    }
}
