package io.kubilitics.cli.up;

import io.kubilitics.gateway.watch.News;
import io.kubilitics.operator.proposal.PhaseChange;
import io.kubilitics.operator.proposal.PhaseListener;

/** Tells whoever runs this what brain and body report, each from threads of its own. */
interface Teller extends PhaseListener {

    void tell(News news);

    @Override
    void moved(PhaseChange change);
}
