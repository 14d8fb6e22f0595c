package io.kubilitics.graph.facts;

/** What is remembered of one resource. Closed: a new kind of facts makes the compiler name every place that must know it. */
public sealed interface Facts
        permits PodFacts,
                DeploymentFacts,
                ReplicaSetFacts,
                StatefulSetFacts,
                DaemonSetFacts,
                JobFacts,
                CronJobFacts,
                ServiceFacts,
                IngressFacts,
                ClassFacts,
                GatewayFacts,
                RouteFacts,
                ConfigFacts,
                ClaimFacts,
                VolumeFacts,
                AttachmentFacts,
                AutoscalerFacts,
                VerticalAutoscalerFacts,
                BudgetFacts,
                WebhooksFacts,
                ApiServiceFacts,
                CustomResourceFacts,
                NodeFacts,
                OpaqueFacts,
                Background {}
