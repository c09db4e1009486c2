package io.terralake.functions.mlworkspaces;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.terralake.registration.report.Item;
import java.util.List;

/**
 * What became of a request.
 *
 * @param timestamp that of every version that it made, in every workspace
 * @param items one for each datastore and dataset in each workspace, in the order of the request
 */
@JsonPropertyOrder({"timestamp", "succeeded", "items"})
@JsonIgnoreProperties(value = "succeeded", allowGetters = true)
public record Report(String timestamp, List<Item> items) {

    /**
     * Whether nothing failed.
     *
     * @return false when any item did
     */
    @JsonProperty
    public boolean succeeded() {
        return items.stream().noneMatch(Item::failed);
    }
}
