package io.kubilitics.crds.proposal;

/** Names as Kubernetes allows them: nothing that could be read as another place of the API server. */
final class Names {

    static final String LABEL = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    /** Some kinds allow more than others; none allows what would end a segment of a path. */
    static final String PATH_SEGMENT = "^[A-Za-z0-9]([-A-Za-z0-9._:]*[A-Za-z0-9])?$";

    private Names() {}
}
