package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.sql_table.SqlTableConfig;

/**
 * What runs the SQL that makes, changes and drops tables, in the workspace of the table's catalog. It must reach the lake over its own
 * network. A cluster that is there already is {@code table -> table.clusterId("0423-201305-xsrt82qn")}.
 */
@FunctionalInterface
public interface SqlCompute {

    /**
     * Says where the SQL runs. The rest of the table is set already.
     *
     * @param table the table in Terraform
     */
    void complete(SqlTableConfig.Builder table);
}
