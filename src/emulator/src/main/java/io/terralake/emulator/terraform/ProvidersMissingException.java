package io.terralake.emulator.terraform;

/** Terraform found no way to the providers that a stack wants, or another version of them. */
public final class ProvidersMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProvidersMissingException(String output) {
        super("terraform init cannot get the providers:\n" + output);
    }
}
