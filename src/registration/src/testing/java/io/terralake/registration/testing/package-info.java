/** An emulated Azure Resource Manager that is watched and disturbed, and requests for it; tests of several modules compile it. */
@NullMarked
package io.terralake.registration.testing;

import org.jspecify.annotations.NullMarked;
