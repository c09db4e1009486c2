package io.terralake.emulator.terraform;

/** There is no Terraform to work with. */
public final class TerraformMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param program that was looked for */
    public TerraformMissingException(String program, Throwable cause) {
        super(
                "the program %s cannot be started: install Terraform, and add its folder to the PATH (%s)"
                        .formatted(program, cause.getMessage()),
                cause);
    }
}
