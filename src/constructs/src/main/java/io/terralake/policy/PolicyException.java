package io.terralake.policy;

/**
 * A construct, and those below it, for which a rule need not hold.
 *
 * @param path the construct's path
 * @param rule the rule's id
 * @param reason why
 */
record PolicyException(String path, String rule, String reason) {
    private static final String RULE = "exceptions";

    boolean covers(Finding finding) {
        return finding.rule().equals(rule)
                && (finding.path().equals(path) || finding.path().startsWith(path + "/"));
    }

    /** Something that is wrong with the exception itself. */
    Finding finding(String message) {
        return new Finding(RULE, message, path);
    }
}
