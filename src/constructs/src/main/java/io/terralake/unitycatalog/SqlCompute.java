package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.sql_table.SqlTableConfig;
import software.constructs.IConstruct;

/** What runs the SQL that makes, changes and drops tables. It must reach the lake over its own network. */
public interface SqlCompute extends IConstruct {

    /**
     * Says where the SQL runs. The rest of the table is set already.
     *
     * @param table the table in Terraform
     */
    void complete(SqlTableConfig.Builder table);
}
