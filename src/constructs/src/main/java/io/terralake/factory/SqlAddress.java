package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a database is, as the connectors of the SQL family want it since their second version. */
final class SqlAddress {
    private SqlAddress() {}

    static ObjectNode json(String server, String database, boolean trustServerCertificate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("server", server)
                .put("database", database)
                .put("encrypt", "mandatory")
                .put("trustServerCertificate", trustServerCertificate);
    }
}
