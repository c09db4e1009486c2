/** What became of each thing that the hook was asked for. */
@NullMarked
package io.terralake.deployhook.report;

import org.jspecify.annotations.NullMarked;
