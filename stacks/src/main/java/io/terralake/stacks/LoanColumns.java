package io.terralake.stacks;

import io.terralake.factory.dataflow.DataFlowType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of loans, for those who write the table and for those who make it. */
final class LoanColumns {
    private LoanColumns() {}

    /** Their types in data flows, by name and in the order of the table. */
    static Map<String, DataFlowType> inDataFlows() {
        Map<String, DataFlowType> columns = new LinkedHashMap<>();
        columns.put("id", DataFlowType.INTEGER);
        for (String amount : List.of("loan_amnt", "annual_inc", "dti", "delinq_2yrs", "total_acc", "total_pymnt")) {
            columns.put(amount, DataFlowType.DOUBLE);
        }
        columns.put("issue_d", DataFlowType.DATE);
        columns.put("earliest_cr_line", DataFlowType.DATE);
        columns.put("loan_status", DataFlowType.STRING);
        return columns;
    }

    /** What Spark, and with it the data flow's sink, makes of these types. */
    static Map<String, String> inSql() {
        Map<String, String> columns = new LinkedHashMap<>();
        inDataFlows()
                .forEach((name, type) -> columns.put(name, type == DataFlowType.INTEGER ? "int" : type.scriptName()));
        return columns;
    }
}
