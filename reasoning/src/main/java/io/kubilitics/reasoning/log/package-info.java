/** What programs complain of in their logs, told apart by kind, peer and time; and logs made fit to be shown. */
@NullMarked
package io.kubilitics.reasoning.log;

import org.jspecify.annotations.NullMarked;
