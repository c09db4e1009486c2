package io.terralake.jobs;

import io.terralake.input.InputException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.SparkSession;

/** Settings of Hadoop by which somebody would come to a lake with a secret instead of as who he is. */
final class LakeKeys {
    private static final Pattern SECRETS = Pattern.compile(
            "fs\\.azure\\.(account\\.key|sas\\.fixed\\.token|sas\\.token\\.provider\\.type|account\\.oauth2\\.(client\\.secret|user\\.password|refresh\\.token))(\\..*)?");
    private static final Pattern LOGIN = Pattern.compile("fs\\.azure\\.account\\.auth\\.type(\\..*)?");

    private LakeKeys() {}

    /** @throws InputException with the names of all such settings */
    static void refuse(SparkSession spark) {
        List<String> wrong = StreamSupport.stream(
                        spark.sessionState().newHadoopConf().spliterator(), false)
                .filter(LakeKeys::isWrong)
                .map(setting -> "the setting \"%s\" is not allowed: the lake knows identities, no secrets"
                        .formatted(setting.getKey()))
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw new InputException(wrong);
        }
    }

    private static boolean isWrong(Map.Entry<String, String> setting) {
        return SECRETS.matcher(setting.getKey()).matches()
                || LOGIN.matcher(setting.getKey()).matches()
                        && (setting.getValue().equals("SharedKey")
                                || setting.getValue().equals("SAS"));
    }
}
