package io.terralake.machinelearning;

import io.terralake.network.PrivateLink;
import java.util.List;

/** The part of a workspace that private endpoints connect. Its endpoint has records in two zones. */
public enum MachineLearningPrivateLink implements PrivateLink {
    WORKSPACE("amlworkspace", List.of("privatelink.api.azureml.ms", "privatelink.notebooks.azure.net"));

    private final String groupId;
    private final List<String> dnsZones;

    MachineLearningPrivateLink(String groupId, List<String> dnsZones) {
        this.groupId = groupId;
        this.dnsZones = dnsZones;
    }

    @Override
    public String groupId() {
        return groupId;
    }

    @Override
    public String dnsZone() {
        return dnsZones.get(0);
    }

    @Override
    public List<String> dnsZones() {
        return dnsZones;
    }
}
