/** GitHub's REST API, and the app that logs in to it. */
@NullMarked
package io.terralake.functions.modelevents.github;

import org.jspecify.annotations.NullMarked;
