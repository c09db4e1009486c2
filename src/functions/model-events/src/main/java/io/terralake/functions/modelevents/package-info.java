/** Events of Azure become {@code repository_dispatch} of GitHub, once each. What is here knows no host, no GitHub and no storage. */
@NullMarked
package io.terralake.functions.modelevents;

import org.jspecify.annotations.NullMarked;
