/** What the test cluster needs of the machine it runs on: other programs, processes found again after a crash, ports, a network of its own. */
@NullMarked
package io.kubilitics.cli.cluster.machine;

import org.jspecify.annotations.NullMarked;
