package io.terralake.functions.modelevents.github;

/** Gives tokens for GitHub. */
public interface Login {
    /**
     * A token that is valid, as far as is known.
     *
     * @return it, which no message and no log may tell
     */
    String token();

    /**
     * GitHub does not take a token.
     *
     * @param token the one
     * @return whether it makes sense to ask for another one
     */
    boolean forget(String token);

    /**
     * One token for ever.
     *
     * @param token such as a fine-grained personal access token with the permissions Contents: write and Actions: read for the repository
     * @return a login
     */
    static Login of(String token) {
        return new Login() {
            @Override
            public String token() {
                return token;
            }

            @Override
            public boolean forget(String refused) {
                return false;
            }
        };
    }
}
