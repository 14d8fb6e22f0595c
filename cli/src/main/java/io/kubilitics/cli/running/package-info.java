/** What commands share that run until they are told to end: logs, health, a clean end. */
@NullMarked
package io.kubilitics.cli.running;

import org.jspecify.annotations.NullMarked;
