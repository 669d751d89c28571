package org.tongbao.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.fixture.InTransaction;
import org.tongbao.platform.sql.Sql;
import org.tongbao.testing.event.TestAgency;

/** What a caller sees through {@link Transactions}, with many callers at once on few connections. */
@QuarkusTest
class RowSecurityComponentTest {
    @Inject
    Transactions transactions;

    @Inject
    AgencyTree tree;

    private final String root = "root-" + Ids.next();
    private final String city = "city-" + Ids.next();
    private final String bureau = "bureau-" + Ids.next();
    private final String stranger = "stranger-" + Ids.next();

    @BeforeEach
    void growTheTree() {
        await().until(tree::isCurrent);
        InTransaction.await(
                () -> transactions.asEngine(() -> tree.save(TestAgency.at(root).entry())
                        .chain(() -> tree.save(TestAgency.at(root, city).entry()))
                        .chain(() -> tree.save(TestAgency.at(root, city, bureau).entry()))
                        .chain(() -> tree.save(TestAgency.at(root, stranger).entry()))));
    }

    @Test
    void aCallerSeesItsOwnAgencyAndThoseBelow() {
        note(bureau, "of the bureau");
        note(city, "of the city");
        note(stranger, "of a stranger");

        assertThat(seenBy(bureau)).containsExactly(bureau);
        assertThat(seenBy(city)).containsExactlyInAnyOrder(bureau, city);
        assertThat(seenBy(root)).containsExactlyInAnyOrder(bureau, city, stranger);
        assertThat(seenBy(stranger)).containsExactly(stranger);
        assertThat(seenBy("nobody-" + Ids.next())).isEmpty();
    }

    @Test
    void arelationOpensOneIncidentAndNothingElse() {
        UUID opened = note(bureau, "opened");
        note(bureau, "closed");
        open(bureau, opened, bureau, stranger);

        List<UUID> seen =
                as(stranger, () -> Sql.query("select id from probe where agency = $1", row -> row.uuid("id"), bureau));

        assertThat(seen).containsExactly(opened);
    }

    @Test
    void nobodyOpensToHimselfWhatIsNotHis() {
        UUID foreign = note(bureau, "foreign");

        assertThatThrownBy(() -> open(stranger, foreign, bureau, stranger)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> open(stranger, foreign, stranger, stranger)).hasMessageContaining("foreign key");
    }

    @Test
    void nobodyWritesForAnAgencyOutsideHisScope() {
        assertThatThrownBy(() -> as(stranger, () -> insert(Ids.next(), bureau, "forged")))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(bureau, () -> insert(Ids.next(), city, "upwards")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void withoutACallerNothingIsVisible() {
        note(bureau, "hidden");

        List<String> seen = InTransaction.await(() -> io.quarkus.hibernate.reactive.panache.Panache.withTransaction(
                () -> Sql.query("select agency from probe", row -> row.text("agency"))));

        assertThat(seen).isEmpty();
    }

    @Test
    void aRolledBackTransactionRunsNothingAfterwards() {
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(() -> as(bureau, () -> {
                    Transactions.afterCommit(() -> ran.add("after"));
                    return insert(Ids.next(), stranger, "forged");
                }))
                .isNotNull();
        as(bureau, () -> {
            Transactions.afterCommit(() -> ran.add("committed"));
            return insert(Ids.next(), bureau, "mine");
        });

        assertThat(ran).containsExactly("committed");
    }

    @Test
    void aTransactionOfAnotherScopeDoesNotJoin() {
        assertThatThrownBy(() ->
                        as(bureau, () -> transactions.as(caller(stranger), () -> insert(Ids.next(), stranger, "x"))))
                .hasMessageContaining("another scope");
    }

    /** A function that is called for each row would ask the tree as often. */
    @Test
    void theScopeIsReadOnceForAQuery() {
        List<String> plan = as(city, () -> Sql.query("explain select * from probe", row -> row.text("QUERY PLAN")));

        assertThat(String.join("\n", plan)).contains("hashed SubPlan").doesNotContain("Function Scan", "caller_sees");
    }

    @Test
    void noPolicySaysTheScopeInItsOwnWords() {
        List<String> own = as(
                city,
                () -> Sql.query(
                        "select tablename || ' ' || policyname as policy from pg_policies"
                                + " where qual like '%agency_closure%' or with_check like '%agency_closure%'",
                        row -> row.text("policy")));

        assertThat(own).isEmpty();
    }

    @Test
    void manyCallersAtOnceNeverMeetAnothersRows() throws Exception {
        note(bureau, "a");
        note(stranger, "b");
        var pool = Executors.newFixedThreadPool(24);
        try {
            List<Future<List<String>>> looks = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                String agency = i % 2 == 0 ? bureau : stranger;
                looks.add(pool.submit(() -> seenBy(agency)));
            }
            for (int i = 0; i < looks.size(); i++) {
                assertThat(looks.get(i).get()).containsOnly(i % 2 == 0 ? bureau : stranger);
            }
        } finally {
            pool.shutdown();
        }
    }

    private UUID note(String agency, String text) {
        UUID id = Ids.next();
        as(agency, () -> insert(id, agency, text));
        return id;
    }

    private static Uni<Integer> insert(UUID id, String agency, String text) {
        return Sql.update("insert into probe (id, agency, note) values ($1, $2, $3)", id, agency, text);
    }

    private void open(String by, UUID incident, String owner, String to) {
        as(
                by,
                () -> Sql.update(
                        "insert into incident_access (incident_id, owner, agency, why) values ($1, $2, $3,"
                                + " 'reviewing')",
                        incident,
                        owner,
                        to));
    }

    private List<String> seenBy(String agency) {
        return as(
                agency,
                () -> Sql.query(
                        "select distinct agency from probe where agency = any($1)", row -> row.text("agency"), (Object)
                                new String[] {root, city, bureau, stranger}));
    }

    private <T> T as(String agency, java.util.function.Supplier<Uni<T>> work) {
        return InTransaction.await(() -> transactions.as(caller(agency), work));
    }

    private static Caller caller(String agency) {
        return new Caller("sub-" + agency, "name", agency, Set.of(Group.REPORTER));
    }
}
