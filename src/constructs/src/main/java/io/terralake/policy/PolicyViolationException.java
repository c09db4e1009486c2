package io.terralake.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Stacks do not hold to the policy. The message has a line for each finding. */
public final class PolicyViolationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public PolicyViolationException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
