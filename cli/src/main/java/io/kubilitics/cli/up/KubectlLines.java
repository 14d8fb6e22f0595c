package io.kubilitics.cli.up;

import io.kubilitics.operator.Access;
import io.kubilitics.reasoning.recommendation.ProposalName;

/** What to type about a Proposal, exactly: for the same cluster as this process looks at, whatever is current elsewhere. */
record KubectlLines(Access access) {

    String describe(ProposalName proposal) {
        return "%s describe proposal %s".formatted(kubectl(), in(proposal));
    }

    /** One line, for a shell: it looks up who you are and which plan there is to approve. */
    String approve(ProposalName proposal) {
        String decision = "[{\"op\":\"add\",\"path\":\"/spec/decisions/-\",\"value\":{\"by\":\"%s\",\"groups\":%s,"
                        .formatted(spliced(me("username")), spliced(me("groups")))
                + "\"verdict\":\"approve\",\"planHash\":\"%s\"}}]".formatted(spliced(plan(proposal)));
        return "%s patch proposal %s --type json -p '%s'".formatted(kubectl(), in(proposal), decision);
    }

    /** What a command prints, in the middle of a word in single quotes. */
    private static String spliced(String command) {
        return "'\"$(%s)\"'".formatted(command);
    }

    private String me(String field) {
        return "%s auth whoami -o jsonpath='{.status.userInfo.%s}'".formatted(kubectl(), field);
    }

    private String plan(ProposalName proposal) {
        return "%s get proposal %s -o jsonpath='{.status.planHash}'".formatted(kubectl(), in(proposal));
    }

    private static String in(ProposalName proposal) {
        return "%s --namespace %s".formatted(proposal.name(), proposal.namespace());
    }

    private String kubectl() {
        String file = access.kubeconfig()
                .map(path -> " --kubeconfig " + quoted(path.toAbsolutePath().toString()))
                .orElse("");
        return "kubectl" + file
                + access.context().map(name -> " --context " + quoted(name)).orElse("");
    }

    /** For a shell; left alone where nothing in it means anything to one. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9@%+=:,./_-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
