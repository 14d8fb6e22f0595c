package io.kubilitics.graph.facts;

/** Facts about what cannot be unwell by itself: rules, rights, classes and lists. They explain how others fare. */
public sealed interface Background extends Facts
        permits EndpointsFacts,
                NetworkPolicyFacts,
                AccountFacts,
                RoleFacts,
                BindingFacts,
                StorageClassFacts,
                DriverFacts,
                NodeDriversFacts,
                PriorityClassFacts,
                QuotaFacts,
                LimitRangeFacts,
                LeaseFacts,
                NamespaceFacts,
                AdmissionPolicyFacts,
                AdmissionBindingFacts {}
