package io.terralake.deployhook.functions;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A deployment of an app, as its publishing endpoint tells of it.
 *
 * @param id its id
 * @param deployer what whoever published said of himself
 * @param status 0 pending, 1 building, 2 deploying, 3 failed, 4 succeeded, more for others that are over
 * @param text why it failed, when the endpoint says so
 * @see <a href="https://github.com/projectkudu/kudu/wiki/REST-API#deployment">Kudu: REST API</a>
 */
record Deployment(String id, String deployer, int status, String text) {
    private static final int FIRST_THAT_IS_OVER = 3;
    private static final int SUCCESS = 4;

    static Deployment of(JsonNode json) {
        return new Deployment(
                json.path("id").asText(),
                json.path("deployer").asText(),
                json.path("status").asInt(),
                json.path("status_text").asText());
    }

    boolean isOver() {
        return status >= FIRST_THAT_IS_OVER || status < 0;
    }

    boolean succeeded() {
        return status == SUCCESS;
    }
}
