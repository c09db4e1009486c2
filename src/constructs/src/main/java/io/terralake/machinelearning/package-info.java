/** Azure Machine Learning: workspaces with what they stand on, compute, datastores and endpoints that serve models. */
@NullMarked
package io.terralake.machinelearning;

import org.jspecify.annotations.NullMarked;
