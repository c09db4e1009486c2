package io.terralake.functions.modelevents.github;

/** A private key that nobody gets, not even who signs with it. */
@FunctionalInterface
public interface Signer {
    /**
     * Signs by RS256.
     *
     * @param digest SHA-256 of what is signed
     * @return the signature
     */
    byte[] sign(byte[] digest);
}
