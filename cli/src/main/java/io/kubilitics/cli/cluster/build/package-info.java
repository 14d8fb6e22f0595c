/** The cluster's binaries: pinned sources, built once through the Go module proxy, kept in a cache folder. */
@NullMarked
package io.kubilitics.cli.cluster.build;

import org.jspecify.annotations.NullMarked;
