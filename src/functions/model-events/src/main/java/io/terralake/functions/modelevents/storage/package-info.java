/** Claims in Azure's Blob Storage, or in what stands for it on one's own machine. */
@NullMarked
package io.terralake.functions.modelevents.storage;

import org.jspecify.annotations.NullMarked;
