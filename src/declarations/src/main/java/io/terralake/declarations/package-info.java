/**
 * What a stack declares for the deploy hook, in its Terraform output {@code deploy_hook}. Constructs write these records and
 * the deploy hook reads them, so the two cannot drift apart.
 */
@NullMarked
package io.terralake.declarations;

import org.jspecify.annotations.NullMarked;
