package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.StorageClassFacts;
import io.kubilitics.graph.world.Relation;

/** StorageClasses. */
final class StorageClassObserver implements Observer {

    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
    /** Provisioners of this name are no drivers: built in, or none at all. */
    private static final String BUILT_IN = "kubernetes.io/";

    @Override
    public Facts observe(Sight sight) {
        Field object = sight.object();
        String provisioner = object.at("provisioner").text();
        if (!provisioner.startsWith(BUILT_IN)) {
            sight.refer(Relation.Type.DRIVEN_BY, Kind.CSI_DRIVER, provisioner);
        }
        return new StorageClassFacts(
                provisioner,
                sight.annotation(DEFAULT).equals("true"),
                object.at("volumeBindingMode").text().equals("WaitForFirstConsumer"),
                object.at("allowVolumeExpansion").yes(),
                object.at("reclaimPolicy").text("Delete"));
    }
}
