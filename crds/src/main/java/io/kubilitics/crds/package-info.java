/** What Kubilitics adds to a cluster's API, as text to apply: custom resources, admission policies, roles. */
@NullMarked
package io.kubilitics.crds;

import org.jspecify.annotations.NullMarked;
