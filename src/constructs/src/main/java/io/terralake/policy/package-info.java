/**
 * What must hold for every stack, whoever writes it: rules over the Terraform JSON, so that they see what bindings made as they
 * see what constructs made. The package knows no other of the library.
 */
@NullMarked
package io.terralake.policy;

import org.jspecify.annotations.NullMarked;
