package io.kubilitics.crds;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user name by which the API server knows the operator's body: usually a service account's, a user's where it runs outside. */
public record BodyName(String userName) {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("system:serviceaccount:(?<namespace>" + LABEL + "):(?<account>" + LABEL + ")");

    /** Nothing that could end a string of CEL or YAML. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:@._/#=,+~ -]{0,255}");

    /** The account that the shipped manifests make. After the patterns, because it is checked by them. */
    public static final BodyName DEFAULT = new BodyName("system:serviceaccount:kubilitics:body");

    public BodyName {
        if (!USER.matcher(userName).matches()) {
            throw new IllegalArgumentException(
                    "The operator's user name must be 1 to 256 letters, digits, spaces or any of"
                            + " : @ . _ / # = , + ~ - and begin with a letter or digit, not: " + userName);
        }
        if (userName.startsWith("system:serviceaccount:")
                && !SERVICE_ACCOUNT.matcher(userName).matches()) {
            throw new IllegalArgumentException(
                    "A service account is written system:serviceaccount:NAMESPACE:NAME, not: " + userName);
        }
    }

    public boolean isServiceAccount() {
        return account().matches();
    }

    /** Where the operator keeps what is its own. */
    public String namespace() {
        Matcher account = account();
        return account.matches() ? account.group("namespace") : "kubilitics";
    }

    /** The service account's own name; only a service account has one. */
    public String accountName() {
        Matcher account = account();
        if (!account.matches()) {
            throw new IllegalStateException(userName + " is no service account");
        }
        return account.group("account");
    }

    /** Whom a role is bound to, in YAML. */
    String subject() {
        return isServiceAccount()
                ? "{kind: ServiceAccount, namespace: %s, name: %s}".formatted(namespace(), accountName())
                : "{kind: User, apiGroup: rbac.authorization.k8s.io, name: '%s'}".formatted(userName);
    }

    private Matcher account() {
        return SERVICE_ACCOUNT.matcher(userName);
    }
}
