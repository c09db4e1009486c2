/**
 * What must happen after {@code cdktf deploy}, as stacks declare it in their output {@code deploy_hook}. Constructs write
 * these records and the deploy hook reads them, so the two cannot drift apart.
 */
@NullMarked
package io.terralake.deployment;

import org.jspecify.annotations.NullMarked;
