/** A double of Azure Resource Manager over HTTPS, and requests for it; tests of several modules compile it. */
@NullMarked
package io.terralake.armservice;

import org.jspecify.annotations.NullMarked;
