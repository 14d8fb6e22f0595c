package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Street;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program is forbidden something: who has to change so that it may. */
class RightsCausesTest {

    private static final String FORBIDDEN =
            "ERROR secrets is forbidden: User \"system:serviceaccount:shop:robot\" cannot list resource \"secrets\""
                    + " in API group \"\" in the namespace \"shop\"";
    private static final String ROBOT = "{'kind': 'ServiceAccount', 'name': 'robot', 'namespace': 'shop'}";
    private static final String ACCOUNT = "'serviceAccountName': 'robot'";

    @Test
    void aRoleThatAllowsTooLittleIsToBeWidened() {
        Street street = forbidden()
                .object(Kind.ROLE, role("reader", "configmaps"))
                .object(Kind.ROLE_BINDING, handing("reader", ROBOT));

        assertThat(street.cause()).isEqualTo("api-access-denied Role shop/reader");
        assertThat(street.object(Kind.ROLE, role("reader", "secrets")).cause()).isEqualTo("none");
    }

    @Test
    void aBindingThatHandsOutARoleThatIsNotThereIsAtFaultUnlessTheRoleWasDeleted() {
        Street street = forbidden().object(Kind.ROLE_BINDING, handing("reader", ROBOT));
        assertThat(street.cause()).isEqualTo("api-access-denied RoleBinding shop/hand-reader");

        Street deleted = forbidden()
                .object(Kind.ROLE, role("reader", "secrets"))
                .object(Kind.ROLE_BINDING, handing("reader", ROBOT))
                .gone(ResourceRef.of(Kind.ROLE, "shop", "reader"), "10:08:00");
        assertThat(deleted.cause()).isEqualTo("api-access-denied Role shop/reader");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'ServiceAccount', 'name': 'robot', 'namespace': 'store'} | RoleBinding shop/hand-reader",
                "{'kind': 'ServiceAccount', 'name': 'robto', 'namespace': 'shop'} | RoleBinding shop/hand-reader",
                "{'kind': 'ServiceAccount', 'name': 'somebody', 'namespace': 'shop'} | ServiceAccount shop/robot",
            })
    void aBindingIsBlamedOnlyWhereThisAccountWasPlainlyMeant(String subject, String fault) {
        Street street = forbidden()
                .object(Kind.ROLE, role("reader", "secrets"))
                .object(Kind.ROLE_BINDING, handing("reader", subject));

        assertThat(street.cause()).isEqualTo("api-access-denied " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'Group', 'name': 'system:serviceaccounts:shop'} | none",
                "{'kind': 'Group', 'name': 'system:serviceaccounts'} | none",
                "{'kind': 'User', 'name': 'system:serviceaccount:shop:robot'} | none",
                "{'kind': 'Group', 'name': 'system:serviceaccounts:store'} | api-access-denied ServiceAccount shop/robot",
            })
    void anAccountIsAlsoMeantByItsGroupAndByItsUserName(String subject, String cause) {
        Street street = forbidden()
                .object(Kind.ROLE, role("reader", "secrets"))
                .object(Kind.ROLE_BINDING, handing("reader", subject));

        assertThat(street.cause()).isEqualTo(cause);
    }

    @Test
    void aBindingThatWasDeletedHasToComeBack() {
        Street street = forbidden()
                .object(Kind.ROLE, role("reader", "secrets"))
                .object(Kind.ROLE_BINDING, handing("reader", ROBOT))
                .gone(ResourceRef.of(Kind.ROLE_BINDING, "shop", "hand-reader"), "10:08:00");

        assertThat(street.cause()).isEqualTo("api-access-denied RoleBinding shop/hand-reader");
    }

    @Test
    void ofSeveralRolesTheOneThatWasChangedIsAtFault() {
        Street street = forbidden()
                .object(Kind.ROLE, role("one", "configmaps"))
                .object(Kind.ROLE, role("two", "secrets"))
                .object(Kind.ROLE_BINDING, handing("one", ROBOT))
                .object(Kind.ROLE_BINDING, handing("two", ROBOT))
                .object(Kind.ROLE, role("two", "services").replace("'uid'", Shop.written("10:00:00") + ", 'uid'"));
        assertThat(street.cause()).isEqualTo("api-access-denied Role shop/two");

        Street never = forbidden()
                .object(Kind.ROLE, role("one", "configmaps"))
                .object(Kind.ROLE, role("two", "services"))
                .object(Kind.ROLE_BINDING, handing("one", ROBOT))
                .object(Kind.ROLE_BINDING, handing("two", ROBOT));
        assertThat(never.cause()).isEqualTo("api-access-denied ServiceAccount shop/robot");
    }

    @Test
    void aBindingThatNamedItUntilItWasChangedIsAtFault() {
        String other = "{'kind': 'ServiceAccount', 'name': 'somebody', 'namespace': 'shop'}";
        Street street = forbidden()
                .object(Kind.ROLE, role("reader", "secrets"))
                .object(Kind.ROLE_BINDING, handing("reader", ROBOT))
                .object(
                        Kind.ROLE_BINDING,
                        handing("reader", other).replace("'uid'", Shop.written("10:00:00") + ", 'uid'"));

        assertThat(street.cause()).isEqualTo("api-access-denied RoleBinding shop/hand-reader");
    }

    @Test
    void aWorkloadThatActsAsAnotherThanBeforeIsAtFaultItself() {
        String keeper = "{'kind': 'ServiceAccount', 'name': 'keeper', 'namespace': 'shop'}";
        Street street = new Street()
                .workload("cart", "", "'serviceAccountName': 'keeper'")
                .rewritten("10:00:00", "cart", "", ACCOUNT)
                .calling(FORBIDDEN)
                .object(Kind.ROLE, role("reader", "secrets"))
                .object(Kind.ROLE_BINDING, handing("reader", keeper));

        assertThat(street.cause()).isEqualTo("api-access-denied Deployment shop/cart");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pods \"a\" is forbidden: User \"system:serviceaccount:a:b\" cannot get resource \"pods/log\" in API group \"\" in the namespace \"c\""
                        + "|get pods/log in namespace c",
                "nodes is forbidden: User \\\"system:serviceaccount:a:b\\\" cannot list resource \\\"nodes\\\" in API group \\\"\\\" at the cluster scope"
                        + "|list nodes in the whole cluster",
                "User 'system:serviceaccount:a:b' cannot update resource 'leases' in API group 'coordination.k8s.io' in the namespace 'c': RBAC: x not found"
                        + "|update leases.coordination.k8s.io in namespace c"
            })
    void whatWasWantedIsReadFromTheAnswer(String line, String wanted) {
        assertThat(Wanted.in(line)).hasValueSatisfying(found -> {
            assertThat(found).hasToString(wanted);
            assertThat(found.account()).isEqualTo(ResourceRef.of(Kind.SERVICE_ACCOUNT, "a", "b"));
        });
        assertThat(Wanted.in("User \"jane\" cannot list resource \"pods\"")).isEmpty();
    }

    private static Street forbidden() {
        return new Street().workload("cart", "", ACCOUNT).calling(FORBIDDEN);
    }

    private static String role(String name, String resource) {
        return """
                {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'Role', 'metadata': {'name': '%1$s', 'namespace': 'shop', 'uid': 'r-%1$s',
                  'creationTimestamp': '2026-11-20T09:00:00Z'},
                 'rules': [{'apiGroups': [''], 'resources': ['%2$s'], 'verbs': ['get', 'list', 'watch']}]}""".formatted(name, resource);
    }

    private static String handing(String role, String subject) {
        return """
                {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'RoleBinding', 'metadata': {'name': 'hand-%1$s', 'namespace': 'shop', 'uid': 'b-%1$s',
                  'creationTimestamp': '2026-11-20T09:00:00Z'},
                 'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'Role', 'name': '%1$s'}, 'subjects': [%2$s]}""".formatted(role, subject);
    }
}
