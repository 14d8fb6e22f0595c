/** What is unwell that no object tells: logs, alerts and active checks do. */
@NullMarked
package io.kubilitics.reasoning.symptom;

import org.jspecify.annotations.NullMarked;
