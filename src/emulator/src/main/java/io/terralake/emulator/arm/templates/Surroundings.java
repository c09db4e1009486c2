package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a template is deployed. */
public interface Surroundings {

    /** The subscription or the resource group: {@code /subscriptions/…}, with {@code /resourceGroups/…} or without. */
    String scope();

    /** What the function {@code resourceGroup} gives; asked in a resource group only. */
    ObjectNode resourceGroup();

    /** What the function {@code subscription} gives. */
    ObjectNode subscription();

    /** What the function {@code tenant} gives. */
    ObjectNode tenant();

    /** What the function {@code deployment} gives. */
    ObjectNode deployment();

    /**
     * Those of a template that is deployed by this one.
     *
     * @param id of the nested deployment
     * @param body what is put
     * @throws TemplateException when it is no deployment, or none that may be nested
     */
    Surroundings nested(String id, ObjectNode body);

    /**
     * A resource as it is.
     *
     * @throws DeferredException before anything is deployed
     * @throws TemplateException when it is not there
     */
    ObjectNode resource(String id, String apiVersion);

    /**
     * Does something with a resource that gives a list of something.
     *
     * @param action such as {@code listKeys}
     * @throws DeferredException before anything is deployed
     * @throws TemplateException when the resource is not there, or has no such list
     */
    JsonNode list(String id, String action, String apiVersion, JsonNode body);
}
