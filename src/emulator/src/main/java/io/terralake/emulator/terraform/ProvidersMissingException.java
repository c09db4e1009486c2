package io.terralake.emulator.terraform;

/** Terraform found no way to the providers that a stack wants, or another version of them. */
public final class ProvidersMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param of what wants them
     * @param errors what Terraform says
     */
    public ProvidersMissingException(String of, String errors) {
        super(
                ("terraform cannot get the providers of %s in the versions that it wants. They come from the network, or from a mirror that"
                                + " TF_CLI_CONFIG_FILE leads to:%n%s")
                        .formatted(of, errors));
    }
}
